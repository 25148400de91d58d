from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Certainty, Standing, Trend
from dragoman.system import build_system
from tests.system.builders import NEWS, event, named, names, reported, statement_of, system_of, tie


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        ("RUS,PRK AGREE/pact", {"PRK-RUS pact"}),
        ("RUS AGREE/standing PRK", {"PRK-RUS pact"}),
        ("RUS AGREE/promise PRK", {"PRK-RUS dealings"}),
        ("IRN AID RUS", {"IRN>RUS supply"}),
        ("JOR AID/asylum SYR", {"JOR>SYR support"}),
        ("CHN SUPPORT PRK", {"CHN>PRK support"}),
        ("CHN,PRK ALLY", {"CHN-PRK support"}),
        ("USA CONSULT CHN", {"CHN-USA dealings"}),
        ("USA,KOR MOBILIZE/exercise", {"KOR-USA dealings"}),
        ("USA MOBILIZE/deployment POL", set()),
        ("USA SANCTION/sanctions IRN", {"USA>IRN sanction"}),
        ("JPN ACCUSE CHN", {"JPN>CHN hostility"}),
        ("TUR,GRC OPPOSE", {"GRC-TUR hostility"}),
        ("RUS,PRK OPPOSE WEST", {"PRK-WEST hostility", "RUS-WEST hostility"}),
        ("RUS ASSAULT UKR", {"RUS>UKR war"}),
        ("RUS ASSAULT/cyber-attack EST", {"RUS>EST hostility"}),
        ("IND REQUEST PAK", set()),
        ("PAK WANT IND", set()),
        ("FRA BELONG NATO", set()),
        ("RUS ACCUSE RUS", set()),
        ("? SANCTION PRK", set()),
        ("RUS AID ?", set()),
        ("EXPERTS ACCUSE CHN", set()),
        ("BBC ACCUSE CHN", set()),
    ],
)
def test_what_an_event_ties(deed: str, expected: set[str]) -> None:
    """An event feeds one kind of tie, between the parties that its kind ties; asking, wishing, outlets tie nobody."""
    assert names(system_of(event(deed))) == expected


def test_goods_that_are_traded() -> None:
    """Trade with goods from one to another is supply in that direction; trade without either is dealings."""
    assert names(system_of(event("IRN COOPERATE/trade RUS", goods=["drones"]))) == {"IRN>RUS supply"}
    assert names(system_of(event("IRN COOPERATE/trade RUS"))) == {"IRN-RUS dealings"}
    assert names(system_of(event("IRN,RUS COOPERATE/trade", goods=["drones"]))) == {"IRN-RUS dealings"}


def test_who_acts_for_a_state_is_the_state() -> None:
    """A leader and the state make one party, named as the world names it."""
    found = system_of(event("RUS:person:vladimir-putin SUPPORT PRK"), event("RUS SUPPORT PRK"))
    assert [(t.source.name, len(t.events)) for t in found.ties] == [("Russia", 2)]


def test_co_agents_of_an_attack() -> None:
    """Those who attack together are not tied to each other, and each is at war with whom they attack."""
    assert names(system_of(event("USA,GBR ASSAULT IRQ"))) == {"USA>IRQ war", "GBR>IRQ war"}
    assert names(system_of(event("USA,GBR ASSAULT"))) == set()


def test_who_fought_each_other() -> None:
    """Two who fought a war with each other are at war, though the text names no target."""
    assert names(system_of(event("IRN,IRQ ASSAULT", theme="a lengthy war"))) == {"IRN>IRQ war", "IRQ>IRN war"}
    assert names(system_of(event("PAK,IND ASSAULT"), quotes=["the shooting between the two sides"])) == {
        "IND>PAK war",
        "PAK>IND war",
    }


def test_a_summit_of_twenty() -> None:
    """A meeting of twenty makes 190 faint ties, each a nineteenth of a meeting of two."""
    codes = "USA CHN RUS IND JPN DEU FRA GBR ITA CAN BRA MEX ARG ZAF TUR SAU IDN KOR AUS EU".split()
    two, many = system_of(event("USA,CHN CONSULT")), system_of(event(f"{','.join(codes)} CONSULT"))
    assert len(many.ties) == 190
    assert many.ties[0].events[0].weight == pytest.approx(two.ties[0].events[0].weight / 19)


