"""What weighing made of the statements of a case: events and disputes, written anew as a whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.case.codec import decode, encode
from dragoman.case.filter import Filter, events_where
from dragoman.model import Dispute, Event


def changes(db: sqlite3.Connection) -> int:
    """Return how many times the documents of the case changed."""
    return int(db.execute("SELECT changes FROM progress").fetchone()[0])


def mark_changed(db: sqlite3.Connection) -> None:
    """Note that the events no longer stand for the documents."""
    db.execute("UPDATE progress SET changes = changes + 1")


def is_weighed(db: sqlite3.Connection, by: str) -> bool:
    """Say whether the events stand for the documents as they are, as version `by` weighs them."""
    count, weighed, weighed_by = db.execute("SELECT changes, weighed, weighed_by FROM progress").fetchone()
    return bool(count == weighed and (count == 0 or weighed_by == by))


def replace_events(
    db: sqlite3.Connection, events: Sequence[Event], disputes: Sequence[Dispute], *, stands_for: int, by: str
) -> None:
    """Store the events and disputes in place of the old; `stands_for` is the count of changes they were made of."""
    db.execute("DELETE FROM dispute")
    db.execute("DELETE FROM event")
    for event in events:
        insert_event(db, event)
    for dispute in disputes:
        insert_dispute(db, dispute)
    db.execute("DELETE FROM unweighed")
    db.execute("UPDATE progress SET weighed = ?, weighed_by = ?, shelved_by = ''", (stands_for, by))


def insert_dispute(db: sqlite3.Connection, dispute: Dispute) -> None:
    """Store a dispute that the case doesn't hold."""
    db.execute("INSERT INTO dispute (id, kind, record) VALUES (?, ?, ?)", (dispute.id, dispute.kind, encode(dispute)))
    db.executemany(
        "INSERT OR IGNORE INTO dispute_event (dispute, event) VALUES (?, ?)",
        [(dispute.id, event) for event in dispute.events],
    )


def read_events(db: sqlite3.Connection, asked: Filter) -> Iterator[Event]:
    """Yield the events that match, in the order of time; those without any time last."""
    where = events_where(asked)
    query = f"SELECT e.record FROM event e WHERE {where} ORDER BY coalesce(e.start, e.end, '9999'), e.end, e.id"
    for (record,) in db.execute(query, where.values):
        yield decode(Event, record)


def read_disputes(db: sqlite3.Connection, asked: Filter) -> Iterator[Dispute]:
    """Yield the disputes over an event that matches."""
    where = events_where(asked)
    query = (
        "SELECT record FROM dispute WHERE ? OR id IN (SELECT dispute FROM dispute_event"
        f" JOIN event e ON e.id = dispute_event.event WHERE {where}) ORDER BY id"
    )
    for (record,) in db.execute(query, [not where.pieces, *where.values]):
        yield decode(Dispute, record)


def event_days(db: sqlite3.Connection) -> dict[str, tuple[date | None, date | None]]:
    """Return the first and last day of each event; of one whose time is not told those of its documents."""
    rows = db.execute("SELECT id, start, end FROM event")
    return {id_: (_day(start), _day(end)) for id_, start, end in rows}


def event_ids(db: sqlite3.Connection) -> dict[str, str]:
    """Return for each statement the id of its event; of several, the first weighed."""
    rows = db.execute(
        "SELECT statement, event FROM event_statement JOIN event ON event.id = event_statement.event"
        " ORDER BY event.id DESC"
    )
    return dict(rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def insert_event(db: sqlite3.Connection, event: Event) -> None:
    """Store an event that the case doesn't hold."""
    start, end = event.time.start, event.time.end
    row = db.execute(
        "INSERT INTO event (id, type, standing, start, end, record) VALUES (?, ?, ?, ?, ?, ?)",
        (
            event.id,
            event.type,
            event.standing,
            start.isoformat() if start else None,
            end.isoformat() if end else None,
            encode(event),
        ),
    ).lastrowid
    db.executemany(
        # While changes are weighed a few documents at a time, an event may name statements of others that are gone.
        "INSERT OR IGNORE INTO event_statement (event, statement) SELECT ?, id FROM statement WHERE id = ?",
        [(event.id, s) for s in event.statements],
    )
    db.executemany(
        "INSERT INTO event_actor (event, role, code, actor, name) VALUES (?, ?, ?, ?, ?)",
        [
            (event.id, role, ref.code, ref.actor, ref.name)
            for role, refs in (("agent", event.agents), ("target", event.targets))
            for ref in refs
        ],
    )
    if start is None and end is None:
        db.execute(
            "UPDATE event SET (start, end) = (SELECT min(d.published), max(d.published) FROM event_statement es"
            " JOIN statement s ON s.id = es.statement JOIN document d ON d.id = s.document WHERE es.event = event.id)"
            " WHERE row = ?",
            (row,),
        )
