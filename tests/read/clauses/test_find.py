from __future__ import annotations

import pytest

from dragoman import read_text
from dragoman.model import Clause

SIGNED = "Fiji and Tonga signed a pact. "


def read(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a text."""
    return read_text(text).clauses


def said(clause: Clause) -> str:
    """Return "pact FJI,TON must each other" of a clause."""
    who = ",".join(ref.code for ref in clause.bearers) or "all"
    whom = "each other" if clause.each_other else ",".join(ref.code for ref in clause.beneficiaries)
    return f"{clause.instrument} {who} {clause.modality} {whom}".strip()


@pytest.mark.parametrize(
    ("text", "expected", "act"),
    [
        (SIGNED + "The pact calls for each side to help the other.", "pact FJI,TON must each other", "help the other"),
        (SIGNED + "They pledged mutual assistance.", "pact FJI,TON must each other", "mutual assistance"),
        ("The accord requires both to consult.", "pact all must", "consult"),
        ("The accord does not allow Peru to leave.", "pact PER must-not", "leave"),
        (SIGNED + "They pledged to defend each other.", "pact FJI,TON must each other", "defend each other"),
        ("Under the accord, Chad shall refrain from the use of force.", "pact TCD must-not", "the use of force"),
        ("Under UN resolutions Pyongyang is barred from importing oil.", "resolution PRK must-not", "importing oil"),
        ("The resolution bans the sale of arms to Libya.", "resolution all must-not LBY", "the sale of arms to Libya"),
        ("The treaty does not oblige Peru to disarm.", "none", ""),
        ("The accord allows Egypt to station 700 troops in Sinai.", "pact EGY may", "station 700 troops in Sinai"),
        ("The European Union banned imports of Russian coal.", "sanction EU must-not RUS", "imports of Russian coal"),
        ("Britain imposed sanctions on Argentina.", "sanction GBR must-not ARG", "imposed sanctions on Argentina"),
        ("Turkey threatened to close the strait.", "threat TUR must", "close the strait"),
        ("Tensions threatened to split the cabinet of Peru.", "none", ""),
        ("Europe must wake up.", "none", ""),
        ("Norway will send two ships to the exercise.", "none", ""),
        ("Japan pledged to help Ukraine.", "none", ""),
    ],
)
def test_who_is_bound_to_what(text: str, expected: str, act: str) -> None:
    """Words of binding near an instrument, a ban, a sanction or a threat make a clause; others make none."""
    found = [clause for clause in read(text) if clause.status.value != "denied"]
    assert [said(clause) for clause in found] == ([] if expected == "none" else [expected])
    assert [clause.act for clause in found] == ([act] if act else [])


@pytest.mark.parametrize(
    ("text", "when", "on"),
    [
        (SIGNED + "The pact obliges each to help the other if it is attacked.", "if it is attacked", "FJI,TON"),
        (
            SIGNED + "They pledged mutual assistance in the event of aggression against one of them.",
            "in the event of aggression against one of them",
            "FJI,TON",
        ),
        (
            SIGNED + "The accord is to stand by one another should one of the islands be invaded.",
            "should one of the islands be invaded",
            "FJI,TON",
        ),
        ("The treaty obliges Moscow to defend Armenia if it is invaded.", "if it is invaded", "ARM"),
        ("Under the NATO treaty, an attack on one member is considered an attack on all.",
         "an attack on one member", "NATO"),
    ],
)  # fmt: skip
def test_trigger_is_an_attack_on_whom(text: str, when: str, on: str) -> None:
    """What sets a clause off has its words, its type, and on whom it must befall: "either" is each of the parties."""
    (clause,) = read(text)
    assert clause.trigger is not None
    assert (clause.trigger.text, clause.trigger.type) == (when, "ASSAULT")
    assert sorted(ref.code for ref in clause.trigger.targets) == sorted(on.split(","))


@pytest.mark.parametrize(
    ("text", "unless"),
    [
        ("Turkey threatened to close the strait unless the convoy left.", "unless the convoy left"),
        (
            "The peace treaty bars Egypt from stationing tanks in Sinai without the consent of Israel.",
            "without the consent of Israel",
        ),
    ],
)
def test_what_lifts_a_clause_is_an_exception(text: str, unless: str) -> None:
    """ "Unless" and "without" say what lifts it, and are no part of the act."""
    (clause,) = read(text)
    assert [exception.text for exception in clause.exceptions] == [unless]
    assert unless not in clause.act


def test_clause_has_its_exact_words() -> None:
    """Evidence, act, trigger and exceptions are spans of the text, and the id is the same each time."""
    text = SIGNED + "The pact obliges each to help the other if it is attacked."
    (clause,) = read(text)
    assert text[clause.evidence.start : clause.evidence.end] == clause.evidence.quote
    assert clause.act_span.of(text) == clause.act
    assert clause.trigger is not None and clause.trigger.span.of(text) == clause.trigger.text
    assert [other.id for other in read(text)] == [clause.id]


def test_voice_of_a_clause_is_who_says_it() -> None:
    """A clause that somebody tells of keeps that voice."""
    (clause,) = read("The treaty obliges Peru to help Chile if it is attacked, Bolivia's foreign minister said.")
    assert [voice.code for voice in clause.voices] == ["BOL"]
