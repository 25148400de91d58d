"""What links tie: tellings of different documents into knots, and vague knots to their homes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.weigh.account import Account
from dragoman.weigh.candidates import FEW, MOST_TOGETHER, pairs_across, reach_of, spots_of
from dragoman.weigh.compare import DELAY_DAYS, SAME_EVENT, Verdict, compare
from dragoman.weigh.desk import Desk
from dragoman.weigh.joining import Link
from dragoman.weigh.ruled import decide
from dragoman.weigh.shelves import EVER


class TellingLinks:
    """Tellings, tied where they are of one happening or state, and the knots that they formed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._linked: dict[str, set[str]] = {}
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._crowded: dict[str, bool] = {}

    def present(self, items: Iterable[str]) -> set[str]:
        """Return those of the tellings that there are."""
        return set(self._desk.profiles(items))

    def group_of(self, items: Iterable[str]) -> dict[str, str]:
        """Return the knot of each telling that was in one."""
        return {item: rows[0][3] for item, rows in self._desk.shelves.tied.under(items).items()}

    def members(self, groups: Iterable[str]) -> dict[str, list[str]]:
        """Return the tellings of each knot that are still there."""
        return {id_: [*self._desk.profiles(knot.tellings)] for id_, knot in self._desk.knots(groups).items()}

    def linked(self, items: Iterable[str]) -> set[str]:
        """Return the tellings that a link ties to one of these, and all that a ruling on one of these is about."""
        if self._desk.shelves.is_fresh:
            return set()
        items = list(items)
        unseen = self._desk.profiles(item for item in items if item not in self._linked)
        near = {item: self._near(profile) for item, profile in unseen.items()}
        self._desk.profiles({other for others in near.values() for other in others})
        for item, others in near.items():
            self._linked[item] = {other for other in others if other != item and self._is_linked(item, other)}
        return {other for item in items for other in self._linked[item]}

    def links(self, items: Sequence[str], settled: Mapping[str, str]) -> list[Link]:
        """Return the links among the tellings, less those between two of the knots in `settled`."""
        known = self._desk.profiles(items)
        profiles = [known[item] for item in items]
        groups = [settled.get(item) for item in items]

        def wanted(i: int, j: int) -> bool:
            parted = groups[i] != groups[j] and groups[i] is not None and groups[j] is not None
            return not parted and _may_be_one(profiles[i], profiles[j])

        found = []
        for i, j in pairs_across(profiles, wanted, self._is_crowded):
            verdict = self._verdict(items[i], items[j])
            if verdict.score >= SAME_EVENT:
                found.append((verdict, i, j))
        return found

    def profiles(self, items: Sequence[str]) -> list[Sequence[Account]]:
        """Return by what each telling is excluded from others."""
        known = self._desk.profiles(items)
        return [(known[item],) for item in items]

    def must_move(self, items: Iterable[str]) -> bool:
        """Say whether a person's ruling is about one of these: such knots are made anew with all that it is about."""
        return any(profile.rulings for profile in self._desk.profiles(items).values())

    def _near(self, profile: Account) -> set[str]:
        found: set[str] = set()
        for spot in spots_of(profile):
            if not (spot[0].startswith(FEW) and self._is_crowded(spot[0])):
                rows = self._desk.shelves.spots.between(spot[0], *reach_of(spot), EVER)
                found.update(row[3] for row in rows if row[2] + DELAY_DAYS >= spot[1])
        return found

    def _is_crowded(self, key: str) -> bool:
        if key not in self._crowded:
            most = MOST_TOGETHER + 1
            self._crowded[key] = len(self._desk.shelves.spots.between(key, 0, 0, most)) == most
        return self._crowded[key]

    def _is_linked(self, item: str, other: str) -> bool:
        pair = self._desk.profiles((item, other))
        first, second = pair[item], pair[other]
        if {m.number for m in first.rulings} & {m.number for m in second.rulings}:
            return True
        return _may_be_one(first, second) and self._verdict(item, other).score >= SAME_EVENT

    def _verdict(self, first: str, second: str) -> Verdict:
        key = (first, second) if first < second else (second, first)
        known = self._verdicts.get(key)
        if known is None:
            pair = self._desk.profiles(key)
            known = compare(pair[key[0]], pair[key[1]])
            if not self._desk.shelves.is_fresh:
                self._verdicts[key] = known
        return known


class KnotLinks:
    """Knots, tied to the homes that vague ones found, and the events that they formed.

    `events` are the events of knots that are no more, or were made anew.
    """

    def __init__(self, desk: Desk, events: Mapping[str, str]) -> None:
        self._desk = desk
        self._events = events

    def present(self, items: Iterable[str]) -> set[str]:
        """Return those of the knots that there are."""
        return set(self._desk.knots(items))

    def group_of(self, items: Iterable[str]) -> dict[str, str]:
        """Return the event of each knot that was of one."""
        items = list(items)
        found = {id_: knot.event for id_, knot in self._desk.knots(items).items()}
        found.update((id_, self._events[id_]) for id_ in items if id_ in self._events)
        return {id_: event for id_, event in found.items() if event}

    def members(self, groups: Iterable[str]) -> dict[str, list[str]]:
        """Return the knots of each event that are still there."""
        rows = self._desk.shelves.parts.under(groups)
        self._desk.knots({row[3] for own in rows.values() for row in own})
        return {event: [*self._desk.knots(row[3] for row in own)] for event, own in rows.items()}

    def linked(self, items: Iterable[str]) -> set[str]:
        """Return the homes of the knots, and those whose home they are."""
        if self._desk.shelves.is_fresh:
            return set()
        knots = self._desk.knots(items)
        homes = {knot.home for knot in knots.values() if knot.home}
        return homes | {row[3] for rows in self._desk.shelves.seekers.under(knots).values() for row in rows}

    def links(self, items: Sequence[str], settled: Mapping[str, str]) -> list[Link]:
        """Return the links among the knots, less those between two of the events in `settled`."""
        at = {item: i for i, item in enumerate(items)}
        found = []
        for id_, knot in self._desk.knots(items).items():
            if knot.home in at and knot.why:
                one, other = settled.get(id_), settled.get(knot.home)
                if one == other or one is None or other is None:
                    i, j = sorted((at[id_], at[knot.home]))
                    found.append((knot.why, i, j))
        return found

    def profiles(self, items: Sequence[str]) -> list[Sequence[Account]]:
        """Return by what each knot is excluded from others: what each of its tellings says."""
        knots = self._desk.knots(items)
        known = self._desk.profiles(id_ for knot in knots.values() for id_ in knot.tellings)
        return [[known[id_] for id_ in knots[item].tellings] for item in items]

    def must_move(self, items: Iterable[str]) -> bool:
        """Say that no event is made anew only for being met."""
        del items
        return False


def _may_be_one(first: Account, second: Account) -> bool:
    """Say whether two tellings may be one: those of one document only if they last, or where a person rules so."""
    if first.document != second.document:
        return first.dataset is None or first.dataset != second.dataset
    return first.lasting or decide(first.rulings, second.rulings) is not None
