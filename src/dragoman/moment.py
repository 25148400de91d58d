"""An earlier moment of a case: which, what can't be told of it, and what of today's was known then."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from dragoman.case import CaseFile, Clock, Earlier, Finding
from dragoman.errors import UnknownName
from dragoman.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What was known on `day` by that clock; `lacking` is what may have been, and can't be told; `now` is the case."""

    day: date
    clock: Clock
    lacking: Earlier
    now: CaseFile

    @property
    def in_words(self) -> str:
        """Return the moment as a sentence."""
        by = "as published by then" if self.clock is Clock.PUBLISHED else "as the case had it by then"
        return f"What was known on {self.day}, {by}."

    def find(self, called: str, then: CaseFile) -> Finding:
        """Return what is called so; of an event that goes by that id today, what was known of it then.

        Raises:
            UnknownName: nothing was called so, or several things were.
        """
        try:
            return then.find(called)
        except UnknownName:
            event = self._event_of_today(called)
            if event is None:
                raise
        owners = then.event_ids()
        shared = Counter(owners[id_] for id_ in event.statements if id_ in owners)
        if not shared:
            raise UnknownName(f"nothing was known of this event on {self.day} ({called})")
        return then.events_with_ids([min(shared, key=lambda id_: (-shared[id_], id_))])[0]

    def _event_of_today(self, called: str) -> Event | None:
        try:
            found = self.now.find(called)
        except UnknownName:
            return None
        return found if isinstance(found, Event) else None
