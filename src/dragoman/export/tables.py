"""The tables of a case: documents, statements, events, disputes, as dictionaries with the wire's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.export.selection import Selection
from dragoman.wire import Wire, dispute_to_wire, document_to_wire, event_to_wire, statement_to_wire

Rows = Iterator[Wire]


def document_rows(selection: Selection) -> Rows:
    """Yield the documents that the filter keeps."""
    readers = selection.file.readers()
    for document in selection.file.documents(selection.asked):
        yield document_to_wire(document, readers.get(document.id))


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


TABLES: dict[str, Callable[[Selection], Rows]] = {
    "documents": document_rows,
    "statements": statement_rows,
    "events": event_rows,
    "disputes": dispute_rows,
}
