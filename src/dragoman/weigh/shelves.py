"""What weighing keeps between one time and the next: records by id, and rows in order under a key.

The whole of weighing is written over these two kinds of store, so that weighing all at once in memory and weighing one
more article in a case file are one procedure. `MemoryShelves` holds them in memory; a case file has its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar

from dragoman.model import Dispute, Event
from dragoman.weigh.copies import Paper
from dragoman.weigh.knot import Knot
from dragoman.weigh.telling import Telling


class Kept(Protocol):
    """What is kept under its id."""

    @property
    def id(self) -> str:
        """Return the id."""


K = TypeVar("K", bound=Kept)
# A key, two numbers to sort by (where it is about days, the first and the last), and an id.
Row = tuple[str, int, int, str]
# Before the first day, and after the last.
EVER = 10_000_000


class Records(Protocol[K]):
    """Records by their id."""

    def get(self, ids: Iterable[str]) -> dict[str, K]:
        """Return those of the ids that are there."""

    def put(self, records: Iterable[K]) -> None:
        """Keep the records, in place of those of the same id."""

    def drop(self, ids: Iterable[str]) -> None:
        """Keep those of the ids no longer."""


class Index(Protocol):
    """Rows under a key, in order; each is there once."""

    def under(self, keys: Iterable[str]) -> dict[str, Sequence[Row]]:
        """Return by key the rows of the keys, in order; keys without rows are left out."""

    def between(self, key: str, low: int, high: int, most: int) -> Sequence[Row]:
        """Return the rows of the key of which the first number is from `low` to `high`, the first `most` of them."""

    def last(self, key: str, low: int, high: int, most: int) -> Sequence[Row]:
        """Return the last `most` rows of the key of which the first number is from `low` to `high`, in order."""

    def put(self, rows: Iterable[Row]) -> None:
        """Keep the rows."""

    def drop(self, rows: Iterable[Row]) -> None:
        """Keep the rows no longer."""


class Shelves(Protocol):
    """All that is kept. `is_fresh` says that nothing was when the weighing began."""

    is_fresh: bool

    papers: Records[Paper]
    tellings: Records[Telling]
    knots: Records[Knot]
    events: Records[Event]
    disputes: Records[Dispute]

    shingles: Index  # sampled shingle -> document
    copies: Index  # group of copies -> document
    told: Index  # document -> telling
    spots: Index  # key and days -> telling
    tied: Index  # telling -> knot
    places: Index  # key and days -> knot: where homes are looked for
    sights: Index  # key and reach -> knot that looks there
    stages: Index  # state and slot of days -> knot
    seekers: Index  # knot -> knot that has it for its home
    parts: Index  # event -> knot
    subjects: Index  # subject -> event
    topics: Index  # event -> subject
    disputed: Index  # event, or subject of a whole group of events -> dispute


class MemoryRecords:
    """Records in memory."""

    def __init__(self) -> None:
        self.all: dict[str, Any] = {}

    def get(self, ids: Iterable[str]) -> dict[str, Any]:
        """Return those of the ids that are there."""
        return {id_: self.all[id_] for id_ in ids if id_ in self.all}

    def put(self, records: Iterable[Kept]) -> None:
        """Keep the records, in place of those of the same id."""
        self.all.update((record.id, record) for record in records)

    def drop(self, ids: Iterable[str]) -> None:
        """Keep those of the ids no longer."""
        for id_ in ids:
            self.all.pop(id_, None)


class MemoryIndex:
    """Rows in memory: put in order when they are asked for."""

    def __init__(self) -> None:
        self.all: dict[str, list[Row]] = {}
        self._unsorted: set[str] = set()

    def under(self, keys: Iterable[str]) -> dict[str, Sequence[Row]]:
        """Return by key the rows of the keys, in order; keys without rows are left out."""
        return {key: self._rows(key) for key in keys if key in self.all}

    def between(self, key: str, low: int, high: int, most: int) -> Sequence[Row]:
        """Return the rows of the key of which the first number is from `low` to `high`, the first `most` of them."""
        rows, first, end = self._range(key, low, high)
        return rows[first : min(end, first + most)]

    def last(self, key: str, low: int, high: int, most: int) -> Sequence[Row]:
        """Return the last `most` rows of the key of which the first number is from `low` to `high`, in order."""
        rows, first, end = self._range(key, low, high)
        return rows[max(first, end - most) : end]

    def put(self, rows: Iterable[Row]) -> None:
        """Keep the rows."""
        for row in rows:
            self.all.setdefault(row[0], []).append(row)
            self._unsorted.add(row[0])

    def drop(self, rows: Iterable[Row]) -> None:
        """Keep the rows no longer."""
        for row in rows:
            kept = self.all.get(row[0], [])
            if row in kept:
                kept.remove(row)
                if not kept:
                    del self.all[row[0]]

    def _range(self, key: str, low: int, high: int) -> tuple[list[Row], int, int]:
        rows = self._rows(key)
        return rows, bisect_left(rows, (key, low)), bisect_left(rows, (key, high + 1))

    def _rows(self, key: str) -> list[Row]:
        if key in self._unsorted:
            self._unsorted.discard(key)
            if key in self.all:
                self.all[key] = sorted(set(self.all[key]))
        return self.all.get(key, [])


class MemoryShelves(Shelves):
    """All that weighing keeps, in memory."""

    def __init__(self) -> None:
        self.is_fresh = True
        self.papers, self.tellings, self.knots = MemoryRecords(), MemoryRecords(), MemoryRecords()
        self.events, self.disputes = MemoryRecords(), MemoryRecords()
        self.shingles, self.copies, self.told = MemoryIndex(), MemoryIndex(), MemoryIndex()
        self.spots, self.tied, self.places = MemoryIndex(), MemoryIndex(), MemoryIndex()
        self.sights, self.stages = MemoryIndex(), MemoryIndex()
        self.seekers, self.parts = MemoryIndex(), MemoryIndex()
        self.subjects, self.topics, self.disputed = MemoryIndex(), MemoryIndex(), MemoryIndex()

    def weighed(self) -> tuple[tuple[Event, ...], tuple[Dispute, ...]]:
        """Return all events and all disputes, in order."""
        events, disputes = (getattr(self, name).all for name in ("events", "disputes"))
        return tuple(events[id_] for id_ in sorted(events)), tuple(disputes[id_] for id_ in sorted(disputes))
