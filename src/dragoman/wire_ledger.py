"""Exchanges, matches and obligations -> plain dictionaries; docs/exchanges.md describes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.model import (
    Breach,
    Exchange,
    Match,
    MatchSide,
    Obligation,
    Party,
    Quoted,
    Step,
    TriggerBy,
    Wording,
)
from dragoman.wire_system import party_to_wire

Wire = dict[str, Any]


def exchange_to_wire(exchange: Exchange) -> Wire:
    """Return the exchange with its stages and steps; statements, events and exchanges are ids."""
    return {
        "id": exchange.id,
        "giver": _party(exchange.giver),
        "receiver": _party(exchange.receiver),
        "directed": exchange.directed,
        "good": exchange.good,
        "stage": exchange.stage.value,
        "certainty": exchange.certainty.value,
        "what": list(exchange.what),
        "quantities": [{"value": q.value, "unit": q.unit, "text": q.text} for q in exchange.quantities],
        "purposes": [_wording(wording) for wording in exchange.purposes],
        "return_of": list(exchange.return_of),
        "named_by": [_wording(wording) for wording in exchange.named_by],
        "start": _day(exchange.start),
        "last": _day(exchange.last),
        "reached": [
            {"stage": reached.stage.value, "certainty": reached.certainty.value, "why": reached.why}
            for reached in exchange.reached
        ],
        "steps": [_step(step) for step in exchange.steps],
        "events": list(exchange.events),
        "statements": list(exchange.statements),
    }


def match_to_wire(match: Match) -> Wire:
    """Return the match with both its sides."""
    return {
        "id": match.id,
        "found_by": "program",
        "good": match.good,
        "want": _side(match.want),
        "offer": _side(match.offer),
        "score": match.score,
        "why": list(match.why),
        "told": match.told,
        "back": list(match.back),
        "statements": list(match.statements),
    }


def obligation_to_wire(obligation: Obligation) -> Wire:
    """Return the obligation with its quotes and breaches; statements, events and clauses are ids."""
    return {
        "id": obligation.id,
        "kind": obligation.kind.value,
        "name": obligation.name,
        "modality": obligation.modality.value,
        "bearers": [party_to_wire(party) for party in obligation.bearers],
        "act": obligation.act,
        "type": obligation.type,
        "goods": list(obligation.goods),
        "beneficiaries": [party_to_wire(party) for party in obligation.beneficiaries],
        "each_other": obligation.each_other,
        "trigger": _trigger(obligation.trigger) if obligation.trigger else None,
        "exceptions": [_trigger(exception) for exception in obligation.exceptions],
        "authority": [party_to_wire(party) for party in obligation.authority],
        "backers": [party_to_wire(party) for party in obligation.backers],
        "status": obligation.status,
        "voices": list(obligation.voices),
        "start": _day(obligation.start),
        "breaches": [_breach(breach) for breach in obligation.breaches],
        "quotes": [_quoted(quote) for quote in obligation.quotes],
        "events": list(obligation.events),
        "statements": list(obligation.statements),
        "reasons": list(obligation.reasons),
    }


def _party(party: Party | None) -> Wire | None:
    return party_to_wire(party) if party else None


def _step(step: Step) -> Wire:
    return {
        "stage": step.stage.value,
        "status": step.status,
        "statement": step.statement,
        "document": step.document,
        "event": step.event,
        "voices": list(step.voices),
        "day": _day(step.day),
        "text": step.text,
    }


def _wording(wording: Wording) -> Wire:
    return {
        "text": wording.text,
        "statement": wording.statement,
        "document": wording.document,
        "start": wording.start,
        "end": wording.end,
    }


def _side(side: MatchSide) -> Wire:
    return {
        "party": party_to_wire(side.party),
        "good": side.good,
        "text": side.text,
        "exchange": side.exchange,
        "statements": list(side.statements),
        "events": list(side.events),
    }


def _trigger(trigger: TriggerBy) -> Wire:
    return {
        "text": trigger.text,
        "type": trigger.type,
        "agents": [party_to_wire(party) for party in trigger.agents],
        "targets": [party_to_wire(party) for party in trigger.targets],
    }


def _breach(breach: Breach) -> Wire:
    return {
        "by": [party_to_wire(party) for party in breach.by],
        "voices": list(breach.voices),
        "happened": breach.happened,
        "document": breach.document,
        "start": breach.start,
        "end": breach.end,
        "text": breach.text,
        "statement": breach.statement,
        "event": breach.event,
        "acts": list(breach.acts),
    }


def _quoted(quote: Quoted) -> Wire:
    return {
        "document": quote.document,
        "clause": quote.clause or None,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
