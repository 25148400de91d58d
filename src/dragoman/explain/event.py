"""Why statements were joined into an event, what each origin adds, and how the standing follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.explain.because import Because, counted, days, quoted
from dragoman.model import Dispute, Document, Event, Statement

_SHORT = 8
# NATO Admiralty's credibility of what is told, and the rule by which the standing gives it.
CREDIBILITY = {
    1: "confirmed by origins of two or more interests",
    2: "confirmed within one interest, or admitted against one's own",
    3: "from a single source",
    4: "alleged, or disputed",
    5: "denied",
    6: "cannot be judged: it has not happened yet",
}


def explain_event(
    event: Event, statements: Sequence[Statement], documents: Sequence[Document], disputes: Sequence[Dispute]
) -> Iterator[Because]:
    """Yield why the event is as it is; `documents` are those of its statements, `disputes` those over it."""
    by_id = {document.id: document for document in documents}
    standing, fulfilled, joined = _reasons(event)
    yield from _origins(event, by_id)
    yield Because(part="standing", value=event.standing, why=standing)
    yield Because(part="credibility", value=str(event.credibility), why=CREDIBILITY[event.credibility])
    if fulfilled:
        yield Because(part="fulfilled", value="yes", why=fulfilled)
    yield from _interests(event)
    yield from _history(event)
    for reason in joined:
        yield Because(part="joined", value=counted(len(statements), "statement"), why=reason)
    if not joined:
        why = "nothing that the case holds was found to be the same" if len(statements) == 1 else "of one document"
        yield Because(part="joined", value=counted(len(statements), "statement"), why=why)
    if event.doubt:
        yield Because(part="doubt", value="", why=event.doubt)
    yield from _parts(event, statements, by_id)
    for dispute in disputes:
        yield Because(part="dispute", value=f"{dispute.id[:_SHORT]} {dispute.kind}", why=dispute.what)
    origins = {id_: row.origin for row in reversed(event.derivation) for id_ in row.statements}
    for statement in statements:
        name = by_id[statement.document].name
        why = f"{name}, from {origins.get(statement.id, name)}: {quoted(statement.evidence.quote)}"
        yield Because(part="statement", value=f"{statement.id[:_SHORT]} {statement.status}", why=why)


def _reasons(event: Event) -> tuple[str, str, tuple[str, ...]]:
    """Weighing gives the reason for the standing first, then that for the mark, then those for joining."""
    first, *rest = event.reasons or ("weighing gives no reason",)
    fulfilled = rest.pop(0) if event.fulfilled and rest else ""
    return first, fulfilled, tuple(rest)


def _interests(event: Event) -> Iterator[Because]:
    for part, codes in (("asserted by", event.asserted_by), ("denied by", event.denied_by)):
        if codes:
            why = "whom the speakers act for; where nobody is quoted, the outlet"
            yield Because(part=part, value=", ".join(codes), why=why)


def _origins(event: Event, documents: Mapping[str, Document]) -> Iterator[Because]:
    """Yield the rows that the standing is computed from, in their order: what each origin adds to it."""
    for row in event.derivation:
        names = ", ".join(documents[id_].name for id_ in row.documents if id_ in documents)
        whose = f", for {', '.join(row.interests)}" if row.interests != (row.origin,) else ""
        why = f"{row.effect}{whose}, in {names}"
        yield Because(part="origin" if row.counts else "not counted", value=f"{row.origin} {row.says}", why=why)


def _history(event: Event) -> Iterator[Because]:
    for update in event.history:
        by = f", superseded by {update.superseded_by[:_SHORT]}" if update.superseded_by else ""
        told = f"told for {update.day} ({update.statement[:_SHORT]}){by}"
        yield Because(part="history", value=f"{update.slot}: {update.value}", why=f"{told}: {update.why}")


def _parts(event: Event, statements: Sequence[Statement], documents: Mapping[str, Document]) -> Iterator[Because]:
    """Say which statement gave the event's time and place."""
    if event.time.text:
        giver = next((s for s in statements if s.time == event.time), None)
        yield Because(part="time", value=days(event.time), why=_given(quoted(event.time.text), giver, documents))
    elif event.time.start or event.time.end:
        yield Because(part="time", value=days(event.time), why="no statement gives a time: counted from the reports")
    if event.place:
        giver = next((s for s in statements if s.place == event.place), None)
        yield Because(part="place", value=event.place.text, why=_given("the finest place", giver, documents))


def _given(what: str, giver: Statement | None, documents: Mapping[str, Document]) -> str:
    if giver is None:
        return f"{what}, taken together"
    return f"{what}, as {documents[giver.document].name} has it ({giver.id[:_SHORT]})"