@pytest.mark.parametrize(
    ("standing", "certainty", "credit"),
    [
        (Standing.CONFIRMED, Certainty.HELD, 1.0),
        (Standing.SINGLE_SOURCE, Certainty.HELD, 0.7),
        (Standing.DISPUTED, Certainty.DISPUTED, 0.4),
        (Standing.ALLEGED, Certainty.ALLEGED, 0.3),
        (Standing.EXPECTED, Certainty.PLANNED, 0.2),
    ],
)
def test_certainty(standing: Standing, certainty: Certainty, credit: float) -> None:
    """A tie of one event is as sure as the event, which counts for as much as its standing gives it."""
    (found,) = system_of(event("IRN AID RUS", "2024-06-30", standing)).ties
    assert found.certainty is certainty
    assert found.events[0].weight == pytest.approx(7 * credit)


@pytest.mark.parametrize("standing", [Standing.DENIED, Standing.WANTED])
def test_what_is_denied_or_wished_for(standing: Standing) -> None:
    """What all deny, or somebody only wishes, is no tie."""
    assert system_of(event("CHN AID RUS", standing=standing)).ties == ()


def test_certainty_of_several() -> None:
    """A tie is held where more is told as so than is disputed: the word of one does not settle what another denies."""
    held, alleged = event("IRN AID RUS"), event("IRN AID RUS", "2024-06-02", Standing.ALLEGED)
    disputed = [event("IRN AID RUS", f"2024-06-{day:02}", Standing.DISPUTED) for day in (3, 4, 5)]
    assert system_of(held, alleged).ties[0].certainty is Certainty.HELD
    assert system_of(alleged, disputed[0]).ties[0].certainty is Certainty.DISPUTED
    assert system_of(held, disputed[0]).ties[0].certainty is Certainty.HELD
    assert system_of(held, *disputed).ties[0].certainty is Certainty.DISPUTED
    word = event("IRN AID RUS", "2024-06-06", Standing.SINGLE_SOURCE)
    assert system_of(word, disputed[0]).ties[0].certainty is Certainty.DISPUTED
    assert system_of(word, event("IRN AID RUS", standing=Standing.SINGLE_SOURCE), disputed[0]).ties[0].certainty is (
        Certainty.HELD
    )


def test_strength_and_shares() -> None:
    """Strength is 1 - exp(-weight/10); each event's share is its part of the weight, and says how it came about."""
    found = system_of(
        event("IRN AID RUS", "2024-06-30"), event("IRN AID RUS", "2024-06-30", Standing.SINGLE_SOURCE)
    ).ties[0]
    assert found.strength == pytest.approx(1 - 2.718281828 ** -((7 + 7 * 0.7 / 2) / 10))
    assert sorted(row.share for row in found.events) == pytest.approx([4.9 / 2 / 9.45, 7 / 9.45])
    assert {row.why for row in found.events} == {
        "7 on the scale, confirmed x1",
        "7 on the scale, single-source x0.7, no. 2 of its day x0.5",
    }


def test_one_who_meets_many() -> None:
    """Who visits three capitals is tied to each, and joins none of them to another."""
    assert names(system_of(event("USA CONSULT/visit DEU,ROU,BEL"))) == {
        "DEU-USA dealings",
        "ROU-USA dealings",
        "BEL-USA dealings",
    }


def test_strangers() -> None:
    """Whom only a text introduces is tied by two events, not by one; a note tells what is left out."""
    once = system_of(event("RIVER-BRIGADE ASSAULT SYR"))
    assert once.ties == ()
    assert once.notes[0].startswith("1 tie is left out")
    twice = system_of(event("RIVER-BRIGADE ASSAULT SYR"), event("RIVER-BRIGADE ACCUSE TUR"))
    assert names(twice) == {"RIVER-BRIGADE>SYR war", "RIVER-BRIGADE>TUR hostility"}


def test_own_actors() -> None:
    """An actor of the user's own file is no stranger."""
    found = event("RIVER-BRIGADE ASSAULT SYR")
    system = build_system([found], [statement_of(found)], [NEWS], own=frozenset({"RIVER-BRIGADE"}))
    assert names(system) == {"RIVER-BRIGADE>SYR war"}


def test_fading() -> None:
    """What is done now and then counts half as much after two years; a pact after twenty."""
    aid = system_of(event("IRN AID RUS", "2022-06-30"), until="2024-06-29").ties[0]
    pact = system_of(event("IRN,RUS AGREE/pact", "2022-06-30"), until="2024-06-29").ties[0]
    assert aid.events[0].weight == pytest.approx(7 / 2)
    assert pact.events[0].weight == pytest.approx(7 * 0.5 ** (1 / 10), rel=1e-3)


