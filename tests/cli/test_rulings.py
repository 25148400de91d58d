"""Rulings on the command line: what a person joins, takes out, holds together and takes back."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from dragoman.cli.main import run
from dragoman.library import open_case

ARTICLES = {
    "summit.txt": "PYONGYANG, June 19, 2024 - Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.\n",
    "visit.txt": "SEOUL, June 20, 2024 - Russian president Vladimir Putin visited North Korea on Wednesday.\n",
    "talks.txt": "GENEVA, May 5, 2024 - The American secretary of state met the Chinese foreign minister in Geneva.\n",
}


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three articles on two meetings."""
    folder = tmp_path_factory.mktemp("ruled")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    assert run(["read", *(str(folder / name) for name in ARTICLES), "--case", str(folder / "x.case")]) == 0
    return folder


@pytest.fixture
def case(read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that case, in which Anna rules."""
    monkeypatch.setenv("DRAGOMAN_CASE", str(tmp_path / "x.case"))
    monkeypatch.setenv("DRAGOMAN_USER", "anna")
    with open_case(read_once / "x.case") as opened:
        opened.events()
    shutil.copy(read_once / "x.case", tmp_path / "x.case")
    return tmp_path / "x.case"


def grouped(case: Path) -> list[list[str]]:
    """Return the names of the documents of each meeting that the case tells of."""
    with open_case(case) as opened:
        names = {document.id: document.name for document in opened.documents()}
        told = {statement.id: names[statement.document] for statement in opened.statements()}
        return sorted(sorted({told[s] for s in event.statements}) for event in opened.events(types="CONSULT"))


def meeting(case: Path, document: str) -> str:
    """Return the id of the event that the document tells of."""
    with open_case(case) as opened:
        return opened.events(types="CONSULT", documents=document)[0].id


def meet_of(case: Path, document: str) -> str:
    """Return the id of the document's statement of a meeting."""
    with open_case(case) as opened:
        return opened.statements(types="CONSULT", documents=document)[0].id


def ask(*arguments: str, status: int = 0, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command prints, its errors too."""
    capsys.readouterr()
    assert run(arguments) == status
    told = capsys.readouterr()
    return told.out + told.err


def test_merge_undo_and_undo_of_that(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Events that a person joins are one, until it is undone, and again when that is undone; all is on record."""
    assert grouped(case) == [["summit.txt", "visit.txt"], ["talks.txt"]]
    first, second = meeting(case, "summit.txt"), meeting(case, "talks.txt")
    told = ask("merge", first[:8], second[:8], capsys=capsys)
    assert told.startswith("ruling 1: merge, by anna\n")
    assert grouped(case) == [["summit.txt", "talks.txt", "visit.txt"]]
    joined = meeting(case, "talks.txt")
    for command in ("show", "explain"):
        assert "joined by anna on 20" in " ".join(ask(command, joined, capsys=capsys).split())
    assert "ruling 2: undo of 1" in ask("undo", "1", capsys=capsys)
    assert grouped(case) == [["summit.txt", "visit.txt"], ["talks.txt"]]
    ask("undo", "2", capsys=capsys)
    assert grouped(case) == [["summit.txt", "talks.txt", "visit.txt"]]
    lines = [json.loads(line) for line in ask("rulings", "--format", "jsonl", capsys=capsys).splitlines()]
    assert [(line["kind"], line["undoes"], line["undone"]) for line in lines] == [
        ("merge", None, False),
        ("undo", 1, True),
        ("undo", 2, False),
    ]


def test_split_holds_over_what_comes_later(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person took out stays apart when more is read, and says so; a later merge joins it again."""
    statement = meet_of(case, "visit.txt")
    ask("split", meeting(case, "visit.txt"), statement, capsys=capsys)
    assert grouped(case) == [["summit.txt"], ["talks.txt"], ["visit.txt"]]
    assert "parted by anna" in ask("show", meeting(case, "visit.txt"), capsys=capsys)
    more = case.parent / "more.txt"
    more.write_text("MOSCOW, June 20, 2024 - Putin met Kim Jong Un in Pyongyang on Wednesday.\n", "utf-8")
    ask("read", str(more), capsys=capsys)
    assert not any({"summit.txt", "visit.txt"} <= set(names) for names in grouped(case))
    ask("merge", meeting(case, "summit.txt"), meeting(case, "visit.txt"), capsys=capsys)
    assert grouped(case) == [["more.txt", "summit.txt", "visit.txt"], ["talks.txt"]]


def test_rulings_outlive_the_reading(case: Path, read_once: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A ruling holds for a document that was taken out and read in again, and when it is read anew."""
    ask("merge", meeting(case, "summit.txt"), meeting(case, "talks.txt"), capsys=capsys)
    with open_case(case) as opened:
        opened.remove("talks.txt")
    assert grouped(case) == [["summit.txt", "visit.txt"]]
    ask("read", str(read_once / "talks.txt"), capsys=capsys)
    assert grouped(case) == [["summit.txt", "talks.txt", "visit.txt"]]
    ask("set", "talks.txt", "published=2024-05-06", capsys=capsys)
    assert grouped(case) == [["summit.txt", "talks.txt", "visit.txt"]]


def test_list_of_rulings(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rulings are listed as a table of at most 80 columns, as JSON lines and as CSV."""
    assert "no ruling" in ask("rulings", capsys=capsys)
    event = meeting(case, "summit.txt")
    ask("pin", event, capsys=capsys)
    table = ask("rulings", capsys=capsys).splitlines()
    (row,) = csv.DictReader(io.StringIO(ask("rulings", "--format", "csv", capsys=capsys)))
    assert len(table) == 2
    assert max(map(len, table)) <= 80
    assert "anna" in table[1]
    assert "pin" in table[1]
    assert event[:8] in table[1]
    assert (row["number"], row["kind"], row["events"]) == ("1", "pin", event)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["merge", "SUMMIT", "SUMMIT"], "one event already"),
        (["merge", "SUMMIT"], "one event already"),
        (["merge", "SUMMIT", "VISIT"], "one event already"),
        (["merge", "SUMMIT", "zzzzzzzz"], "nothing in the case is called so (zzzzzzzz)"),
        (["merge", "SUMMIT", "talks.txt"], "no event (talks.txt)"),
        (["split", "SUMMIT", "SUMMIT-SAYS", "VISIT-SAYS"], "nothing would be left"),
        (["split", "SUMMIT", "TALKS-SAYS"], "not of event"),
        (["split", "SUMMIT", "TALKS"], "no statement"),
        (["pin", "TALKS"], "one statement only"),
        (["undo", "7"], "no such ruling (7)"),
        (["undo", "seven"], "seven"),
    ],
)
def test_misuse(arguments: list[str], words: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be ruled is told in one line, the exit status is 2, and nothing is recorded."""
    names = {name.split(".")[0].upper(): meeting(case, name) for name in ARTICLES}
    names |= {f"{name.split('.')[0].upper()}-SAYS": meet_of(case, name) for name in ARTICLES}
    told = ask(*(names.get(part, part) for part in arguments), status=2, capsys=capsys)
    assert words in told
    assert len(told.splitlines()) == 1
    with open_case(case) as opened:
        assert opened.rulings() == ()


def test_undone_once(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is undone is not undone twice; the id of an event that was joined leads to the one that has it now."""
    first, second = sorted([meeting(case, "summit.txt"), meeting(case, "talks.txt")])
    ask("merge", first, second, capsys=capsys)
    assert f"it is part of {first[:8]} now" in ask("merge", first, second[:8], status=2, capsys=capsys)
    ask("undo", "1", capsys=capsys)
    assert "`dragoman undo 2` brings it back" in ask("undo", "1", status=2, capsys=capsys)
