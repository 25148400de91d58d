"""The shelves of weighing in a case file: its records as compact bytes, weighed anew as a whole or for what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Protocol

import msgspec

from dragoman.case import CaseFile
from dragoman.case.weighing import INDEXES, RecordTable, Workroom
from dragoman.weigh.copies import Paper
from dragoman.weigh.knot import Knot
from dragoman.weigh.shelves import MemoryShelves, Shelves
from dragoman.weigh.telling import Telling
from dragoman.weigh.weigh import weigh_again, weigh_all

# So many documents are weighed in one go, so that other processes wait no longer than seconds to write.
MOST_AT_ONCE = 10
# Where more than one in so many documents changed, weighing all at once is quicker.
WHOLE_SHARE = 20
_KINDS: Mapping[str, Any] = {"paper": Paper, "telling": Telling, "knot": Knot}


class _Record(Protocol):
    @property
    def id(self) -> str: ...


class CodedRecords:
    """Records of weighing in a table that keeps bytes."""

    def __init__(self, table: RecordTable, kind: Any) -> None:
        self._table = table
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(kind)

    def get(self, ids: Iterable[str]) -> dict[str, Any]:
        """Return those of the ids that are there."""
        return {id_: self._decoder.decode(record) for id_, record in self._table.get(ids).items()}

    def put(self, records: Iterable[_Record]) -> None:
        """Keep the records, in place of those of the same id."""
        self._table.put((record.id, self._encoder.encode(record)) for record in records)

    def drop(self, ids: Iterable[str]) -> None:
        """Keep those of the ids no longer."""
        self._table.drop(ids)


class CaseShelves(Shelves):
    """All that weighing keeps, in a case file; what each shelf is for is said in `dragoman.weigh.shelves`."""

    def __init__(self, room: Workroom, *, is_fresh: bool = False) -> None:
        self.is_fresh = is_fresh
        self.papers, self.tellings, self.knots = (CodedRecords(room.records[n], kind) for n, kind in _KINDS.items())
        self.events, self.disputes = room.events, room.disputes
        self.shingles, self.copies, self.told, self.spots = (room.indexes[n] for n in INDEXES[:4])
        self.tied, self.places, self.sights = (room.indexes[n] for n in INDEXES[4:7])
        self.stages, self.seekers, self.parts = (room.indexes[n] for n in INDEXES[7:10])
        self.subjects, self.topics, self.disputed = (room.indexes[n] for n in INDEXES[10:])


def weigh_changed(file: CaseFile, version: str) -> None:
    """Bring the events of the case up to some of the documents that changed, all within one transaction.

    Where the records are of another make, everything is weighed anew.
    """
    try:
        with file.workroom() as room:
            changed = room.unweighed(MOST_AT_ONCE)
            weigh_again(CaseShelves(room), room, changed)
            room.mark_weighed(changed, version)
    except msgspec.MsgspecError:
        weigh_whole(file, version)


def weigh_whole(file: CaseFile, version: str) -> bool:
    """Weigh everything anew, and say whether it was kept: not where the documents changed meanwhile."""
    changes = file.changes()
    shelves = weigh_all(file.statements(), file.documents(), file.rulings())
    with file.workroom() as room:
        if room.changes() != changes:
            return False
        room.clear()
        _fill(CaseShelves(room), shelves)
        room.mark_weighed(None, version)
    return True


def is_little(unweighed: int, documents: int) -> bool:
    """Say whether so few documents changed that weighing what they touch is quicker than weighing all."""
    return unweighed * WHOLE_SHARE <= documents


def _fill(shelves: CaseShelves, source: MemoryShelves) -> None:
    """Put on the empty shelves of a case all that was weighed in memory."""
    events, disputes = source.weighed()
    shelves.events.put(events)
    shelves.disputes.put(disputes)
    for name in ("papers", "tellings", "knots"):
        getattr(shelves, name).put(_sorted(getattr(source, name).all))
    for name in INDEXES:
        rows = getattr(source, name).all
        getattr(shelves, name).put(sorted({row for key in rows for row in rows[key]}))


def _sorted(records: Mapping[str, Any]) -> Collection[Any]:
    return [records[id_] for id_ in sorted(records)]
