"""The case file: the documents of one inquiry, what reading found in them, and what weighing made of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from dragoman.case import documents, events, own_data, ratings, readings, rulings
from dragoman.case.as_of import Clock, Earlier, copy_case, go_back
from dragoman.case.database import connect, said_plainly, transaction
from dragoman.case.reader import CaseReader
from dragoman.case.records import OwnFile
from dragoman.case.weighing import Workroom
from dragoman.errors import CaseBusy
from dragoman.model import Anchor, Dispute, Document, Event, Reading, Ruling, RulingKind


def open_case_file(path: str | Path, *, create: bool = True) -> CaseFile:
    """Open the case at `path`; made when there is none, unless `create` is false.

    Raises:
        NotACase, NewerCase, CaseBusy: as their names say.
    """
    return CaseFile(Path(path), connect(Path(path), create=create))


class CaseFile(CaseReader):
    """Reads and writes one case. Many processes may read it beside one that writes."""

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

    @contextmanager
    def workroom(self) -> Iterator[Workroom]:
        """Give what weighing reads and writes; all that is done there is kept together, or nothing of it."""
        with said_plainly(self.path), transaction(self._db):
            yield Workroom(self._db)

    def as_of(self, day: date, clock: Clock) -> tuple[CaseFile, Earlier]:
        """Return a copy of the case, in memory, as it was on that day, and what it lacks; weigh it before asking."""
        with said_plainly(self.path):
            copy = copy_case(self._db)
            return CaseFile(self.path, copy), go_back(copy, day, clock)

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
