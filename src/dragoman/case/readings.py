"""What reading found in the documents of a case."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime

from dragoman.case.clauses import insert_clauses
from dragoman.case.codec import decode, encode
from dragoman.case.documents import now
from dragoman.case.filter import Filter, statements_where
from dragoman.case.records import NamedActor, Run
from dragoman.model import Actor, ActorKind, Reading, Statement


def insert_reading(db: sqlite3.Connection, reading: Reading) -> None:
    """Store what reading found in a document, in place of what an earlier reading found."""
    document, moment = reading.document, now()
    db.execute("DELETE FROM statement WHERE document = ?", (document,))
    db.execute("DELETE FROM new_actor WHERE document = ?", (document,))
    db.execute(
        "INSERT OR REPLACE INTO reading (document, reader, origin, dating, read_at) VALUES (?, ?, ?, ?, ?)",
        (document, reading.reader, reading.origin, encode(reading.dating) if reading.dating else None, moment),
    )
    for statement in reading.statements:
        _insert_statement(db, statement)
    insert_clauses(db, reading)
    db.executemany(
        "INSERT OR IGNORE INTO new_actor (document, id, record) VALUES (?, ?, ?)",
        [(document, actor.id, encode(actor)) for actor in reading.new_actors],
    )
    db.execute(
        "INSERT INTO run (document, reader, read_at, statements) VALUES (?, ?, ?, ?)",
        (document, reading.reader, moment, len(reading.statements)),
    )


def readers(db: sqlite3.Connection) -> dict[str, str]:
    """Return for each document that was read the version of the reader that read it."""
    return dict(db.execute("SELECT document, reader FROM reading"))


def runs(db: sqlite3.Connection, document: str | None = None) -> tuple[Run, ...]:
    """Return which version of the reader read which document, oldest first."""
    rows = db.execute(
        "SELECT document, reader, read_at, statements FROM run WHERE ? IS NULL OR document = ? ORDER BY row",
        (document, document),
    )
    return tuple(
        Run(document=document, reader=reader, read_at=datetime.fromisoformat(read_at), statements=count)
        for document, reader, read_at, count in rows
    )


def read_statements(db: sqlite3.Connection, asked: Filter) -> Iterator[Statement]:
    """Yield the statements that match, in the order of their documents and of the text."""
    where = statements_where(asked)
    query = (
        "SELECT s.record FROM statement s JOIN document d ON d.id = s.document"
        f" WHERE {where} ORDER BY d.row, s.at, s.row"
    )
    for (record,) in db.execute(query, where.values):
        yield decode(Statement, record)


def read_actors(db: sqlite3.Connection, asked: Filter, id_: str | None = None) -> tuple[NamedActor, ...]:
    """Return those whom the statements that match name in any role, the most named first; only `id_` where given."""
    where = statements_where(asked)
    where.add_any("n.actor", [id_] if id_ else [])
    joined = (
        "FROM statement s JOIN document d ON d.id = s.document JOIN statement_actor n ON n.statement = s.row"
        f" WHERE {where}"
    )
    counts = db.execute(
        "SELECT n.actor, count(DISTINCT n.statement) AS many, count(DISTINCT s.document),"
        " (SELECT record FROM new_actor WHERE new_actor.id = n.actor ORDER BY document LIMIT 1)"
        f" {joined} GROUP BY n.actor ORDER BY many DESC, n.actor",
        where.values,
    )
    # Statements may name an actor in several ways; the most common one is shown. The last of a key stays in a dict.
    names = {
        actor: (code, name)
        for actor, code, name in db.execute(
            f"SELECT n.actor, n.code, n.name {joined} GROUP BY n.actor, n.code, n.name ORDER BY count(*), n.name DESC",
            where.values,
        )
    }
    return tuple(_named(row, *names[row[0]]) for row in counts)


def actor_names(db: sqlite3.Connection) -> tuple[tuple[str, str, str], ...]:
    """Return id, code and name of each actor that a statement names, each name once, the most used first."""
    query = "SELECT actor, code, name FROM statement_actor GROUP BY actor, code, name ORDER BY count(*) DESC, actor"
    return tuple(db.execute(query))


def _named(row: tuple[str, int, int, str | None], code: str, name: str) -> NamedActor:
    actor, statements, documents, record = row
    known = decode(Actor, record) if record else None
    kind = known.kind if known else _kind(actor)
    return NamedActor(
        id=actor, code=code, name=name, kind=kind, statements=statements, documents=documents, record=known
    )


def _kind(actor: str) -> ActorKind:
    """Return the kind that an actor's id begins with; an id without one is taken for a group."""
    try:
        return ActorKind(actor.partition(":")[0])
    except ValueError:
        return ActorKind.GROUP


def _insert_statement(db: sqlite3.Connection, statement: Statement) -> None:
    row = db.execute(
        "INSERT INTO statement (id, document, at, type, mode, status, start, end, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            statement.id,
            statement.document,
            statement.evidence.start,
            statement.type,
            statement.mode,
            statement.status,
            _iso(statement.time.start),
            _iso(statement.time.end),
            encode(statement),
        ),
    ).lastrowid
    roles = (("agent", statement.agents), ("target", statement.targets), ("voice", statement.voices))
    db.executemany(
        "INSERT INTO statement_actor (statement, role, code, actor, name) VALUES (?, ?, ?, ?, ?)",
        [(row, role, ref.code, ref.actor, ref.name) for role, refs in roles for ref in refs],
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
