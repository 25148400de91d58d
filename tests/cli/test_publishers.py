"""Publishers with their reliability, and disputes with the words of each side."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from dragoman.cli.main import run
from dragoman.library import open_case

ARTICLES = (
    ("arms.txt", "Strelsau Times", "2024-06-22", "North Korea has sent shells to Russia.", "none"),
    ("denial.txt", "The Strelsau Times", "2024-06-24", "North Korea denied that it had sent shells to Russia.", "none"),
    ("copy.txt", "Hentzau Post", "2024-06-25", "Russia met Iran in Moscow on Monday.", "Reuters"),
    ("silent.txt", None, "2024-06-26", "China met India in Vienna on Tuesday.", "none"),
)


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of four articles; two are of one publisher under two names, one repeats an agency, one names nobody."""
    folder = tmp_path_factory.mktemp("publishers")
    rows = [
        {"uri": name, "publisher": publisher, "published": day, "text": f"{text}\n"}
        for name, publisher, day, text, _ in ARTICLES
    ]
    (folder / "all.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    assert run(["read", str(folder / "all.jsonl"), "--case", str(folder / "x.case")]) == 0
    with open_case(folder / "x.case") as opened:
        opened.set("copy.txt", origin="Reuters")
        opened.events()
    return folder / "x.case"


@pytest.fixture
def case(read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that case, in which Anna decides."""
    monkeypatch.setenv("DRAGOMAN_CASE", str(tmp_path / "x.case"))
    monkeypatch.setenv("DRAGOMAN_USER", "anna")
    shutil.copy(read_once, tmp_path / "x.case")
    return tmp_path / "x.case"


def ask(*arguments: str, status: int = 0, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return what the command prints, and its remarks."""
    capsys.readouterr()
    assert run(arguments) == status
    told = capsys.readouterr()
    return told.out, told.err


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, int, int]]:
    """Return each publisher's reliability, number of documents and of credits."""
    lines = map(json.loads, ask("publishers", "--format", "jsonl", capsys=capsys)[0].splitlines())
    return {line["name"]: (line["reliability"], line["documents"], line["credited"]) for line in lines}


def test_publishers_are_listed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each publisher is listed under one name, with its documents, and F until someone sets another grade."""
    assert listed(capsys) == {"Strelsau Times": ("F", 2, 0), "Hentzau Post": ("F", 1, 0), "Reuters": ("F", 0, 1)}
    table, remark = ask("publishers", capsys=capsys)
    assert max(map(len, table.splitlines())) <= 80
    assert "F (cannot be judged)" in table
    assert "1 document names no publisher" in remark
    rows = list(csv.DictReader(io.StringIO(ask("publishers", "--format", "csv", capsys=capsys)[0])))
    assert rows[0]["spelled"] == "Strelsau Times;The Strelsau Times"


def test_reliability_is_appended(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A grade is set under any of a publisher's names, shown beside it, and an earlier one stays on record."""
    assert "B (usually reliable)" in ask("publishers", "set", "the strelsau times", "b", capsys=capsys)[0]
    ask("publishers", "set", "Strelsau Times", "C", capsys=capsys)
    ask("publishers", "set", "Reuters", "A", capsys=capsys)
    assert listed(capsys)["Strelsau Times"][0] == "C"
    with open_case(case) as opened:
        assert [(r.publisher, r.reliability.value, r.made_by) for r in opened.file.ratings()] == [
            ("Strelsau Times", "B", "anna"),
            ("Strelsau Times", "C", "anna"),
            ("Reuters", "A", "anna"),
        ]
    grades = [json.loads(line) for line in ask("documents", "--format", "jsonl", capsys=capsys)[0].splitlines()]
    assert [line["reliability"] for line in grades] == ["C", "C", "F", "F"]
    assert "Strelsau Times is C (fairly reliable), set by anna" in ask("show", "arms.txt", capsys=capsys)[0]
    assert "The Strelsau Times (C), 2024-06-24" in ask("disputes", capsys=capsys)[0]
    for form in ("terminal", "markdown", "html"):
        brief = ask("brief", "--format", form, capsys=capsys)[0]
        assert "The Strelsau Times (C)" in brief.replace("\\", "")
        assert "Hentzau Post (" not in brief.replace("Hentzau Post (repeats", "")
        assert "repeats Reuters (A)" in brief.replace("\\", "")


def test_reliability_changes_no_standing(case: Path) -> None:
    """How far a publisher is trusted changes neither the standing nor the credibility of an event."""
    with open_case(case) as opened:
        before = opened.events()
        opened.rate("Strelsau Times", "E")
        assert opened.events() == before


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["Strelsau Tims", "B"], 1, 'did you mean "Strelsau Times"?'),
        (["Nobody's Own Gazette", "B"], 1, "see `dragoman publishers`"),
        (["Strelsau Times", "G"], 2, "B (usually reliable)"),
    ],
)
def test_misuse(arguments: list[str], status: int, words: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A publisher that the case does not have, or a grade that there is none of, is told in one line."""
    out, err = ask("publishers", "set", *arguments, status=status, capsys=capsys)
    assert words in err
    assert (out, len(err.splitlines())) == ("", 1)


def test_disputes_are_listed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dispute is listed with the words of each side, as a table of at most 80 columns, as JSON lines and as CSV."""
    table = ask("disputes", capsys=capsys)[0]
    (line,) = map(json.loads, ask("disputes", "--format", "jsonl", capsys=capsys)[0].splitlines())
    (row,) = csv.DictReader(io.StringIO(ask("disputes", "--format", "csv", capsys=capsys)[0]))
    assert max(map(len, table.splitlines())) <= 80
    assert "shells to Russia" in " ".join(table.split())
    assert line["kind"] == row["kind"] == "occurrence"
    documents = [[word["document"] for word in side["words"]] for side in line["sides"]]
    assert sorted(documents) == [["arms.txt"], ["denial.txt"]]
    assert all(word["quote"] and word["publisher"] for side in line["sides"] for word in side["words"])
    assert row["sides"].count(" | ") == row["quotes"].count(" | ") == 1


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--actor", "PRK"], 1),
        (["--actor", "CHN"], 0),
        (["--kind", "occurrence"], 1),
        (["--kind", "place,number"], 0),
        (["--since", "2024-07"], 0),
    ],
)
def test_disputes_are_narrowed(
    arguments: list[str], count: int, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Disputes are narrowed by kind, and by the filters of events."""
    assert len(ask("disputes", *arguments, "--format", "jsonl", capsys=capsys)[0].splitlines()) == count
