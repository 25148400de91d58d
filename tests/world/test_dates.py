from __future__ import annotations

from datetime import date

import pytest

from dragoman.world.dates import days_between, first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2012-05-07", date(2012, 5, 7), date(2012, 5, 7)),
        ("", None, None),
        (None, None, None),
    ],
)
def test_partial_dates_cover_days(text: str | None, first: date | None, last: date | None) -> None:
    """A partial date starts on its first day and ends on its last."""
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["soon", "2012-13", "2012-02-30", "2012-05-07-01"])
def test_no_dates(text: str) -> None:
    """What is no date is refused."""
    with pytest.raises(ValueError):
        first_day(text)


@pytest.mark.parametrize("text", ["May 2012", "2012-13", "2012-02-30"])
def test_no_dates_in_plain_words(text: str) -> None:
    """The message has the words that are no date and the form of one, and nothing of how numbers are read."""
    with pytest.raises(ValueError) as raised:
        days_between("2011", text)
    assert str(raised.value) == f"{text!r} is no date; write it as 2012, 2012-05 or 2012-05-07"
