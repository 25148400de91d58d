"""What links tie: tellings of different documents into knots, and knots into events.

Knots are tied where a vague one found its home, and, of a state of which there is much news, where those of one slot of
days tell of the same as those of the next: within a slot all its tellings are compared, from slot to slot only the one
that stands for each knot. So one more report of a war costs what a fortnight of it costs, however long it lasts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.weigh.account import Account
from dragoman.weigh.candidates import (
    FEW,
    MOST_TOGETHER,
    SLOT_DAYS,
    day_of_state,
    pairs_across,
    reach_of,
    spots_of,
    state_keys,
)
from dragoman.weigh.compare import DELAY_DAYS, SAME_EVENT, Verdict, compare
from dragoman.weigh.desk import Desk
from dragoman.weigh.joining import Conflicts, Link, compare_pairs
from dragoman.weigh.ruled import decide
from dragoman.weigh.shelves import EVER, Row

Order = tuple[str, int, str]


class Crowds:
    """Which spots for few are crowded."""

    def __init__(self, desk: Desk) -> None:
        self._spots = desk.shelves.spots
        self._known: dict[str, bool] = {}

    def is_crowded(self, key: str) -> bool:
        """Say whether more than a few tellings meet at the spot."""
        if key not in self._known:
            most = MOST_TOGETHER + 1
            self._known[key] = len(self._spots.between(key, 0, 0, most)) == most
        return self._known[key]

    def quiet(self, profile: Account) -> set[str]:
        """Return the spots for few at which the telling is compared with all others."""
        keys = {spot[0] for spot in spots_of(profile) if spot[0].startswith(FEW)}
        return {key for key in keys if not self.is_crowded(key)}


class TellingLinks:
    """Tellings, tied where they are of one happening or state, and the knots that they formed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._linked: dict[str, set[str]] = {}
        self._verdicts: dict[tuple[Order, Order], Verdict] = {}
        self._few = Crowds(desk)

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

    def links(self, items: Sequence[str], settled: Mapping[str, str]) -> tuple[list[Link], Conflicts]:
        """Return the links among the tellings, less those between two of the knots in `settled`."""
        known = self._desk.profiles(items)
        profiles = [known[item] for item in items]

        def wanted(i: int, j: int) -> bool:
            return _is_open(items[i], items[j], settled) and _may_be_one(profiles[i], profiles[j])

        return compare_pairs(profiles, pairs_across(profiles, wanted, self._few.is_crowded), self._compare)

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
            if not (spot[0].startswith(FEW) and self._few.is_crowded(spot[0])):
                rows = self._desk.shelves.spots.between(spot[0], *reach_of(spot), EVER)
                found.update(row[3] for row in rows if row[2] + DELAY_DAYS >= spot[1])
        return found

    def _is_linked(self, item: str, other: str) -> bool:
        pair = self._desk.profiles((item, other))
        first, second = pair[item], pair[other]
        if {m.number for m in first.rulings} & {m.number for m in second.rulings}:
            return True
        return _may_be_one(first, second) and self._verdict(item, other).score >= SAME_EVENT

    def _verdict(self, first: str, second: str) -> Verdict:
        pair = self._desk.profiles((first, second))
        return self._compare(pair[first], pair[second])

    def _compare(self, first: Account, second: Account) -> Verdict:
        first, second = _in_order(first, second)
        if self._desk.shelves.is_fresh:
            return compare(first, second)
        key = first.order, second.order
        if key not in self._verdicts:
            self._verdicts[key] = compare(first, second)
        return self._verdicts[key]