def test_no_day() -> None:
    """An event without a day counts as of the day of the report; where that lacks too, it does not fade."""
    found = event("IRN AID RUS", None)
    assert system_of(found).ties[0].start == date(2024, 6, 30)
    (alone,) = system_of(found, document=replace(NEWS, published=None)).ties
    assert (alone.start, alone.last, alone.events[0].weight) == (None, None, 7)


def test_chance_that_it_is_read_right() -> None:
    """An event counts for the chance that one of its statements is right."""
    found = replace(event("IRN AID RUS", "2024-06-30"), statements=("s1", "s2"))
    told = [replace(statement_of(found), id=id_, confidence=0.5) for id_ in found.statements]
    (gift,) = build_system([found], told, [NEWS]).ties
    assert gift.events[0].weight == pytest.approx(7 * 0.75)
    assert gift.events[0].why == "7 on the scale, confirmed x1, read right x0.75"


def test_failed() -> None:
    """An attempt that failed counts half."""
    assert system_of(event("IRN AID RUS", "2024-06-30", outcome="failed")).ties[0].events[0].weight == 3.5


@pytest.mark.parametrize(
    ("begun", "ending", "theme"),
    [
        ("RUS ASSAULT UKR", "RUS RETREAT/withdrawal UKR", None),
        ("RUS ASSAULT UKR", "RUS,UKR RETREAT/ceasefire", None),
        ("RUS ASSAULT UKR", "UKR RETREAT/surrender RUS", None),
        ("RUS ASSAULT UKR", "RUS,UKR AGREE/pact", "a truce"),
        ("USA SANCTION/sanctions LBY", "USA CONCEDE/ease LBY", None),
        ("USA AID PAK", "USA SANCTION/aid-cut PAK", None),
        ("EGY ASSAULT ISR", "EGY,ISR AGREE/pact", "a peace treaty, signed"),
        ("EGY,SYR AGREE/pact", "EGY SANCTION/talks-halted SYR", "the defence treaty"),
    ],
)
def test_end(begun: str, ending: str, theme: str | None) -> None:
    """A retreat, a truce, a repeal, a cut and a broken-off pact end a tie on their day, and are listed with it."""
    last = event(ending, "2024-03-01", theme=theme)
    found = system_of(event(begun, "2024-01-01"), last)
    ended = next(t for t in found.ties if t.end)
    assert (ended.end, ended.ended_by) == (date(2024, 3, 1), (last.id,))
    assert [(row.ends, row.share) for row in ended.events] == [(False, 1.0), (True, 0.0)]
    assert not any(ended.id in bond.ties for bond in found.bonds)


@pytest.mark.parametrize(
    ("ending", "standing", "outcome", "quote"),
    [
        ("USA CONCEDE/ease LBY", Standing.EXPECTED, None, "will lift the sanctions"),
        ("USA CONCEDE/ease LBY", Standing.CONFIRMED, "failed", "failed to lift the sanctions"),
        ("USA CONCEDE/ease LBY", Standing.CONFIRMED, None, "eased the sanctions"),
        ("LBY CONCEDE/ease USA", Standing.CONFIRMED, None, "lifted the sanctions"),
    ],
)
def test_no_end(ending: str, standing: Standing, outcome: str | None, quote: str) -> None:
    """What is only planned, failed, eases without lifting, or is done by the other side ends nothing."""
    begun = event("USA SANCTION/sanctions LBY", "2024-01-01")
    found = system_of(begun, event(ending, "2024-03-01", standing, outcome=outcome), quotes=["...", quote])
    assert tie(found, "USA>LBY sanction").end is None


def test_end_that_does_not_last() -> None:
    """A war that goes on after a truce has not ended, and says that it was told to have."""
    found = system_of(
        event("RUS ASSAULT UKR", "2024-01-01"),
        event("RUS,UKR RETREAT/ceasefire", "2024-03-01"),
        event("RUS ASSAULT UKR", "2024-05-01"),
    )
    war = tie(found, "RUS>UKR war")
    assert war.end is None
    assert "told to have ended (2024-03-01), but events of it follow" in war.reasons


def test_left_alone() -> None:
    """Who leaves a pact without saying whose may have left any: its pacts say so, and go on."""
    left = event("RUS SANCTION/talks-halted", "2024-03-01", theme="the grain deal")
    pact = tie(system_of(event("RUS,TUR AGREE/pact", "2024-01-01"), left), "RUS-TUR pact")
    assert pact.end is None
    assert f"Russia is told to have left a pact ({left.id}); the event does not say whose" in pact.reasons


