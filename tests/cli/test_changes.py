"""What was known on an earlier day, and what changed since."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from dragoman.cli.main import run
from dragoman.library import Case, open_case

ARTICLES = {
    "plan.txt": "MOSCOW, May 27, 2024 - Vladimir Putin will visit North Korea on June 19, the Kremlin said.\n",
    "visit.txt": "PYONGYANG, June 19, 2024 - Vladimir Putin visited North Korea on Wednesday.\n",
    "again.txt": "SEOUL, June 21, 2024 - Vladimir Putin visited North Korea on Wednesday, June 19.\n",
    "arms.txt": "WASHINGTON, June 22, 2024 - The United States said that North Korea had sent shells to Russia.\n",
    "denial.txt": "PYONGYANG, June 24, 2024 - North Korea denied that it had sent shells to Russia.\n",
    "undated.txt": "China and Iran have signed an agreement on trade, the two governments announced.\n",
}
PAPERS = {"plan.txt": "Strelsau Times", "visit.txt": "Hentzau Post", "again.txt": "The Strelsau Times"}


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of six articles, the last without a date."""
    folder = tmp_path_factory.mktemp("clocks")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    assert run(["read", *(str(folder / name) for name in ARTICLES), "--case", str(folder / "x.case")]) == 0
    with open_case(folder / "x.case") as opened:
        for name, paper in PAPERS.items():
            opened.set(name, publisher=paper)
    return folder


