"""What is told anew: tolls that grow, numbers that are corrected, plans that are moved; and what stays open."""

from __future__ import annotations

import pytest

from dragoman.model import Document, Statement
from tests.weigh.builders import kinds, report, the_event, told

DAYS = (report("a", "2024-06-10"), report("b", "2024-06-12"), report("c", "2024-06-14"))
DAY = {"when": "2024-06-09", "where": "Kharkiv"}


def attack(document: str, number: str, **more: str) -> Statement:
    """Return an account of one attack with its toll."""
    return told(document, "ASSAULT RUS UKR", number=number, **{**DAY, **more})


CORRECTED = (report("a", "2024-06-10"), report("b", "2024-06-12", text="5 dead did, which corrects the earlier 9."))
CASES: list[tuple[str, list[Statement], tuple[Document, ...], list[tuple[str, str, str]], list[str]]] = [
    (
        "a toll that grows, twice",
        [attack("a", "5 dead"), attack("b", "9 dead"), attack("c", "12 dead")],
        DAYS,
        [
            ("5 dead", "9 dead", "a later count of more: a toll that grows"),
            ("9 dead", "12 dead", "a later count of more: a toll that grows"),
            ("12 dead", "", "the last that is told"),
        ],
        [],
    ),
    (
        "a higher toll that the other side gives",
        [attack("a", "5 dead", by="RUS"), attack("b", "400 dead", by="UKR")],
        DAYS,
        [],
        ["number"],
    ),
    ("a toll that falls, and no one corrects it", [attack("a", "9 dead"), attack("b", "5 dead")], DAYS, [], ["number"]),
    (
        "a toll that is corrected",
        [attack("a", "9 dead"), attack("b", "5 dead")],
        CORRECTED,
        [("9 dead", "5 dead", "the later text corrects it"), ("5 dead", "", "the last that is told")],
        [],
    ),
    (
        "two tolls of one day",
        [attack("a", "9 dead"), attack("b", "5 dead")],
        (DAYS[0], report("b", "2024-06-10")),
        [],
        ["number"],
    ),
    ("civilians and soldiers", [attack("a", "9 civilians"), attack("b", "12 soldiers")], DAYS, [], []),
    (
        "in the city and in the country",
        [attack("a", "9 dead"), attack("b", "30 dead", where="UKR")],
        (DAYS[0], report("b", "2024-06-10")),
        [],
        [],
    ),
    (
        "a plan moved to another day, and done",
        [
            told("a", "CONSULT RUS PRK", status="planned", mode="visit", when="2024-06-18"),
            told("b", "CONSULT RUS PRK", status="planned", mode="visit", when="2024-06-20"),
            told("c", "CONSULT RUS PRK", mode="visit", when="2024-06-20"),
        ],
        (*DAYS[:2], report("c", "2024-06-21")),
        [("2024-06-18", "2024-06-20", "the plan was moved"), ("2024-06-20", "", "the last that is told")],
        [],
    ),
    (
        "another plan, told when the first one's day had gone by",
        [
            told("a", "CONSULT RUS PRK", status="planned", mode="meeting", when="2024-06-11"),
            told("b", "CONSULT RUS PRK", status="planned", mode="meeting", when="2024-06-13"),
        ],
        DAYS,
        [],
        [],
    ),
    (
        "a number of others",
        [attack("a", "3 others", word="wounded"), attack("b", "150 others", word="wounded")],
        (DAYS[0], report("b", "2024-06-10")),
        [],
        [],
    ),
    (
        "a plan that came at another place",
        [
            told("a", "CONSULT PRK+RUS", status="planned", where="Vladivostok"),
            told("b", "CONSULT PRK+RUS", where="Vostochny"),
        ],
        DAYS,
        [("Vladivostok", "Vostochny", "it came otherwise than planned"), ("Vostochny", "", "the last that is told")],
        [],
    ),
]


@pytest.mark.parametrize(
    ("statements", "documents", "history", "disputes"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_history_holds_what_replaced_what(
    statements: list[Statement],
    documents: tuple[Document, ...],
    history: list[tuple[str, str, str]],
    disputes: list[str],
) -> None:
    """A later value of one slot supersedes an earlier one by rule, and is then no dispute; else both stay open."""
    event = the_event(*statements, documents=documents)
    values = {row.statement: row.value for row in event.history}
    found = [(row.value, values.get(row.superseded_by or "", ""), row.why) for row in event.history]
    assert found == history
    assert kinds(*statements, documents=documents) == disputes


def test_each_value_keeps_its_statement_and_day() -> None:
    """A value in the history can be followed to the statement that tells it and the day for which it does."""
    first, second = attack("a", "5 dead"), attack("b", "9 dead")
    event = the_event(first, second, documents=DAYS[:2])
    assert [(str(row.day), row.statement) for row in event.history] == [
        ("2024-06-10", first.id),
        ("2024-06-12", second.id),
    ]
