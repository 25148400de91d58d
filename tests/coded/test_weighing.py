from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.library import Case, open_case
from dragoman.model import Standing
from dragoman.settings import Settings
from tests.coded.builders import ICEWS_HEADER, gdelt_row, icews_row

ARTICLE = (
    "BEIJING, Feb. 14, 2014 - U.S. Secretary of State John Kerry visited China on Friday and met its president,"
    " Xi Jinping, in Beijing.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with open_case(tmp_path / "x.case", settings=Settings(user="ann")) as opened:
        yield opened


def write(path: Path, *lines: str) -> Path:
    """Return the path of a file with these lines."""
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_article_and_row_tell_of_one_event(case: Case, tmp_path: Path) -> None:
    """A row of ICEWS and an article about the same visit make one event of two origins: it is confirmed."""
    case.read([write(tmp_path / "a.txt", ARTICLE), write(tmp_path / "e.tab", ICEWS_HEADER, icews_row())])
    kinds = {document.id: document.kind for document in case.documents()}
    joined = [
        event
        for event in case.events(types="CONSULT")
        if {kinds[s.document] for s in case.file.statements_with_ids(event.statements)} == {"article", "coded"}
    ]
    (event,) = joined
    assert event.standing is Standing.CONFIRMED
    assert len(event.origins) == 2 and "ICEWS" in event.origins


def test_rows_of_one_dataset_stay_apart(case: Case, tmp_path: Path) -> None:
    """A dataset has told its events apart; rows of two datasets can be of one event."""
    rows = [icews_row(), icews_row(), icews_row(Event_Date="2014-02-15")]
    case.read(write(tmp_path / "e.tab", ICEWS_HEADER, *rows))
    assert len(case.events()) == 3
    case.read(
        write(
            tmp_path / "g.csv",
            gdelt_row(
                SQLDATE="20140214",
                EventCode="042",
                Actor1Code="USA",
                Actor1Name="JOHN KERRY",
                Actor1CountryCode="USA",
                Actor2Code="CHN",
                Actor2Name="CHINA",
                Actor2CountryCode="CHN",
                ActionGeo_FullName="Beijing, Beijing, China",
            ),
        )
    )
    assert len(case.events()) == 3
    assert sorted(event.origins for event in case.events()) == [("GDELT", "ICEWS"), ("ICEWS",), ("ICEWS",)]


def test_rows_are_read_once(case: Case, tmp_path: Path) -> None:
    """What the case holds is passed over, again too, and reading rows loads no parser."""
    path = write(tmp_path / "e.tab", ICEWS_HEADER, icews_row(), icews_row(Event_Date="2014-02-15"))
    assert len(case.read(path).added) == 2
    report = case.read(path, again=True)
    assert (report.added, report.reread, len(report.unchanged)) == ([], [], 2)
    assert case.read(again=True).reread == []
    (first,) = {statement.reader for statement in case.statements()}
    assert first.startswith("coded")


def test_bad_row_fails_and_the_rest_is_read(case: Case, tmp_path: Path) -> None:
    """The report has the line; the other rows are in the case."""
    report = case.read(write(tmp_path / "e.tab", ICEWS_HEADER, "torn", icews_row()))
    assert [reason for _, reason in report.failed] == ["Line 2 of e.tab has 1 columns and not 20: it is left out."]
    assert len(case.statements()) == 1


def test_row_is_explained(case: Case, tmp_path: Path) -> None:
    """Why a row is what it is: the code that others gave it."""
    case.read(write(tmp_path / "e.tab", ICEWS_HEADER, icews_row()))
    (statement,) = case.statements()
    parts = {part.part: part for part in case.explain(statement.id)}
    assert "coded by others as 042" in parts["type"].why


def test_row_is_told_in_words(case: Case, tmp_path: Path) -> None:
    """The brief says what a row tells in a sentence, and does not quote its columns."""
    case.read(write(tmp_path / "e.tab", ICEWS_HEADER, icews_row()))
    assert "John Kerry consulted with China (visit), in Beijing" in case.brief()
