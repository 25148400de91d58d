"""Explaining what a case holds: gathers what `explain` needs, from the case and by reading a document again."""

from __future__ import annotations

from dragoman.case import CaseFile, Finding
from dragoman.errors import BadValue
from dragoman.explain import Because
from dragoman.explain.dispute import explain_dispute
from dragoman.explain.event import explain_event
from dragoman.explain.statement import explain_statement
from dragoman.model import Dispute, Document, Event, Statement
from dragoman.pipeline import read_document
from dragoman.reading import load_reader
from dragoman.settings import Settings
from dragoman.systems import OfSystem


def explain_finding(found: Finding | OfSystem, file: CaseFile, settings: Settings) -> tuple[Because, ...]:
    """Return why the finding is as it is, part by part.

    Raises:
        BadValue: it is a document or an actor, which nothing decided.
    """
    if isinstance(found, Statement):
        return _explain_statement(found, file, settings)
    if isinstance(found, Event):
        statements = file.statements_with_ids(found.statements)
        disputes = [dispute for dispute in file.disputes() if found.id in dispute.events]
        return tuple(explain_event(found, statements, _documents(file, statements), disputes))
    if isinstance(found, Dispute):
        statements = file.statements_with_ids([id_ for side in found.sides for id_ in side.statements])
        return tuple(explain_dispute(found, statements, _documents(file, statements)))
    called = getattr(found, "name", found.id)
    raise BadValue(f"only statements, events and disputes are explained, not this ({called}); see `dragoman show`")


def _explain_statement(statement: Statement, file: CaseFile, settings: Settings) -> tuple[Because, ...]:
    from dragoman.ontology import load_ontology

    document = file.document(statement.document, as_found=True)
    reading = read_document(document, load_reader(settings))
    return tuple(explain_statement(statement, document, reading, load_ontology(settings.vocabulary or ())))


def _documents(file: CaseFile, statements: tuple[Statement, ...]) -> tuple[Document, ...]:
    return file.documents_with_ids(list(dict.fromkeys(statement.document for statement in statements)))
