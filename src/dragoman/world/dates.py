"""Dates of the data files, which may be partial: 2012, 2012-05, 2012-05-07."""

from __future__ import annotations

import calendar
from datetime import date


def first_day(text: str | None) -> date | None:
    """Return the first day that a full or partial date covers; ValueError when it is none."""
    if not text:
        return None
    year, month, day = _numbers(text)
    return date(year, month or 1, day or 1)


def last_day(text: str | None) -> date | None:
    """Return the last day that a full or partial date covers; ValueError when it is none."""
    if not text:
        return None
    year, month, day = _numbers(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _numbers(text: str) -> tuple[int, int, int]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) > 3:
        raise ValueError(text)
    year, month, day = (*parts, 0, 0)[:3]
    return year, month, day
