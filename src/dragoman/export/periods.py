"""Days, weeks, months, years: the rows of a table over time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

PERIODS = ("day", "week", "month", "year")


def period_of(day: date, by: str) -> str:
    """Return the period that the day is in: 2024-06-19, 2024-W25 (ISO's weeks), 2024-06 or 2024."""
    if by == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[by]]


def periods_between(first: date, last: date, by: str) -> Iterator[str]:
    """Yield the periods from that of the first day to that of the last, each once."""
    day = first
    step = {"day": 1, "week": 7}.get(by, 0)
    while day <= last:
        yield period_of(day, by)
        if step:
            day += timedelta(days=step)
        elif by == "month":
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        else:
            day = date(day.year + 1, 1, 1)
    if by == "week" and period_of(day - timedelta(days=step), by) != period_of(last, by):
        yield period_of(last, by)
