"""What to leave out when asking a case: a filter, and the SQL that it stands for.

Time: an event or statement passes when the days it covers overlap `since`..`until` (both included; an open end reaches
as far as the filter). Where the text gives no time, the day of publication of its document counts instead; where that
is not known either, it passes no filter by time. A document passes by its day of publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Standing, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Keep what matches every field that is not empty, and any of the values within a field.

    `actors` are codes ("RUS": all who act for Russia too), ids ("person:vladimir-putin") or names, as agent or target;
    `voices` likewise, as speaker. `documents` are ids or names. `confidence` is the least of a statement (of one of an
    event's).
    """

    actors: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    standings: tuple[Standing, ...] = ()
    documents: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    confidence: float = 0.0


class Where:
    """A condition in SQL with its values, put together piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.values: list[str] = []

    def add(self, piece: str, *values: str) -> None:
        """Add a condition that must hold too."""
        self.pieces.append(piece)
        self.values.extend(values)

    def add_any(self, column: str, values: Sequence[str]) -> None:
        """Add that the column holds one of the values; no values, no condition."""
        if values:
            self.add(f"{column} IN ({marks(values)})", *values)

    def add_days(self, start: str, end: str, since: date | None, until: date | None) -> None:
        """Add that the days from column `start` to column `end` overlap the days asked for."""
        if since or until:
            self.add(f"({start} IS NOT NULL OR {end} IS NOT NULL)")
        if since:
            self.add(f"({end} IS NULL OR {end} >= ?)", since.isoformat())
        if until:
            self.add(f"({start} IS NULL OR {start} <= ?)", until.isoformat())

    def __str__(self) -> str:
        return " AND ".join(self.pieces) or "1"


def marks(values: Sequence[object]) -> str:
    """Return as many question marks as there are values."""
    return ", ".join("?" * len(values))


def statements_where(asked: Filter) -> Where:
    """Return the condition on `statement s JOIN document d`."""
    where = Where()
    where.add_any("s.document", asked.documents)
    where.add_any("s.type", [t.upper() for t in asked.types])
    where.add_any("s.status", asked.statuses)
    _add_actors(where, "statement_actor", "a.statement = s.row AND a.role <> 'voice'", asked.actors)
    _add_actors(where, "statement_actor", "a.statement = s.row AND a.role = 'voice'", asked.voices)
    if asked.standings:
        where.add(
            "EXISTS (SELECT 1 FROM event_statement JOIN event e ON e.id = event_statement.event "
            f"WHERE event_statement.statement = s.id AND e.standing IN ({marks(asked.standings)}))",
            *asked.standings,
        )
    if asked.confidence:
        where.add("json_extract(s.record, '$.confidence') >= CAST(? AS REAL)", str(asked.confidence))
    published = "CASE WHEN s.start IS NULL AND s.end IS NULL THEN d.published ELSE s.{} END"
    where.add_days(published.format("start"), published.format("end"), asked.since, asked.until)
    return where


def events_where(asked: Filter) -> Where:
    """Return the condition on `event e`."""
    where = Where()
    where.add_any("e.type", [t.upper() for t in asked.types])
    where.add_any("e.standing", asked.standings)
    _add_actors(where, "event_actor", "a.event = e.id", asked.actors)
    where.add_days("e.start", "e.end", asked.since, asked.until)
    inner = statements_where(
        Filter(documents=asked.documents, statuses=asked.statuses, voices=asked.voices, confidence=asked.confidence)
    )
    if inner.pieces:
        where.add(
            "EXISTS (SELECT 1 FROM event_statement JOIN statement s ON s.id = event_statement.statement "
            f"WHERE event_statement.event = e.id AND {inner})",
            *inner.values,
        )
    return where


def documents_where(asked: Filter) -> Where:
    """Return the condition on `document d`: made of statements that match, published in the time asked for."""
    where = Where()
    where.add_any("d.id", asked.documents)
    where.add_days("d.published", "d.published", asked.since, asked.until)
    inner = statements_where(
        Filter(
            actors=asked.actors,
            voices=asked.voices,
            types=asked.types,
            statuses=asked.statuses,
            standings=asked.standings,
            confidence=asked.confidence,
        )
    )
    if inner.pieces:
        where.add(f"EXISTS (SELECT 1 FROM statement s WHERE s.document = d.id AND {inner})", *inner.values)
    return where


def _add_actors(where: Where, table: str, joined: str, terms: Sequence[str]) -> None:
    """Add that one of the actors goes by one of the terms: a code, an id, or a name."""
    if not terms:
        return
    # A state asked for by id or name stands for all who act for it, as its code does.
    codes = [term.removeprefix("state:").upper() for term in terms]
    named = f"SELECT code FROM {table} WHERE actor LIKE 'state:%' AND name COLLATE NOCASE IN ({marks(terms)})"
    where.add(
        f"EXISTS (SELECT 1 FROM {table} a WHERE {joined} AND (a.code IN ({marks(codes)}) OR a.actor IN ({marks(terms)})"
        f" OR a.name COLLATE NOCASE IN ({marks(terms)}) OR a.code IN ({named})))",
        *codes,
        *terms,
        *terms,
        *terms,
    )
