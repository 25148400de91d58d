"""Fill the roles of a trigger: who does it, to whom, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.ontology import Frame, TypeDef
from dragoman.read.mentions.noun_phrases import is_hyphenated_part, noun_of
from dragoman.read.mentions.nouns import WORDS, load_nouns
from dragoman.read.statements.participants import (
    MODIFIERS,
    ActorFinder,
    named_by,
    owners_by_adjective,
    phrases_of,
    unnamed_people,
)
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.slots import Slots
from dragoman.read.statements.subjects import conjuncts, prepositional_objects, subjects_of
from dragoman.read.statements.victims import turn_owner


@dataclass(frozen=True, slots=True)
class Filled:
    """The fillers of the roles; `heads` are the tokens that name them."""

    agents: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    theme: tuple[Token, ...] = ()
    heads: tuple[Token, ...] = ()


# Slots that name where as often as whom: a place there stands for its state.
PLACES = frozenset(
    {"in", "at", "to", "into", "on", "from", "near", "along", "obj", "over", "against", "of", "with"}
    | {"for", "toward", "towards", "in doing"}
)
# The slot by which a frame says that whose the object is may be who does it.
OWNER_OF_OBJECT = "owner of obj"
# Types whose object is given, moved or wanted: people in it are sent, not done to ("sent doctors").
_TRANSFERS = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT", "AGREE", "WANT", "HOLD"})
# Whose a thing is: first by these, then by where it is, then by whom it is for or against.
_OWNING = ("of", "by", "from")
_STANDING = ("in", "at", "near", "on", "into")
_AROUND = frozenset({"in", "at", "across", "near", "throughout"})
_BESIDE = frozenset({"near", "along", "on", "at", "over", "for"})
_TOGETHER = ("between", "among", "with")
_CONCERNING = ("against", "between", "among", "with", "to", "for", "toward", "towards")


def fill(frame: Frame, slots: Slots, mentions: ActorFinder, *, kind: TypeDef) -> Filled:
    """Return the fillers of a frame's roles; each token fills one role at most."""
    slots = turn_owner(frame, slots, mentions)
    agents, agent_heads = _actors(frame.agent, slots, mentions, pool=not frame.target)
    if not agents:
        agents, agent_heads = _makers(frame.agent, slots, mentions, kind)
    if not agents and frame.local:
        agents, agent_heads = _locals(slots, mentions)
    targets, target_heads = _targets(frame, slots, mentions, kind, agents, agent_heads)
    theme = _theme(frame.theme, slots, mentions, kind, taken=[*agent_heads, *target_heads])
    filled = Filled(tuple(agents), tuple(targets), tuple(theme), (*agent_heads, *target_heads))
    return settle(filled, frame, mutual=kind.mutual)


def settle(filled: Filled, frame: Frame, *, mutual: bool) -> Filled:
    """Put those who take part in a mutual event on one side, and let those who fight each other face each other."""
    agents, targets = filled.agents, filled.targets
    if mutual and not agents and len(targets) > 1:
        agents, targets = targets, ()
    if frame.reciprocal and len(agents) > 1 and not targets:
        agents, targets = agents[:1], agents[1:]
    return replace(filled, agents=agents, targets=targets)


def may_face(ref: ActorRef, token: Token, agents: Iterable[ActorRef], kind: TypeDef) -> bool:
    """Say whether someone may be the target: another than the agents, or another part of the same state."""
    same = [a for a in agents if a.code == ref.code]
    if not same:
        return True
    if _is_person(ref) and all(_is_person(a) and a.actor != ref.actor for a in same):
        return True  # two leaders of one state who meet or quarrel
    if not kind.domestic or token.pos_ == "PRON" or any(c.tag_ == "PRP$" for c in token.children):
        return False
    return all(a.mention != ref.mention and (a.sector, a.actor) != (ref.sector, ref.actor) for a in same)


def _is_another(ref: ActorRef, refs: Sequence[ActorRef]) -> bool:
    """Say whether someone is not yet among these: two of one state both count, unless one of them is the state."""
    same = [r for r in refs if r.code == ref.code]
    return all(r.actor != ref.actor and not {r.actor[:6], ref.actor[:6]} & {"state:"} for r in same)