def test_over_and_done() -> None:
    """A pact that is told to be over has been, and has ended."""
    found = tie(system_of(event("IDN,AUS AGREE/standing", "1995-01-01", outcome="ended")), "AUS-IDN pact")
    assert (found.start, found.end) == (date(1995, 1, 1), date(1995, 1, 1))


def test_enemies_talk() -> None:
    """Talks alone are neither friendly nor hostile, nor is a truce; working together is friendly."""
    assert system_of(event("USA CONSULT/negotiation IRN")).ties[0].sign == 0
    assert system_of(event("ISR,HAMAS AGREE/standing", theme="the truce")).ties[0].sign == 0
    assert system_of(event("USA,JPN COOPERATE")).ties[0].sign == 1


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([300, 25, 20, 15, 10, 5], Trend.RISING),
        ([300, 295, 290, 285, 280, 275], Trend.FALLING),
        ([300, 260, 220, 180, 130, 90, 60, 20], Trend.STEADY),
        ([300, 100], Trend.UNKNOWN),
        ([300, 200, 100, 50], Trend.UNKNOWN),
    ],
)
def test_trend(gaps: list[int], expected: Trend) -> None:
    """A tie rises or falls where its events fall otherwise than all the case's do; of too few nothing is said."""
    now = date(2024, 6, 30)
    others = [event("FRA CONSULT DEU", now - timedelta(days=day)) for day in range(0, 300, 10)]
    found = reported(*others, *(event("JPN ACCUSE CHN", now - timedelta(days=gap)) for gap in gaps))
    assert tie(found, "JPN>CHN hostility").trend is expected


def test_trend_of_coverage() -> None:
    """A tie does not rise because the case holds more of late."""
    now = date(2024, 6, 30)
    others = [event("FRA CONSULT DEU", now - timedelta(days=day)) for day in [300, 290, *range(0, 60, 2)]]
    found = reported(*others, *(event("JPN ACCUSE CHN", now - timedelta(days=gap)) for gap in [300, 25, 20, 15, 10, 5]))
    assert tie(found, "JPN>CHN hostility").trend is not Trend.RISING


def test_trend_of_history() -> None:
    """What an article tells of years ago makes no trend."""
    past = [event("JPN ACCUSE CHN", f"19{year}-03-01") for year in range(50, 60)]
    assert tie(system_of(*past), "JPN>CHN hostility").trend is Trend.UNKNOWN


def test_id() -> None:
    """A tie keeps its id whatever else the case holds, and no two ties share one."""
    alone = system_of(event("CHN SUPPORT PRK"))
    more = system_of(event("CHN SUPPORT PRK"), event("CHN,PRK ALLY"), event("PRK SUPPORT CHN"))
    assert tie(alone, "CHN>PRK support").id == tie(more, "CHN>PRK support").id
    assert len({found.id for found in more.ties}) == len(more.ties) == 3


DEEDS = st.sampled_from(
    "RUS,PRK AGREE/pact|IRN AID RUS|USA SANCTION/sanctions RUS|USA CONCEDE/ease RUS|RUS ASSAULT UKR|"
    "RUS,UKR RETREAT/ceasefire|USA,KOR,JPN CONSULT|CHN,PRK ALLY|RUS,PRK OPPOSE WEST|JPN ACCUSE CHN".split("|")
)
EVENTS = st.lists(
    st.tuples(DEEDS, st.dates(date(2021, 1, 1), date(2024, 6, 30)) | st.none(), st.sampled_from(Standing)), max_size=30
)


@given(EVENTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_events(rows: list[tuple[str, date | None, Standing]], chance: random.Random) -> None:
    """The system does not depend on the order in which the events come."""
    events = [event(deed, day, standing, id_=f"e{number}") for number, (deed, day, standing) in enumerate(rows)]
    first = system_of(*events)
    chance.shuffle(events)
    assert system_of(*events) == first


@given(EVENTS)
@settings(max_examples=60, deadline=None)
def test_bounds(rows: list[tuple[str, date | None, Standing]]) -> None:
    """Strengths lie between 0 and 1, shares sum to 1, and every tie leads to statements."""
    for found in system_of(*(event(*row) for row in rows)).ties:
        assert 0 < found.strength < 1, named(found)
        assert sum(row.share for row in found.events) == pytest.approx(1)
        assert found.statements
        assert (found.end is None) == (not found.ended_by)
