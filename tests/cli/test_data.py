from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.main import run


@pytest.mark.parametrize("group", ["world", "vocabulary"])
def test_shipped_data_is_right(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The data that the program comes with has no errors."""
    assert run([group, "check"]) == 0
    assert "no " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("group", "content", "words"),
    [
        ("world", "- {kind: body, name: Ruritanian Bank, state: XQX}", "XQX"),
        ("world", "- {kind: nonsense, name: Nobody}", "own.yaml:1"),
        ("vocabulary", "type: AID\nentries: [{verbs: zorble, theme: nonsense}]", "own.yaml: entry 1 (line 2): theme"),
        ("vocabulary", "type: NONSENSE\nentries: [{verbs: zorble}]", "NONSENSE"),
        ("vocabulary", "just words", "own.yaml"),
    ],
)
def test_own_data_is_checked(
    group: str, content: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong in a file of one's own is named, and the exit status is 1."""
    (tmp_path / "own.yaml").write_text(content, "utf-8")
    assert run([group, "check", str(tmp_path / "own.yaml")]) == 1
    told = capsys.readouterr()
    assert words in told.out + told.err


def test_world_finds_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    """A name, a seat and a code are looked up, as of a day."""
    for asked, words in (("the Kremlin", "state:RUS"), ("Macron", "person:emmanuel-macron"), ("PRK", "North Korea")):
        assert run(["world", "find", asked, "--on", "2023-09-14"]) == 0
        assert words in capsys.readouterr().out


def test_types_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each type is listed with its meaning."""
    assert run(["vocabulary", "types"]) == 0
    assert {"AID", "WANT"} <= {line.split()[0] for line in capsys.readouterr().out.splitlines()}
