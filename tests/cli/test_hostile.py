"""What people give by mistake: each is told in one line, with an exit status, and breaks nothing."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.cli.main import run

ARTICLE = "Iran denied on Friday that it had supplied drones to Russia. Ukraine accused Iran of supplying them.\n"
PAGE = (
    f"<html><head><script>var a = 'Russia attacked China';</script></head><body><article><p>{ARTICLE * 5}</p></article>"
)


@pytest.mark.parametrize("command", [["events"], ["brief"], ["show", "x"], ["read", "x.txt"], ["set", "x", "kind=y"]])
@pytest.mark.parametrize("content", ["This is a text, and no case.", None])
def test_what_is_no_case(
    command: list[str], content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text or a folder in place of a case is refused by every command and left as it is."""
    path = tmp_path / "x.case"
    if content is None:
        path.mkdir()
    else:
        path.write_text(content, "utf-8")
    assert run([*command, "--case", str(path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("dragoman: this is ")
    assert told.count("\n") == 1
    assert content is None or path.read_text("utf-8") == content


def test_empty_file_as_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty file is no case to ask; reading may make one of it."""
    (tmp_path / "x.case").touch()
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    assert run(["events", "--case", str(tmp_path / "x.case")]) == 1
    assert "empty" in capsys.readouterr().err
    assert run(["read", str(tmp_path / "a.txt"), "--case", str(tmp_path / "x.case")]) == 0


def test_scripts_of_a_page_are_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page's scripts are no text."""
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    assert run(["annotate", str(tmp_path / "page.html")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["statements"]
    assert not any("China" in mention["text"] for mention in found["mentions"])


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems have no such names")
def test_name_that_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file whose name is not in UTF-8 is read, and has a name that can be printed."""
    folder = tmp_path / "in"
    folder.mkdir()
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))).write_text(ARTICLE, "utf-8")
    assert run(["read", str(folder), "--case", str(tmp_path / "x.case")]) == 0
    assert run(["documents", "--case", str(tmp_path / "x.case")]) == 0
    assert "caf�.txt" in capsys.readouterr().out


def test_one_very_long_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line that is longer than is read at once is read to its end."""
    monkeypatch.setattr("dragoman.read.sections.SECTION_CHARACTERS", 2000)
    (tmp_path / "long.txt").write_text(
        ARTICLE.strip() + " " + "The rain in the valley went on all day. " * 150, "utf-8"
    )
    with (tmp_path / "long.txt").open("a", encoding="utf-8") as file:
        file.write("France accused Iran of an attack.")
    assert run(["read", str(tmp_path / "long.txt"), "--case", str(tmp_path / "x.case")]) == 0
    assert run(["statements", "--actor", "FRA", "--case", str(tmp_path / "x.case")]) == 0
    assert "France accused Iran" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["brief", "-o", "no/such/folder/b.html"], 1),
        (["brief", "-o", "."], 2),
        (["brief", "--about", " , "], 2),
        (["explain", "nothing"], 1),
        (["remove", "nothing"], 1),
        (["documents", "--until", "2023-02-30"], 2),
        (["read"], 2),
        (["read", "--actors", "nothing.yaml", "a.txt"], 1),
        (["annotate", "--vocabulary", "nothing.yaml", "a.txt"], 1),
    ],
)
def test_misuse_is_told_in_a_line(
    arguments: list[str],
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What can't be done is told in one line, with the status that it has."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    assert run(["read", "a.txt"]) == 0
    capsys.readouterr()
    assert run(arguments) == status
    told = capsys.readouterr().err
    assert told.startswith("dragoman: ")
    assert told.count("\n") == 1


def test_annotate_goes_on_after_a_bad_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be read is named with the reason, and the rest is written."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.txt").touch()
    assert run(["annotate", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert "b.txt" in told.err


def test_two_write_at_once_and_one_is_stopped(tmp_path: Path) -> None:
    """Two runs write to one case at once; Ctrl-C ends one; the case opens, and a third run goes on from there."""
    for name in "ab":
        lines = [
            json.dumps({"text": f"{ARTICLE} Report {name}{number}.", "uri": f"{name}{number}"}) for number in range(15)
        ]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    case = str(tmp_path / "x.case")
    command = [sys.executable, "-m", "dragoman", "read", "--case", case]
    stopped, whole = (
        subprocess.Popen([*command, str(tmp_path / f"{name}.jsonl")], stderr=subprocess.PIPE, text=True)
        for name in "ab"
    )
    while _held(tmp_path) < 3 and stopped.poll() is None:
        time.sleep(0.05)
    stopped.send_signal(signal.SIGINT)
    told = stopped.communicate()[1]
    assert "Traceback" not in told
    assert "dragoman:" not in whole.communicate()[1]
    assert (stopped.returncode, whole.returncode) in ((130, 0), (0, 0))  # 0 where it was done before the signal came
    assert run(["read", str(tmp_path / "a.jsonl"), "--case", case]) == 0
    assert _held(tmp_path) == 30


def _held(folder: Path) -> int:
    if not (folder / "x.case").exists():
        return 0
    with sqlite3.connect(folder / "x.case") as db:
        try:
            return int(db.execute("SELECT count(*) FROM document").fetchone()[0])
        except sqlite3.OperationalError:
            return 0
        finally:
            db.commit()
