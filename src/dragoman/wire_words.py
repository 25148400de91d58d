"""The words behind disputes and changes, as JSON: each with its document, who published it, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.case.reader import CaseReader
from dragoman.model import Change, Dispute, Document, Reliability, Statement
from dragoman.publishers import Grades, grades_of, outlet_of
from dragoman.wire import Wire, dispute_to_wire

_AT_ONCE = 500  # documents that are asked for in one command: SQLite takes some thousands of values


@dataclass(frozen=True, slots=True)
class Sources:
    """The statements that a list tells of and their documents, by id; and how far publishers are trusted."""

    statements: Mapping[str, Statement]
    documents: Mapping[str, Document]
    grades: Grades


def sources_of(statements: Sequence[str], file: CaseReader) -> Sources:
    """Return what is needed to show these statements with their sources."""
    found = {s.id: s for s in file.statements_with_ids(list(dict.fromkeys(statements)))}
    ids = list(dict.fromkeys(s.document for s in found.values()))
    some = (ids[first : first + _AT_ONCE] for first in range(0, len(ids), _AT_ONCE))
    documents = {d.id: d for part in some for d in file.documents_with_ids(part)}
    return Sources(found, documents, grades_of(file))


def dispute_with_words(dispute: Dispute, sources: Sources) -> Wire:
    """Return the dispute, each side with the words of its statements."""
    wire = dispute_to_wire(dispute)
    for side, plain in zip(dispute.sides, wire["sides"], strict=True):
        plain["words"] = [words_to_wire(sources.statements[id_], sources) for id_ in side.statements]
    return wire


def change_to_wire(change: Change, sources: Sources) -> Wire:
    """Return the change with the words that changed it."""
    return {
        "kind": change.kind.value,
        "day": change.day.isoformat() if change.day else None,
        "event": change.event,
        "dispute": change.dispute,
        "what": change.what,
        "was": change.was,
        "now": change.now,
        "ruled": change.ruled,
        "words": [words_to_wire(sources.statements[id_], sources) for id_ in change.statements],
    }


def words_to_wire(statement: Statement, sources: Sources) -> Wire:
    """Return a statement's words with its document."""
    document = sources.documents[statement.document]
    publisher = outlet_of(document)
    return {
        "statement": statement.id,
        "status": statement.status.value,
        "voices": [{"code": v.code, "name": v.name, "force": v.force.value} for v in statement.voices],
        "quote": statement.evidence.quote,
        "document": document.name,
        "publisher": publisher,
        "reliability": (sources.grades(publisher) or Reliability.F).value,
        "published": document.published.isoformat() if document.published else None,
    }
