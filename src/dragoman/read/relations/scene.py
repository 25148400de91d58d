"""The things that a sentence names, laid over its parse: which of them does this word stand for?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dragoman.model import Span
from dragoman.ontology.relations import RelationWords

ACTORS = frozenset({"person", "organisation", "nationality"})
THINGS = frozenset({"weapon", "platform", "vehicle"})
_LISTED = ("person", "organisation", "location", "nationality", "weapon", "platform", "vehicle", "money", "time")
_JOINERS = frozenset({",", "and", "or", ";", "as", "well"})
_INSIDE_LISTS = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "ADV"})
# Words between whoever strives and what for ("the army in its determination to ultimately defeat").
_PASSED = frozenset(
    {"in", "to", "its", "their", "his", "her", "the", "and", "ultimately", "as", "they", "it", ",", "for"}
)
_LONGEST_GAP = 9
_MODIFIERS = frozenset({"compound", "poss", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing with its label, the tokens from `first` up to `last`, and the token that heads them."""

    span: Span
    label: str
    first: int
    last: int  # the last token itself
    head: Token

    @property
    def acts(self) -> bool:
        """Say whether it is someone."""
        return self.label in ACTORS

    def covers(self, token: Token) -> bool:
        """Say whether the token is one of its words."""
        return self.first <= token.i <= self.last


@dataclass(slots=True)
class Scene:
    """One sentence with what it names, longest first, and the vocabulary."""

    sentence: Words
    entities: Sequence[Entity]
    words: RelationWords
    lemmas: Sequence[int]  # of its tokens, as numbers
    _found: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    _labelled: dict[tuple[str, ...], list[Entity]] = field(default_factory=dict)

    def having(self, lemmas: frozenset[str]) -> Iterator[Token]:
        """Yield the words of these lemmas in text order."""
        wanted = ids_of(lemmas)
        start = self.sentence.start
        yield from (self.sentence.doc[start + i] for i, lemma in enumerate(self.lemmas) if lemma in wanted)

    def at(self, token: Token) -> Entity | None:
        """Return the widest thing that the token heads."""
        return next((e for e in self.entities if e.head.i == token.i), None)

    def over(self, token: Token) -> Entity | None:
        """Return what the token heads, else the narrowest thing of whose words it is one."""
        return self.at(token) or next((e for e in reversed(self.entities) if e.covers(token)), None)

    def named(self, token: Token) -> tuple[Entity, ...]:
        """Return what the noun stands for: itself, what it counts ("dozens of X"), or whose it is ("ISIL targets")."""
        if token.i not in self._found:
            self._found[token.i] = tuple(self._named(token))
        return self._found[token.i]

    def itself(self, token: Token) -> tuple[Entity, ...]:
        """Return the same without owners: the king of Jordan isn't Jordan."""
        return tuple(e for e in self.named(token) if e.covers(token) or e.first > token.i)

    def _named(self, token: Token) -> Iterator[Entity]:
        speaker = self._speaker(token) if token.lower_ == "i" else None
        if speaker is not None:
            yield speaker
            return
        own = self.over(token)
        if own is not None and own.label != "quantity":
            yield own
            return
        if token.lemma_.lower() in self.words.words("measures") or own is not None or token.like_num:
            for noun in of_nouns(token):
                yield from self.named(noun)
            return
        for child in token.children:
            entity = self.over(child) if child.dep_ in _MODIFIERS and child.i < token.i else None
            if entity is not None and entity.acts:
                yield entity

    def _speaker(self, first_person: Token) -> Entity | None:
        """Return who the sentence says speaks the words that this "I" stands in."""
        for verb in first_person.ancestors:
            if verb.lemma_ in self.words.words("saying"):
                names = [self.at(c) for c in verb.children if c.dep_ == "nsubj" and c.i != first_person.i]
                return next((e for e in names if e is not None and e.acts), None)
        return None

    def listed(self, entity: Entity) -> Iterator[Entity]:
        """Yield the things that follow in the same list ("two tanks, a bridge and four vehicles")."""
        last = entity
        for other in self.of_label(*_LISTED):
            if other.first <= last.last:
                continue
            if not self._is_next(last, other):
                return
            yield other
            last = other

    def _is_next(self, last: Entity, other: Entity) -> bool:
        gap = self.between(last, other)
        joined = other.head.pos_ != "PRON" and other.head.dep_ != "nsubj" and any(t.lower_ in _JOINERS for t in gap)
        return joined and all(t.lower_ in _JOINERS or t.pos_ in _INSIDE_LISTS for t in gap)

    def list_to(self, last: Entity) -> list[Entity]:
        """Return those before it in the same list."""
        return [e for e in self.entities if e.last < last.first and last in self.listed(e)]

    def strivers(self, token: Token) -> list[Entity] | None:
        """Return who is named right before the token's phrase ("the army in its fight", "the army and navy to defeat").

        None when no such phrase is there; nobody when it follows a name that isn't among the things given.
        """
        doc = self.sentence.doc
        at = token.i - 1
        if token.tag_ in ("VBD", "VBZ", "VBN", "MD") or at < 0 or doc[at].lower_ == "and":
            return None
        earliest = max(at - _LONGEST_GAP, self.sentence.start - 1)
        for at in range(token.i - 1, earliest, -1):
            ends = [e for e in self.entities if e.last == at and e.label != "quantity" and e.head.pos_ != "PRON"]
            if ends:
                return [e for e in (ends[0], *self.list_to(ends[0])) if e.acts] if ends[0].acts else None
            if not (doc[at].lower_ in _PASSED or doc[at].lemma_.lower() in self.words.words("strivings")):
                return [] if doc[at].pos_ == "PROPN" and at < token.i - 1 else None
        return None

    def of_label(self, *labels: str) -> list[Entity]:
        """Return the things with one of these labels in text order."""
        if labels not in self._labelled:
            found = (e for e in self.entities if e.label in labels)
            self._labelled[labels] = sorted(found, key=lambda e: (e.first, -e.last))
        return self._labelled[labels]

    def between(self, left: Entity, right: Entity) -> list[Token]:
        """Return the tokens from one thing to a later one."""
        doc = self.sentence.doc
        return [doc[i] for i in range(left.last + 1, right.first) if not doc[i].is_space]

    def following(self, entity: Entity, *labels: str) -> Iterator[tuple[Entity, list[Token]]]:
        """Yield the things with these labels that begin soon after this one, with the tokens between."""
        for other in self.of_label(*labels):
            if other.first > entity.last + _LONGEST_GAP:
                return
            if other.first > entity.last:
                yield other, self.between(entity, other)


