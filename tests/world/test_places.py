from __future__ import annotations

import pytest

from dragoman.world import load_world


@pytest.mark.parametrize(
    ("text", "near", "country", "precision"),
    [
        ("Vladivostok", None, "RUS", "city"),
        ("Vostochny space centre", None, "RUS", "site"),
        ("Vostochny Cosmodrome", None, "RUS", "site"),
        ("the Gaza Strip", None, "PSE", "region"),
        ("Crimea", None, "UKR", "region"),
        ("Kiev", None, "UKR", "city"),
        ("Kharkov", None, "UKR", "city"),
        ("Birmingham", None, "GBR", "city"),
        ("Birmingham", "USA", "USA", "city"),
        ("Tripoli", None, "LBY", "city"),
        ("Tripoli", "LBN", "LBN", "city"),
        ("Georgia", None, "GEO", "country"),
        ("Georgia", "GEO", "GEO", "country"),
        ("Georgia", "USA", "USA", "region"),
        ("Lebanon", None, "LBN", "country"),
        ("Scotland", None, "GBR", "region"),
        ("the Strait of Hormuz", None, None, "region"),
        ("Sana’a", None, "YEM", "city"),
        ("Panmunjom", None, "KOR", "site"),
    ],
)
def test_places_by_name(text: str, near: str | None, country: str | None, precision: str) -> None:
    """A place is found by its names; the state beside it says which of several, else size does; states are states."""
    place = load_world().place(text, near)
    assert place is not None
    assert (place.text, place.country, place.precision) == (text, country, precision)


@pytest.mark.parametrize("text", ["Xanadu-on-Sea", "", "vladivostok", "the"])
def test_unknown_places(text: str) -> None:
    """What is no place's name has no place."""
    assert load_world().place(text) is None
