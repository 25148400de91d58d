"""How far people trust the publishers of a case: appended, the last of a publisher counts."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from dragoman.case.documents import now
from dragoman.model import Rating, Reliability


def read_ratings(db: sqlite3.Connection) -> tuple[Rating, ...]:
    """Return the ratings, the earliest first."""
    rows = db.execute("SELECT publisher, grade, made_by, made_at FROM reliability ORDER BY row")
    return tuple(
        Rating(
            publisher=publisher,
            reliability=Reliability(grade),
            made_by=made_by,
            made_at=datetime.fromisoformat(made_at),
        )
        for publisher, grade, made_by, made_at in rows
    )


def append_rating(db: sqlite3.Connection, publisher: str, reliability: str, made_by: str) -> None:
    """Append how far someone trusts a publisher."""
    db.execute(
        "INSERT INTO reliability (publisher, grade, made_by, made_at) VALUES (?, ?, ?, ?)",
        (publisher, reliability, made_by, now()),
    )
