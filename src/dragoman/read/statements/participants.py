"""Whom a filler of a slot names, where its own words don't say so but those around it do.

1. Conjoined modifiers: "Hungarian and Romanian officials" are of both states.
2. Quantities and groups: "a group of deputies", "hundreds of refugees" are who they consist of.
3. People and bodies of a place: "demonstrators in Baghdad", "leaders of Romania's new government".
4. The speaker, in what he says of himself: "Syria says it is willing".
5. Things that act for their owner: "Egyptian warships", "Israeli tanks".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from spacy.tokens import Token

from dragoman.model import ActorRef, Span
from dragoman.read.mentions.noun_phrases import is_hyphenated_part, phrase_of
from dragoman.read.mentions.nouns import WORDS, load_nouns
from dragoman.read.referring import slug_of
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.subjects import conjuncts, prepositional_objects

MODIFIERS = frozenset({"amod", "compound", "nmod"})
LOCATIVE = frozenset({"in", "from", "of", "at", "across", "inside", "around", "near", "within", "throughout"})
_LEFT = frozenset({"in", "from"})
_PARTITIVE = frozenset({"of"})
_NOBODY_S = "people:"  # ids of those who belong to no state: "activists", "officials"
_DEEPEST = 3  # nouns that one looks through: "a group of leaders of parties of"


class ActorFinder(Protocol):
    """What roles need of the mentions: whom a token's noun phrase names."""

    def actors_of(self, token: Token) -> tuple[ActorRef, ...]:
        """Return the actors that the noun phrase headed by the token names as someone who acts."""
        ...

    def state_at(self, token: Token) -> ActorRef | None:
        """Return the state that the token names as a place ("in Ukraine", "in Pyongyang")."""
        ...


def named_by(token: Token, mentions: ActorFinder) -> tuple[ActorRef, ...]:
    """Return the actors that a filler names, through its modifiers and what it consists of."""
    named = mentions.actors_of(token)
    if token.pos_ == "PRON":
        return named or _speaker(token, mentions)
    if token.pos_ not in ("NOUN", "PROPN"):
        return named
    joint = _conjoined(token, named, mentions)
    if joint or (named and not all(r.actor.startswith(_NOBODY_S) for r in named)):
        return joint or named
    return _people_of(token, mentions) or named


def owners_by_adjective(token: Token, mentions: ActorFinder) -> tuple[ActorRef, ...]:
    """Return the states that the adjectives before a thing name, all of them ("French and Egyptian warships")."""
    found: list[ActorRef] = []
    for child in token.children:
        if child.dep_ in MODIFIERS and not is_hyphenated_part(child):
            found.extend(r for m in conjuncts(child) for r in mentions.actors_of(m) if not _has(r, found))
    return tuple(found)


def unnamed_people(tokens: Iterable[Token]) -> tuple[list[ActorRef], list[Token]]:
    """Return those whom no name tells, by what the text calls them ("a doctor", "36 immigrants"), and their heads."""
    nouns = load_nouns()
    refs, heads = list[ActorRef](), list[Token]()
    for token in tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and (nouns.is_role(lemma) or lemma in nouns.people or lemma in slot_words("crowds")):
            words = phrase_of(token)
            span = Span(words.start_char, words.end_char)
            slug = slug_of(token.lower_)
            name = (words[1:] if len(words) > 1 and words[0].pos_ == "DET" else words).text
            sector = nouns.sector_of(lemma)
            refs.append(ActorRef(code=slug.upper(), actor=f"{_NOBODY_S}{slug}", name=name, sector=sector, mention=span))
            heads.append(token)
    return refs, heads


def _speaker(pronoun: Token, mentions: ActorFinder) -> tuple[ActorRef, ...]:
    """Return who says it, for a pronoun that nothing else settles: "Syria says it is willing"."""
    clause = pronoun.head
    if pronoun.lower_ not in slot_words("speaking pronouns") or pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp":
        return ()
    speakers = [c for c in clause.head.children if c.dep_ == "nsubj" and c is not pronoun]
    return tuple(r for s in speakers for r in mentions.actors_of(s))


def _conjoined(token: Token, named: tuple[ActorRef, ...], mentions: ActorFinder) -> tuple[ActorRef, ...]:
    """Return one actor for each of several conjoined modifiers, as the noun phrase as a whole is named."""
    for child in token.children:
        if child.dep_ not in MODIFIERS or not any(c.dep_ == "conj" for c in child.children):
            continue
        members = [r for m in conjuncts(child) for r in mentions.actors_of(m)]
        codes = {r.code for r in members}
        if len(codes) > 1 and (not named or {r.code for r in named} < codes):
            sector = named[0].sector if named else load_nouns().sector_of(token.lemma_.lower())
            return tuple(_of(r, token, sector) for r in members)
    return ()


def _people_of(token: Token, mentions: ActorFinder, depth: int = 0) -> tuple[ActorRef, ...]:
    """Return whose people a noun names: those of the group, of the body, of the place that its phrases give."""
    nouns = load_nouns()
    lemma = token.lemma_.lower()
    is_people = nouns.is_role(lemma) or lemma in nouns.collectives or lemma in nouns.bodies or lemma in nouns.people
    is_part = lemma in slot_words("partitives") or token.pos_ == "NUM"
    if not (is_people or is_part) or depth > _DEEPEST:
        return ()
    sector, found = nouns.sector_of(lemma), list[ActorRef]()
    for noun in (*phrases_of(token, LOCATIVE if is_people else _PARTITIVE), *(_fled(token) if is_people else ())):
        refs = mentions.actors_of(noun) or _placed(noun, mentions) or _people_of(noun, mentions, depth + 1)
        refs = refs or tuple(r for c in noun.children if c.dep_ == "poss" for r in mentions.actors_of(c))
        if found and noun.dep_ != "conj":
            break  # another phrase: "leaders of X in Y" are X's
        found.extend(_of(r, token, sector or r.sector) for r in refs if not _has(r, found))
    return tuple(found)


def _fled(token: Token) -> Iterator[Token]:
    """Yield where people come from by what they flee: "refugees fleeing Chad", "fleeing the war in Chad"."""
    for verb in token.children:
        if verb.dep_ in ("acl", "relcl") and verb.lemma_ in WORDS["fleeing"]:
            yield from phrases_of(verb, _LEFT)
            for left in (c for c in verb.children if c.dep_ == "dobj"):
                yield left
                yield from phrases_of(left, LOCATIVE)


def phrases_of(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Yield the nouns that these prepositions join to the token."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            yield from prepositional_objects(child)


def _placed(noun: Token, mentions: ActorFinder) -> tuple[ActorRef, ...]:
    state = mentions.state_at(noun)
    return (state,) if state else ()


def _of(ref: ActorRef, head: Token, sector: str | None) -> ActorRef:
    span = Span(head.left_edge.idx, head.idx + len(head))
    return replace(ref, sector=sector, mention=span)


def _has(ref: ActorRef, among: list[ActorRef]) -> bool:
    return any(r.code == ref.code for r in among)
