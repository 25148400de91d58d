"""Lists that name the happening once: "three summits with X, three with Y and one with Z"."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.model import Evidence, Span, Statement
from dragoman.read.statements.participants import ActorFinder
from dragoman.read.statements.subjects import prepositional_objects
from dragoman.read.statements.themes import NUMBER_WORDS, phrase_span

# Larger numbers count people or things, not happenings between two actors.
MOST_COUNTED = 999


def number_of(token: Token) -> int | None:
    """Return the small whole number that a token writes, None when it is no number that counts happenings."""
    if token.text.isdigit() and int(token.text) <= MOST_COUNTED:
        return int(token.text)
    return NUMBER_WORDS.get(token.lower_)


def with_gapped(statements: Sequence[Statement], doc: Doc, text: str, mentions: ActorFinder) -> tuple[Statement, ...]:
    """Return the statements, each counted one followed by those of its list that only give a number and a partner."""
    found: list[Statement] = []
    for statement in statements:
        found.append(statement)
        if statement.type == "CONSULT" and statement.count > 1 and statement.agents and statement.targets:
            found.extend(_gapped(statement, doc, text, mentions))
    return tuple(found)


def _gapped(statement: Statement, doc: Doc, text: str, mentions: ActorFinder) -> Iterator[Statement]:
    span = doc.char_span(statement.evidence.start, statement.evidence.end, alignment_mode="expand")
    if span is None:
        return
    for token in span.sent:
        number = number_of(token) if token.idx >= statement.evidence.trigger.end else None
        partners = _partners(token) if number is not None else []
        if number is None or not partners:
            continue
        targets = tuple(ref for partner in partners for ref in mentions.actors_of(partner))
        named = {t.code for t in statement.targets} | {a.code for a in statement.agents}
        if targets and not {t.code for t in targets} & named:
            end = max(phrase_span(partner, deep=False).end for partner in partners)
            evidence = Evidence(
                start=token.idx, end=end, quote=text[token.idx : end], trigger=Span(token.idx, token.idx + len(token))
            )
            key = f"{statement.id}|{token.idx}"
            yield replace(
                statement,
                id=hashlib.sha256(key.encode()).hexdigest()[:16],
                targets=targets,
                count=number,
                theme=None,
                evidence=evidence,
                reasons=(f"'{token.text}' stands for what '{statement.evidence.quote[:60]}' counts",),
            )


def _partners(number: Token) -> list[Token]:
    """Return whom a number without a noun is said to be with: "three with the president"."""
    if number.dep_ in ("nummod", "compound", "quantmod"):
        return []
    return [p for c in number.children if c.dep_ == "prep" and c.lower_ == "with" for p in prepositional_objects(c)]
