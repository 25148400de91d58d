"""Who takes part in an event, as its accounts together tell it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model import ActorRef, Event, Statement
from tests.weigh.builders import the_event, told

SIGNED = {"when": "2024-06-09", "word": "signed", "theme": "a pact on grain"}


def by_person(statement: Statement, **names: str) -> Statement:
    """Return the statement with persons in the place of the states they act for."""
    agents = tuple(
        ActorRef(code=ref.code, actor=f"person:{ref.code}", name=names[ref.code]) if ref.code in names else ref
        for ref in statement.agents
    )
    return replace(statement, agents=agents)


def parties(event: Event) -> list[str]:
    """Return the names of all who take part."""
    return sorted(ref.name for ref in (*event.agents, *event.targets))


JOINT = by_person(told("a", "AGREE RUS+UKR+TUR", **SIGNED), RUS="Shoigu", UKR="Kubrakov")
CASES = [
    ("two ministers and two states", [JOINT], ["Russia", "Turkey", "Ukraine"]),
    (
        "a fuller account adds whom another leaves out",
        [JOINT, told("b", "AGREE RUS+UKR+TUR+UN", **SIGNED), told("c", "AGREE RUS+UKR", **SIGNED)],
        ["Russia", "Turkey", "Ukraine", "United Nations"],
    ),
    (
        "two who meet keep their own names",
        [by_person(told("a", "CONSULT PRK+RUS", when="2024-06-09"), PRK="Kim Jong Un", RUS="Vladimir Putin")],
        ["Kim Jong Un", "Vladimir Putin"],
    ),
]


@pytest.mark.parametrize(("statements", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_parties_of_an_event(statements: list[Statement], expected: list[str]) -> None:
    """A joint act of several has every state that a full account names, by the state and not by who signed."""
    codes = {"TUR": "Turkey", "UN": "United Nations"}  # as the builders name them
    assert sorted(codes.get(name, name) for name in parties(the_event(*statements))) == expected
