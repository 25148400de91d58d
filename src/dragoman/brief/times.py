"""When, in few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.model import Time

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_YEAR_DAYS = 300  # a stretch of one year that is longer than this is called by the year


def is_stated(time: Time) -> bool:
    """Say whether the text itself tells the time, rather than the day of publication standing in for it."""
    return bool(time.start or time.end) and (time.text is not None or time.precision != "interval")


def say_when(time: Time, published: Iterable[date | None]) -> str:
    """Return the time as told, else "reported Jun 2024", else "" when nothing is known."""
    if is_stated(time):
        return say_time(time)
    known = [day for day in published if day]
    return f"reported {say_month(min(known))}" if known else ""


def say_month(day: date) -> str:
    """Return "Jun 2024"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def say_day(day: date) -> str:
    """Return "14 Sep 2023"."""
    return f"{day.day} {say_month(day)}"


def say_time(time: Time) -> str:
    """Return a time in few words: "14 Sep 2023", "Sep 2023", "May-Jun 2023", "2023", "since 2000"; "" when unknown."""
    start, end = time.start, time.end
    if start is None or end is None:
        return f"since {start.year}" if start else f"until {end.year}" if end else ""
    if start == end:
        return say_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return say_month(start) if time.precision != "week" else f"{start.day}-{say_day(end)}"
    if start.year != end.year:
        return f"{start.year}-{end.year}"
    if (end - start).days > _YEAR_DAYS:
        return str(start.year)
    return f"{_MONTHS[start.month - 1]}-{say_month(end)}"


def sort_key(time: Time, published: Iterable[date | None]) -> date:
    """Return the day by which to order: the told one, else that of the first report, else the last of all days."""
    if is_stated(time):
        return time.start or time.end or date.max
    return min((day for day in published if day), default=date.max)
