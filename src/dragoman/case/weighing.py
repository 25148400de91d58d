"""What a case keeps for weighing: records and rows on shelves, and which documents are to be weighed again.

The case knows nothing of what the records say: it keeps bytes, under ids and keys (see the migration m010).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from dragoman.case import documents, events, readings, rulings
from dragoman.case.codec import decode
from dragoman.case.filter import Filter
from dragoman.model import Dispute, Document, Event, Ruling, Statement

RECORDS = ("paper", "telling", "knot")
INDEXES = (
    *("shingles", "copies", "told", "spots", "tied", "places", "sights"),
    *("stages", "seekers", "parts", "subjects", "topics", "disputed"),
)
Row = tuple[str, int, int, str]
_ALL_OF = "(SELECT value FROM json_each(?))"


class RecordTable:
    """Records as bytes, by their id."""

    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        self._db, self._table = db, f"shelf_{name}"

    def get(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return those of the ids that are there."""
        query = f"SELECT id, record FROM {self._table} WHERE id IN {_ALL_OF}"
        return dict(self._db.execute(query, (json.dumps(list(ids)),)))

    def put(self, records: Iterable[tuple[str, bytes]]) -> None:
        """Keep the records, in place of those of the same id."""
        self._db.executemany(f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)", records)

    def drop(self, ids: Iterable[str]) -> None:
        """Keep those of the ids no longer."""
        self._db.executemany(f"DELETE FROM {self._table} WHERE id = ?", [(id_,) for id_ in ids])


class IndexTable:
    """Rows under a key, in order; each is there once."""

    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        self._db, self._table = db, f"shelf_{name}"
        self._rows = f"SELECT key, first, last, id FROM {self._table} WHERE key"

    def under(self, keys: Iterable[str]) -> dict[str, Sequence[Row]]:
        """Return by key the rows of the keys, in order; keys without rows are left out."""
        found: dict[str, list[Row]] = defaultdict(list)
        query = f"{self._rows} IN {_ALL_OF} ORDER BY key, first, last, id"
        for row in self._db.execute(query, (json.dumps(list(keys)),)):
            found[row[0]].append(row)
        return {**found}

    def between(self, key: str, low: int, high: int, most: int) -> Sequence[Row]:
        """Return the rows of the key of which the first number is from `low` to `high`, the first `most` of them."""
        query = f"{self._rows} = ? AND first BETWEEN ? AND ? ORDER BY first, last, id LIMIT ?"
        return self._db.execute(query, (key, low, high, most)).fetchall()

    def last(self, key: str, low: int, high: int, most: int) -> Sequence[Row]:
        """Return the last `most` rows of the key of which the first number is from `low` to `high`, in order."""
        query = f"{self._rows} = ? AND first BETWEEN ? AND ? ORDER BY first DESC, last DESC, id DESC LIMIT ?"
        return self._db.execute(query, (key, low, high, most)).fetchall()[::-1]

    def put(self, rows: Iterable[Row]) -> None:
        """Keep the rows."""
        self._db.executemany(f"INSERT OR IGNORE INTO {self._table} VALUES (?, ?, ?, ?)", rows)

    def drop(self, rows: Iterable[Row]) -> None:
        """Keep the rows no longer."""
        where = "key = ? AND first = ? AND last = ? AND id = ?"
        self._db.executemany(f"DELETE FROM {self._table} WHERE {where}", list(rows))


class EventTable:
    """The events of the case."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def get(self, ids: Iterable[str]) -> dict[str, Event]:
        """Return those of the ids that are there."""
        rows = self._db.execute(f"SELECT id, record FROM event WHERE id IN {_ALL_OF}", (json.dumps(list(ids)),))
        return {id_: decode(Event, record) for id_, record in rows}

    def put(self, found: Iterable[Event]) -> None:
        """Keep the events, in place of those of the same id."""
        for event in found:
            self.drop([event.id])
            events.insert_event(self._db, event)

    def drop(self, ids: Iterable[str]) -> None:
        """Keep those of the ids no longer."""
        self._db.executemany("DELETE FROM event WHERE id = ?", [(id_,) for id_ in ids])


class DisputeTable:
    """The disputes of the case."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def get(self, ids: Iterable[str]) -> dict[str, Dispute]:
        """Return those of the ids that are there."""
        rows = self._db.execute(f"SELECT id, record FROM dispute WHERE id IN {_ALL_OF}", (json.dumps(list(ids)),))
        return {id_: decode(Dispute, record) for id_, record in rows}

    def put(self, found: Iterable[Dispute]) -> None:
        """Keep the disputes, in place of those of the same id."""
        for dispute in found:
            self.drop([dispute.id])
            events.insert_dispute(self._db, dispute)

    def drop(self, ids: Iterable[str]) -> None:
        """Keep those of the ids no longer."""
        self._db.executemany("DELETE FROM dispute WHERE id = ?", [(id_,) for id_ in ids])


class Workroom:
    """All that weighing reads and writes in a case, within one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.records = {name: RecordTable(db, name) for name in RECORDS}
        self.indexes = {name: IndexTable(db, name) for name in INDEXES}
        self.events = EventTable(db)
        self.disputes = DisputeTable(db)

    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        """Return those of the documents that there are, by id."""
        asked = Filter(documents=tuple(ids))
        return {d.id: d for d in documents.read_documents(self._db, asked)} if ids else {}

    def statements(self, ids: Collection[str]) -> Sequence[Statement]:
        """Return the statements of the documents."""
        return list(readings.read_statements(self._db, Filter(documents=tuple(ids)))) if ids else []

    def rulings(self) -> Sequence[Ruling]:
        """Return all rulings."""
        return rulings.read_rulings(self._db)

    def changes(self) -> int:
        """Return how many times the documents of the case changed."""
        return events.changes(self._db)

    def unweighed(self, most: int) -> list[str]:
        """Return up to so many of the documents that are to be weighed again."""
        rows = self._db.execute("SELECT document FROM unweighed ORDER BY document LIMIT ?", (most,))
        return [id_ for (id_,) in rows]

    def clear(self) -> None:
        """Take everything off the shelves, and all events and disputes out of the case."""
        for table in ("dispute", "event", *(f"shelf_{name}" for name in (*RECORDS, *INDEXES))):
            self._db.execute(f"DELETE FROM {table}")

    def mark_weighed(self, ids: Iterable[str] | None, by: str) -> None:
        """Note that the events stand for these documents, for all where none are named, as `by` weighs them."""
        if ids is None:
            self._db.execute("DELETE FROM unweighed")
        else:
            self._db.executemany("DELETE FROM unweighed WHERE document = ?", [(id_,) for id_ in ids])
        self._db.execute("UPDATE progress SET weighed_by = ?, shelved_by = ?", (by, by))
        if not self.unweighed(1):
            self._db.execute("UPDATE progress SET weighed = changes")


def count_unweighed(db: sqlite3.Connection, by: str) -> int | None:
    """Return how many documents are to be weighed again, None where version `by` has nothing on the shelves."""
    if db.execute("SELECT shelved_by FROM progress").fetchone()[0] != by:
        return None
    return int(db.execute("SELECT count(*) FROM unweighed").fetchone()[0])
