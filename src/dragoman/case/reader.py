"""Asking the case file: what it holds, as records; nothing here changes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.case import clauses, documents, events, own_data, ratings, readings, rulings, search, weighing
from dragoman.case.database import said_plainly
from dragoman.case.filter import Filter
from dragoman.case.finding import Finding, find_anything, records_with_ids
from dragoman.case.records import Counts, Decision, Hit, NamedActor, OwnFile, Run
from dragoman.model import Clause, Dispute, Document, Event, Rating, Ruling, Statement

EVERYTHING = Filter()


class CaseReader:
    """Reads one case, beside one process that may be writing to it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._db.close()

    def documents(self, asked: Filter = EVERYTHING, *, as_found: bool = False) -> tuple[Document, ...]:
        """Return the documents that match, in the order of adding, with people's corrections applied.

        `as_found` leaves out the origin that reading found (for reading anew).
        """
        with said_plainly(self.path):
            return tuple(documents.read_documents(self._db, self._known(asked), as_found=as_found))

    def document(self, called: str, *, as_found: bool = False) -> Document:
        """Return the document of that id, name, beginning of an id, end of a name or address, or beginning of a name.

        Raises:
            UnknownName: no document is called so, or several are (the message lists them).
        """
        return self.documents(Filter(documents=(called,)), as_found=as_found)[0]

    def document_names(self) -> dict[str, str]:
        """Return the name of each document by its id."""
        with said_plainly(self.path):
            return dict(self._db.execute("SELECT id, name FROM document ORDER BY row"))

    def documents_with_ids(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """Return the documents of those ids, in that order, each as often as it is named."""
        if not ids:  # a filter without documents would let all pass
            return ()
        found = {document.id: document for document in self.documents(Filter(documents=tuple(dict.fromkeys(ids))))}
        return tuple(found[id_] for id_ in ids)

    def counts(self) -> Counts:
        """Return how many documents, statements, events and disputes the case holds."""
        with said_plainly(self.path):
            tables = ("document", "statement", "event", "dispute")
            found = [self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
        return Counts(documents=found[0], statements=found[1], events=found[2], disputes=found[3])

    def count_documents(self) -> int:
        """Return how many documents the case holds."""
        with said_plainly(self.path):
            return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def statements(self, asked: Filter = EVERYTHING) -> tuple[Statement, ...]:
        """Return the statements that match, in the order of their documents and of the text."""
        with said_plainly(self.path):
            return tuple(readings.read_statements(self._db, self._known(asked)))

    def iterate_statements(self, asked: Filter = EVERYTHING) -> Iterator[Statement]:
        """Yield what `statements` returns, one by one, for cases that are too large to hold."""
        with said_plainly(self.path):
            yield from readings.read_statements(self._db, self._known(asked))

    def clauses(self, documents: Sequence[str] = ()) -> tuple[Clause, ...]:
        """Return the clauses of the documents of these ids, of all where none is named, in text order."""
        with said_plainly(self.path):
            return tuple(clauses.read_clauses(self._db, documents))

    def events(self, asked: Filter = EVERYTHING) -> tuple[Event, ...]:
        """Return the events that match, in the order of time."""
        with said_plainly(self.path):
            return tuple(events.read_events(self._db, self._known(asked)))

    def iterate_events(self, asked: Filter = EVERYTHING) -> Iterator[Event]:
        """Yield what `events` returns, one by one, for cases that are too large to hold."""
        with said_plainly(self.path):
            yield from events.read_events(self._db, self._known(asked))

    def event_days(self) -> dict[str, tuple[date | None, date | None]]:
        """Return the first and last day of each event by its id; of one without time those of its documents."""
        with said_plainly(self.path):
            return events.event_days(self._db)

    def event_ids(self) -> dict[str, str]:
        """Return the id of each statement's event by the statement's id."""
        with said_plainly(self.path):
            return events.event_ids(self._db)

    def disputes(self, asked: Filter = EVERYTHING) -> tuple[Dispute, ...]:
        """Return the disputes over an event that matches."""
        with said_plainly(self.path):
            return tuple(events.read_disputes(self._db, self._known(asked)))

    def actors(self, asked: Filter = EVERYTHING) -> tuple[NamedActor, ...]:
        """Return those whom the statements that match name in any role, the most named first."""
        with said_plainly(self.path):
            return readings.read_actors(self._db, self._known(asked))

    def actor_names(self) -> tuple[tuple[str, str, str], ...]:
        """Return id, code and name of each actor that a statement names, each name once, the most used first."""
        with said_plainly(self.path):
            return readings.actor_names(self._db)

    def search(self, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Return the documents that hold all the words; "quoted words" are a phrase, `word*` a beginning."""
        with said_plainly(self.path):
            return search.search_documents(self._db, text, limit)

    def find(self, called: str) -> Finding:
        """Return the document, statement, event, dispute or actor of that id (its beginning will do) or name.

        Raises:
            UnknownName: nothing is called so, or several things are.
        """
        with said_plainly(self.path):
            kind, id_ = find_anything(self._db, called)
        if kind == "document":
            return self.document(id_)
        if kind == "actor":
            return readings.read_actors(self._db, EVERYTHING, id_)[0]
        if kind == "statement":
            return self.statements_with_ids((id_,))[0]
        if kind == "event":
            return self.events_with_ids((id_,))[0]
        return self.disputes_with_ids((id_,))[0]

    def statements_with_ids(self, ids: Sequence[str]) -> tuple[Statement, ...]:
        """Return the statements of those ids, in that order."""
        with said_plainly(self.path):
            return tuple(records_with_ids(self._db, Statement, ids))

    def events_with_ids(self, ids: Sequence[str]) -> tuple[Event, ...]:
        """Return the events of those ids, in that order."""
        with said_plainly(self.path):
            return tuple(records_with_ids(self._db, Event, ids))

    def disputes_with_ids(self, ids: Sequence[str]) -> tuple[Dispute, ...]:
        """Return the disputes of those ids, in that order."""
        with said_plainly(self.path):
            return tuple(records_with_ids(self._db, Dispute, ids))

    def decisions(self, called: str) -> tuple[Decision, ...]:
        """Return what people decided about the document, oldest first."""
        with said_plainly(self.path):
            return documents.decisions_of(self._db, documents.find_document(self._db, called))

    def runs(self) -> tuple[Run, ...]:
        """Return which version of the reader read which document, oldest first."""
        with said_plainly(self.path):
            return readings.runs(self._db)

    def readers(self) -> dict[str, str]:
        """Return by document id the version of the reader that read it."""
        with said_plainly(self.path):
            return readings.readers(self._db)

    def own_files(self, kind: str) -> tuple[OwnFile, ...]:
        """Return the files of the user's own `kind` of data ("actors", "vocabulary") that reading goes by."""
        with said_plainly(self.path):
            return own_data.own_files(self._db, kind)

    def rulings(self) -> tuple[Ruling, ...]:
        """Return what people ruled about which statements tell of one event, the earliest first."""
        with said_plainly(self.path):
            return rulings.read_rulings(self._db)

    def ratings(self) -> tuple[Rating, ...]:
        """Return how far people trust which publishers, the earliest first: the last of a publisher counts."""
        with said_plainly(self.path):
            return ratings.read_ratings(self._db)

    def is_weighed(self, by: str) -> bool:
        """Say whether the events stand for the documents as they are, as version `by` weighs them."""
        with said_plainly(self.path):
            return events.is_weighed(self._db, by)

    def count_unweighed(self, by: str) -> int | None:
        """Return how many documents are to be weighed again, None where version `by` has nothing to go on from."""
        with said_plainly(self.path):
            return weighing.count_unweighed(self._db, by)

    def changes(self) -> int:
        """Return how many times the documents changed: what `replace_events` is told that its events stand for."""
        with said_plainly(self.path):
            return events.changes(self._db)

    def _known(self, asked: Filter) -> Filter:
        """Return the filter with each document by its id."""
        if not asked.documents:
            return asked
        return replace(asked, documents=tuple(documents.find_document(self._db, called) for called in asked.documents))
