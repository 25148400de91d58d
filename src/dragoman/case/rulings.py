"""What people ruled about which statements tell of one event: appended, never changed, never deleted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from dragoman.case.codec import decode, encode
from dragoman.case.documents import now
from dragoman.model import Anchor, Ruling, RulingKind


def read_rulings(db: sqlite3.Connection) -> tuple[Ruling, ...]:
    """Return the rulings, the earliest first; those that an undo took back say so."""
    rows = db.execute("SELECT number, kind, sides, undoes, made_by, made_at FROM ruling ORDER BY number DESC")
    undone: set[int] = set()
    found = []
    for number, kind, sides, undoes, made_by, made_at in rows:  # the latest first: an undo may be undone itself
        if undoes is not None and number not in undone:
            undone.add(undoes)
        ruling = Ruling(
            number=number,
            kind=RulingKind(kind),
            made_by=made_by,
            made_at=datetime.fromisoformat(made_at),
            sides=tuple(tuple(decode(Anchor, json.dumps(anchor)) for anchor in side) for side in json.loads(sides)),
            undoes=undoes,
            is_undone=number in undone,
        )
        found.append(ruling)
    return tuple(reversed(found))


def append_ruling(
    db: sqlite3.Connection, kind: RulingKind, sides: Sequence[Sequence[Anchor]], undoes: int | None, made_by: str
) -> int:
    """Append a ruling and return its number."""
    written = json.dumps([[json.loads(encode(anchor)) for anchor in side] for side in sides], ensure_ascii=False)
    row = db.execute(
        "INSERT INTO ruling (kind, sides, undoes, made_by, made_at) VALUES (?, ?, ?, ?, ?)",
        (kind, written, undoes, made_by, now()),
    )
    assert row.lastrowid is not None
    return row.lastrowid
