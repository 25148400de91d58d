"""Times of the brief."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.brief.times import say_when
from dragoman.model import Time

PUBLISHED = [date(2024, 6, 18), None, date(2024, 9, 19)]


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (Time(start=date(2023, 9, 14), end=date(2023, 9, 14), precision="day", text="on 14 September"), "14 Sep 2023"),
        (Time(start=date(2023, 9, 1), end=date(2023, 9, 30), precision="month", text="last September"), "Sep 2023"),
        (Time(start=date(2023, 9, 4), end=date(2023, 9, 10), precision="week", text="this week"), "4-10 Sep 2023"),
        (Time(start=date(2023, 1, 1), end=date(2023, 12, 31), precision="year", text="last year"), "2023"),
        (Time(start=date(2023, 3, 1), end=date(2023, 5, 31), precision="season", text="in spring"), "Mar-May 2023"),
        (Time(start=date(1980, 1, 1), end=date(1989, 12, 31), precision="decade", text="in the 1980s"), "1980-1989"),
        (Time(start=date(2000, 1, 1), precision="year", text="since 2000"), "since 2000"),
        (Time(start=date(2024, 6, 8), end=date(2024, 6, 18), precision="interval"), "reported Jun 2024"),
        (Time(), "reported Jun 2024"),
    ],
)
def test_times_are_said_in_few_words(time: Time, shown: str) -> None:
    """A told time is said as finely as it is told; one that is only the report's is said to be the report's."""
    assert say_when(time, PUBLISHED) == shown


def test_nothing_is_said_of_an_unknown_time() -> None:
    """Neither told nor reported on a known day: undated."""
    assert say_when(Time(), [None]) == ""
