"""Records -> plain dictionaries, as JSON lines and REST carry them; docs/reference/statement.md describes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.case import NamedActor
from dragoman.model import (
    ActorRef,
    Attribution,
    Contribution,
    Dispute,
    Document,
    Event,
    Mention,
    Place,
    Reading,
    Relation,
    Reliability,
    Side,
    Span,
    Statement,
    Theme,
    Time,
    TimeMention,
    Update,
    Voice,
)
from dragoman.wire_clause import clause_to_wire

Wire = dict[str, Any]


def statement_to_wire(statement: Statement, document: str, event: str | None) -> Wire:
    """Return the statement with its document's name and its event's id."""
    evidence = statement.evidence
    return {
        "id": statement.id,
        "document": document,
        "type": statement.type,
        "mode": statement.mode,
        "contexts": list(statement.contexts),
        "agents": [_actor(ref) for ref in statement.agents],
        "targets": [_actor(ref) for ref in statement.targets],
        "theme": _theme(statement.theme),
        "time": _time(statement.time),
        "place": _place(statement.place),
        "status": statement.status.value,
        "outcome": statement.outcome,
        "count": statement.count,
        "voices": [_voice(voice) for voice in statement.voices],
        "links": [{"kind": link.kind, "statement": link.statement} for link in statement.links],
        "evidence": {
            "start": evidence.start,
            "end": evidence.end,
            "quote": evidence.quote,
            "trigger": _span(evidence.trigger),
        },
        "confidence": statement.confidence,
        "event": event,
        "reader": statement.reader,
    }


def event_to_wire(event: Event) -> Wire:
    """Return the event; its statements are ids, its actors have no mentions, which would need a document."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "agents": [_actor(ref, mentioned=False) for ref in event.agents],
        "targets": [_actor(ref, mentioned=False) for ref in event.targets],
        "theme": _theme(event.theme),
        "time": _time(event.time),
        "place": _place(event.place),
        "outcome": event.outcome,
        "standing": event.standing.value,
        "credibility": event.credibility,
        "fulfilled": event.fulfilled,
        "origins": list(event.origins),
        "asserted_by": list(event.asserted_by),
        "denied_by": list(event.denied_by),
        "doubt": event.doubt,
        "reasons": list(event.reasons),
        "derivation": [_contribution(row) for row in event.derivation],
        "history": [_update(row) for row in event.history],
        "statements": list(event.statements),
    }


def dispute_to_wire(dispute: Dispute) -> Wire:
    """Return the dispute; its events and statements are ids."""
    return {
        "id": dispute.id,
        "kind": dispute.kind.value,
        "events": list(dispute.events),
        "what": dispute.what,
        "sides": [_side(side) for side in dispute.sides],
    }


def _side(side: Side) -> Wire:
    return {
        "claim": side.claim,
        "statements": list(side.statements),
        "interests": list(side.interests),
        "against_own_interest": side.against_own_interest,
    }


def _contribution(row: Contribution) -> Wire:
    return {
        "origin": row.origin,
        "interests": list(row.interests),
        "says": row.says.value,
        "statements": list(row.statements),
        "documents": list(row.documents),
        "counts": row.counts,
        "effect": row.effect,
    }


def _update(row: Update) -> Wire:
    return {
        "slot": row.slot,
        "value": row.value,
        "day": _day(row.day),
        "statement": row.statement,
        "superseded_by": row.superseded_by,
        "why": row.why,
    }


def document_to_wire(document: Document, reader: str | None, reliability: Reliability = Reliability.F) -> Wire:
    """Return what is known of the document, without its text, and the version of the reader that read it.

    `reliability` is how far its publisher is trusted.
    """
    return {
        "id": document.id,
        "name": document.name,
        "uri": document.uri,
        "title": document.title,
        "publisher": document.publisher,
        "reliability": reliability.value,
        "author": document.author,
        "published": _day(document.published),
        "published_by": document.published_by.value,
        "dating": _dating(document),
        "kind": document.kind,
        "language": document.language,
        "origin": document.origin,
        "read": document.is_read,
        "characters": len(document.text),
        "reader": reader,
    }


