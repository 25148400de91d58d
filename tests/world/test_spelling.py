from __future__ import annotations

import pytest

from dragoman.world import load_world
from dragoman.world.spelling import misspelt


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ukranian", "state:UKR"),
        ("Bangaldesh", "state:BGD"),
        ("Venezuella", "state:VEN"),
        ("Kyrgystan", "state:KGZ"),
        ("Portugese", "state:PRT"),
    ],
)
def test_one_letter_off_is_the_state(text: str, state: str) -> None:
    """A letter added, dropped, changed or swapped with its neighbour leaves the state recognisable."""
    assert {form.actor for form in misspelt(text, load_world())} == {state}


@pytest.mark.parametrize("text", ["Columbia", "Ukrainian", "Mala", "ukranian", "Ukrnian3", "Americas", "Belgravia"])
def test_other_words_are_left_alone(text: str) -> None:
    """Towns, right names, short words and words in lower case are no misspelt states."""
    assert misspelt(text, load_world()) == ()
