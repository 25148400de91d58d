"""Who and what is where, and who is away."""

from __future__ import annotations

import pytest

from tests.read.relations.reading import relations_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Nurses|o] in [Beira|l] went on strike.", {"co-located: Nurses > Beira"}),
        ("[Beira|l], [Mozambique|l], was flooded.", {"co-located: Beira > Mozambique"}),
        ("[Beira|l], [Tete|l] and [Pemba|l] were flooded.", set()),
        ("[The city|l] of [Beira|l] burned.", set()),
        ("[The premier|p] flew to [Beira|l].", {"co-located: The premier > Beira"}),
        ("[The premier|p] will not fly to [Beira|l].", set()),
        ("[The union|o] sent [monitors|o] to [Beira|l].", {"co-located: monitors > Beira"}),
        ("[Beira|l], where [the marines|o] trained, burned.", {"co-located: the marines > Beira"}),
        ("[Mozambique|o]'s premier flew to [Beira|l].", set()),
    ],
)
def test_places(text: str, expected: set[str]) -> None:
    """Who is, goes or is sent somewhere is there; lists, denials and owners aren't."""
    assert relations_of(text) == expected


def test_fronted_place() -> None:
    """A place that opens the sentence is where all of its parties are."""
    found = relations_of("Near [Beira|l], [gunmen|o] ambushed [a bus|v] and burned [a truck|v].")
    there = {"co-located: gunmen > Beira", "co-located: a bus > Beira", "co-located: a truck > Beira"}
    assert there <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Villagers|o] fled from [Pemba|l].", {"apart: Villagers > Pemba"}),
        ("[Villagers|o] fled to [Pemba|l].", {"co-located: Villagers > Pemba"}),
        ("[The medics|o] were denied access to [Pemba|l].", {"apart: The medics > Pemba"}),
        ("[The medics|o] were granted access to [Pemba|l].", set()),
        (
            "[The army|o] drove [the insurgents|o] out of [Pemba|l].",
            {"apart: the insurgents > Pemba", "fighting: The army > the insurgents"},
        ),
    ],
)
def test_absences(text: str, expected: set[str]) -> None:
    """Who flees, is driven out or kept out is apart from the place."""
    assert relations_of(text) == expected