@pytest.fixture
def case(read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that case, in which Anna decides."""
    monkeypatch.setenv("DRAGOMAN_CASE", str(tmp_path / "x.case"))
    monkeypatch.setenv("DRAGOMAN_USER", "anna")
    shutil.copy(read_once / "x.case", tmp_path / "x.case")
    return tmp_path / "x.case"


def ask(*arguments: str, status: int = 0, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return what the command prints, and its remarks."""
    capsys.readouterr()
    assert run(arguments) == status
    told = capsys.readouterr()
    return told.out, told.err


def standings(case: Case, day: str, kind: str) -> list[str]:
    """Return the standings of the events of a kind as they were known on that day."""
    with case.as_of(day) as then:
        return [event.standing + ("*" if event.fulfilled else "") for event in then.events(types=kind)]


def move_reading(case: Path, document: str, moment: str) -> None:
    """Have the case read a document at another moment."""
    with sqlite3.connect(case) as db:
        (id_,) = db.execute("SELECT id FROM document WHERE name = ?", (document,)).fetchone()
        db.execute("UPDATE run SET read_at = ? WHERE document = ?", (moment, id_))
    db.close()


def test_what_was_known_by_publication(case: Path) -> None:
    """An event stands on an earlier day as the documents published by then have it."""
    with open_case(case) as opened:
        assert standings(opened, "2024-04", "CONSULT") == []
        assert standings(opened, "2024-05", "CONSULT") == ["expected"]
        assert standings(opened, "2024-06-19", "CONSULT") == ["single-source*"]
        assert standings(opened, "2024", "CONSULT") == ["confirmed*"]
        assert standings(opened, "2024-06-23", "AID") == ["single-source"]
        assert standings(opened, "2024-06-24", "AID") == ["disputed"]
        with opened.as_of("2024-06-19") as then:
            assert [d.name for d in then.documents()] == ["plan.txt", "visit.txt"]
            assert then.moment
            assert then.moment.lacking.undated == ("undated.txt",)
        assert len(opened.documents()) == len(ARTICLES)


@pytest.mark.parametrize("command", ["events", "disputes", "statements", "documents", "actors", "brief"])
def test_earlier_day_in_each_list(command: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each list answers for an earlier day, and says which documents it leaves out for want of a date."""
    out, err = ask(command, "--as-of", "2024-06-23", capsys=capsys)
    assert "1 document without a date is left out" in err
    assert "dragoman set undated.txt" in err
    assert "denial.txt" not in out
    if command == "brief":
        assert "What was known on 2024-06-23, as published by then." in " ".join(out.split())


def test_show_of_an_earlier_day(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An event's page has only what was known then."""
    with open_case(case) as opened, opened.as_of("2024-06-20") as then:
        (event,) = then.events(types="CONSULT")
    out, _ = ask("show", event.id, "--as-of", "2024-06-20", capsys=capsys)
    assert "single-source, fulfilled" in out
    assert "again.txt" not in out


def test_id_of_today_for_an_earlier_day(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The id that an event has today leads to what was known of it then; where nothing was, that is said."""
    with open_case(case) as opened:
        (today,) = (event.id for event in opened.events(types="CONSULT"))
        gift = opened.events(types="AID")[0].id
    for day, standing in (("2024-05", "expected"), ("2024-06-20", "single-source, fulfilled")):
        out, _ = ask("show", today, "--as-of", day, capsys=capsys)
        assert standing in out
    for command in ("show", "explain"):
        assert (
            "nothing was known of this event on 2024-05-31"
            in ask(command, gift, "--as-of", "2024-05", status=1, capsys=capsys)[1]
        )


def test_what_the_case_had_read(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the clock of reading a document, a ruling, a correction and a rating count from when they were made."""
    for name in ARTICLES:
        move_reading(case, name, "2025-01-05T10:00:00+00:00")
    move_reading(case, "again.txt", "2025-01-07T23:59:59+00:00")
    with open_case(case) as opened:
        opened.rate("Hentzau Post", "B")
        opened.pin(opened.events(types="CONSULT")[0].id)
        with opened.as_of("2025-01-06", clock="read") as then:
            assert {d.name for d in then.documents()} == ARTICLES.keys() - {"again.txt"}
            assert [d.publisher for d in then.documents() if d.name in PAPERS] == [None, None]
            assert then.rulings() == ()
            assert then.file.ratings() == ()
        with opened.as_of("2025-01-07", clock="read") as then:
            assert len(then.documents()) == len(ARTICLES)
        opened.remove("plan.txt")
    _, err = ask("documents", "--as-of", "2025-01-07", "--clock", "read", capsys=capsys)
    assert "1 document of then was removed since" in err


def test_corrected_date_counts_only_later(case: Path) -> None:
    """By the clock of reading a date that was corrected later is the one that was known then."""
    for name in ARTICLES:
        move_reading(case, name, "2025-01-05T10:00:00+00:00")
    with open_case(case) as opened:
        opened.set("visit.txt", published="2023-06-19")
        assert opened.events(documents="visit.txt", types="CONSULT")[0].time.start.year == 2023  # type: ignore[union-attr]
        with opened.as_of("2025-01-06", clock="read") as then:
            assert str(then.documents(documents="visit.txt")[0].published) == "2024-06-19"
            assert then.events(documents="visit.txt", types="CONSULT")[0].time.start.year == 2024  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["events", "--as-of", "soon"], "not a date (soon)"),
        (["events", "--clock", "read"], "--as-of"),
        (["events", "--as-of", "2024", "--clock", "wall"], "wall"),
        (["changes"], "--since"),
        (["changes", "--since", "yesterday"], "not a date (yesterday)"),
        (["changes", "--since", "2024-06", "--until", "2024-05"], "nothing lies between"),
        (["changes", "--since", "2024", "--kind", "news"], "no such kind of change (news)"),
        (["disputes", "--kind", "row"], "no such kind of dispute (row)"),
    ],
)
def test_misuse(arguments: list[str], words: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be asked is told in one line, and the exit status is 2."""
    out, err = ask(*arguments, status=2, capsys=capsys)
    assert words in err
    assert (out, len(err.splitlines())) == ("", 1)


def test_changes_name_what_changed_them(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each change names the documents that changed it, with publisher and date, and their words."""
    out, err = ask("changes", "--since", "2024-06-19", "--format", "jsonl", capsys=capsys)
    lines = [json.loads(line) for line in out.splitlines()]
    assert "1 document without a date is left out" in err
    known = {(line["kind"], line["was"], line["now"]): line for line in lines}
    visited = known["standing", "expected", "confirmed"]
    assert [(words["document"], words["publisher"]) for words in visited["words"]] == [
        ("again.txt", "The Strelsau Times")
    ]
    assert visited["day"] == "2024-06-21"
    true = known["fulfilled", None, "confirmed"]
    assert [(words["document"], words["publisher"]) for words in true["words"]] == [("visit.txt", "Hentzau Post")]
    assert not any(word["document"] == "undated.txt" for line in lines for word in line["words"])
    assert [line["day"] for line in lines] == sorted(line["day"] for line in lines)


def test_changes_day_by_day(case: Path) -> None:
    """A standing is told to change when the document appears that changes it; a dispute when it arises."""
    with open_case(case) as opened:
        told = {}
        for since, until in (("2024-05", "2024-05"), ("2024-06-19", "2024-06-19"), ("2024-06-20", "2024-06-22")):
            changes = opened.changes(since=since, until=until)
            told[since] = {(c.kind.value, c.was, c.now) for c in changes if "CONSULT" in c.what}
        assert told["2024-05"] == {("new", None, "expected")}
        assert told["2024-06-19"] == {("standing", "expected", "single-source"), ("fulfilled", None, "single-source")}
        assert told["2024-06-20"] == {("standing", "single-source", "confirmed")}
        (arisen,) = opened.changes(since="2024-06-24", kinds="dispute")
        assert arisen.now == "occurrence"
        names = {d.id: d.name for d in opened.documents()}
        assert {names[d] for d in arisen.documents} == {"denial.txt"}


def test_changes_as_table_and_csv(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changes are a table of at most 80 columns with the words below each, and CSV of one line each."""
    table = ask("changes", "--since", "2024-06-19", capsys=capsys)[0].splitlines()
    rows = list(
        csv.DictReader(io.StringIO(ask("changes", "--since", "2024-06-19", "--format", "csv", capsys=capsys)[0]))
    )
    assert max(map(len, table)) <= 80
    assert any("confirmed, was expected" in line for line in table)
    assert any("- visit.txt, Hentzau Post, 2024-06-19" in line for line in table)
    assert len(rows) == sum(line[:1] == "2" for line in table)
    assert "nothing" not in ask("changes", "--since", "2030", capsys=capsys)[0]
    assert "Nothing changed" in ask("changes", "--since", "2030", capsys=capsys)[1]
    korean = ask("changes", "--since", "2024-05", "--actor", "PRK,Iran", "--format", "jsonl", capsys=capsys)[0]
    assert korean
    assert all("PRK" in json.loads(line)["what"] for line in korean.splitlines())
    assert ask("changes", "--since", "2024-05", "--actor", "CHN", capsys=capsys)[0] == ""


def test_rulings_are_changes_by_the_clock_of_reading(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person joined or parted is told as a change, with who did it."""
    for name in ARTICLES:
        move_reading(case, name, "2025-01-05T10:00:00+00:00")
    with sqlite3.connect(case) as db:
        db.execute("UPDATE decision SET made_at = '2025-01-05T10:00:01+00:00'")
    db.close()
    with open_case(case) as opened:
        meeting, gift = opened.events(types="CONSULT")[0].id, opened.events(types="AID")[0].id
    ask("merge", meeting, gift, capsys=capsys)
    lines = ask("changes", "--since", "2025-02", "--clock", "read", "--format", "jsonl", capsys=capsys)[0].splitlines()
    joined = next(line for line in map(json.loads, lines) if line["kind"] == "joined")
    assert "joined by anna on 20" in joined["ruled"]
    assert ask("changes", "--since", "2025-02", capsys=capsys)[0] == ""
