"""Fill the roles of a trigger: who does it, to whom, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.ontology import Frame
from dragoman.read.slots import Slots


class ActorFinder(Protocol):
    """What roles need of the mentions: whom a token's noun phrase names."""

    def actors_of(self, token: Token) -> tuple[ActorRef, ...]:
        """Return the actors that the noun phrase headed by the token names as someone who acts."""
        ...

    def state_at(self, token: Token) -> ActorRef | None:
        """Return the state that the token names as a place ("in Ukraine", "in Pyongyang")."""
        ...


@dataclass(frozen=True, slots=True)
class Filled:
    """The fillers of the roles; `heads` are the tokens that name them."""

    agents: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    theme: tuple[Token, ...] = ()
    heads: tuple[Token, ...] = ()


# Slots that name where as often as whom: a place there stands for its state.
PLACES = {"in", "at", "to", "into", "on", "from", "near", "along", "obj", "over", "against", "of", "with"}


def fill(frame: Frame, slots: Slots, mentions: ActorFinder, *, mutual: bool) -> Filled:
    """Return the fillers of a frame's roles; each token fills one role at most."""
    agents, agent_heads = _actors(frame.agent, slots, mentions, taken=(), pool=not frame.target)
    targets, target_heads = _actors(frame.target, slots, mentions, taken=agent_heads, place=True)
    targets = [t for t in targets if t.code not in {a.code for a in agents}]
    theme = _theme(frame.theme, slots, mentions, taken=[*agent_heads, *target_heads])
    if mutual and not agents and len(targets) > 1:
        agents, targets = targets, []
    return Filled(tuple(agents), tuple(targets), tuple(theme), (*agent_heads, *target_heads))


def _actors(
    names: Sequence[str],
    slots: Slots,
    mentions: ActorFinder,
    *,
    taken: Iterable[Token],
    place: bool = False,
    pool: bool = False,
) -> tuple[list[ActorRef], list[Token]]:
    refs: list[ActorRef] = []
    heads: list[Token] = []
    taken = set(taken)
    for name in names:
        for token in slots.get(name, ()):
            if token in taken:
                continue
            named = mentions.actors_of(token)
            if not named and place and name in PLACES:
                state = mentions.state_at(token)
                named = (state,) if state else ()
            if named:
                heads.append(token)
                refs.extend(r for r in named if r.code not in {x.code for x in refs})
        if refs and not pool:
            break
    return refs, heads


def _theme(names: Sequence[str], slots: Slots, mentions: ActorFinder, *, taken: Sequence[Token]) -> list[Token]:
    for name in names:
        fillers = [
            t
            for t in slots.get(name, ())
            if t not in taken and t.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") and not mentions.actors_of(t)
        ]
        if fillers:
            return fillers
    return []
