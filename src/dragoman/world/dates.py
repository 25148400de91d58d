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


def _numbers(text: str) -> tuple[int, int]:
    year, _, month = text.partition("-")
    return int(year), int(month) if month else 0