@lru_cache(maxsize=64)
def ids_of(lemmas: frozenset[str]) -> frozenset[int]:
    """Return the numbers that stand for the lemmas in a parse: comparing them is faster than making each token."""
    return frozenset(get_string_id(lemma) for lemma in lemmas)


def of_nouns(token: Token) -> Iterator[Token]:
    """Yield the nouns of the "of" phrase, and those beside them."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from with_conjuncts(c for c in child.children if c.dep_ == "pobj")


def with_conjuncts(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield each token and those that "and" or a comma puts beside it."""
    for token in tokens:
        yield token
        yield from token.conjuncts


def lay_out(doc: Doc, spans: Iterable[tuple[Span, str]], words: RelationWords) -> Iterator[Scene]:
    """Yield the sentences that name two things or more."""
    by_sentence: dict[int, list[Entity]] = {}
    ends = {sentence.start: sentence.end for sentence in doc.sents}
    starts = list(ends)
    lemmas = doc.to_array("LEMMA").tolist()
    for span, label in dict.fromkeys(spans):
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        root = tokens.root if len(tokens) > 1 else tokens[0]
        entity = Entity(span, label, tokens.start, tokens.end - 1, root)
        by_sentence.setdefault(starts[bisect_right(starts, root.i) - 1], []).append(entity)
    for start in sorted(by_sentence):
        found = sorted(by_sentence[start], key=lambda e: (e.first - e.last, e.first))
        if len(found) > 1:
            end = ends[start]
            yield Scene(doc[start:end], found, words, lemmas[start:end])
