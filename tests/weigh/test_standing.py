"""The standing of an event: each rule of the glossary, in its order."""

from __future__ import annotations

import pytest

from dragoman.model import Standing, Statement
from tests.weigh.builders import report, the_event, told

ARMS = {"theme": "shells", "goods": "ammunition"}
RULES: list[tuple[str, list[Statement], str]] = [
    ("two outlets tell it", [told("a", "AID PRK RUS", **ARMS), told("b", "AID PRK RUS", **ARMS)], "confirmed"),
    ("one outlet tells it", [told("a", "AID PRK RUS", **ARMS)], "single-source"),
    (
        "one outlet tells it twice",
        [told("a", "AID PRK RUS", **ARMS), told("a", "AID PRK RUS", word="sent", **ARMS)],
        "single-source",
    ),
    (
        "one alleges, another denies",
        [
            told("a", "AID PRK RUS", by="USA", force="alleges", status="possible", **ARMS),
            told("b", "AID PRK RUS", by="RUS", force="denies", status="denied", **ARMS),
        ],
        "disputed",
    ),
    (
        "two officials of one state contradict each other",
        [
            told("a", "AID PRK RUS", by="Ivanov/RUS", **ARMS),
            told("a", "AID PRK RUS", by="Petrov/RUS", force="denies", status="denied", **ARMS),
        ],
        "disputed",
    ),
    (
        "only denied",
        [told("a", "AID PRK RUS", by="RUS", force="denies", status="denied", **ARMS)],
        "denied",
    ),
    (
        "one outlet denies it and hedges",
        [told("a", "AID CHN RUS", status="denied", **ARMS), told("a", "AID CHN RUS", status="possible", **ARMS)],
        "denied",
    ),
    ("only alleged", [told("a", "AID PRK RUS", by="USA", force="alleges", status="possible", **ARMS)], "alleged"),
    ("only planned", [told("a", "CONSULT PRK+RUS", status="planned")], "expected"),
    ("only wished for", [told("a", "CONSULT PRK+RUS", status="wanted")], "wanted"),
    (
        "planned and alleged",
        [
            told("a", "AID PRK RUS", status="planned", **ARMS),
            told("b", "AID PRK RUS", by="USA", status="possible", **ARMS),
        ],
        "alleged",
    ),
    (
        "a plan that its outlet later reports to have failed",
        [told("a", "CONSULT PRK+RUS", status="planned"), told("b", "CONSULT PRK+RUS", status="denied")],
        "denied",
    ),
]


@pytest.mark.parametrize(("statements", "standing"), [r[1:] for r in RULES], ids=[r[0] for r in RULES])
def test_first_rule_that_applies_gives_the_standing(statements: list[Statement], standing: str) -> None:
    """The standing follows from who asserts and who denies, and its reason is said in words."""
    event = the_event(*statements)
    assert event.standing == Standing(standing)
    assert event.reasons[0]


def test_one_voice_in_doubt_is_not_two_against_each_other() -> None:
    """Who denies a thing and allows that it may be so is shown as one in doubt, not as asserting and denying."""
    event = the_event(
        told("a", "AID CHN RUS", status="denied", goods="weapons"),
        told("a", "AID CHN RUS", status="possible", goods="weapons", word="maybe"),
    )
    assert event.asserted_by == ()
    assert event.denied_by == ("A",)
    assert event.doubt is not None
    assert "A denies it" in event.doubt


def test_speakers_in_one_breath_are_all_heard() -> None:
    """Two states that allege together both stand on the asserting side, both that deny on the other."""
    event = the_event(
        told("a", "AID PRK RUS", by="USA, KOR", force="alleges", status="possible", goods="weapons"),
        told(
            "a", "AGREE PRK+RUS", by="PRK, RUS", force="denies", status="denied", theme="an arms deal", goods="weapons"
        ),
    )
    assert event.standing is Standing.DISPUTED
    assert event.asserted_by == ("USA", "KOR")
    assert event.denied_by == ("PRK", "RUS")


def test_voices_of_one_statement_stand_on_their_own_sides() -> None:
    """A statement that carries both those who allege it and one who denies it counts for each of them."""
    alleged = told("a", "AID IRN HOUTHIS", by="SAU", force="alleges", status="possible", goods="weapons")
    denial = told("a", "AID IRN HOUTHIS", by="IRN", force="denies", goods="weapons").voices
    both = type(alleged)(**{f: getattr(alleged, f) for f in alleged.__slots__} | {"voices": (*alleged.voices, *denial)})
    event = the_event(both)
    assert event.standing is Standing.DISPUTED
    assert (event.asserted_by, event.denied_by) == (("SAU",), ("IRN",))
    assert event.statements == (alleged.id,)


FULFILLED = [
    ("2024-06-01", "2024-06-20", True),
    ("2024-06-20", "2024-06-01", False),
    (None, "2024-06-20", True),
    ("2024-06-01", "2024-06-10", False),  # the report comes before the day that the plan names
]


@pytest.mark.parametrize(("planned", "actual", "expected"), FULFILLED)
def test_a_plan_told_later_as_done_is_fulfilled(planned: str | None, actual: str, expected: bool) -> None:
    """Planned in one document and actual in one that isn't older marks the event as fulfilled."""
    event = the_event(
        told("a", "CONSULT RUS PRK", status="planned", when="2024-06-19", mode="visit"),
        told("b", "CONSULT RUS PRK", when="2024-06-19", mode="visit"),
        documents=(report("a", planned), report("b", actual)),
    )
    assert event.fulfilled is expected


def test_a_plan_that_failed_is_not_fulfilled() -> None:
    """What a later report says was called off has not come true, whatever another tells of "the visit"."""
    event = the_event(
        told("a", "CONSULT RUS PRK", status="planned", when="2024-06-19", mode="visit"),
        told("b", "CONSULT RUS PRK", when="2024-06-19", mode="visit"),
        told("c", "CONSULT RUS PRK", status="denied", when="2024-06-19", mode="visit"),
        documents=(report("a", "2024-06-01"), report("b", "2024-06-20"), report("c", "2024-06-21")),
    )
    assert not event.fulfilled


def test_pronoun_is_no_origin_of_its_own() -> None:
    """What "they" said, of whom nobody knows who they are, is the report's word: nothing is confirmed by it."""
    event = the_event(
        told("a", "CONSULT RUS PRK", when="2024-06-19", by="they/THEY"),
        told("a", "CONSULT RUS PRK", when="2024-06-19", word="met"),
        documents=(report("a", "2024-06-20"),),
    )
    assert event.standing is Standing.SINGLE_SOURCE and "THEY" not in event.asserted_by
