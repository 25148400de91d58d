"""Who is bound by a clause, to or for whom, by whose order, when, and unless what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import ActorRef, Condition, Instrument
from dragoman.read.clauses.bound import COUNTS, Bound
from dragoman.read.clauses.conditions import Head, condition_of
from dragoman.read.clauses.parties import Parties, is_party_word
from dragoman.read.clauses.scene import Scene, children
from dragoman.read.statements.roles import fill


@dataclass(frozen=True, slots=True)
class Roles:
    """Those bound, those it is owed to (or each other), who laid it down, what sets it off and what lifts it."""

    bearers: tuple[ActorRef, ...]
    beneficiaries: tuple[ActorRef, ...]
    each_other: bool
    authority: tuple[ActorRef, ...]
    trigger: Condition | None
    exceptions: tuple[Condition, ...]


def find_roles(bound: Bound, heads: Sequence[Head], scene: Scene) -> Roles:
    """Return who takes part in a clause, and its conditions."""
    parties = Parties(scene, bound.act, bound.instrument, bound.bearers)
    bearers = _bearers(bound, parties, scene)
    beneficiaries, each_other = _beneficiaries(bound, bearers, parties, scene)
    if each_other and len(bearers) < 2:
        bearers = parties.all or bearers
    parties.owed, parties.bound = beneficiaries, bearers
    trigger, exceptions = _conditions(bound, heads, scene, parties)
    authority = tuple(r for t in bound.authors for r in parties.named(t)) or _laid_down_by(bound, parties)
    if bound.kind is Instrument.SANCTION:
        beneficiaries = tuple(ref for ref in beneficiaries if ref.code not in {a.code for a in authority})
        if bound.instrument is None and not bound.bearers:
            bearers = tuple(r for r in authority if r.code not in scene.words.for_everybody)
    bearers = tuple(ref for ref in bearers if not _is_private(ref, named=bound.instrument is not None))
    return Roles(bearers, () if each_other else beneficiaries, each_other, authority, trigger, exceptions)


def _is_private(ref: ActorRef, *, named: bool) -> bool:
    """Say whether it is a person without an office; where no instrument is named, also whom no name tells."""
    return (ref.actor.startswith("person:") and ref.sector is None) or (not named and ref.actor.startswith("people:"))


def _conditions(
    bound: Bound, heads: Sequence[Head], scene: Scene, parties: Parties
) -> tuple[Condition | None, tuple[Condition, ...]]:
    made = [(head, condition_of(head, scene, parties)) for head in heads]
    triggers = [c for head, c in made if not head.lifts]
    if bound.rule == COUNTS:
        for noun in (*children(bound.operator, "nsubjpass"), *children(bound.operator, "dobj")):
            triggers.insert(0, condition_of(Head(noun, noun.left_edge, False), scene, parties))
            break
    exceptions = tuple(c for head, c in made if head.lifts)
    return (triggers[0] if triggers else None), exceptions


def _bearers(bound: Bound, parties: Parties, scene: Scene) -> tuple[ActorRef, ...]:
    found: list[ActorRef] = []
    for word in bound.bearers:
        found.extend(parties.of_word(word)[0])
    if not bound.bearers and bound.instrument is not None and bound.kind is Instrument.PACT:
        found.extend(parties.all)
    return tuple({ref.code: ref for ref in found}.values())


def _beneficiaries(
    bound: Bound, bearers: Sequence[ActorRef], parties: Parties, scene: Scene
) -> tuple[tuple[ActorRef, ...], bool]:
    if bound.rule == COUNTS:
        return (), True
    if parties.each_other and (len(bearers) != 1 or bound.kind is Instrument.PACT):
        return (), True
    own = {ref.code for ref in bearers}
    found: list[ActorRef] = []
    readings = scene.readings_of(bound.act)
    if readings and readings[0].entry.type:
        trigger = readings[0]
        kind = scene.ontology.types[trigger.entry.type or ""]
        found.extend(fill(trigger.entry.frame, trigger.slots, scene.mentions, kind=kind).targets)
    for token in _reached(bound.act) if not found else ():
        if not found and not is_party_word(token, scene):
            found.extend(parties.of_word(token)[0])
    named = (ref for ref in found if ref.code not in own and not ref.actor.startswith("people:"))
    others = tuple({ref.code: ref for ref in named}.values())
    return others, False


def _reached(act: Token) -> Iterator[Token]:
    """Yield the nouns for whom or against whom it is done, the nearest first, and whose they are."""
    for child in act.children:
        if child.dep_ in ("dobj", "dative", "pobj") and child.i > act.i:
            yield child
            yield from children(child, "poss", "amod", "compound")
            yield from (p for c in children(child, "prep") for p in children(c, "pobj"))
        elif child.dep_ in ("prep", "dative", "agent") and child.i > act.i:
            for noun in children(child, "pobj"):
                yield noun
                yield from children(noun, "poss", "amod", "compound")
                yield from (p for c in children(noun, "prep") for p in children(c, "pobj"))
        elif child.dep_ == "poss":
            yield child
    if act.pos_ == "NOUN" and act.dep_ in ("dobj", "nsubjpass"):
        for prep in children(act.head, "prep"):
            if prep.lower_ in ("to", "from", "against", "on"):
                yield from children(prep, "pobj")


def _laid_down_by(bound: Bound, parties: Parties) -> tuple[ActorRef, ...]:
    """Return who laid an instrument down that is no pact: "UN sanctions", "a resolution of the Security Council"."""
    noun = bound.instrument
    if noun is None or bound.kind is Instrument.PACT:
        return ()
    words = [*children(noun, "poss", "compound", "amod", "nmod")]
    words += [p for c in children(noun, "prep") if c.lower_ in ("of", "by", "from") for p in children(c, "pobj")]
    return tuple({r.code: r for w in words for r in parties.named(w)}.values())
