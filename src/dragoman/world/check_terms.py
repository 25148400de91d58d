"""What may be wrong with who held office when: terms that end before they begin, two holders at once, gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from dragoman.model import Term
from dragoman.world.world import World

# One person at a time holds these, with some time for hand-overs and acting holders.
ONE_HOLDER = ("head", "president", "prime minister", "foreign minister", "defence minister", "king", "supreme leader")
HANDOVER = timedelta(days=92)
# Many terms of lesser offices are known by the year only: then two may seem to run side by side for a year.
YEAR = timedelta(days=366)
# A presidency of three, two prime ministers, rival governments, co-presidents, two heads of one state.
SHARED = frozenset({"BIH", "KHM", "LBY", "NIC", "AND", "SMR", "SDN", "YEM", "SOM", "AFG", "LBN", "CIV", "EU"})
# Of these states the leader and the foreign minister should be known for every day since 1985 (or since they exist).
COVERED = {
    "G20": "ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN KOR MEX RUS SAU ZAF TUR GBR USA",
    "parties to wars": "UKR PRK IRN ISR PSE LBN SYR YEM SDN MMR COD RWA ETH AFG PAK SOM MLI BFA NER NGA LBY IRQ BLR",
}
COVERED_ROLES = ("head", "foreign minister")
COVERED_SINCE = date(1985, 1, 1)
LONGEST_GAP = timedelta(days=60)
# States of the table above that are younger than 1985; others took over from them.
FOUNDED = {
    "RUS": date(1991, 12, 26),
    "UKR": date(1991, 12, 1),
    "BLR": date(1991, 9, 19),
    "PSE": date(1994, 7, 5),
    "YEM": date(1990, 5, 22),
}


def place_of(world: World, *actors: str) -> str:
    """Return "my-actors.yaml:3: " for the first of the actors that a user's file gives, "" where none is."""
    return next((f"{world.own[actor]}: " for actor in actors if actor in world.own), "")


def check_spans(world: World) -> Iterator[str]:
    """Name each actor and term that ends before it begins."""
    for actor in world.actors.values():
        spans = [
            ("", actor.since, actor.until),
            *((f" as {t.role} of {t.state}", t.since, t.until) for t in actor.terms),
        ]
        for what, since, until in spans:
            if since and until and since > until:
                yield f"error: {place_of(world, actor.id)}{actor.name}{what} ends on {until}, before {since}"


def check_single_holders(world: World) -> Iterator[str]:
    """Name each two persons who hold at once an office that only one can hold; in the main states that is an error."""
    main = " ".join(COVERED.values()).split()
    for (state, role), held in world.terms.items():
        if role not in ONE_HOLDER or state in SHARED:
            continue
        terms = sorted(held, key=lambda pair: pair[0].since or date.min)
        for (term, person), (later, other) in pairwise(terms):
            overlap = _overlap(term, later)
            if person != other and overlap > (YEAR if _is_rough(term.until, later.since) else HANDOVER):
                names = f"{world.actors[person].name} and {world.actors[other].name}"
                kind = "error" if state in main else "warning"
                place = place_of(world, person, other)
                yield f"{kind}: {place}{names} are both {role} of {state} for {overlap.days} days from {later.since}"


def _is_rough(until: date | None, since: date | None) -> bool:
    """Say whether one of the two days stands for its year."""
    return (until is not None and (until.month, until.day) == (12, 31)) or (
        since is not None and (since.month, since.day) == (1, 1)
    )


def check_coverage(world: World, until: date) -> Iterator[str]:
    """Name each time of more than 60 days for which the leader or foreign minister of a main state is unknown."""
    for state in " ".join(COVERED.values()).split():
        for role in COVERED_ROLES:
            for start, end in _gaps(world, state, role, until):
                yield f"warning: no {role} of {state} from {start} to {end}"


def _gaps(world: World, state: str, role: str, until: date) -> Iterator[tuple[date, date]]:
    reached = FOUNDED.get(state, COVERED_SINCE)
    terms = [term for term, _ in world.terms.get((state, role), ())]
    for term in sorted(terms, key=lambda term: term.since or date.min):
        start = term.since or date.min
        if start - LONGEST_GAP > reached:
            yield reached, start
        reached = max(reached, term.until or date.max)
    if reached < until - LONGEST_GAP:
        yield reached, until


def _overlap(term: Term, later: Term) -> timedelta:
    start = later.since or date.min
    end = min(term.until or date.max, later.until or date.max)
    return max(end - start, timedelta())
