"""Clauses -> plain dictionaries, as `dragoman annotate` writes them; docs/reference/statement.md describes them."""

from __future__ import annotations

from typing import Any

from dragoman.model import ActorRef, Clause, Condition, Span

Wire = dict[str, Any]


def clause_to_wire(clause: Clause) -> Wire:
    """Return the clause with its spans."""
    return {
        "id": clause.id,
        "instrument": clause.instrument.value,
        "name": clause.instrument_text,
        "modality": clause.modality.value,
        "bearers": [_actor(ref) for ref in clause.bearers],
        "act": clause.act,
        "span": _span(clause.act_span),
        "type": clause.type,
        "beneficiaries": [_actor(ref) for ref in clause.beneficiaries],
        "each_other": clause.each_other,
        "trigger": _condition(clause.trigger) if clause.trigger else None,
        "exceptions": [_condition(exception) for exception in clause.exceptions],
        "authority": [_actor(ref) for ref in clause.authority],
        "status": clause.status.value,
        "voices": [voice.code for voice in clause.voices],
        "quote": clause.evidence.quote,
        "start": clause.evidence.start,
        "end": clause.evidence.end,
    }


def _condition(condition: Condition) -> Wire:
    return {
        "text": condition.text,
        "span": _span(condition.span),
        "type": condition.type,
        "agents": [_actor(ref) for ref in condition.agents],
        "targets": [_actor(ref) for ref in condition.targets],
        "any_party": condition.any_party,
    }


def _actor(ref: ActorRef) -> Wire:
    return {"code": ref.code, "actor": ref.actor, "name": ref.name}


def _span(span: Span) -> Wire:
    return {"start": span.start, "end": span.end}
