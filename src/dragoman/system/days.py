"""Days of events: on which day an event counts, and as of which day a system is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model import Document, Event, Standing, Statement
from dragoman.system.kinds import load_kinds

_NEWS_DAYS = 60  # between an event and its first report: what is older is background
_TO_COME = frozenset({Standing.EXPECTED, Standing.WANTED})


@dataclass(frozen=True, slots=True)
class Days:
    """The days of events: stated, else those of the reports. `now` is the day that strength counts from."""

    now: date | None
    reported: Mapping[str, date]  # the first day on which a document told of the event
    over: Mapping[str, date]  # of an event that a statement tells of as over: the day of that

    def begun(self, event: Event) -> date | None:
        """Return the first day on which the event is told to have been so.

        Where no text states a time, that is the day of the first report: by then it was so, or was to come.
        """
        time = event.time
        if time.text is None:
            return self.reported.get(event.id) or time.end or time.start
        return time.start or time.end

    def news(self, event: Event) -> date | None:
        """Return the day of what was reported as it happened; None for what is told as history, or on no known day."""
        day, told = self.begun(event), self.reported.get(event.id)
        return day if day and told and abs((told - day).days) <= _NEWS_DAYS else None

    def ended(self, event: Event) -> date | None:
        """Return the day on which something had ended by what the event tells, None where that is not known yet."""
        day = self.over.get(event.id) or self.last(event)
        return None if day and self.now and day > self.now else day

    def last(self, event: Event) -> date | None:
        """Return the last day on which the event is told to have been so."""
        time = event.time
        if time.text is None or event.standing in _TO_COME:
            return time.end or self.begun(event)
        return time.end or time.start


def days_of(
    events: Iterable[Event],
    statements: Mapping[str, Statement],
    documents: Iterable[Document],
    until: date | None = None,
) -> Days:
    """Return the days of the events as seen on the day `until`, else on that of the newest document or event."""
    outcomes = load_kinds().over_outcomes
    published = {document.id: document.published for document in documents if document.published}
    reported: dict[str, date] = {}
    over: dict[str, date] = {}
    latest: date | None = max(published.values(), default=None)
    newest: date | None = None
    for event in events:
        told = [statements[s] for s in event.statements if s in statements]
        if days := [published[s.document] for s in told if s.document in published]:
            reported[event.id] = min(days)
        if event.outcome in outcomes:
            ends = (s.time.end or s.time.start or published.get(s.document) for s in told if s.outcome in outcomes)
            if days := [day for day in ends if day]:
                over[event.id] = max(days)
        if event.time.text and event.standing not in _TO_COME and (day := event.time.end or event.time.start):
            newest = max(newest, day) if newest else day
    return Days(now=until or latest or newest, reported=reported, over=over)