def _dating(document: Document) -> Wire | None:
    """Return between which days a document without a date appeared, with the words that show it."""
    dating = document.dating
    if dating is None or document.published is not None:
        return None
    quotes = [document.text[span.start : span.end] for span in dating.words]
    return {"earliest": _day(dating.earliest), "latest": _day(dating.latest), "quotes": quotes}


def actor_to_wire(actor: NamedActor) -> Wire:
    """Return the actor with the number of statements and documents that name it."""
    return {
        "id": actor.id,
        "code": actor.code,
        "name": actor.name,
        "kind": actor.kind.value,
        "statements": actor.statements,
        "documents": actor.documents,
    }


def annotation_to_wire(document: Document, reading: Reading) -> Wire:
    """Return all that reading found in a document."""
    text = document.text
    return {
        "document": document.name,
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": _day(document.published),
        "language": document.language,
        "origin": document.origin or reading.origin,
        "sentences": [_span(span) for span in reading.sentences],
        "mentions": [_mention(mention, text) for mention in reading.mentions],
        "attributions": [_attribution(found) for found in reading.attributions],
        "times": [_time_mention(found, text) for found in reading.times],
        "statements": [statement_to_wire(s, document.name, None) for s in reading.statements],
        "relations": [_relation(found, text) for found in reading.relations],
        "clauses": [clause_to_wire(clause) for clause in reading.clauses],
        "reader": reading.reader,
    }


def _actor(ref: ActorRef, *, mentioned: bool = True) -> Wire:
    plain: Wire = {"code": ref.code, "actor": ref.actor, "name": ref.name, "sector": ref.sector}
    return plain | ({"mention": _optional_span(ref.mention)} if mentioned else {})


def _voice(voice: Voice) -> Wire:
    return {
        "code": voice.code,
        "actor": voice.actor,
        "name": voice.name,
        "cue": voice.cue,
        "force": voice.force.value,
        "mention": _optional_span(voice.mention),
    }


def _theme(theme: Theme | None) -> Wire | None:
    if theme is None:
        return None
    quantities = [{"value": q.value, "unit": q.unit, "text": q.text} for q in theme.quantities]
    return {"text": theme.text, "goods": list(theme.goods), "quantities": quantities}


def _time(time: Time) -> Wire:
    return {"start": _day(time.start), "end": _day(time.end), "precision": time.precision, "text": time.text}


def _place(place: Place | None) -> Wire | None:
    if place is None:
        return None
    return {
        "text": place.text,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _mention(mention: Mention, text: str) -> Wire:
    first = mention.actors[0] if mention.actors else None
    return {
        "span": _span(mention.span),
        "head": _span(mention.head),
        "text": mention.span.of(text),
        "kind": mention.kind.value,
        "label": mention.label,
        "actor": first.actor if first else None,
        "code": first.code if first else None,
        "actors": [_actor(ref, mentioned=False) for ref in mention.actors],
        "chain": mention.chain,
        "reason": mention.reason,
    }


def _attribution(found: Attribution) -> Wire:
    return {
        "source": [_span(span) for span in found.source],
        "cue": [_span(span) for span in found.cue],
        "content": [_span(span) for span in found.content],
        "force": found.force.value,
        "quoted": found.quoted,
    }


def _time_mention(found: TimeMention, text: str) -> Wire:
    return {
        "span": _span(found.span),
        "text": found.span.of(text),
        "type": found.type,
        "value": found.value,
        "interval": {"start": _day(found.time.start), "end": _day(found.time.end)},
        "precision": found.time.precision,
        "anchor": _day(found.anchor),
    }


def _relation(found: Relation, text: str) -> Wire:
    return {
        "kind": found.kind.value,
        "source": _span(found.source) | {"text": found.source.of(text)},
        "target": _span(found.target) | {"text": found.target.of(text)},
        "cue": _optional_span(found.cue),
        "reason": found.reason,
    }


def _span(span: Span) -> Wire:
    return {"start": span.start, "end": span.end}


def _optional_span(span: Span | None) -> Wire | None:
    return _span(span) if span else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
