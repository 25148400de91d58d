"""Dates of the data files, which may be partial: 2012, 2012-05, 2012-05-07."""

from __future__ import annotations

import calendar
import functools
from datetime import date

_FULL = len("2012-05-07")


@functools.cache  # many terms begin or end on the same day
def first_day(text: str | None) -> date | None:
    """Return the first day that a full or partial date covers; ValueError when it is none."""
    if not text:
        return None
    if len(text) == _FULL:
        return date.fromisoformat(text)
    year, month = _numbers(text)
    return date(year, month or 1, 1)


@functools.cache
def last_day(text: str | None) -> date | None:
    """Return the last day that a full or partial date covers; ValueError when it is none."""
    if not text:
        return None
    if len(text) == _FULL:
        return date.fromisoformat(text)
    year, month = _numbers(text)
    month = month or 12
    return date(year, month, calendar.monthrange(year, month)[1])


def days_between(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the first day of the one and the last of the other; ValueError, in plain words, when one is no date."""
    for text in (since, until):
        try:
            first_day(text)
        except ValueError:
            raise ValueError(f"{text!r} is no date; write it as 2012, 2012-05 or 2012-05-07") from None
    return first_day(since), last_day(until)


def _numbers(text: str) -> tuple[int, int]:
    year, _, month = text.partition("-")
    return int(year), int(month) if month else 0
