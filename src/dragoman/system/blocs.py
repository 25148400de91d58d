"""Blocs beside clusters: those that texts name, with members from the world's data, and parties named in one breath."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.model import ActorKind, Event, Likeness, Party
from dragoman.system.certainty import CERTAINTY
from dragoman.system.party import parties_of
from dragoman.world import load_world

# A bloc is set beside a cluster where they share this many, and this much of the smaller of the two.
_FEWEST_SHARED = 2
_LEAST_SHARED = 0.5
_MOST_SHOWN = 3
_FEWEST_NAMED = 3  # two in one breath are a pair, not a group
# Types whose side is a group for what it is, not for what it happened to do together: allies, and those punished alike.
_NAMED_AS_GROUP = {"ALLY": "agents", "SANCTION": "targets", "OPPOSE": "agents"}
_WORDS = {
    "ALLY": "named together as close",
    "SANCTION": "punished together",
    "OPPOSE": "named together as opposed to others",
}
_HAS_MEMBERS = frozenset({ActorKind.BLOC, ActorKind.BODY})


@dataclass(frozen=True, slots=True)
class Naming:
    """Texts name the parties in one breath, as `words` says, in the statements."""

    parties: frozenset[Party]
    words: str
    statements: tuple[str, ...]


def namings_of(events: Iterable[Event]) -> tuple[Naming, ...]:
    """Return who is named as a group: three or more allies, opponents, or targets of one sanction."""
    found: dict[tuple[str, frozenset[Party]], list[str]] = defaultdict(list)
    for event in events:
        side = _NAMED_AS_GROUP.get(event.type)
        if side is None or event.standing not in CERTAINTY:
            continue
        parties = frozenset(parties_of(getattr(event, side)))
        if len(parties) >= _FEWEST_NAMED:
            found[event.type, parties].extend(event.statements)
    rows = sorted(found.items(), key=lambda item: (-len(item[1]), item[0][0], sorted(item[0][1])))
    return tuple(Naming(parties, _WORDS[kind], tuple(dict.fromkeys(told))) for (kind, parties), told in rows)


def blocs_called(events: Iterable[Event]) -> dict[str, list[str]]:
    """Return by the code of each bloc and body with members the statements in which it acts or is acted upon."""
    codes = {bloc.code for bloc, _ in _blocs()}
    found: dict[str, list[str]] = defaultdict(list)
    for event in events:
        for code in {ref.code for ref in (*event.agents, *event.targets)} & codes:
            found[code].extend(event.statements)
    return {code: sorted(dict.fromkeys(statements)) for code, statements in found.items()}


def likenesses_of(
    members: frozenset[Party], present: frozenset[Party], namings: Sequence[Naming], called: Mapping[str, Sequence[str]]
) -> tuple[Likeness, ...]:
    """Return the blocs that the cluster resembles, the most alike first.

    Only blocs that texts name count: `called` has the statements that do so, by code. Only members whom the graph has
    (`present`) count as missing: nothing is told of the others.
    """
    found = [
        _likeness(
            members,
            bloc,
            frozenset(p for p in present if p.code in codes),
            f"members of {bloc.name}",
            called[bloc.code],
        )
        for bloc, codes in _blocs()
        if bloc.code in called
    ]
    found += [_likeness(members, None, naming.parties, naming.words, naming.statements) for naming in namings]
    alike = [(score, likeness) for score, likeness in found if likeness is not None]
    ranked = sorted(alike, key=lambda row: (-row[0], row[1].bloc.code if row[1].bloc else "", row[1].what))
    return tuple(likeness for _, likeness in ranked[:_MOST_SHOWN])


def _likeness(
    members: frozenset[Party], bloc: Party | None, group: frozenset[Party], what: str, named: Sequence[str]
) -> tuple[float, Likeness | None]:
    group = group | ({bloc} if bloc in members else set())
    shared = members & group
    if len(shared) < _FEWEST_SHARED or len(shared) < _LEAST_SHARED * min(len(members), len(group)):
        return 0.0, None
    alike = len(shared) / len(members | group)
    missing, others = group - members, members - group
    parts = [f"{len(shared)} of {len(members)} are {what}"]
    parts += (
        [f"{_names(missing)} {'is' if len(missing) == 1 else 'are'} so too, outside the cluster"] if missing else []
    )
    return alike, Likeness(
        bloc=bloc,
        shared=tuple(sorted(shared)),
        missing=tuple(sorted(missing)),
        others=tuple(sorted(others)),
        what="; ".join(parts),
        named=tuple(named),
    )


def _names(parties: Iterable[Party]) -> str:
    names = sorted(party.name for party in parties)
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def is_member(one: Party, other: Party) -> bool:
    """Say whether one of the two is a bloc or body, and the other its member."""
    return any(
        (bloc.code == one.code and other.code in codes) or (bloc.code == other.code and one.code in codes)
        for bloc, codes in _blocs()
    )


@lru_cache(maxsize=1)
def _blocs() -> tuple[tuple[Party, frozenset[str]], ...]:
    """Return the blocs and bodies with members, with the members' codes."""
    return tuple(
        (Party(code=actor.code, name=actor.name, kind=actor.kind), frozenset(actor.members))
        for actor in load_world().actors.values()
        if actor.kind in _HAS_MEMBERS and len(actor.members) >= _FEWEST_SHARED
    )
