"""Which statements tell of one event."""

from __future__ import annotations

import pytest

from dragoman.model import Document, Statement
from tests.weigh.builders import is_one, report, the_event, told, weighed

VISIT = {"mode": "visit"}
MEETING = {"mode": "meeting"}
ONE: list[tuple[str, list[Statement], tuple[Document, ...]]] = [
    (
        "a visit and the meeting in it",
        [
            told("a", "CONSULT RUS PRK", when="2024-06-19", **VISIT),
            told("b", "CONSULT PRK+RUS", when="2024-06-19", **MEETING),
        ],
        (),
    ),
    (
        "a host and a visitor",
        [
            told("a", "CONSULT RUS PRK", when="2024-06-19", word="visited", **VISIT),
            told("b", "CONSULT PRK RUS", when="2024-06-19", word="hosted", **VISIT),
        ],
        (),
    ),
    (
        "a month and a day in it",
        [
            told("a", "CONSULT PRK+RUS", when="2023-09-01..2023-09-30", where="Vladivostok"),
            told("b", "CONSULT PRK+RUS", when="2023-09-13", where="RUS"),
        ],
        (),
    ),
    (
        "reported on two days, without a date",
        [told("a", "CONSULT PRK+RUS"), told("b", "CONSULT PRK+RUS")],
        (report("a", "2024-06-19"), report("b", "2024-06-20")),
    ),
    (
        "planned and then done",
        [told("a", "CONSULT PRK+RUS", status="planned"), told("b", "CONSULT PRK+RUS", when="2024-06-19")],
        (report("a", "2024-05-25"), report("b", "2024-06-20")),
    ),
    (
        "planned for a day, done a few days later",
        [
            told("a", "CONSULT PRK+RUS", status="planned", when="2024-06-15"),
            told("b", "CONSULT PRK+RUS", when="2024-06-19"),
        ],
        (),
    ),
    (
        "the year told, one meeting in it",
        [told("a", "CONSULT PRK+RUS", when="2023"), told("b", "CONSULT PRK+RUS", when="2023-09-13")],
        (),
    ),
    (
        "arms and shells one way",
        [told("a", "AID PRK RUS", goods="weapons"), told("b", "AID PRK RUS", goods="ammunition", when="2024-02-01")],
        (),
    ),
    (
        "an arms deal and arms that move",
        [told("a", "AID PRK RUS", goods="ammunition"), told("b", "AGREE PRK+RUS", goods="weapons")],
        (),
    ),
    (
        "trade in arms and a gift of them",
        [told("a", "AID PRK RUS", goods="weapons"), told("b", "COOPERATE PRK+RUS", goods="weapons")],
        (),
    ),
    (
        "a war and an invasion, years apart",
        [
            told("a", "ASSAULT RUS UKR", word="war", when="2022-02-24"),
            told("b", "ASSAULT RUS UKR", word="invasion", when="2024-06-01"),
        ],
        (),
    ),
    (
        "a war told from either side",
        [told("a", "ASSAULT RUS UKR", word="invasion"), told("b", "ASSAULT UKR RUS", word="war")],
        (),
    ),
    (
        "sanctions that last",
        [told("a", "SANCTION USA IRN", when="2018"), told("b", "SANCTION USA IRN", when="2020")],
        (),
    ),
    (
        "an attack and its denial in one report",
        [
            told("a", "ASSAULT RUS UKR", where="Odesa", word="struck"),
            told("a", "ASSAULT RUS", by="RUS", force="denies", status="denied", word="attack"),
        ],
        (),
    ),
    (
        "an agreement and the last one before the report",
        [told("a", "AGREE SAU+IRN", when="2023-03-10"), told("b", "AGREE SAU+IRN")],
        (report("a", "2023-03-12"), report("b", "2023-06-07")),
    ),
    (
        "a third that joins sides",
        [told("a", "CONSULT USA+KOR+JPN", when="2024-06-19"), told("b", "CONSULT USA+KOR", when="2024-06-19")],
        (),
    ),
]

