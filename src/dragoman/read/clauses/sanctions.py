"""Sanctions as clauses: whoever lays one on another may not deal with it, or not in what the sanction is about."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.model import ActorRef, Clause, Instrument, Modality, Span, Statement, Status
from dragoman.read.clauses.words import load_clause_words

_KEPT = frozenset({Status.ACTUAL, Status.PLANNED})
_VAGUE = "support"  # the category of words that say no more than that something is given
_WORD = re.compile(r"[A-Za-z-]+")
_SURE = 0.85  # how often a statement of a sanction names who lays it on whom: evals/clauses, README


def sanction_clauses(statements: Iterable[Statement], found: Sequence[Clause], text: str) -> Iterator[Clause]:
    """Yield a clause for each statement of a sanction on somebody that no other clause tells of."""
    words = load_clause_words()
    taken = [clause.evidence.trigger for clause in found] + [clause.act_span for clause in found]
    for statement in statements:
        if statement.type != "SANCTION" or statement.mode not in words.sanctioning or not statement.targets:
            continue
        if statement.status not in _KEPT or any(statement.evidence.trigger.overlaps(span) for span in taken):
            continue
        if statement.evidence.trigger.of(text).lower() in words.no_sanctions:
            continue
        if not statement.agents and _is_whose(statement, text):
            continue  # "the West's sanctions": whose they are, not on whom
        whom = tuple(ref for ref in statement.targets if _is_public(ref))
        if whom:
            yield _clause(replace(statement, targets=whom), text)


def _is_public(ref: ActorRef) -> bool:
    """Say whether it is a state, body, group or bloc, or somebody in office: what befalls others befalls no party."""
    kind = ref.actor.partition(":")[0]
    return kind in _PUBLIC or (kind == "person" and ref.sector is not None)


_PUBLIC = frozenset({"state", "body", "group", "bloc"})


def _clause(statement: Statement, text: str) -> Clause:
    evidence, theme = statement.evidence, statement.theme
    named = _named_in(evidence.quote)
    start = min(evidence.trigger.start, evidence.start + named[0]) if named else evidence.trigger.start
    act = Span(start, max(evidence.trigger.end, evidence.end))
    goods = set(theme.goods) - {_VAGUE} if theme is not None else set()
    key = f"{statement.document}|sanction|{statement.id}"
    return Clause(
        id=f"c{hashlib.sha256(key.encode()).hexdigest()[:15]}",
        document=statement.document,
        instrument=Instrument.SANCTION,
        modality=Modality.MUST_NOT,
        act=act.of(text),
        act_span=act,
        evidence=evidence,
        type="AID" if goods else None,
        bearers=tuple(ref for ref in statement.agents if ref.code not in load_clause_words().for_everybody),
        beneficiaries=statement.targets,
        theme=theme if goods else None,
        instrument_text=named[1] if named else evidence.trigger.of(text),
        authority=statement.agents,
        status=statement.status,
        voices=statement.voices,
        time=statement.time,
        confidence=_SURE,
        reader=statement.reader,
        reasons=("a sanction forbids dealings with whom it is laid on",),
    )


def _is_whose(statement: Statement, text: str) -> bool:
    """Say whether the only target stands right before the noun of the sanction."""
    mention, named = statement.targets[0].mention, _named_in(statement.evidence.quote)
    if mention is None or named is None or len(statement.targets) > 1:
        return False
    between = text[mention.end : statement.evidence.start + named[0]]
    return 0 <= len(between) <= _NEXT_TO and "," not in between


_NEXT_TO = 20  # characters between "UN" and "sanctions" in "UN financial sanctions"


def _named_in(quote: str) -> tuple[int, str] | None:
    """Return the noun of a sanction in a quote, with where it starts."""
    kinds = load_clause_words().instruments
    for found in _WORD.finditer(quote):
        word = found.group().lower()
        if Instrument.SANCTION in (kinds.get(word), kinds.get(word.removesuffix("s"))):
            return found.start(), found.group()
    return None