class KnotLinks:
    """Knots, tied to homes and from slot to slot, and the events that they formed.

    `events` are the events of knots that are no more, or were made anew.
    """

    def __init__(self, desk: Desk, events: Mapping[str, str]) -> None:
        self._desk = desk
        self._events = events
        self._few = Crowds(desk)
        self._a_slot: dict[str, set[str]] = {}

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
        """Return the homes of the knots, those whose home they are, and the knots of the same state a slot off."""
        if self._desk.shelves.is_fresh:
            return set()
        knots = self._desk.knots(items)
        homes = {knot.home for knot in knots.values() if knot.home}
        seekers = self._desk.shelves.seekers.under(knots).values()
        return homes | {row[3] for rows in seekers for row in rows} | self._a_slot_off(knots)

    def links(self, items: Sequence[str], settled: Mapping[str, str]) -> tuple[list[Link], Conflicts]:
        """Return the links among the knots, less those between two of the events in `settled`."""
        at = {item: i for i, item in enumerate(items)}
        known = self._desk.profiles_of_knots(items)
        profiles = [known[item] for item in items]
        pairs = {(i, j) for i, j in self._of_next_slot(profiles) if _is_open(items[i], items[j], settled)}
        links, conflicts = compare_pairs(profiles, sorted(pairs), _compare_in_order)
        for id_, knot in self._desk.knots(items).items():
            if knot.home in at and knot.why and _is_open(id_, knot.home, settled):
                i, j = sorted((at[id_], at[knot.home]))
                links.append((knot.why, i, j))
        return links, conflicts

    def profiles(self, items: Sequence[str]) -> list[Sequence[Account]]:
        """Return by what each knot is excluded from others: what each telling says, of a state one of each kind."""
        knots = self._desk.knots(items)
        known = self._desk.profiles(id_ for knot in knots.values() for id_ in (knot.lead, *knot.kinds))
        return [[known[id_] for id_ in dict.fromkeys((knots[item].lead, *knots[item].kinds))] for item in items]

    def must_move(self, items: Iterable[str]) -> bool:
        """Say that no event is made anew only for being met."""
        del items
        return False

    def _a_slot_off(self, knots: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for id_, profile in self._desk.profiles_of_knots(knots).items():
            if id_ not in self._a_slot:
                spots = [(key, slot + step) for key, slot in slots_of(profile) for step in (-1, 1)]
                rows = [row for key, slot in spots for row in self._desk.shelves.stages.between(key, slot, slot, EVER)]
                others = self._desk.profiles_of_knots({row[3] for row in rows})
                self._a_slot[id_] = {other for other, told in others.items() if self._is_tied(profile, told)}
            found |= self._a_slot[id_]
        return found

    def _is_tied(self, first: Account, second: Account) -> bool:
        if not self._few.quiet(first).isdisjoint(self._few.quiet(second)):
            return False
        return _compare_in_order(first, second).score >= SAME_EVENT

    def _of_next_slot(self, profiles: Sequence[Account]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of one state a slot apart that were not compared already, as few were of it."""
        met: dict[tuple[str, int], list[int]] = defaultdict(list)
        for i, profile in enumerate(profiles):
            for place in slots_of(profile):
                met[place].append(i)
        for (key, slot), members in met.items():
            for j in met.get((key, slot + 1), ()):
                quiet = self._few.quiet(profiles[j])
                yield from ((min(i, j), max(i, j)) for i in members if quiet.isdisjoint(self._few.quiet(profiles[i])))


def slots_of(profile: Account) -> list[tuple[str, int]]:
    """Return the states that an account tells of, each with the slot of days in which it does."""
    day = day_of_state(profile) if profile.lasting else 0
    return [(key, day // SLOT_DAYS) for key in state_keys(profile)] if day else []


def stages_of(knot: str, profile: Account) -> list[Row]:
    """Return where the knots of the slots before and after find this one."""
    return [(key, slot, 0, knot) for key, slot in slots_of(profile)]


def _is_open(first: str, second: str, settled: Mapping[str, str]) -> bool:
    """Say whether two items are not of two of the groups that are settled."""
    one, other = settled.get(first), settled.get(second)
    return one == other or one is None or other is None


def _in_order(first: Account, second: Account) -> tuple[Account, Account]:
    return (first, second) if first.order < second.order else (second, first)


def _compare_in_order(first: Account, second: Account) -> Verdict:
    return compare(*_in_order(first, second))


def _may_be_one(first: Account, second: Account) -> bool:
    """Say whether two tellings may be one: those of one document only if they last, or where a person rules so."""
    if first.document != second.document:
        return True
    return first.lasting or decide(first.rulings, second.rulings) is not None
