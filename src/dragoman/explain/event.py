"""Why statements were joined into an event, what each origin adds, and how the standing follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.explain.because import Because, counted, days, quoted
from dragoman.model import Dispute, Document, Event, Statement, Status
from dragoman.weigh.origins import origins_of

_SHORT = 8


def explain_event(
    event: Event, statements: Sequence[Statement], documents: Sequence[Document], disputes: Sequence[Dispute]
) -> Iterator[Because]:
    """Yield why the event is as it is; `documents` are those of its statements, `disputes` those over it."""
    by_id = {document.id: document for document in documents}
    outlets = origins_of(tuple(by_id.values()))
    standing, fulfilled, joined = _reasons(event)
    yield Because(part="standing", value=event.standing, why=standing)
    if fulfilled:
        yield Because(part="fulfilled", value="yes", why=fulfilled)
    yield from _interests(event)
    yield from _origins(statements, by_id, outlets)
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
    for statement in statements:
        name = by_id[statement.document].name
        why = f"{name}, from {_origin(statement, outlets)}: {quoted(statement.evidence.quote)}"
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


def _origins(
    statements: Sequence[Statement], documents: Mapping[str, Document], outlets: Mapping[str, str]
) -> Iterator[Because]:
    given: dict[str, list[Statement]] = {}
    for statement in statements:
        given.setdefault(_origin(statement, outlets), []).append(statement)
    for origin, own in given.items():
        statuses = [f"{count} {status}" for status in Status if (count := sum(s.status is status for s in own))]
        names = ", ".join(dict.fromkeys(documents[s.document].name for s in own))
        kind = "a speaker whom the text quotes" if own[0].voices else _kind_of_outlet(origin, own, documents)
        yield Because(part="origin", value=origin, why=f"{kind}: {', '.join(statuses)}, in {names}")


def _origin(statement: Statement, outlets: Mapping[str, str]) -> str:
    """Return the root of a statement: the innermost speaker that it quotes, else the origin of its document."""
    return statement.voices[0].name if statement.voices else outlets[statement.document]


def _kind_of_outlet(origin: str, own: Sequence[Statement], documents: Mapping[str, Document]) -> str:
    ids = dict.fromkeys(s.document for s in own)
    if any(documents[id_].origin for id_ in ids):
        return "whom the documents say they repeat"
    return "one text in several documents counts once" if len(ids) > 1 else f"{origin}'s own account"


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
