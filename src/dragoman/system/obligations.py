"""Obligations: the clauses of all documents, the same one told by several merged, tied to the event that binds.

1. A clause belongs to the agreement, sanction or threat of the same document and parties that stands next to it.
2. A sanction binds whoever laid it, towards each of those on whom it is laid; where the clause does not name the
   former, the event to which its statement was joined may.
3. Two clauses are one when kind, modality, those bound, those it is owed to, type of act and trigger are the same.
4. What a source says to be a breach is noted with its words; where no clause tells of what is breached, the words of
   the breach make one (`breaches.py`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model import (
    ActorRef,
    Clause,
    Condition,
    Document,
    Event,
    Instrument,
    Obligation,
    Party,
    Quoted,
    Statement,
    Status,
    TriggerBy,
)
from dragoman.system.breaches import with_breaches
from dragoman.system.party import is_named, party_of
from dragoman.system.steps import by_event

# The types of statements that tell of what binds, by the kind of clause.
_BINDING = {
    Instrument.PACT: frozenset({"AGREE", "ALLY", "COOPERATE", "RETREAT"}),
    Instrument.RESOLUTION: frozenset({"REQUEST", "AGREE", "REJECT", "SUPPORT", "SANCTION"}),
    Instrument.SANCTION: frozenset({"SANCTION"}),
    Instrument.THREAT: frozenset({"THREATEN"}),
}
_ORDER = list(Instrument)
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause with its parties, and the statements and event that it belongs to."""

    clause: Clause
    bearers: tuple[Party, ...]
    beneficiaries: tuple[Party, ...]
    authority: tuple[Party, ...]
    statements: tuple[str, ...]
    event: Event | None


def find_obligations(
    clauses: Iterable[Clause], events: Sequence[Event], statements: Sequence[Statement], documents: Sequence[Document]
) -> tuple[Obligation, ...]:
    """Return the obligations by kind, then by whom they bind."""
    known = by_event(events)
    around: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        around[statement.document].append(statement)
    merged: dict[Key, list[_Told]] = defaultdict(list)
    for clause in clauses:
        for told in _told(clause, around[clause.document], known):
            merged[_key(told)].append(told)
    found = [_obligation(key, told) for key, told in merged.items()]
    complete = with_breaches(found, statements, documents, known)
    return tuple(sorted(complete, key=lambda o: (_ORDER.index(o.kind), [p.code for p in o.bearers], o.id)))


def _told(clause: Clause, around: Sequence[Statement], events: Mapping[str, Event]) -> Iterator[_Told]:
    own = [s for s in around if s.evidence.trigger.overlaps(clause.evidence.trigger)]
    binding = _nearest(clause, around, own)
    event = events.get(binding.id) if binding is not None else None
    bearers, authority = _parties(clause.bearers), _parties(clause.authority)
    if clause.instrument is Instrument.SANCTION and not authority and event is not None:
        authority = _parties(event.agents)
        bearers = bearers or authority
    statements = tuple(dict.fromkeys(s.id for s in (*own, *([binding] if binding else []))))
    beneficiaries = _parties(clause.beneficiaries)
    apart = clause.instrument is Instrument.SANCTION and len(beneficiaries) > 1
    for owed in [(party,) for party in beneficiaries] if apart else [beneficiaries]:
        if bearers or owed or authority or clause.instrument_text:
            yield _Told(clause, bearers, owed, authority, statements, event)


def _nearest(clause: Clause, around: Sequence[Statement], own: Sequence[Statement]) -> Statement | None:
    """Return the statement of what binds: in the clause's own words, else the last before it of the same parties."""
    kinds = _BINDING[clause.instrument]
    inside = [s for s in own if s.type in kinds]
    if inside:
        return inside[0]
    bound = {ref.code for ref in (*clause.bearers, *clause.beneficiaries)}
    best: Statement | None = None
    for statement in around:
        parties = {ref.code for ref in (*statement.agents, *statement.targets)}
        before = statement.evidence.start <= clause.evidence.end
        if statement.type in kinds and bound and bound <= parties and before:
            best = statement if best is None or statement.evidence.start >= best.evidence.start else best
    return best


def _key(told: _Told) -> Key:
    clause = told.clause
    codes = [tuple(sorted(p.code for p in parties)) for parties in (told.bearers, told.beneficiaries, told.authority)]
    if clause.instrument is Instrument.SANCTION:
        return (clause.instrument.value, *codes, *(clause.theme.goods if clause.theme else ()))
    act = clause.type or clause.act.lower()
    trigger = (clause.trigger.type or clause.trigger.text.lower()) if clause.trigger else ""
    status = clause.status is Status.DENIED
    return clause.instrument.value, clause.modality.value, *codes[:2], clause.each_other, act, trigger, status


def _obligation(key: Key, told: Sequence[_Told]) -> Obligation:
    told = sorted(told, key=lambda t: (t.clause.document, t.clause.evidence.start))
    first = max(told, key=lambda t: (len(t.clause.exceptions), t.clause.trigger is not None, t.clause.confidence))
    clause = first.clause
    names = [t.clause.instrument_text for t in told if t.clause.instrument_text]
    times = [t.clause.time.start for t in told if t.clause.time.start]
    return Obligation(
        id=f"o{hashlib.sha256('|'.join(map(str, key)).encode()).hexdigest()[:15]}",
        kind=clause.instrument,
        name=max(names, key=lambda name: (names.count(name), len(name)), default=clause.instrument.value),
        modality=clause.modality,
        act=clause.act,
        type=clause.type,
        bearers=first.bearers,
        beneficiaries=first.beneficiaries,
        each_other=clause.each_other,
        goods=clause.theme.goods if clause.theme else (),
        trigger=_trigger(clause.trigger) if clause.trigger else None,
        exceptions=tuple(_trigger(exception) for exception in clause.exceptions),
        authority=first.authority,
        status=clause.status.value,
        voices=tuple(dict.fromkeys(v.code for t in told for v in t.clause.voices)),
        start=min(times, default=None),
        quotes=tuple(_quoted(t.clause) for t in told),
        events=tuple(dict.fromkeys(t.event.id for t in told if t.event is not None)),
        statements=tuple(dict.fromkeys(s for t in told for s in t.statements)),
        reasons=tuple(dict.fromkeys(reason for t in told for reason in t.clause.reasons)),
    )


def _trigger(condition: Condition) -> TriggerBy:
    return TriggerBy(
        text=condition.text,
        type=condition.type,
        agents=_parties(condition.agents),
        targets=_parties(condition.targets),
    )


def _quoted(clause: Clause) -> Quoted:
    evidence = clause.evidence
    return Quoted(
        document=clause.document, clause=clause.id, start=evidence.start, end=evidence.end, text=evidence.quote
    )


def _parties(refs: Iterable[ActorRef]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(party_of(ref) for ref in refs if is_named(ref)))