def _is_person(ref: ActorRef) -> bool:
    return ref.actor.startswith("person:")


def _targets(
    frame: Frame,
    slots: Slots,
    mentions: ActorFinder,
    kind: TypeDef,
    agents: Sequence[ActorRef],
    taken: Sequence[Token],
) -> tuple[list[ActorRef], list[Token]]:
    """Return who faces the agents: whoever fills a slot of the target, else whose the thing in one is."""
    for name in frame.target:
        refs: list[ActorRef] = []
        heads: list[Token] = []
        for token in slots.get(name, ()):
            if token not in taken:
                named = named_by(token, mentions) or (_state_at(token, mentions) if name in PLACES else ())
                fit = [r for r in named if may_face(r, token, agents, kind) and not _is_only_a_place(r, name)]
                for ref in fit:
                    refs.extend([ref] if _is_another(ref, refs) else [])
                heads.extend([token] if fit else [])
        if refs:
            return refs, heads
    if frame.owners:
        refs, heads = _owners(frame, slots, mentions, kind, agents, taken)
        if refs:
            return refs, heads
    befalls = agents and "obj" in frame.target and kind.name not in _TRANSFERS
    return unnamed_people(slots.get("obj", ())) if befalls else ([], [])


def _is_only_a_place(ref: ActorRef, slot: str) -> bool:
    """Say whether a bloc only tells where: "one of the first wars in Europe"."""
    return slot in ("in", "at", "across") and ref.actor.startswith("bloc:")


def _actors(
    names: Sequence[str], slots: Slots, mentions: ActorFinder, *, pool: bool = False
) -> tuple[list[ActorRef], list[Token]]:
    refs: list[ActorRef] = []
    heads: list[Token] = []
    for name in names:
        for token in slots.get(name, ()):
            is_site = name == "from" or token.dep_ == "npadvmod"
            named = named_by(token, mentions) or (_state_at(token, mentions) if is_site else ())
            if named:
                heads.append(token)
                for ref in named:
                    refs.extend([ref] if _is_another(ref, refs) else [])
        if refs and not pool:
            break
    return refs, heads


def _state_at(token: Token, mentions: ActorFinder) -> tuple[ActorRef, ...]:
    state = mentions.state_at(token)
    return (state,) if state else ()


def _makers(
    names: Sequence[str], slots: Slots, mentions: ActorFinder, kind: TypeDef
) -> tuple[list[ActorRef], list[Token]]:
    """Return who stands behind a subject that is no actor: "any help Oslo gives", "Israeli tanks".

    Of what is imposed, where nobody is said to have done it, its owner has: "UN sanctions imposed on Chad".
    """
    # Where a blast kills is not who kills.
    around = _TOGETHER if kind.name == "ASSAULT" else (*_STANDING, *_TOGETHER)
    for name in names:
        slot = "obj" if name == OWNER_OF_OBJECT else name
        for token in slots.get(slot, ()) if name in ("subj", "of", "by", OWNER_OF_OBJECT) else ():
            if joint := owners_by_adjective(token, mentions):
                return list(joint), [c for c in token.children if c.dep_ in MODIFIERS]
            for owners in _owners_of(token, adjectives=True, around=around):
                for owner in owners:
                    named = named_by(owner, mentions)
                    if named and not (_is_somebody(token) and all(_is_person(r) for r in named)):
                        return list(named), [owner]
    return [], []


def _is_somebody(token: Token) -> bool:
    """Say whether the noun names persons of their own: what "his aides" do, he has not done."""
    return load_nouns().is_role(noun_of(token))


def _locals(slots: Slots, mentions: ActorFinder) -> tuple[list[ActorRef], list[Token]]:
    """Return the people of the place where a crowd acts: "hundreds of people blocked streets in Hanoi"."""
    if not any(t.lemma_.lower() in slot_words("crowds") for t in slots.get("subj", ())):
        return [], []
    for name in ("in", "at", "across", "obj"):
        for token in slots.get(name, ()):
            near = [token, *phrases_of(token, _AROUND)]
            for place in near:
                if state := mentions.state_at(place):
                    return [replace(state, sector="CVL")], [place]
    return [], []


