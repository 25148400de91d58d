"""A case as it was on an earlier day: a copy in memory without what came later.

By the clock of publication a document counts from the day on which it appeared; people's decisions all count, whenever
they were made. By the clock of reading it counts from the day on which the case read it first, and so do decisions:
a ruling, a correction or a rating that was made later is not there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.case import documents, events
from dragoman.case.codec import decode
from dragoman.case.database import transaction
from dragoman.model import Dating


class Clock(StrEnum):
    """By which day a document counts: that of its publication, or that on which the case read it first."""

    PUBLISHED = "published"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an earlier state of a case lacks, beside all that came later.

    `undated` are the names of the documents without a date, which may have appeared by then; `removed` counts the
    documents that were taken out since; `uncorrected` are the ids of those whose later corrections don't count, which
    are to be read anew.
    """

    undated: tuple[str, ...] = ()
    removed: int = 0
    uncorrected: tuple[str, ...] = ()


def copy_case(db: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of the case in memory."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(copy)
    copy.execute("PRAGMA foreign_keys = ON")
    return copy


def go_back(db: sqlite3.Connection, day: date, clock: Clock) -> Earlier:
    """Take out of the case all that came after the day, and return what is lacking beside that."""
    with transaction(db):
        earlier = _published_by(db, day) if clock is Clock.PUBLISHED else _read_by(db, day)
        events.mark_changed(db)
    return earlier


def _published_by(db: sqlite3.Connection, day: date) -> Earlier:
    later: list[str] = []
    undated: list[str] = []
    query = "SELECT d.id, d.name, d.published, r.dating FROM document d LEFT JOIN reading r ON r.document = d.id"
    for id_, name, published, dating in db.execute(f"{query} ORDER BY d.row"):
        inferred = decode(Dating, dating) if dating else Dating()
        last = date.fromisoformat(published) if published else inferred.latest
        if last is None or last > day:
            later.append(id_)
            if not published and (inferred.earliest is None or inferred.earliest <= day):
                undated.append(name)
    _forget(db, later)
    return Earlier(undated=tuple(undated))


def _read_by(db: sqlite3.Connection, day: date) -> Earlier:
    end = f"{day}~"  # moments are kept as text, in UTC: this sorts behind all of the day's
    after = (end,)
    read = dict(db.execute("SELECT document, max(read_at) FROM run WHERE read_at < ? GROUP BY document", after))
    gone = dict(
        db.execute(
            "SELECT document, max(made_at) FROM decision WHERE made_at < ? AND field = ? GROUP BY document",
            (end, documents.REMOVED),
        )
    )
    known = {id_ for id_, moment in read.items() if moment >= gone.get(id_, "")}
    held = {id_ for (id_,) in db.execute("SELECT id FROM document")}
    _forget(db, held - known)
    corrected = {id_ for (id_,) in db.execute("SELECT document FROM decision WHERE made_at >= ?", after)}
    for table, moment in (
        ("decision", "made_at"),
        ("ruling", "made_at"),
        ("reliability", "made_at"),
        ("run", "read_at"),
    ):
        db.execute(f"DELETE FROM {table} WHERE {moment} >= ?", after)
    uncorrected = tuple(sorted(corrected & held & known))
    for id_ in uncorrected:
        documents.settle_columns(db, id_)
    return Earlier(removed=len(known - held), uncorrected=uncorrected)


def _forget(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    db.executemany("DELETE FROM document WHERE id = ?", [(id_,) for id_ in sorted(ids)])
