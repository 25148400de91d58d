"""The table that a standing is computed from: one row an origin, and what each adds."""

from __future__ import annotations

import pytest

from dragoman.model import Event, Stance, Standing, Statement
from tests.weigh.builders import report, the_event, told

ARMS = {"theme": "shells", "goods": "ammunition"}
COPY = " ".join(
    f"In week {week} of the count the {ordinal} train crossed the bridge at Tumangang, with {7 * week} wagons in grey."
    for week, ordinal in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), 1)
)


def rows(event: Event) -> list[tuple[str, str, bool, str]]:
    """Return the rows in short: who, what they say, whether it counts, and what it does."""
    return [(row.origin, row.says.value, row.counts, row.effect) for row in event.derivation]


CASES: list[tuple[str, list[Statement], list[tuple[str, str, bool, str]], str, int]] = [
    (
        "two outlets",
        [told("a", "AID PRK RUS", **ARMS), told("b", "AID PRK RUS", **ARMS)],
        [
            ("A", "asserts", True, "first independent origin"),
            ("B", "asserts", True, "second independent origin: confirmed"),
        ],
        "confirmed",
        1,
    ),
    (
        "a joint statement of three ministers",
        [told("a", "AID PRK RUS", by="Baerbock/DEU, Colonna/FRA, Cleverly/GBR", **ARMS)],
        [
            (
                "Baerbock, Colonna and Cleverly",
                "asserts",
                True,
                "first independent origin; a joint statement is one origin",
            )
        ],
        "single-source",
        3,
    ),
    (
        "one of those who spoke jointly, once more",
        [
            told("a", "AID PRK RUS", by="Baerbock/DEU, Colonna/FRA", **ARMS),
            told("b", "AID PRK RUS", by="Colonna/FRA", **ARMS),
        ],
        [
            ("Baerbock and Colonna", "asserts", False, "repeats Colonna: counted once"),
            ("Colonna", "asserts", True, "first independent origin"),
        ],
        "single-source",
        3,
    ),
    (
        "two officials of one state",
        [told("a", "AID PRK RUS", by="Kirby/USA", **ARMS), told("b", "AID PRK RUS", by="Miller/USA", **ARMS)],
        [
            ("Kirby", "asserts", True, "first independent origin"),
            ("Miller", "asserts", True, "another origin of USA, no new interest: confirmed"),
        ],
        "confirmed",
        2,
    ),
    (
        "one speech in two outlets",
        [told("a", "AID PRK RUS", by="Kirby/USA", **ARMS), told("b", "AID PRK RUS", by="Kirby/USA", **ARMS)],
        [("Kirby", "asserts", True, "first independent origin; told by 2 documents, counted once")],
        "single-source",
        3,
    ),
    (
        "a speaker by the last name, and in full",
        [told("a", "AID PRK RUS", by="Kirby", **ARMS), told("b", "AID PRK RUS", by="John Kirby/USA", **ARMS)],
        [("John Kirby", "asserts", True, "first independent origin; told by 2 documents, counted once")],
        "single-source",
        3,
    ),
    (
        "a report's own words beside what it quotes",
        [told("a", "AID PRK RUS", by="Kirby/USA", **ARMS), told("a", "AID PRK RUS", word="sent", **ARMS)],
        [
            ("Kirby", "asserts", True, "first independent origin"),
            ("A", "asserts", False, "the report's own words of what it quotes: not counted again"),
        ],
        "single-source",
        3,
    ),
    (
        "alleged and denied",
        [
            told("a", "AID PRK RUS", by="USA", force="alleges", status="possible", **ARMS),
            told("b", "AID PRK RUS", by="RUS", force="denies", status="denied", **ARMS),
        ],
        [
            ("United States", "alleges", True, "alleged or possible only"),
            ("Russia", "denies", True, "denies what others say: disputed"),
        ],
        "disputed",
        4,
    ),
    (
        "a denial of another matter",
        [
            told("a", "CONSULT PRK+RUS", when="2024-06-09", theme="fish quotas", word="met"),
            told("b", "CONSULT PRK+RUS", when="2024-06-09", theme="shells", word="discussed", status="denied"),
        ],
        [
            ("A", "asserts", True, "first independent origin"),
            ("B", "denies", False, "denies another matter than what others say: not counted against it"),
        ],
        "single-source",
        3,
    ),
    (
        "only denied",
        [told("a", "AID PRK RUS", by="RUS", force="denies", status="denied", **ARMS)],
        [("Russia", "denies", True, "denies it, and nobody says the contrary")],
        "denied",
        5,
    ),
    (
        "a plan that failed",
        [told("a", "CONSULT PRK+RUS", status="planned"), told("b", "CONSULT PRK+RUS", status="denied")],
        [
            ("B", "denies", True, "denies it, and nobody says the contrary"),
            ("A", "plans", False, "a plan that has failed since"),
        ],
        "denied",
        5,
    ),
    (
        "only planned",
        [told("a", "CONSULT PRK+RUS", status="planned")],
        [("A", "plans", True, "planned or expected")],
        "expected",
        6,
    ),
]


@pytest.mark.parametrize(
    ("statements", "expected", "standing", "credibility"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_rows_give_the_standing(
    statements: list[Statement], expected: list[tuple[str, str, bool, str]], standing: str, credibility: int
) -> None:
    """Each origin is one row that says what it adds; standing and credibility follow from the rows that count."""
    event = the_event(*statements)
    assert rows(event) == expected
    assert (event.standing, event.credibility) == (Standing(standing), credibility)


def test_ten_reprints_are_one_row() -> None:
    """Copies of one text are one origin, whose row lists all the documents."""
    names = [f"copy{n}" for n in range(10)]
    event = the_event(
        *(told(name, "AID PRK RUS", **ARMS) for name in names), documents=tuple(report(n, text=COPY) for n in names)
    )
    (row,) = event.derivation
    assert (row.counts, len(row.documents), event.standing) == (True, 10, Standing.SINGLE_SOURCE)
    assert row.effect == "first independent origin; told by 10 documents, counted once"


def test_one_row_for_each_thing_an_origin_says() -> None:
    """Who first denies and later admits a thing has a row for each, and the admission is marked."""
    event = the_event(
        told("a", "ASSAULT RUS UKR", by="RUS", force="denies", status="denied", when="2024-06-09", where="Kharkiv"),
        told("b", "ASSAULT RUS UKR", by="RUS", force="admits", when="2024-06-09", where="Kharkiv"),
    )
    assert [row.says for row in event.derivation] == [Stance.ASSERTS, Stance.DENIES]
    assert event.derivation[0].effect.endswith("admits it against its own interest")


def test_what_is_admitted_is_more_credible() -> None:
    """A single source that admits what it did itself makes an event probably true, and not only possibly."""
    admitted = the_event(told("a", "ASSAULT RUS UKR", by="Lavrov/RUS", force="admits"))
    said = the_event(told("a", "ASSAULT RUS UKR", by="Lavrov/RUS"))
    another = the_event(told("a", "ASSAULT RUS UKR", by="Kirby/USA", force="admits"))
    assert (admitted.credibility, said.credibility, another.credibility) == (2, 3, 3)
