"""Finding whatever a person names: by id, the beginning of an id, a code or a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeVar

from dragoman.case.codec import decode
from dragoman.case.documents import escape_like, find_document
from dragoman.case.filter import marks
from dragoman.case.records import NamedActor
from dragoman.errors import UnknownName
from dragoman.model import Dispute, Document, Event, Statement

Finding = Document | Statement | Event | Dispute | NamedActor
R = TypeVar("R", Statement, Event, Dispute)

RECORD_TABLES = ("statement", "event", "dispute")
_SHORTEST_BEGINNING = 4  # shorter beginnings of ids are words more often than ids
_MOST_NAMED = 5
_AT_ONCE = 500  # SQLite takes at least 999 values in one command


def find_anything(db: sqlite3.Connection, called: str) -> tuple[str, str]:
    """Return the kind and the id of what is called so: an exact id first, then an actor, a document, an id's beginning.

    Raises:
        UnknownName: nothing is called so, or several things are.
    """
    for table in ("document", *RECORD_TABLES):
        if db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (called,)).fetchone():
            return table, called
    actor = _find_actor(db, called)
    if actor:
        return "actor", actor
    found = _beginnings(db, called)
    if len(found) > 1:
        named = ", ".join(f"{kind} {id_}" for kind, id_ in found[:_MOST_NAMED])
        raise UnknownName(f"several things are called so ({called}); say which: {named}")
    if found and found[0][0] != "document":
        return found[0]
    try:
        return "document", find_document(db, called)
    except UnknownName as error:
        if "several" in str(error):
            raise
        raise UnknownName(
            f"nothing in the case is called so ({called}); ids are listed by `dragoman documents`, `statements`, "
            "`events` and `actors`"
        ) from None


def records_with_ids(db: sqlite3.Connection, kind: type[R], ids: Sequence[str]) -> Iterator[R]:
    """Yield the records of those ids, in that order; ids that are not there are passed over."""
    table = kind.__name__.lower()
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        rows = dict(db.execute(f"SELECT id, record FROM {table} WHERE id IN ({marks(some)})", some))
        yield from (decode(kind, rows[id_]) for id_ in some if id_ in rows)


def _find_actor(db: sqlite3.Connection, called: str) -> str | None:
    """Return the id of the actor of that id, code (the state or body itself) or name."""
    row = db.execute(
        "SELECT actor FROM statement_actor WHERE actor = ?1 OR (code = upper(?1) AND actor NOT LIKE 'person:%')"
        " OR name = ?1 COLLATE NOCASE GROUP BY actor"
        " ORDER BY actor = ?1 DESC, actor LIKE 'state:%' DESC, count(*) DESC",
        (called,),
    ).fetchone()
    return str(row[0]) if row else None


def _beginnings(db: sqlite3.Connection, called: str) -> list[tuple[str, str]]:
    if len(called) < _SHORTEST_BEGINNING:
        return []
    beginning = f"{escape_like(called)}%"
    found: list[tuple[str, str]] = []
    for table in ("document", *RECORD_TABLES):
        query = f"SELECT id FROM {table} WHERE id LIKE ? ESCAPE '\\' ORDER BY id LIMIT {_MOST_NAMED}"
        found.extend((table, id_) for (id_,) in db.execute(query, (beginning,)))
    return found
