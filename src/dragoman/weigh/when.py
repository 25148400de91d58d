"""When an account says that something happens: stated by its text, or taken from the day of the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from dragoman.model import Status, Time

# An article without a word on the time reports what happened in the days before it, or announces what comes soon.
NEWS_DAYS = 10
NOTICE_DAYS = 60
# A stated time that is open on one side is taken to reach this far, where the report does not bound it.
OPEN_DAYS = 365
PRECISIONS = ("day", "week", "month", "season", "year", "decade", "interval", "unknown")

Window = tuple[int, int]  # the first and last day that come into question, as ordinals


class Timed(Protocol):
    """What has a time, a day of report, and a status."""

    @property
    def time(self) -> Time:
        """Return the time that the text states."""

    @property
    def is_stated(self) -> bool:
        """Say whether the text states a time."""

    @property
    def published(self) -> date | None:
        """Return the day of the report."""

    @property
    def status(self) -> Status:
        """Return whether it has happened."""

    @property
    def lasting(self) -> bool:
        """Say whether it is a state that lasts."""


def window_of(time: Time, status: Status, published: date | None) -> Window | None:
    """Return the days that come into question, None when neither the text nor the report's date tells any."""
    if time.start and time.end:
        return time.start.toordinal(), max(time.start, time.end).toordinal()
    if time.start:
        start = time.start.toordinal()
        return start, max(start, published.toordinal() if published else start + OPEN_DAYS)
    if time.end:
        return time.end.toordinal() - OPEN_DAYS, time.end.toordinal()
    if published is None:
        return None
    day = published.toordinal()
    return (day, day + NOTICE_DAYS) if status in (Status.PLANNED, Status.WANTED) else (day - NEWS_DAYS, day)


def days_apart(first: Window, second: Window) -> int:
    """Return the days that part two windows, 0 when they meet."""
    return max(0, second[0] - first[1], first[0] - second[1])


def is_fine(time: Time) -> bool:
    """Say whether a time is told to the day."""
    return time.start is not None and time.start == time.end


def fineness(time: Time) -> int:
    """Return the rank of a time's precision, 0 the finest."""
    return PRECISIONS.index(time.precision) if time.precision in PRECISIONS else len(PRECISIONS)


def event_time(accounts: Sequence[Timed]) -> Time:
    """Return the time of what the accounts tell of; its `text` is None where it follows from the reports only.

    A happening has the finest time stated of what is told as actual, else the days of the first report of it. What is
    only planned has the time stated for it, else it lies after the first report. What lasts runs over the times
    stated, else from the first report to the last.
    """
    if all(a.lasting for a in accounts):
        return _lasting_time(accounts)
    for pool in _by_strength(accounts):
        stated = [a for a in pool if a.is_stated]
        if stated:
            return min(stated, key=lambda a: (fineness(a.time), str(a.time.start), str(a.time.end))).time
        reported = [a.published for a in pool if a.published]
        if reported:
            return _reported_time(min(reported), pool[0].status)
    return Time()


def _by_strength(accounts: Sequence[Timed]) -> list[list[Timed]]:
    """Return the accounts of what happened first, then of what is alleged or denied, then of what is to come."""
    order = ((Status.ACTUAL,), (Status.POSSIBLE, Status.DENIED), (Status.PLANNED,), (Status.WANTED,))
    pools = [[a for a in accounts if a.status in statuses] for statuses in order]
    return [pool for pool in pools if pool]


def _reported_time(published: date, status: Status) -> Time:
    if status in (Status.PLANNED, Status.WANTED):
        return Time(start=published, precision="interval")
    return Time(start=published - timedelta(days=NEWS_DAYS), end=published, precision="interval")


def _lasting_time(accounts: Sequence[Timed]) -> Time:
    stated = [a for a in accounts if a.is_stated]
    pool = [a for a in stated if a.status is Status.ACTUAL] or stated
    if not pool:
        days = sorted(a.published for a in accounts if a.published)
        return Time(start=days[0], end=days[-1], precision="interval") if days else Time()
    finest = min(pool, key=lambda a: (fineness(a.time), str(a.time.start), str(a.time.end))).time
    starts = [a.time.start for a in pool if a.time.start]
    ends = [a.time.end for a in pool if a.time.end]
    is_open = any(a.time.end is None for a in pool)
    start, end = min(starts, default=None), None if is_open else max(ends, default=None)
    same = (start, end) == (finest.start, finest.end)
    return Time(start=start, end=end, precision=finest.precision if same else "interval", text=finest.text)
