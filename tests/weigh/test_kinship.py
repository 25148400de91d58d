"""What speaks for one happening beyond parties and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.model import ActorRef, Document, Evidence, Place, Span, Statement, Status, Theme, Time
from tests.weigh.builders import actor, is_one, report, the_event, told, weighed

OF_ONE = [
    (
        "one killing told with the same names near it",
        "The bomb in Beirut that killed Gebran Tueni blew his car off the road at Mkalles.",
        "Mourners in Beirut carried Gebran Tueni, killed on the road at Mkalles, to the church.",
        "killed",
        "ASSAULT - LBN",
    ),
    (
        "one refusal told with the same words",
        "Officials said that the company refused at talks in Minsk to lower the price of gas for Lukashenko.",
        "A spokesman said that the company refused to lower the price of gas, and Lukashenko left Minsk.",
        "refused",
        "REJECT RUS",
    ),
]
OF_TWO = [
    (
        "approval of two things by one government",
        "The cabinet in Ankara approved a loan for farmers in Konya after a long night of talks.",
        "A plan for a bridge at Canakkale was approved by ministers, and boats will lose their trade.",
        "approved",
        "SUPPORT TUR",
    ),
    (
        "two killings of one week in one country",
        "A guard was killed at a bank in Sidon when robbers came out shooting into the crowd.",
        "The driver of a lorry was killed near Tripoli by a shell left from the last war.",
        "killed",
        "ASSAULT - LBN",
    ),
    (
        "help of any kind on two occasions",
        "Soldiers from Seoul helped to clear the snow in Gangwon before the skiers came.",
        "Engineers are being helped with a dam whose turbines were bought in Grenoble.",
        "helped",
        "AID KOR",
    ),
]


def in_words(name: str, text: str, word: str, what: str, published: date | None = None) -> tuple[Document, Statement]:
    """Return a report of one sentence and what it tells."""
    plain = told(name, what)
    at = text.index(word)
    evidence = Evidence(start=0, end=len(text), quote=text, trigger=Span(at, at + len(word)))
    statement = Statement(
        id=name, document=name, type=plain.type, agents=plain.agents, targets=plain.targets, evidence=evidence
    )
    return report(name, str(published or date(2024, 6, 10)), text=text), statement


@pytest.mark.parametrize(("first", "second", "word", "what"), [c[1:] for c in OF_ONE], ids=[c[0] for c in OF_ONE])
def test_names_and_words_near_two_statements_link_them(first: str, second: str, word: str, what: str) -> None:
    """Two reports that name one party are of one happening when people, places and words near it are the same."""
    (a, one), (b, two) = in_words("a", first, word, what), in_words("b", second, word, what)
    event = the_event(one, two, documents=(a, b))
    assert any("both near" in reason or "share words" in reason for reason in event.reasons)


@pytest.mark.parametrize(("first", "second", "word", "what"), [c[1:] for c in OF_TWO], ids=[c[0] for c in OF_TWO])
def test_one_party_within_days_is_not_enough(first: str, second: str, word: str, what: str) -> None:
    """Two reports that share nothing but a party and the week are of two happenings."""
    (a, one), (b, two) = in_words("a", first, word, what), in_words("b", second, word, what)
    assert not is_one(one, two, documents=(a, b))


def person(code: str, name: str) -> ActorRef:
    """Return a person who acts for the state of that code."""
    return ActorRef(code=code, actor=f"person:{name}", name=name)


def visit(document: str, guest: ActorRef, host: ActorRef, status: Status = Status.ACTUAL) -> Statement:
    """Return the visit of one to the other."""
    evidence = Evidence(start=0, end=7, quote="visited", trigger=Span(0, 7))
    return Statement(
        id=document,
        document=document,
        type="CONSULT",
        mode="visit",
        agents=(guest,),
        targets=(host,),
        status=status,
        evidence=evidence,
    )


def test_visits_of_two_persons_are_two() -> None:
    """A minister's visit and another minister's visit to the same country in one week are two."""
    first = visit("a", person("USA", "yellen"), actor("CHN"))
    second = visit("b", person("USA", "kerry"), actor("CHN"))
    assert not is_one(first, second, documents=(report("a", "2023-07-10"), report("b", "2023-07-17")))


def test_a_visit_is_one_whoever_is_taken_for_the_guest() -> None:
    """Where both reports name both persons, it is one visit though one of them mistakes who comes to whom."""
    guest, host = person("USA", "bush"), person("CHN", "hu")
    assert is_one(visit("a", guest, host), visit("b", host, guest))


def test_what_is_still_planned_when_another_is_over_is_another() -> None:
    """A meeting told as done is not the one that is still announced days later."""
    done = told("a", "CONSULT RUS NATO", word="talks")
    ahead = told("b", "CONSULT RUS NATO", status="planned", word="summit")
    assert not is_one(done, ahead, documents=(report("a", "1997-04-15"), report("b", "1997-04-19")))
    assert is_one(done, ahead, documents=(report("a", "1997-04-19"), report("b", "1997-04-15")))


def test_a_state_told_decades_apart_is_two() -> None:
    """Two regimes of sanctions of one pair are two, even when no report says since when."""
    first, second = told("a", "SANCTION UNSC LBY"), told("b", "SANCTION UNSC LBY")
    assert not is_one(first, second, documents=(report("a", "1993-11-12"), report("b", "2011-02-27")))
    assert is_one(first, second, documents=(report("a", "2011-02-27"), report("b", "2011-03-09")))


def test_a_war_that_begins_after_a_report_is_not_the_one_in_it() -> None:
    """A war told to have begun in July is not the fighting that was reported the November before."""
    before = told("a", "ASSAULT ISR HEZBOLLAH", word="fighting")
    war = told("b", "ASSAULT ISR HEZBOLLAH", word="conflict", when="2006-07-12")
    assert not is_one(before, war, documents=(report("a", "2005-11-22"), report("b", "2006-11-07")))


def test_help_of_one_party_is_no_state() -> None:
    """That one country helps, with nobody named whom and with what, joins nothing over the years."""
    events = weighed(
        told("a", "AID CHN", word="help"),
        told("b", "AID CHN", word="help"),
        documents=(report("a", "2005-11-22"), report("b", "2006-11-16")),
    ).events
    assert len(events) == 2


def test_the_reasons_name_what_speaks_for_a_link() -> None:
    """An event tells what beside the parties its link rests on."""
    place = Place(text="Geneva", country="CHE", lat=46.2, lon=6.15, precision="city")
    day = Time(start=date(2024, 6, 1), end=date(2024, 6, 1), precision="day", text="1 June")
    theme = Theme(text="the limits on strategic missiles")
    one, two = (
        Statement(
            id=d,
            document=d,
            type="CONSULT",
            agents=(person("USA", "sherman"), person("RUS", "ryabkov")),
            theme=theme,
            time=day,
            place=place,
            evidence=Evidence(start=0, end=3, quote="met", trigger=Span(0, 3)),
        )
        for d in ("a", "b")
    )
    reasons = " ".join(the_event(one, two).reasons)
    assert all(
        words in reasons for words in ("the same persons", "on the same day", "at the same place", "same matter")
    )


def test_a_visit_and_the_meeting_for_which_it_was_made_are_one() -> None:
    """A visit in one report meets the meeting in another when a person is the same, and not when the persons differ."""
    guest, host = person("USA", "bush"), person("CHN", "hu")
    meeting = replace(visit("b", guest, host), mode="meeting", evidence=told("b", "CONSULT", word="met").evidence)
    assert is_one(visit("a", guest, actor("CHN")), meeting)
    assert not is_one(visit("a", person("USA", "rice"), actor("CHN")), meeting)
