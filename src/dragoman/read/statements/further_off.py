"""Fillers that the parse hangs elsewhere than on their verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.subjects import has_child, prepositional_objects


def helped(preposition: Token) -> Iterator[Token]:
    """Yield what a deed without a subject of its own is done to: "help in rebuilding X"."""
    for clause in (c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG"):
        if not has_child(clause, "nsubj"):
            yield from (c for c in clause.children if c.dep_ == "dobj")


def accompanying(verb: Token, subjects: Sequence[Token]) -> Iterator[Token]:
    """Yield those whom a phrase between the subject and the verb joins to it: "X, along with Y, condemned"."""
    for child in verb.lefts:
        if child.lower_ in slot_words("accompanying") and any(t.i < child.i for t in subjects):
            yield from prepositional_objects(child)


def counted(verb: Token) -> Iterator[Token]:
    """Yield the object in "kidnapped up to 16", which is parsed as a way up to 16."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == "to" and child.nbor(-1).lower_ == "up":
            for noun in prepositional_objects(child):
                if noun.like_num or any(c.dep_ == "nummod" for c in noun.children):
                    yield noun


def answer(asked: Token) -> Token | None:
    """Return the noun that answers a question right behind it: "What does Oslo want? Gas and a pipeline."."""
    sentence = asked.sent
    if asked.lower_ != "what" or sentence.end >= len(asked.doc) or "?" not in {t.text for t in sentence[-2:]}:
        return None
    following = asked.doc[sentence.end].sent.root
    return following if following.pos_ in ("NOUN", "PROPN") and not has_child(following, "nsubj") else None


def swallowed(thing: Token, verb: Token) -> Iterator[Token]:
    """Yield to whom it goes where the parser made one name of both: "sent North Korea sugar"."""
    for name in thing.children:
        if name.dep_ in ("compound", "nmod") and name.ent_type_ == "GPE" and name.left_edge.i == verb.i + 1:
            yield name
