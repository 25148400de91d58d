"""The case file: the documents of one inquiry, what reading found in them, and what weighing made of that."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.case import documents, events, own_data, ratings, readings, rulings, search
from dragoman.case.database import connect, said_plainly, transaction
from dragoman.case.filter import Filter
from dragoman.case.finding import Finding, find_anything, records_with_ids
from dragoman.case.records import Counts, Decision, Hit, NamedActor, OwnFile, Run
from dragoman.errors import CaseBusy
from dragoman.model import Anchor, Dispute, Document, Event, Rating, Reading, Ruling, RulingKind, Statement

EVERYTHING = Filter()


def open_case_file(path: str | Path, *, create: bool = True) -> CaseFile:
    """Open the case at `path`; made when there is none, unless `create` is false.

    Raises:
        NotACase, NewerCase, CaseBusy: as their names say.
    """
    return CaseFile(Path(path), connect(Path(path), create=create))


class CaseFile:
    """Reads and writes one case. Many processes may read it beside one that writes."""

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

    # Reading

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

    def statements(self, asked: Filter = EVERYTHING) -> tuple[Statement, ...]:
        """Return the statements that match, in the order of their documents and of the text."""
        with said_plainly(self.path):
            return tuple(readings.read_statements(self._db, self._known(asked)))

    def iterate_statements(self, asked: Filter = EVERYTHING) -> Iterator[Statement]:
        """Yield what `statements` returns, one by one, for cases that are too large to hold."""
        with said_plainly(self.path):
            yield from readings.read_statements(self._db, self._known(asked))

    def events(self, asked: Filter = EVERYTHING) -> tuple[Event, ...]:
        """Return the events that match, in the order of time."""
        with said_plainly(self.path):
            return tuple(events.read_events(self._db, self._known(asked)))

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

    def changes(self) -> int:
        """Return how many times the documents changed: what `replace_events` is told that its events stand for."""
        with said_plainly(self.path):
            return events.changes(self._db)

    # Writing

    def store(self, document: Document, reading: Reading) -> tuple[str, bool]:
        """Add a document with its reading, or nothing at all; of one that the case holds, replace the reading.

        Returns the document's name in the case and whether it is new there.
        """
        with self._writing():
            name = documents.name_of(self._db, document.id)
            is_new = name is None
            name = name or documents.insert_document(self._db, document)
            readings.insert_reading(self._db, reading)
        return name, is_new

    def replace_reading(self, reading: Reading) -> None:
        """Store the reading of a document that the case holds, in place of the earlier one."""
        with self._writing():
            readings.insert_reading(self._db, reading)

    def correct(
        self, called: str, fields: Mapping[str, str | None], read: Callable[[Document], Reading], *, made_by: str
    ) -> Document:
        """Append what someone knows better about a document and return it so; None says that a field is not known.

        The corrected document is read anew with `read`; correction and reading are stored together or not at all.

        Raises:
            UnknownName: no document is called so.
            BadValue: a field can't be set, or not to this.
        """
        document = documents.apply_fields(self.document(called, as_found=True), fields)
        reading = read(document)
        with self._writing():
            documents.append_fields(self._db, document, fields, made_by)
            readings.insert_reading(self._db, reading)
        return self.document(document.id)

    def remove(self, called: str, *, made_by: str) -> Document:
        """Take a document out, with all that was built on it, and return it as it was."""
        with self._writing():
            document = self.document(documents.find_document(self._db, called))
            documents.delete_document(self._db, document.id, made_by)
        return document

    def append_ruling(
        self, kind: RulingKind, sides: Sequence[Sequence[Anchor]] = (), *, undoes: int | None = None, made_by: str
    ) -> Ruling:
        """Append a ruling about the statements of `sides`, or one that takes back the ruling `undoes`."""
        with self._writing():
            number = rulings.append_ruling(self._db, kind, sides, undoes, made_by)
        return self.rulings()[number - 1]

    def append_rating(self, publisher: str, reliability: str, *, made_by: str) -> None:
        """Note how far someone trusts a publisher from now on; no event depends on it."""
        with said_plainly(self.path), transaction(self._db):
            ratings.append_rating(self._db, publisher, reliability, made_by)

    def remember_own_files(self, kind: str, files: Sequence[OwnFile], *, made_by: str) -> None:
        """Note the files of the user's own data that reading goes by from now on; the documents stay as they are."""
        with said_plainly(self.path), transaction(self._db):
            own_data.append_own_files(self._db, kind, files, made_by)

    def replace_events(self, found: Sequence[Event], disputes: Sequence[Dispute], *, stands_for: int, by: str) -> bool:
        """Store what version `by` weighed in place of the old, and say whether it was stored.

        `stands_for` is what `changes` said before the weighing began; where the documents have changed since, nothing
        is stored.
        """
        with said_plainly(self.path), transaction(self._db):
            if events.changes(self._db) != stands_for:
                return False
            events.replace_events(self._db, found, disputes, stands_for=stands_for, by=by)
        return True

    def discard_if_empty(self) -> bool:
        """Delete the file when it holds no document and nobody else has it open; it is of no more use then."""
        try:
            with said_plainly(self.path):
                # Refused while another process has the file open: what that one stores must not be lost.
                alone = self._db.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete"
        except CaseBusy:
            return False
        if self.counts().documents or not alone:
            return False
        self.close()
        self.path.unlink(missing_ok=True)
        return True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with said_plainly(self.path), transaction(self._db):
            yield
            events.mark_changed(self._db)

    def _known(self, asked: Filter) -> Filter:
        """Return the filter with each document by its id."""
        if not asked.documents:
            return asked
        return replace(asked, documents=tuple(documents.find_document(self._db, called) for called in asked.documents))
