"""Fill the roles of a trigger: who does it, to whom, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.ontology import Frame
from dragoman.read.slots import Slots, prepositional_objects, subjects_of


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
    if not agents:
        agents, agent_heads = _makers(frame.agent, slots, mentions)
    targets, target_heads = _actors(frame.target, slots, mentions, taken=agent_heads, place=True)
    if not targets and frame.owners:
        targets, target_heads = _owners(frame, slots, mentions, taken=agent_heads)
    theme = _theme(frame.theme, slots, mentions, taken=[*agent_heads, *target_heads])
    filled = Filled(tuple(agents), tuple(targets), tuple(theme), (*agent_heads, *target_heads))
    return settle(filled, frame, mutual=mutual)


def settle(filled: Filled, frame: Frame, *, mutual: bool) -> Filled:
    """Take nobody for the target of his own deed, and let those who fight each other face each other."""
    agents = filled.agents
    targets = tuple(t for t in filled.targets if t.code not in {a.code for a in agents})
    if mutual and not agents and len(targets) > 1:
        agents, targets = targets, ()
    if frame.reciprocal and len(agents) > 1 and not targets:
        agents, targets = agents[:1], agents[1:]
    return replace(filled, agents=agents, targets=targets)


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
            if not named and ((place and name in PLACES) or token.dep_ == "npadvmod"):
                state = mentions.state_at(token)
                named = (state,) if state else ()
            if named:
                heads.append(token)
                refs.extend(r for r in named if r.code not in {x.code for x in refs})
        if refs and not pool:
            break
    return refs, heads


def _makers(names: Sequence[str], slots: Slots, mentions: ActorFinder) -> tuple[list[ActorRef], list[Token]]:
    """Return who stands behind a subject that is no actor: "any assistance Moscow renders would breach"."""
    for name in names:
        for token in slots.get(name, ()) if name in ("subj", "of") else ():
            for owner in _owners_of(token, adjectives=True):
                if named := mentions.actors_of(owner):
                    return list(named), [owner]
    return [], []


def _owners(
    frame: Frame, slots: Slots, mentions: ActorFinder, *, taken: Iterable[Token]
) -> tuple[list[ActorRef], list[Token]]:
    """Return whose the thing is that the deed is done to: "condemned Israel's attack", "help with Iran's programme"."""
    taken = set(taken)
    for name in dict.fromkeys((*frame.target, *frame.theme)):
        for token in slots.get(name, ()):
            for owner in _owners_of(token, adjectives=frame.owners == "any"):
                named = mentions.actors_of(owner)
                if named and owner not in taken:
                    return list(named), [owner]
    return [], []


def _owners_of(token: Token, *, adjectives: bool) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "poss" or (adjectives and child.dep_ in ("amod", "compound", "nmod")):
            yield child
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "by", "in"):
            for noun in prepositional_objects(child):
                yield noun
                yield from (c for c in noun.children if c.dep_ == "poss")
        elif child.dep_ == "relcl":
            yield from subjects_of(child, climb=False)


def _theme(names: Sequence[str], slots: Slots, mentions: ActorFinder, *, taken: Sequence[Token]) -> list[Token]:
    for name in names:
        fillers = [t for t in slots.get(name, ()) if _can_be_theme(t) and t not in taken and not mentions.actors_of(t)]
        if fillers:
            return fillers
    return []


def _can_be_theme(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") and token.ent_type_ not in ("GPE", "LOC", "DATE", "TIME")
