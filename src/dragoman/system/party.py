"""Parties: whom an actor of an event stands for in the system."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dragoman.model import ActorKind, ActorRef, Party
from dragoman.world import load_world

_MEDIA = "MED"  # the sector of outlets: they tell of what passes between others
# Who is only described ("officials", "experts") is another at each mention; a person who acts for nobody is private.
_NOT_NAMED = frozenset({ActorKind.PEOPLE, ActorKind.PERSON})


def party_of(ref: ActorRef) -> Party:
    """Return whom the actor counts as: the owner of its code ("Putin" and "the Kremlin" are Russia), else itself."""
    return _party(ref.code, ref.actor, ref.name)


def is_named(ref: ActorRef) -> bool:
    """Say whether the actor counts as a party that can be told from others: a state, body, group or bloc."""
    return party_of(ref).kind not in _NOT_NAMED and not _is_outlet(ref.code)


def parties_of(refs: Iterable[ActorRef]) -> tuple[Party, ...]:
    """Return the parties among the actors, each once."""
    return tuple(dict.fromkeys(party_of(ref) for ref in refs if is_named(ref)))


def is_known(party: Party, own: frozenset[str]) -> bool:
    """Say whether the program's data know the party, or the user's (codes `own`); else only a text introduced it."""
    return party.code in own or load_world().by_code(party.code) is not None


@lru_cache(maxsize=65536)
def _party(code: str, actor: str, name: str) -> Party:
    owner = load_world().by_code(code)
    if owner is not None:
        return Party(code=code, name=owner.name, kind=owner.kind)
    kind = actor.partition(":")[0]
    return Party(code=code, name=name, kind=ActorKind(kind) if kind in set(ActorKind) else ActorKind.BODY)


@lru_cache(maxsize=4096)
def _is_outlet(code: str) -> bool:
    owner = load_world().by_code(code)
    return owner is not None and owner.sector == _MEDIA
