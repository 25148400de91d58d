"""Which meeting of several, which matter and which measure of several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.model import ActorRef, Document, Evidence, Span, Statement, Status
from dragoman.weigh.stages import Stage, is_by_wire, levels_of, stage_of
from tests.weigh.builders import actor, is_one, report, told

Report = tuple[Document, Statement]
DAY = "2018-04-18"


def meets(name: str, text: str, word: str, *parties: ActorRef, status: str = "actual", mode: str = "meeting") -> Report:
    """Return a report of one sentence of a meeting of the parties, told by the word."""
    at = text.index(word)
    evidence = Evidence(start=0, end=len(text), quote=text, trigger=Span(at, at + len(word)))
    statement = Statement(
        id=name, document=name, type="CONSULT", mode=mode, agents=parties, status=Status(status), evidence=evidence
    )
    return report(name, DAY, text=text), statement


def person(code: str, slug: str) -> ActorRef:
    """Return a person who acts for the state."""
    return ActorRef(code=code, actor=f"person:{slug}", name=slug)


STAGES = [
    ("He went to Pyongyang for talks to prepare for a summit of the two leaders.", "talks", Stage.PREPARES),
    ("The ministers met in Geneva to lay the groundwork for the visit.", "met", Stage.PREPARES),
    ("Their aides met in Rome ahead of the first summit in ten years.", "met", Stage.PREPARES),
    ("Officials travelled to Oslo to lay the groundwork for the first direct talks.", "talks", Stage.PREPARED),
    ("Details of the next summit are being worked out.", "summit", Stage.PREPARED),
    ("The envoy will discuss the planned bilateral meeting.", "meeting", Stage.PREPARED),
    ("The two presidents met in Geneva for three hours.", "met", Stage.UNSAID),
    ("They prepared for winter. Later the presidents met in Geneva.", "met", Stage.UNSAID),
]


@pytest.mark.parametrize(("text", "word", "stage"), STAGES)
def test_words_say_which_meeting_prepares_another(text: str, word: str, stage: Stage) -> None:
    """A sentence tells whether a meeting prepares another or is the one prepared."""
    document, statement = meets("a", text, word, actor("USA"), actor("PRK"))
    assert stage_of(statement, document) is stage


def test_a_preparatory_meeting_is_not_the_summit() -> None:
    """A meeting that prepares a summit and the summit are two, where no report names a person."""
    first = meets("a", "The two sides met in secret to prepare for a summit.", "met", actor("USA"), actor("PRK"))
    text = "Diplomats spent weeks on the groundwork for the summit."
    second = meets("b", text, "summit", actor("USA"), actor("PRK"))
    plain = meets("a", "The two sides met in secret at a summit.", "met", actor("USA"), actor("PRK"))
    other = meets("b", "Diplomats spent weeks on the summit.", "summit", actor("USA"), actor("PRK"))
    assert is_one(plain[1], other[1], documents=(plain[0], other[0]))
    assert not is_one(first[1], second[1], documents=(first[0], second[0]))


def test_a_meeting_held_to_prepare_is_not_one_still_to_come() -> None:
    """A meeting held to prepare another is not the one that a report of that day still expects."""
    first = meets("a", "The two sides met in secret to prepare for a summit.", "met", actor("USA"), actor("PRK"))
    text = "The two states are expected to meet before the summer."
    second = meets("b", text, "meet", actor("USA"), actor("PRK"), status="planned")
    plain = meets("a", "The two sides met in secret.", "met", actor("USA"), actor("PRK"))
    assert is_one(plain[1], second[1], documents=(plain[0], second[0]))
    assert not is_one(first[1], second[1], documents=(first[0], second[0]))


def test_a_summit_is_not_a_meeting_of_envoys() -> None:
    """A summit of two states is not the meeting at which a minister spoke for one of them."""
    lavrov, word = person("RUS", "sergey-lavrov"), "summit"
    first = meets("a", "The summit of Russia and China closed.", word, actor("RUS"), actor("CHN"))
    second = meets("b", "Lavrov met Chinese counterparts.", "met", lavrov, actor("CHN"))
    assert dict(levels_of(first[1], first[0], word)) == {"RUS": "leader", "CHN": "leader"}
    assert dict(levels_of(second[1], second[0], "meet")) == {"RUS": "envoy"}
    assert not is_one(first[1], second[1], documents=(first[0], second[0]))


def test_a_talk_through_a_hotline_is_no_meeting() -> None:
    """Words before a talk tell that it goes through a telephone, so that it is no meeting."""
    text = "The president plans to use the new hotline to talk with the North."
    first = meets("a", text, "talk", actor("KOR"), actor("PRK"), status="planned", mode="talk")
    second = meets("b", "The two Koreas plan to meet.", "meet", actor("KOR"), actor("PRK"), status="planned")
    assert is_by_wire(first[1], first[0])
    assert not is_one(first[1], second[1], documents=(first[0], second[0]))


def test_a_refusal_to_meet_is_not_of_a_meeting_that_was() -> None:
    """Who will not meet has not denied a meeting that was."""
    text = "The two states will not meet."
    first = meets("a", text, "meet", actor("USA"), actor("PRK"), status="denied")
    second = meets("b", "The two states met in Hanoi.", "met", actor("USA"), actor("PRK"))
    held = meets("a", "The two states met.", "met", actor("USA"), actor("PRK"))
    assert is_one(held[1], second[1], documents=(held[0], second[0]))
    assert not is_one(first[1], second[1], documents=(first[0], second[0]))


def test_parties_named_for_another_happening_link_nothing() -> None:
    """An agreement whose parties were taken from the words before it is not one with another report's."""
    first, second = (told(name, "AGREE USA+FRA", word="agreement") for name in "ab")
    documents = (report("a", DAY), report("b", DAY))
    assert is_one(first, second, documents=documents)
    borrowed = replace(second, reasons=("participants as in 'welcomed' before it",))
    assert not is_one(first, borrowed, documents=documents)


