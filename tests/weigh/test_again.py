"""Weighing one document more comes to the same as weighing all, also where few become many."""

from __future__ import annotations

import random

import pytest

from dragoman.case.weighing import INDEXES
from dragoman.model import Statement
from dragoman.weigh.copies import update_outlets
from dragoman.weigh.origins import FORMULA_DOCUMENTS, origins_of
from dragoman.weigh.shelves import MemoryShelves
from dragoman.weigh.weigh import _Given, weigh_again, weigh_all
from tests.weigh.builders import report, told

RECORDS = ("papers", "tellings", "knots", "events", "disputes")
TEXT = "Both ministers said on Monday that the talks on grain, gas and prisoners would go on until the end of the week."


def contents(shelves: MemoryShelves) -> dict[str, object]:
    """Return all that is on the shelves, in an order of its own."""
    kept: dict[str, object] = {name: getattr(shelves, name).all for name in RECORDS}
    for name in INDEXES:
        kept[name] = {key: sorted(set(rows)) for key, rows in getattr(shelves, name).all.items()}
    return kept


def crowd(kinds: list[str], count: int) -> dict[str, list[Statement]]:
    """Return what so many documents tell, each two of these kinds."""
    chance = random.Random(count)
    found = {}
    for number in range(count):
        name = f"d{number:03}"
        day = f"2024-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        found[name] = [
            told(
                name,
                kind,
                theme=chance.choice(["shells", "the grain deal"]),
                when=chance.choice([None, day]),
                word="struck",
            )
            for kind in chance.sample(kinds, 2)
        ]
    return found


@pytest.mark.parametrize(
    "kinds",
    [
        ["ALLY PRK RUS", "OPPOSE PRK RUS"],
        ["SANCTION USA RUS", "AID PRK RUS"],
        ["ASSAULT RUS UKR", "ASSAULT UKR RUS", "CONSULT RUS+UKR"],
    ],
)
def test_few_become_many(kinds: list[str]) -> None:
    """Where more come than are all compared, adding and removing one by one leaves what weighing all at once does."""
    told_of = crowd(kinds, 64)
    documents = {name: report(name, f"2024-06-{int(name[1:]) % 28 + 1:02}") for name in told_of}
    shelves = MemoryShelves()
    names = sorted(documents)
    held = set(names[:36])
    weigh_again(shelves, _given(held, told_of, documents), held)
    for changed in [*({name} for name in names[36:]), set(names[10:25]), *({name} for name in names[30:36])]:
        held ^= changed
        source = _given(held, told_of, documents)
        weigh_again(shelves, source, changed)
        if len(held) in (40, 41, 42, 43, 64, 49, 43):
            whole = weigh_all(source.all_statements, list(source.by_id.values()))
            assert contents(shelves) == contents(whole)


def _given(held: set[str], told_of: dict[str, list[Statement]], documents: dict) -> _Given:  # type: ignore[type-arg]
    return _Given([s for name in sorted(held) for s in told_of[name]], {name: documents[name] for name in held}, ())


def test_outlets_are_those_of_all_documents_at_once() -> None:
    """Copies are found as documents come and go, also where a phrase becomes a formula that too many share."""
    chance = random.Random(3)
    words = [f"word{number}" for number in range(400)]
    originals = [" ".join(chance.choices(words, k=120)) for _ in range(6)]
    count = FORMULA_DOCUMENTS + 15
    documents = {
        f"d{n:02}": report(f"d{n:02}", f"2024-06-{n % 28 + 1:02}", text=f"{TEXT * 6} {chance.choice(originals)}",
                           origin="AFP" if n % 7 == 0 else None)
        for n in range(count)
    }  # fmt: skip
    shelves, outlets = MemoryShelves(), {}
    held: set[str] = set()
    for changed in [
        set(sorted(documents)[:45]),
        *({name} for name in sorted(documents)[45:]),
        set(sorted(documents)[5:30]),
    ]:
        held ^= changed
        now = {name: documents[name] for name in held}
        outlets = {name: outlet for name, outlet in outlets.items() if name in held}
        outlets.update(update_outlets(shelves, changed, now))
        shelves.is_fresh = False
        assert outlets == origins_of(list(now.values()))
