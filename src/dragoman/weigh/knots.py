"""The second and third step of weighing: tellings are tied into knots, and vague knots find their homes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman.weigh.account import Account
from dragoman.weigh.desk import Desk
from dragoman.weigh.homes import find_home, find_seeing, places_of, sights_of
from dragoman.weigh.joining import Joined, kind_of, rejoin
from dragoman.weigh.knot import Knot
from dragoman.weigh.link import TellingLinks, stages_of
from dragoman.weigh.retell import Retold
from dragoman.weigh.shelves import Row


@dataclass(frozen=True, slots=True)
class Reknotted:
    """Knots that were made anew (`made`) in place of those that are `gone`, with the places that came or went."""

    gone: Mapping[str, Knot]
    made: Mapping[str, Knot]
    moved: frozenset[Row]


def reknot(desk: Desk, retold: Retold) -> Reknotted:
    """Tie anew the tellings that changed, and put the knots on the shelves that came of it."""
    dissolved, joined = rejoin(retold.touched, TellingLinks(desk))
    gone = desk.knots(dissolved)
    made = {knot.id: knot for knot in (_knot(desk, members, found) for members, found in joined)}
    same = {id_ for id_, knot in made.items() if _is_same(knot, gone.get(id_), retold)}
    gone = {id_: knot for id_, knot in gone.items() if id_ not in same}
    made = {id_: knot for id_, knot in made.items() if id_ not in same}
    before = {id_: retold.before.get(knot.lead) or desk.profiles([knot.lead])[knot.lead] for id_, knot in gone.items()}
    desk.replace_knots(gone.keys() - made.keys(), made.values())
    after = desk.profiles_of_knots(made)
    moved = _replace_rows(desk, gone, made, before, after)
    return Reknotted(gone, made, frozenset(moved))


def rehome(desk: Desk, retold: Retold, knots: Reknotted) -> tuple[set[str], dict[str, str]]:
    """Find the homes of knots that are alone, where they are new or may see something else than before.

    Returns the knots that are new, gone or of another home, or of which what is told changed, and the events in which
    those were that are gone or new.
    """
    shelves = desk.shelves
    seeing = set() if shelves.is_fresh else find_seeing(shelves.places, shelves.sights, knots.moved)
    seeking = {id_: knot for id_, knot in desk.knots({*seeing, *knots.made}).items() if knot.is_alone}
    profiles = desk.profiles_of_knots(seeking)
    rehomed = []
    for id_, knot in seeking.items():
        home, why = find_home(id_, profiles[id_], shelves.places, desk.profiles_of_knots) or ("", None)
        if (home, why) != (knot.home, knot.why):
            rehomed.append(replace(knot, home=home, why=why))
    before = [*knots.gone.values(), *(seeking[knot.id] for knot in rehomed)]
    after = [*(knot for id_, knot in knots.made.items() if id_ not in seeking), *rehomed]
    shelves.seekers.drop((knot.home, 0, 0, knot.id) for knot in before if knot.home)
    shelves.seekers.put((knot.home, 0, 0, knot.id) for knot in after if knot.home)
    desk.replace_knots((), rehomed)
    told = {rows[0][3] for rows in shelves.tied.under(retold.changed | retold.touched).values()}
    touched = {*knots.gone, *knots.made, *(knot.id for knot in rehomed), *told}
    return touched, {id_: knot.event for id_, knot in knots.gone.items()}


def _knot(desk: Desk, members: list[str], joined: Joined) -> Knot:
    profiles = desk.profiles(members)
    lead = min(
        members, key=lambda id_: (-len(profiles[id_].everyone), not profiles[id_].is_stated, profiles[id_].order)
    )
    kinds = {kind_of(profiles[id_]) if profiles[id_].lasting else id_: id_ for id_ in reversed(members)}
    return Knot(
        id=members[0],
        tellings=tuple(members),
        lead=lead,
        kinds=tuple(sorted(kinds.values())),
        reasons=joined.reasons,
        doubts=joined.doubts,
    )


def _is_same(knot: Knot, old: Knot | None, retold: Retold) -> bool:
    """Say whether the knot came out as it was, with nothing in it that compares otherwise."""
    if old is None or not retold.before.keys().isdisjoint(knot.tellings):
        return False
    return (old.tellings, old.lead, old.reasons, old.doubts) == (knot.tellings, knot.lead, knot.reasons, knot.doubts)


def _replace_rows(
    desk: Desk,
    gone: Mapping[str, Knot],
    made: Mapping[str, Knot],
    before: Mapping[str, Account],
    after: Mapping[str, Account],
) -> set[Row]:
    """Note which tellings the knots tie, where they are found, and where those that are alone look."""
    shelves = desk.shelves
    tied, ties = _tied(gone.values()), _tied(made.values())
    shelves.tied.drop(tied - ties)
    shelves.tied.put(ties - tied)
    left = {row for id_, profile in before.items() for row in places_of(id_, profile)}
    taken = {row for id_, profile in after.items() for row in places_of(id_, profile)}
    shelves.places.drop(left - taken)
    shelves.places.put(taken - left)
    looked = {row for id_, knot in gone.items() if knot.is_alone for row in sights_of(id_, before[id_])}
    looks = {row for id_, knot in made.items() if knot.is_alone for row in sights_of(id_, after[id_])}
    shelves.sights.drop(looked - looks)
    shelves.sights.put(looks - looked)
    left_stages = {row for id_, profile in before.items() for row in stages_of(id_, profile)}
    stages = {row for id_, profile in after.items() for row in stages_of(id_, profile)}
    shelves.stages.drop(left_stages - stages)
    shelves.stages.put(stages - left_stages)
    unmoved = {row for row in left & taken if before[row[3]] == after[row[3]]}
    return (left | taken) - unmoved


def _tied(knots: Iterable[Knot]) -> set[Row]:
    return {(telling, 0, 0, knot.id) for knot in knots for telling in knot.tellings}
