"""The clauses that reading found in the documents of a case."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from dragoman.case.codec import decode, encode
from dragoman.case.filter import marks
from dragoman.model import Clause, Reading


def insert_clauses(db: sqlite3.Connection, reading: Reading) -> None:
    """Store the clauses of a document, in place of what an earlier reading found."""
    db.execute("DELETE FROM clause WHERE document = ?", (reading.document,))
    db.executemany(
        "INSERT INTO clause (id, document, record) VALUES (?, ?, ?)",
        [(clause.id, reading.document, encode(clause)) for clause in reading.clauses],
    )


def read_clauses(db: sqlite3.Connection, documents: Sequence[str] = ()) -> Iterator[Clause]:
    """Yield the clauses of these documents, of all where none is named, in the order of documents and text."""
    where = f"WHERE document.id IN ({marks(documents)})" if documents else ""
    rows = db.execute(
        f"SELECT clause.record FROM clause JOIN document ON document.id = clause.document {where} "
        "ORDER BY document.row, clause.row",
        tuple(documents),
    )
    for (record,) in rows:
        yield decode(Clause, record)
