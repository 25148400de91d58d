"""What one weighing has taken off the shelves, so that nothing is taken twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dragoman.model import Event
from dragoman.weigh.account import Account
from dragoman.weigh.knot import Knot
from dragoman.weigh.shelves import Shelves
from dragoman.weigh.telling import Telling, profile_of

Told = tuple[Event, list[Account]]


class Desk:
    """Tellings, profiles, knots and events at hand."""

    def __init__(self, shelves: Shelves) -> None:
        self.shelves = shelves
        self._tellings: dict[str, Telling] = {}
        self._profiles: dict[str, Account] = {}
        self._knots: dict[str, Knot] = {}
        self._told: dict[str, Told] = {}

    def tellings(self, ids: Collection[str]) -> dict[str, Telling]:
        """Return those of the tellings that there are."""
        missing = [id_ for id_ in ids if id_ not in self._tellings]
        if missing:
            self._tellings.update(self.shelves.tellings.get(missing))
        return {id_: self._tellings[id_] for id_ in ids if id_ in self._tellings}

    def replace_tellings(self, gone: Collection[str], come: Collection[Telling]) -> None:
        """Take some tellings off the shelves and put others there."""
        self.shelves.tellings.drop(gone)
        for id_ in gone:
            self._tellings.pop(id_, None)
            self._profiles.pop(id_, None)
        self.shelves.tellings.put(come)
        self._tellings.update((t.id, t) for t in come)

    def forget_profiles(self, ids: Iterable[str]) -> None:
        """Look up anew what these are compared by."""
        for id_ in ids:
            self._profiles.pop(id_, None)

    def profiles(self, ids: Iterable[str]) -> dict[str, Account]:
        """Return what those of the tellings that there are are compared by."""
        ids = list(ids)
        missing = [id_ for id_ in ids if id_ not in self._profiles]
        if missing:
            found = self.tellings(missing)
            self._profiles.update((id_, profile_of(telling.accounts)) for id_, telling in found.items())
        return {id_: self._profiles[id_] for id_ in ids if id_ in self._profiles}

    def profiles_of_knots(self, ids: Iterable[str]) -> dict[str, Account]:
        """Return what each knot is known by to those that look for a home."""
        leads = {id_: knot.lead for id_, knot in self.knots(ids).items()}
        profiles = self.profiles(leads.values())
        return {id_: profiles[lead] for id_, lead in leads.items()}

    def knots(self, ids: Iterable[str]) -> dict[str, Knot]:
        """Return those of the knots that there are."""
        ids = list(ids)
        missing = [id_ for id_ in ids if id_ not in self._knots]
        if missing and not self.shelves.is_fresh:
            self._knots.update(self.shelves.knots.get(missing))
        return {id_: self._knots[id_] for id_ in ids if id_ in self._knots}

    def replace_knots(self, gone: Collection[str], come: Collection[Knot]) -> None:
        """Take some knots off the shelves and put others there."""
        self.shelves.knots.drop(gone)
        for id_ in gone:
            self._knots.pop(id_, None)
        self.shelves.knots.put(come)
        self._knots.update((k.id, k) for k in come)

    def tellings_of(self, knots: Iterable[str]) -> list[Telling]:
        """Return the tellings of the knots, in order."""
        ids = [id_ for knot in self.knots(knots).values() for id_ in knot.tellings]
        return [telling for _, telling in sorted(self.tellings(ids).items())]

    def keep_told(self, told: Iterable[Told]) -> None:
        """Keep events at hand with the accounts that they were made of."""
        self._told.update((event.id, (event, accounts)) for event, accounts in told)

    def told(self, events: Iterable[str]) -> dict[str, Told]:
        """Return the events with the accounts that they were made of."""
        events = list(events)
        missing = [id_ for id_ in events if id_ not in self._told]
        if missing:
            parts = self.shelves.parts.under(missing)
            for id_, event in self.shelves.events.get(missing).items():
                self._told[id_] = event, accounts_of(self.tellings_of(row[3] for row in parts[id_]))
        return {id_: self._told[id_] for id_ in events}


def accounts_of(tellings: Iterable[Telling]) -> list[Account]:
    """Return the accounts of the tellings, in an order of their own."""
    return sorted((a for t in tellings for a in t.accounts), key=lambda a: (*a.order, a.status))
