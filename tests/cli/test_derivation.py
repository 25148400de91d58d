"""What `show` prints of an event: how its standing follows, and what was told anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.cli.derivation import derivation_table, history_table
from dragoman.cli.main import run
from dragoman.model import Contribution, Event, Stance, Standing, Update

LONG = "deputy minister for the reconstruction of infrastructure and the ports"
ROWS = (
    Contribution(
        origin=LONG,
        interests=("UKR", "UKRAINIAN-REBELS"),
        says=Stance.ASSERTS,
        statements=("a1b2c3d4e5", "b1b2c3d4e5", "c1b2c3d4e5", "d1b2c3d4e5"),
        documents=("x", "y"),
        counts=True,
        effect="first independent origin; told by 2 documents, counted once",
    ),
    Contribution(
        origin="Meridian",
        interests=("Meridian",),
        says=Stance.ASSERTS,
        statements=("e1b2c3d4e5",),
        documents=("x",),
        counts=False,
        effect="the report's own words of what it quotes: not counted again",
    ),
)
EVENT = Event(
    id="e1",
    type="ASSAULT",
    statements=("a1b2c3d4e5",),
    standing=Standing.SINGLE_SOURCE,
    derivation=ROWS,
    credibility=3,
    history=(
        Update(slot="number of people killed", value="20 people", day=None, statement="a1b2c3d4e5", why="w " * 40),
    ),
)
ARTICLE = {
    "title": "Talks",
    "text": "Iran sent drones to Ethiopia on Tuesday. Ethiopia said on Tuesday that Iran had sent drones to it.",
    "date": "2021-06-09",
    "author": "A. Writer",
}


def test_tables_fit_a_terminal_of_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the names are, no line of the tables is longer than the terminal is wide."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = [*derivation_table(EVENT), *history_table(EVENT)]
    assert max(map(len, lines)) <= 80
    assert [line.strip()[0] for line in lines if line.startswith("  ") and line[2] in "+-="] == ["+", "-", "="]


def test_each_row_names_its_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row names the first statements it rests on and how many more there are."""
    monkeypatch.setenv("COLUMNS", "200")
    (row,) = [line for line in derivation_table(EVENT) if line.startswith("  + ")]
    assert row.endswith("[a1b2c3d4, b1b2c3d4, c1b2c3d4 and 1 more]")


def test_show_prints_the_table_and_whom_it_is_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page of an event has its credibility and the table; who has no publisher stands under the author."""
    (tmp_path / "a.jsonl").write_text(json.dumps(ARTICLE) + "\n", "utf-8")
    case = ["--case", str(tmp_path / "x.case")]
    assert run(["read", str(tmp_path / "a.jsonl"), *case]) == 0
    capsys.readouterr()
    assert run(["events", "--type", "AID", "--format", "jsonl", *case]) == 0
    (event,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert event["derivation"]
    assert run(["show", event["id"], *case]) == 0
    page = capsys.readouterr().out
    assert "How the standing follows" in page
    assert f"= {event['standing']}; credibility {event['credibility']}" in page
    assert "A. Writer" in page and "publisher not known" not in page
