"""Disputes: each kind, and what looks like one and is none."""

from __future__ import annotations

import pytest

from dragoman.model import DisputeKind, Document, Statement
from tests.weigh.builders import kinds, report, the_disputes, told

JUNE = (report("a", "2024-06-10"), report("b", "2024-06-12"))
DAY = {"when": "2024-06-09", "where": "Kharkiv"}
CASES: list[tuple[str, list[Statement], tuple[Document, ...], list[str]]] = [
    (
        "alleged and denied",
        [
            told("a", "AID PRK RUS", by="USA", force="alleges", status="possible", goods="weapons"),
            told("a", "AGREE PRK+RUS", by="RUS", force="denies", status="denied", goods="weapons"),
        ],
        (),
        ["occurrence"],
    ),
    (
        "one speaker who first denies, then claims",
        [
            told("a", "ASSAULT RUS UKR", by="RUS", force="denies", status="denied", **DAY),
            told("b", "ASSAULT RUS UKR", by="RUS", **DAY),
        ],
        (),
        ["occurrence"],
    ),
    (
        "one outlet in doubt",
        [
            told("a", "AID CHN RUS", status="denied", goods="weapons"),
            told("a", "AID CHN RUS", status="possible", goods="weapons"),
        ],
        (),
        [],
    ),
    (
        "a plan that failed",
        [told("a", "CONSULT PRK+RUS", status="planned"), told("b", "CONSULT PRK+RUS", status="denied")],
        JUNE,
        [],
    ),
    (
        "a wish denied",
        [told("a", "AGREE SAU+IRN", status="wanted"), told("b", "AGREE SAU+IRN", status="denied")],
        (),
        [],
    ),
    (
        "a meeting in two cities",
        [
            told("a", "CONSULT PRK+RUS", when="2024-06-09", where="Vladivostok"),
            told("b", "CONSULT PRK+RUS", when="2024-06-09", where="Vostochny"),
        ],
        (),
        ["place"],
    ),
    (
        "talks in two countries",
        [
            told("a", "CONSULT USA+RUS", when="2024-06-09", where="Geneva"),
            told("b", "CONSULT USA+RUS", when="2024-06-09", where="Vienna"),
        ],
        (),
        ["place"],
    ),
    (
        "a city and its country",
        [
            told("a", "CONSULT PRK+RUS", when="2024-06-09", where="Vladivostok"),
            told("b", "CONSULT PRK+RUS", when="2024-06-09", where="RUS"),
        ],
        (),
        [],
    ),
    (
        "a plan that changed place",
        [
            told("a", "CONSULT PRK+RUS", status="planned", where="Vladivostok"),
            told("b", "CONSULT PRK+RUS", where="Vostochny"),
        ],
        JUNE,
        [],
    ),
    (
        "two days",
        [told("a", "AGREE SAU+IRN", when="2024-06-08"), told("b", "AGREE SAU+IRN", when="2024-06-09")],
        (),
        ["date"],
    ),
    (
        "two days on which a state of affairs began",
        [
            told("a", "SUPPORT RUS UKR", when="2024-06-08", word="recognised"),
            told("b", "SUPPORT RUS UKR", when="2024-06-09", word="recognised"),
        ],
        (),
        ["date"],
    ),
    (
        "support on two days",
        [
            told("a", "SUPPORT RUS UKR", when="2024-06-08", word="supported"),
            told("b", "SUPPORT RUS UKR", when="2024-06-09", word="supported"),
        ],
        (),
        [],
    ),
    (
        "a month and a day in it",
        [told("a", "AGREE SAU+IRN", when="2024-06-01..2024-06-30"), told("b", "AGREE SAU+IRN", when="2024-06-09")],
        (),
        [],
    ),
    ("a day and none", [told("a", "AGREE SAU+IRN"), told("b", "AGREE SAU+IRN", when="2024-06-09")], (), []),
    (
        "a plan that moved",
        [
            told("a", "AGREE SAU+IRN", status="planned", when="2024-06-05"),
            told("b", "AGREE SAU+IRN", when="2024-06-09"),
        ],
        (),
        [],
    ),
    (
        "two tolls of one day",
        [
            told("a", "ASSAULT RUS UKR", by="UKR", number="30 dead", **DAY),
            told("b", "ASSAULT RUS UKR", by="RUS", number="5 dead", **DAY),
        ],
        (),
        ["number"],
    ),
    (
        "a toll that grows",
        [told("a", "ASSAULT RUS UKR", number="5 dead", **DAY), told("b", "ASSAULT RUS UKR", number="9 dead", **DAY)],
        JUNE,
        [],
    ),
    (
        "a toll that falls",
        [told("a", "ASSAULT RUS UKR", number="9 dead", **DAY), told("b", "ASSAULT RUS UKR", number="5 dead", **DAY)],
        JUNE,
        ["number"],
    ),
    (
        "at least so many",
        [
            told("a", "ASSAULT RUS UKR", number="at least 5 dead", **DAY),
            told("b", "ASSAULT RUS UKR", number="9 dead", **DAY),
        ],
        (),
        [],
    ),
    (
        "about so many",
        [
            told("a", "ASSAULT RUS UKR", number="about 100 dead", **DAY),
            told("b", "ASSAULT RUS UKR", number="93 dead", **DAY),
        ],
        (),
        [],
    ),
    (
        "other units",
        [told("a", "ASSAULT RUS UKR", number="5 dead", **DAY), told("b", "ASSAULT RUS UKR", number="9 wounded", **DAY)],
        (),
        [],
    ),
    (
        "one outlet that counts again",
        [told("a", "ASSAULT RUS UKR", number="5 dead", **DAY), told("a", "ASSAULT RUS UKR", number="9 dead", **DAY)],
        (),
        [],
    ),
    (
        "two deliveries",
        [
            told("a", "AID USA UKR", goods="food", number="50 tons", when="2024-03-01"),
            told("b", "AID USA UKR", goods="food", number="30 tons", when="2024-06-01"),
        ],
        (),
        [],
    ),
    (
        "each blames the other",
        [
            told("a", "ASSAULT RUS -", by="UKR", status="possible", word="shelled", **DAY),
            told("a", "ASSAULT UKR -", by="RUS", status="possible", word="shelled", **DAY),
        ],
        (),
        ["responsibility"],
    ),
    (
        "the doer named otherwise by another outlet",
        [told("a", "ASSAULT RUS UKR", word="struck", **DAY), told("b", "ASSAULT PRK UKR", word="hit", **DAY)],
        (),
        ["responsibility"],
    ),
    (
        "each attacks the other",
        [
            told("a", "ASSAULT RUS UKR", when="2024-06-09", where="Kharkiv"),
            told("a", "ASSAULT UKR RUS", when="2024-06-09", where="Moscow"),
        ],
        (),
        [],
    ),
    (
        "two attacks on one city, days apart",
        [told("a", "ASSAULT RUS UKR", when="2024-06-02", where="Kharkiv"), told("b", "ASSAULT PRK UKR", **DAY)],
        (),
        [],
    ),
    (
        "one says arms, the giver says food",
        [
            told("a", "AID IRN HOUTHIS", by="SAU", force="alleges", status="possible", goods="weapons"),
            told("b", "AID IRN HOUTHIS", by="IRN", theme="food", goods="food"),
            told("b", "AID IRN HOUTHIS", by="IRN", force="denies", status="denied", goods="weapons"),
        ],
        (),
        ["object", "occurrence"],
    ),
    (
        "a missile or a satellite",
        [
            told("a", "MOBILIZE PRK", theme="a missile", goods="missiles", mode="test", when="2024-06-09"),
            told(
                "b", "MOBILIZE PRK", by="PRK", theme="a satellite", goods="satellites", mode="test", when="2024-06-09"
            ),
        ],
        (),
        ["object"],
    ),
    (
        "arms and food, both given",
        [told("a", "AID USA UKR", theme="food", goods="food"), told("b", "AID USA UKR", theme="arms", goods="weapons")],
        (),
        [],
    ),
    (
        "friends, says one; rivals, says the other",
        [told("a", "ALLY RUS PRK"), told("b", "OPPOSE RUS PRK")],
        (),
        ["characterisation"],
    ),
    (
        "friends, and no friends",
        [told("a", "ALLY RUS PRK"), told("b", "ALLY RUS PRK", status="denied", word="friends")],
        (),
        ["characterisation"],
    ),
    (
        "friends then, rivals now",
        [told("a", "ALLY RUS CHN", when="1955"), told("b", "OPPOSE RUS CHN", when="1969")],
        (),
        [],
    ),
    ("one outlet that sees both", [told("a", "ALLY RUS PRK"), told("a", "OPPOSE RUS PRK")], (), []),
    ("friends who might fall out", [told("a", "ALLY RUS PRK"), told("b", "OPPOSE RUS PRK", status="possible")], (), []),
]


