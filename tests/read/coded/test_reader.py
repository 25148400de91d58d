from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from dragoman.ingest import ingest
from dragoman.model import ActorRef, Document, Statement
from dragoman.pipeline import read_document
from dragoman.read.coded import CodedReader
from tests.coded.builders import ICEWS_HEADER, gdelt_row, icews_row, plover_row

READER = CodedReader()


def read_rows(folder: Path, name: str, *lines: str) -> tuple[Statement, ...]:
    """Return the statements of a file of these rows; offsets and quotes are checked."""
    (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    found: list[Statement] = []
    for document in ingest(str(folder / name)):
        assert isinstance(document, Document)
        assert document.is_coded
        read = read_document(document, READER).statements
        assert all(_is_within(statement, document.text) for statement in read)
        found += read
    return tuple(found)


def _is_within(statement: Statement, text: str) -> bool:
    """Say whether quote, trigger and mentions are where the statement says."""
    evidence = statement.evidence
    row = text[: text.find("\n", evidence.start)] if "\n" in text[evidence.start :] else text
    return (
        text[evidence.start : evidence.end] == evidence.quote
        and len(evidence.quote) <= 500
        and evidence.start <= evidence.trigger.start < evidence.trigger.end <= evidence.end
        and all(r.mention is None or r.mention.end <= len(row) for r in (*statement.agents, *statement.targets))
    )


def codes(refs: Sequence[ActorRef]) -> list[str]:
    """Return "CODE id" of each."""
    return [f"{ref.code} {ref.actor}" for ref in refs]


def test_rows_of_icews_become_statements(tmp_path: Path) -> None:
    """Each row with a type is a statement whose evidence is the row; public statements stay in the text alone."""
    lines = (ICEWS_HEADER, icews_row(), icews_row(CAMEO_Code="010"), icews_row(CAMEO_Code="112"))
    visit, charge = read_rows(tmp_path, "events.tab", *lines)
    assert (visit.type, visit.mode, charge.type) == ("CONSULT", "visit", "ACCUSE")
    assert visit.evidence.quote == lines[1]
    assert codes(visit.agents) == ["USA person:john-kerry"]
    assert codes(visit.targets) == ["CHN state:CHN"]
    assert (visit.time.start, visit.time.precision) == (date(2014, 2, 14), "day")
    assert visit.place is not None
    assert (visit.place.text, visit.place.country) == ("Beijing", "CHN")
    assert visit.reader.startswith("coded")
    assert visit.voices == ()


@pytest.mark.parametrize(
    ("cells", "code", "actor"),
    [
        (
            {"Source_Name": "Sergey Viktorovich Lavrov", "Source_Country": "Russian Federation"},
            "RUS",
            "person:sergey-lavrov",
        ),
        ({"Source_Name": "Citizen (India)", "Source_Country": "India"}, "IND", "people:citizen-ind"),
        ({"Source_Name": "Citizen (India)", "Source_Country": ""}, "IND", "people:citizen-ind"),
        ({"Source_Name": "Hamas", "Source_Country": ""}, "HAMAS", "group:hamas"),
        ({"Source_Name": "United Nations", "Source_Country": ""}, "UN", "body:united-nations"),
        ({"Source_Name": "", "Source_Country": "Iran"}, "IRN", "state:IRN"),
        ({"Source_Name": "League of Zenda", "Source_Country": ""}, "LEAGUE-OF-ZENDA", "group:league-of-zenda"),
    ],
)
def test_actor_of_icews(tmp_path: Path, cells: dict[str, str], code: str, actor: str) -> None:
    """Actors are those of the world by name and country; kinds of people and newcomers get ids of their own."""
    (found,) = read_rows(tmp_path, "events.tab", ICEWS_HEADER, icews_row(**cells))
    assert found.agents[0].code == code
    assert found.agents[0].actor.partition(":")[0] == actor.partition(":")[0]
    assert found.agents[0].actor == actor


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({}, "RUS"),
        (
            {
                "Actor1Code": "PSEINSHMS",
                "Actor1Name": "HAMAS",
                "Actor1CountryCode": "PSE",
                "Actor1KnownGroupCode": "HMS",
            },
            "HAMAS",
        ),
        (
            {
                "Actor1Code": "IGOUNO",
                "Actor1Name": "UNITED NATIONS",
                "Actor1CountryCode": "",
                "Actor1KnownGroupCode": "UNO",
            },
            "UN",
        ),
        ({"Actor1Code": "ROM", "Actor1Name": "ROMANIA", "Actor1CountryCode": "ROM"}, "ROU"),
        ({"Actor1Code": "RUSMIL", "Actor1Name": "MOSCOW", "Actor1Type1Code": "MIL"}, "RUS"),
    ],
)
def test_actor_of_gdelt(tmp_path: Path, cells: dict[str, str], code: str) -> None:
    """Codes of countries and known groups give the actor, where CAMEO's code is another one too."""
    (found,) = read_rows(tmp_path, "20140829.export.CSV", gdelt_row(**cells))
    assert found.agents[0].code == code


def test_records_of_plover_become_statements(tmp_path: Path) -> None:
    """JSON lines of PLOVER are coded rows and no articles; long ones are quoted around the type."""
    long = plover_row(id="x" * 900)
    meeting, other = read_rows(tmp_path, "events.jsonl", plover_row(), long)
    assert codes(meeting.agents) == ["FRA person:francois-hollande", "DEU person:angela-merkel"]
    assert codes(meeting.targets) == ["UKR state:UKR"]
    assert meeting.targets[0].sector == "GOV"
    assert other.type == "CONSULT"
