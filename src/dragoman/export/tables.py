"""The tables of a case: documents, statements, events, disputes, as dictionaries with the wire's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.export.selection import Selection
from dragoman.model import Dispute, DisputeKind, Document, Event, Evidence, Span, Standing, Statement
from dragoman.wire import Wire, dispute_to_wire, document_to_wire, event_to_wire, statement_to_wire

Rows = Iterator[Wire]


def document_rows(selection: Selection) -> Rows:
    """Yield the documents that the filter keeps."""
    readers = selection.file.readers()
    for document in selection.file.documents(selection.asked):
        yield document_to_wire(document, readers.get(document.id), selection.reliability(document))


def statement_rows(selection: Selection) -> Rows:
    """Yield the statements that the filter keeps, with their documents' names and the ids of their events."""
    names, events = selection.file.document_names(), selection.file.event_ids()
    for statement in selection.file.iterate_statements(selection.asked):
        yield statement_to_wire(statement, names[statement.document], events.get(statement.id))


def event_rows(selection: Selection) -> Rows:
    """Yield the events that the filter keeps."""
    for event in selection.file.iterate_events(selection.asked):
        yield event_to_wire(event)


def dispute_rows(selection: Selection) -> Rows:
    """Yield the disputes over an event that the filter keeps."""
    for dispute in selection.file.disputes(selection.asked):
        yield dispute_to_wire(dispute)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows, and the fields that each has, which are known without any row."""

    rows: Callable[[Selection], Rows]
    fields: Wire


_NOTHING = Evidence(start=0, end=0, quote="", trigger=Span(0, 0))
_STATEMENT = Statement(id="", document="", type="", evidence=_NOTHING)
_EVENT = Event(id="", type="", statements=(), standing=Standing.WANTED)
_DISPUTE = Dispute(id="", kind=DisputeKind.OCCURRENCE, events=(), what="", sides=())

TABLES: dict[str, Table] = {
    "documents": Table(document_rows, document_to_wire(Document(id="", name="", uri="", text=""), None)),
    "statements": Table(statement_rows, statement_to_wire(_STATEMENT, "", None)),
    "events": Table(event_rows, event_to_wire(_EVENT)),
    "disputes": Table(dispute_rows, dispute_to_wire(_DISPUTE)),
}