@pytest.mark.parametrize(("statements", "documents", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_disputes_are_what_cannot_both_be_right(
    statements: list[Statement], documents: tuple[Document, ...], expected: list[str]
) -> None:
    """Each kind of dispute is found, and near misses are none."""
    assert kinds(*statements, documents=documents) == expected


def test_both_sides_keep_their_words_and_interests() -> None:
    """A dispute shows each side's statements and for whom they speak."""
    says = told("a", "AID PRK RUS", by="USA", force="alleges", status="possible", goods="weapons")
    denies = told("b", "AID PRK RUS", by="RUS", force="denies", status="denied", goods="weapons")
    (dispute,) = the_disputes(says, denies)
    assert dispute.kind is DisputeKind.OCCURRENCE
    assert [(side.statements, side.interests) for side in dispute.sides] == [
        ((says.id,), ("USA",)),
        ((denies.id,), ("RUS",)),
    ]


def test_a_meeting_taken_for_new_a_year_later_is_disputed_in_place_and_date() -> None:
    """Where the link itself is doubtful for the year, place and date are shown as disputed."""
    found = kinds(
        told("a", "CONSULT PRK+RUS", when="2023-09-01..2023-09-30", where="Vladivostok"),
        told("b", "CONSULT PRK+RUS", where="Vostochny"),
        documents=(report("a", "2024-06-18"), report("b", "2024-09-19")),
    )
    assert found == ["date", "place"]


AGAINST = [
    ("a state admits what it denied before", "RUS", "admits", True),
    ("one official says what another denies", "Lavrov/RUS", "says", True),
    ("the victim says it", "UKR", "says", False),
    ("a third one admits that it is so", "CHN", "admits", False),
]


@pytest.mark.parametrize(("by", "force", "expected"), [row[1:] for row in AGAINST], ids=[row[0] for row in AGAINST])
def test_who_speaks_against_their_own_interest_is_marked(by: str, force: str, expected: bool) -> None:
    """A party that admits a deed, or says what its own side denies, speaks against its own interest."""
    (dispute,) = the_disputes(
        told("a", "ASSAULT RUS UKR", by=by, force=force, **DAY),
        told("b", "ASSAULT RUS UKR", by="RUS", force="denies", status="denied", **DAY),
    )
    assert [side.against_own_interest for side in dispute.sides] == [expected, False]


def test_who_denies_first_and_admits_later_stands_on_both_sides() -> None:
    """A denial that its own side takes back is a dispute of that side with itself, beside whoever said so before."""
    (dispute,) = the_disputes(
        told("a", "ASSAULT RUS UKR", by="UKR", **DAY),
        told("b", "ASSAULT RUS UKR", by="RUS", force="denies", status="denied", **DAY),
        told("c", "ASSAULT RUS UKR", by="RUS", force="admits", **DAY),
    )
    assert [(set(side.interests), side.against_own_interest) for side in dispute.sides] == [
        ({"UKR", "RUS"}, True),
        ({"RUS"}, False),
    ]
