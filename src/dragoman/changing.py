"""What changed in a case between two moments: both are weighed, and compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.case import CaseFile, Clock, Earlier, parse_day
from dragoman.errors import BadValue
from dragoman.model import Change, ChangeKind, Document
from dragoman.naming import settle_filter

if TYPE_CHECKING:
    from dragoman.view import View


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed, in the order of time, and what the later moment lacks of what may have."""

    changes: tuple[Change, ...]
    lacking: Earlier


def find_changed(
    case: View,
    since: str | date,
    until: str | date | None,
    clock: str,
    *,
    kinds: str | Iterable[str] = (),
    actors: str | Iterable[str] = (),
) -> Changed:
    """Return what changed from the day `since` on, to the end of `until`, for events in which the actors take part.

    Raises:
        BadValue: this is no day, no such clock, or no such kind of change.
        UnknownName: nobody, or several, go by the name of an actor.
    """
    wanted, concerning = _kinds(kinds), settle_filter({"actors": actors}, case.file)
    first = parse_day(since)
    if first is None:
        raise BadValue("name the day since which it changed: 2024-03-31")
    last = parse_day(until, last=True)
    if last is not None and last < first:
        raise BadValue(f"nothing lies between these days ({since}, {until}); name the earlier one first")
    if last is None and clock == Clock.PUBLISHED and any(d.published is None for d in case.file.documents()):
        last = date.max  # nobody knows whether a document without a date is new
    with ExitStack() as opened:
        after = opened.enter_context(case.as_of(last, clock=clock)) if last else case
        now = after.weighed
        # A copy of what is weighed already: where it lacks little, only what that touches is weighed again.
        before = opened.enter_context(after.as_of(_day_before(first), clock=clock))
        found = _compare(before.weighed, now, Clock(clock))
        if concerning.actors:
            about = {event.id for view in (before, after) for event in view.file.events(concerning)}
            found = tuple(change for change in found if change.event in about)
        moment = after.moment or before.moment
        lacking = moment.lacking if moment else Earlier()
    return Changed(tuple(change for change in found if not wanted or change.kind in wanted), lacking)


def _compare(before: CaseFile, after: CaseFile, clock: Clock) -> tuple[Change, ...]:
    from dragoman.weigh.changes import Told, find_changes

    return find_changes(
        Told(before.events(), before.disputes()),
        Told(after.events(), after.disputes()),
        {statement.id: statement for statement in after.iterate_statements()},
        _days_read(after) if clock is Clock.READ else _days_published(after.documents()),
    )


def _days_published(documents: tuple[Document, ...]) -> Mapping[str, date]:
    """Return when each document appeared; of one without a date the last day that comes into question."""
    days = {d.id: d.published or (d.dating.latest if d.dating else None) for d in documents}
    return {id_: day for id_, day in days.items() if day is not None}


def _days_read(file: CaseFile) -> Mapping[str, date]:
    """Return when the case read each document first."""
    return {run.document: run.read_at.date() for run in reversed(file.runs())}


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def _kinds(called: str | Iterable[str]) -> tuple[ChangeKind, ...]:
    words = (called,) if isinstance(called, str) else tuple(called)
    for word in words:
        if word.lower() not in list(ChangeKind):
            raise BadValue(f"there is no such kind of change ({word}); use one of {', '.join(ChangeKind)}")
    return tuple(ChangeKind(word.lower()) for word in words)
