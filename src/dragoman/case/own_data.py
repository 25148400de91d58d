"""The files of a user's own data that a case remembers, by path and digest."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from dragoman.case.documents import now
from dragoman.case.records import OwnFile


def own_files(db: sqlite3.Connection, kind: str) -> tuple[OwnFile, ...]:
    """Return the files of that kind that reading goes by."""
    row = db.execute("SELECT files FROM own_data WHERE kind = ? ORDER BY row DESC", (kind,)).fetchone()
    return tuple(OwnFile(path=path, digest=digest) for path, digest in json.loads(row[0])) if row else ()


def append_own_files(db: sqlite3.Connection, kind: str, files: Sequence[OwnFile], made_by: str) -> None:
    """Note the files of that kind that reading goes by from now on."""
    db.execute(
        "INSERT INTO own_data (kind, files, made_by, made_at) VALUES (?, ?, ?, ?)",
        (kind, json.dumps([(file.path, file.digest) for file in files]), made_by, now()),
    )