MATTERS = [
    ("RETREAT PRK", "nuclear tests", "its nuclear weapons", False),
    ("RETREAT PRK", "nuclear tests", "a nuclear test site", False),
    ("RETREAT PRK", "all nuclear tests", "tests of nuclear weapons", True),
    ("RETREAT PRK", "the nuclear test site", "its only nuclear test site", True),
]


@pytest.mark.parametrize(("what", "one", "other", "same"), MATTERS)
def test_tests_are_no_weapons(what: str, one: str, other: str, same: bool) -> None:
    """Who halts tests, closes a site and gives up weapons does three things, all of one kind of goods."""
    first = told("a", what, theme=one, goods="nuclear", word="halt", status="planned")
    second = told("b", what, theme=other, goods="nuclear", word="halt", status="planned")
    assert is_one(first, second, documents=(report("a", DAY), report("b", DAY))) is same


def test_leaving_a_pact_is_no_embargo() -> None:
    """A state that pulls out of a pact with another has not put sanctions on it."""
    documents = (report("a", DAY), report("b", DAY))
    first = told("a", "SANCTION USA IRN", word="withdrew")
    assert not is_one(first, told("b", "SANCTION USA IRN", word="sanctions"), documents=documents)
    assert is_one(first, told("b", "SANCTION USA IRN", word="withdraws"), documents=documents)


def test_persons_of_one_state_act_apart() -> None:
    """What two persons of one state are told to do, with no other party, is two happenings."""

    def helps(name: str, slug: str) -> Statement:
        plain = told(name, "COOPERATE USA", word="cooperate", when=str(date(2018, 5, 1)))
        return replace(plain, agents=(person("USA", slug),))

    documents = (report("a", "2018-05-02"), report("b", "2018-05-02"))
    assert is_one(helps("a", "donald-trump"), helps("b", "donald-trump"), documents=documents)
    assert not is_one(helps("a", "michael-flynn"), helps("b", "donald-trump"), documents=documents)


def test_what_one_politician_means_to_do_is_not_what_his_state_may_do() -> None:
    """Who doesn't lead a state and vows that it will leave a pact tells of no step of that state."""
    plain = told("a", "SANCTION USA IRN", word="withdraw", status="planned")
    vow = replace(plain, agents=(person("USA", "marco-rubio"),))
    other = told("b", "SANCTION USA IRN", word="withdraws", status="possible")
    documents = (report("a", DAY), report("b", DAY))
    assert is_one(plain, other, documents=documents)
    assert not is_one(vow, other, documents=documents)


def test_talks_of_three_are_not_talks_of_two() -> None:
    """A meeting of three states and one of two of them are two, where no day and no persons are told."""
    two = meets("a", "The two Koreas are willing to meet.", "meet", actor("KOR"), actor("PRK"), status="planned")
    text = "The three states are willing to meet."
    three = meets("b", text, "meet", actor("KOR"), actor("PRK"), actor("USA"), status="planned")
    assert not is_one(two[1], three[1], documents=(two[0], three[0]))


def test_a_planned_meeting_has_not_the_parties_of_one_that_was() -> None:
    """In one report, a meeting to come whose parties are guessed from one that was is not that one."""
    text = "He welcomed the guest. Five places are looked at for the potential summit."
    held = meets("a", text, "welcomed", actor("USA"), actor("CHN"))
    guessed = replace(
        meets("b", text, "summit", actor("USA"), actor("CHN"), status="possible")[1],
        document="a",
        reasons=("participants as in 'welcomed' before it",),
    )
    assert not is_one(held[1], guessed, documents=(held[0],))


def test_what_is_still_prepared_has_not_been() -> None:
    """A meeting of which the details are being worked out is not one that a report of that day tells as held."""
    held = meets("a", "The two states met in Hanoi.", "met", actor("USA"), actor("PRK"))
    text = "Details of the summit are being worked out."
    ahead = meets("b", text, "summit", actor("USA"), actor("PRK"), status="planned")
    assert not is_one(held[1], ahead[1], documents=(held[0], ahead[0]))