def _owners(
    frame: Frame,
    slots: Slots,
    mentions: ActorFinder,
    kind: TypeDef,
    agents: Sequence[ActorRef],
    taken: Sequence[Token],
) -> tuple[list[ActorRef], list[Token]]:
    """Return whose the thing is that the deed is done to: "condemned Israel's attack", "help with Iran's programme"."""
    for name in dict.fromkeys((*frame.target, *frame.theme)):
        for token in slots.get(name, ()):
            for owners in _owners_of(token, adjectives=frame.owners == "any" or name in _BESIDE):
                fit = [(o, r) for o in owners if o not in taken for r in _named_owner(o, mentions)]
                fit = [(o, r) for o, r in fit if may_face(r, o, agents, kind)]
                if fit:
                    refs = {r.code: r for _, r in reversed(fit)}
                    return list(refs.values())[::-1], [o for o, _ in fit]
    return [], []


def _named_owner(owner: Token, mentions: ActorFinder) -> tuple[ActorRef, ...]:
    return named_by(owner, mentions) or (_state_at(owner, mentions) if _is_place(owner) else ())


def _is_place(token: Token) -> bool:
    return token.head.lower_ in _STANDING or (token.dep_ == "conj" and _is_place(token.head))


def _owners_of(token: Token, *, adjectives: bool, around: Sequence[str] | None = None) -> Iterator[list[Token]]:
    """Yield whose a thing may be, those of one phrase together: owners, makers, where it is, whom it concerns.

    `around` are the prepositions that count beside those of owning; None are all: of a deed's maker a transfer to X
    tells nothing.
    """
    concerning = [p for p in _CONCERNING if around is None or p in around]
    standing = [p for p in _STANDING if around is None or p in around]
    for child in token.children:
        if child.dep_ == "poss" or (adjectives and child.dep_ in MODIFIERS):
            yield [c for c in conjuncts(child) if not is_hyphenated_part(c)]
            yield [c for c in child.children if c.dep_ in MODIFIERS and adjectives and not is_hyphenated_part(c)]
    for participle in (c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBN"):
        yield [n for c in participle.children if c.dep_ == "agent" for n in prepositional_objects(c)]
    for prepositions in (_OWNING, standing, concerning):
        for child in token.children:
            if (
                child.dep_ == "prep"
                and child.lower_ in prepositions
                and (prepositions is standing or not _is_against(token))
                and not (child.lower_ == "with" and any(c.lower_ == "joint" for c in token.children))
            ):
                nouns = prepositional_objects(child)
                yield nouns
                for noun in nouns:
                    yield [c for c in noun.children if c.dep_ == "poss" or (adjectives and c.dep_ in MODIFIERS)]
    for child in token.children:
        if child.dep_ == "relcl":
            yield subjects_of(child, climb=False)


def _is_against(noun: Token) -> bool:
    """Say whether the noun names someone else than whose it is: "enemies of the West" are not the West."""
    return noun.lemma_.lower() in WORDS["opposing or siding"]


def _theme(
    names: Sequence[str], slots: Slots, mentions: ActorFinder, kind: TypeDef, *, taken: Sequence[Token]
) -> list[Token]:
    for name in names:
        free = [t for t in slots.get(name, ()) if _can_be_theme(t) and t not in taken]
        fillers = [t for t in free if not mentions.actors_of(t) or (name == "obj" and _is_sent(t, kind))]
        if fillers:
            return fillers
    return []


def _is_sent(token: Token, kind: TypeDef) -> bool:
    """Say whether people are what is given or moved: "sent Syrian fighters to Baku"."""
    return kind.name in _TRANSFERS and token.tag_ == "NNS" and _is_somebody(token)


def _can_be_theme(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") and token.ent_type_ not in ("GPE", "LOC", "DATE", "TIME")
