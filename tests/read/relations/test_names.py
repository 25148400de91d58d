"""Two names for one, what belongs where, offices and numbers."""

from __future__ import annotations

import pytest

from tests.read.relations.reading import relations_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The Arab League|o] ([AL|o]) met.", {"synonym-of: The Arab League > AL"}),
        ("[The consul|p], [Mia Falk|p], left.", {"synonym-of: The consul > Mia Falk"}),
        ("[Mia Falk|p], [Jan Berg|p] and [Ole Dahl|p] left.", set()),
        ("[Mia Falk|p], [a candidate|p], left.", set()),
        ("[Swaziland|l], now known as [Eswatini|l], is small.", {"synonym-of: Swaziland > Eswatini"}),
        ("[The navy|o] or [the army|o] will pay.", set()),
    ],
)
def test_synonyms(text: str, expected: set[str]) -> None:
    """Brackets, titles and words of renaming join two names; lists and descriptions don't."""
    assert relations_of(text) == expected


def test_nearest_name() -> None:
    """A relation is shown at the name that stands nearest to the word that carries it."""
    found = relations_of("[The consul|p], [Mia Falk|p], met [the prince|p].")
    assert "communicates: Mia Falk > the prince" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Delegates|o] from [the party|o] walked out.", {"belongs-to: Delegates > the party"}),
        ("[Opponents|o] of [the party|o] walked out.", set()),
        ("[Palau|o] is part of [the compact|o].", {"belongs-to: Palau > the compact"}),
        (
            "[The compact|o] includes [Palau|o] and [Fiji|o].",
            {"belongs-to: Palau > The compact", "belongs-to: Fiji > The compact"},
        ),
        ("[Lieutenant Moe|p] was assigned to [the Sixth Fleet|o].", {"belongs-to: Lieutenant Moe > the Sixth Fleet"}),
        ("[Palau|o] joined [the compact|o].", {"belongs-to: Palau > the compact"}),
        ("[Troops|o] loyal to [the junta|o] opened fire.", {"belongs-to: Troops > the junta"}),
        ("[Troops|o] hostile to [the junta|o] opened fire.", set()),
        ("[Palau|o] sued [the compact|o].", set()),
    ],
)
def test_belonging(text: str, expected: set[str]) -> None:
    """Members are named by "from", "of", "part of", "includes" and "joined"; opponents are none."""
    assert relations_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[General Roux|p], commander of [the garrison|o], agreed.",
            {"in-charge-of: General Roux > the garrison"},
        ),
        ("[General Roux|p], a [Hamas|o] leader, agreed.", {"belongs-to: General Roux > Hamas"}),
        ("[General Roux|p] is the leader of [the garrison|o].", {"in-charge-of: General Roux > the garrison"}),
        ("[UN|o] envoy [Mia Falk|p] left.", {"belongs-to: Mia Falk > UN"}),
        ("[Homs|l] is under the control of [the rebels|o].", {"in-charge-of: the rebels > Homs"}),
        ("They shelled [rebel|o]-held [Homs|l].", {"in-charge-of: rebel > Homs"}),
    ],
)
def test_offices(text: str, expected: set[str]) -> None:
    """The head of a body is in charge of it, one of its heads belongs to it."""
    assert relations_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Nine|q] [trucks|v] burned.", {"attribute-of: Nine > trucks"}),
        ("[Dozens|q] of [trucks|v] burned.", {"attribute-of: Dozens > trucks"}),
        ("[Nine|q] days later [trucks|v] burned.", set()),
        ("[Three|q] [UN|o] trucks burned.", set()),
    ],
)
def test_attributes(text: str, expected: set[str]) -> None:
    """A number belongs to what it counts, and to nothing else nearby."""
    assert relations_of(text) == expected