APART: list[tuple[str, list[Statement], tuple[Document, ...]]] = [
    ("three summits and one", [told("a", "CONSULT PRK+CHN", count=3), told("b", "CONSULT PRK+CHN")], ()),
    (
        "a call and a visit",
        [
            told("a", "CONSULT RUS PRK", when="2024-06-19", mode="call"),
            told("b", "CONSULT RUS PRK", when="2024-06-19", **VISIT),
        ],
        (),
    ),
    (
        "letters and a meeting",
        [told("a", "CONSULT RUS PRK", theme="letters", mode="talk"), told("a", "CONSULT RUS PRK", **MEETING)],
        (),
    ),
    (
        "visits in both directions",
        [
            told("a", "CONSULT RUS PRK", when="2024-06-19", word="visited", **VISIT),
            told("b", "CONSULT PRK RUS", when="2024-06-19", word="visited", **VISIT),
        ],
        (),
    ),
    (
        "this year's and last year's exercise",
        [told("a", "MOBILIZE USA+KOR", mode="exercise"), told("b", "MOBILIZE USA+KOR", mode="exercise")],
        (report("a", "2023-08-21"), report("b", "2024-08-21")),
    ),
    (
        "an exercise and a test",
        [
            told("a", "MOBILIZE PRK", when="2024-06-01", mode="exercise"),
            told("b", "MOBILIZE PRK", when="2024-06-01", mode="test"),
        ],
        (),
    ),
    (
        "a war and one attack",
        [
            told("a", "ASSAULT RUS UKR", word="war"),
            told("b", "ASSAULT RUS UKR", word="shelled", when="2024-06-09", where="Kharkiv"),
        ],
        (),
    ),
    (
        "attacks on two days",
        [told("a", "ASSAULT RUS UKR", when="2024-06-08"), told("b", "ASSAULT RUS UKR", when="2024-06-09")],
        (),
    ),
    ("attacks without day or place", [told("a", "ASSAULT RUS UKR"), told("b", "ASSAULT RUS UKR")], ()),
    (
        "attacks on two cities",
        [
            told("a", "ASSAULT RUS UKR", when="2024-06-09", where="Odesa"),
            told("b", "ASSAULT RUS UKR", when="2024-06-09", where="Kharkiv"),
        ],
        (),
    ),
    (
        "goods in two directions",
        [told("a", "AID PRK RUS", goods="weapons"), told("b", "AID RUS PRK", goods="weapons")],
        (),
    ),
    ("other goods", [told("a", "AID RUS PRK", goods="food"), told("b", "AID RUS PRK", goods="satellites")], ()),
    (
        "refusals of different years",
        [told("a", "REJECT RUS", theme="any part"), told("b", "REJECT RUS", theme="any part")],
        (report("a", "2022-07-24"), report("b", "2023-07-17")),
    ),
    (
        "refusals of different things",
        [told("a", "REJECT RUS UKR", theme="a ceasefire"), told("b", "REJECT RUS UKR", theme="the price of gas")],
        (),
    ),
    (
        "wishes for different things",
        [told("a", "WANT RUS", theme="its bank back"), told("b", "WANT RUS", theme="quiet")],
        (),
    ),
    ("wishes without an object", [told("a", "WANT RUS"), told("b", "WANT RUS")], ()),
    ("enmity with nobody named", [told("a", "OPPOSE RUS"), told("b", "OPPOSE RUS")], ()),
    ("alliances of two ages", [told("a", "ALLY RUS CHN", when="1955"), told("b", "ALLY RUS CHN", when="2023")], ()),
    (
        "meetings of a year, the year told",
        [
            told("a", "CONSULT PRK+CHN", when="2018"),
            told("b", "CONSULT PRK+CHN", when="2018-03-26"),
            told("c", "CONSULT PRK+CHN", when="2018-05-08"),
        ],
        (),
    ),
    (
        "meetings in two countries in two weeks",
        [
            told("a", "CONSULT USA+RUS", when="2024-06-01", where="Geneva"),
            told("b", "CONSULT USA+RUS", when="2024-06-12", where="Vienna"),
        ],
        (),
    ),
]


@pytest.mark.parametrize(("statements", "documents"), [c[1:] for c in ONE], ids=[c[0] for c in ONE])
def test_one_happening_is_one_event(statements: list[Statement], documents: tuple[Document, ...]) -> None:
    """Statements of one happening or state meet, whatever the words, and the reason is said."""
    event = the_event(*statements, documents=documents)
    assert len(event.reasons) > 1


@pytest.mark.parametrize(("statements", "documents"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_two_happenings_are_two_events(statements: list[Statement], documents: tuple[Document, ...]) -> None:
    """Statements of two happenings stay apart."""
    assert not is_one(*statements, documents=documents)


def test_what_excludes_each_other_is_not_joined_through_a_third() -> None:
    """Gifts of food and of satellites don't become one through a gift of nobody knows what."""
    events = weighed(
        told("a", "AID RUS PRK", goods="food"),
        told("b", "AID RUS PRK", goods="satellites"),
        told("c", "AID RUS PRK"),
    ).events
    assert len(events) == 3


def test_a_link_across_years_is_made_with_its_doubt() -> None:
    """A meeting that a later report takes for new is linked by parties, country and season, and the doubt is said."""
    event = the_event(
        told("a", "CONSULT PRK+RUS", when="2023-09-01..2023-09-30", where="Vladivostok"),
        told("b", "CONSULT PRK+RUS", where="Vostochny"),
        documents=(report("a", "2024-06-18"), report("b", "2024-09-19")),
    )
    assert event.doubt is not None
    assert "year" in event.doubt


def test_arming_is_giving_arms() -> None:
    """Who is told to arm others and who is told to send them missiles tell of one supply."""
    event = the_event(
        told("a", "AID IRN HOUTHIS", word="arming", status="possible", by="USA"),
        told("b", "AID IRN HOUTHIS", goods="missiles", status="possible", by="USA"),
        documents=(report("a", "2023-03-12"), report("b", "2023-03-20")),
    )
    assert len(event.statements) == 2


def test_two_who_agree_agree_once_a_day() -> None:
    """What the same two are told to have agreed a day apart is one agreement, and its day is in doubt."""
    assert is_one(
        told("a", "AGREE IRN+SAU", when="2023-03-10", mode="promise", word="agreed"),
        told("b", "AGREE IRN+SAU", when="2023-03-11", mode="promise", word="agreed"),
        documents=(report("a", "2023-03-12"), report("b", "2023-03-24")),
    )
