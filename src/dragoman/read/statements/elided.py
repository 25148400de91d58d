"""What a clause says by an auxiliary alone: "X is not selling rifles to Y, or perhaps it is" also says that X may be.

The clause takes up what was denied right before it, in its sentence or the one before, and a word of doubt ("perhaps")
makes it possible. Without such a word it is left alone: "but Z does" speaks of others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.model import Evidence, Span, Statement, Status
from dragoman.read.statements.sharing import sentences_between
from dragoman.read.statements.slot_words import slot_words

_FORMS = frozenset(("is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would"))
_NEXT_SENTENCE = 8  # words: "Or maybe, some say, it does."
_INSIDE = frozenset(("nsubj", "advmod", "cc", "punct", "mark", "ccomp", "parataxis"))


def with_elided(statements: Sequence[Statement], doc: Doc, text: str) -> tuple[Statement, ...]:
    """Return the statements with, after what is denied, what a bare auxiliary says of it right afterwards."""
    found: list[Statement] = []
    for statement in statements:
        found.append(statement)
        if statement.status is Status.DENIED and (bare := _answer(statement, doc)) is not None:
            found.append(_possible(statement, bare, text))
    return tuple(found)


def _answer(statement: Statement, doc: Doc) -> Token | None:
    """Return the auxiliary that takes up the statement's verb with a word of doubt, None where none does."""
    span = statement.evidence.trigger
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or words.root.pos_ != "VERB":
        return None
    for token in doc[words.end : words.root.sent.end + _NEXT_SENTENCE]:
        if token.lower_ in _FORMS and _is_bare(token) and sentences_between(words.root, token) <= 1:
            return token
    return None


def _is_bare(token: Token) -> bool:
    children = list(token.children)
    doubts = any(c.lower_ in slot_words("hedges") for c in children)
    pronoun = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in children)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    ends = following is None or following.is_punct or following.is_space
    return doubts and pronoun and ends and token.pos_ in ("AUX", "VERB") and all(c.dep_ in _INSIDE for c in children)


def _possible(told: Statement, bare: Token, text: str) -> Statement:
    first = min([bare, *(c for c in bare.children if c.dep_ in ("nsubj", "advmod"))], key=lambda t: t.i)
    start, end = first.idx, bare.idx + len(bare)
    key = f"{told.id}|elided|{bare.idx}"
    return replace(
        told,
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        status=Status.POSSIBLE,
        outcome=None,
        evidence=Evidence(start=start, end=end, quote=text[start:end], trigger=Span(bare.idx, end)),
        reasons=(*told.reasons[:1], f"'{text[start:end]}' takes up '{told.evidence.quote[:80]}'"),
    )
