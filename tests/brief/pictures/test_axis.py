"""The scale of time."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from dragoman.brief.pictures.axis import Axis, make_axis
from dragoman.brief.pictures.measure import SMALL, width_of


def axis_of(*days: str, width: float = 700) -> Axis:
    """Return the axis on which some days lie."""
    return make_axis([(date.fromisoformat(day), date.fromisoformat(day)) for day in days], 10, width)


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (("2024-06-03", "2024-06-09"), "1 Jun 2024"),
        (("2024-01-03", "2024-03-01", "2024-04-20", "2024-06-09", "2024-08-01"), "Feb"),
        (("1990-05-01", "1993-01-01", "1995-06-01", "1998-01-01", "2001-01-01"), "1990"),
        (("1905-01-01", "1925-01-01", "1946-01-01", "1965-01-01", "1990-01-01"), "1910"),
    ],
)
def test_days_are_named_as_finely_as_there_is_room(days: tuple[str, ...], name: str) -> None:
    """Days, months, years or decades are named, the first with its year, and no two names touch."""
    ticks = axis_of(*days).ticks()
    assert name in [tick.name for tick in ticks]
    edges = [(t.x - width_of(t.name, SMALL) / 2, t.x + width_of(t.name, SMALL) / 2) for t in ticks]
    assert all(before[1] < after[0] for before, after in itertools.pairwise(edges))


def test_long_gaps_are_left_out() -> None:
    """Decades in which nothing happens are cut out; what lies around them keeps its order."""
    axis = axis_of("1950-06-25", "1950-07-27", "2023-09-13", "2023-09-20", "2024-06-19")
    assert len(axis.breaks()) >= 1
    places = [axis.place(date.fromisoformat(day)) for day in ("1950-06-25", "1950-07-27", "2023-09-13", "2024-06-19")]
    assert places == sorted(places)
    assert places[0] < axis.breaks()[0] < places[2]
    assert places[1] - places[0] > 10


def test_even_time_has_no_breaks() -> None:
    """Where something happens each month nothing is left out."""
    assert axis_of(*(f"2023-{month:02}-10" for month in range(1, 13))).breaks() == ()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_any_single_day_has_an_axis(day: str) -> None:
    """One day alone, and the first and the last of all days, lie on their axis."""
    axis = axis_of(day, width=340)
    assert 10 <= axis.place(date.fromisoformat(day)) <= 340
    assert axis.ticks()
