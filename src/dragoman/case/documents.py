"""The documents of a case: stored as ingested; what people decided about them is appended and applied on reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from dragoman.case.codec import decode, encode
from dragoman.case.filter import Filter, documents_where
from dragoman.case.records import Decision
from dragoman.errors import BadValue, UnknownName
from dragoman.model import DateSource, Dating, Document

CORRECTABLE = ("title", "publisher", "author", "published", "kind", "language", "origin")
REMOVED = "removed"
_COLUMNS = "d.id, d.record, d.name, d.text, r.origin, r.dating"
_TABLES = "document d LEFT JOIN reading r ON r.document = d.id"
_MOST_NAMED = 5  # candidates that a message lists; more than that nobody reads


def now() -> str:
    """Return the present moment as it is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def name_of(db: sqlite3.Connection, document: str) -> str | None:
    """Return the name of the document of that id, None where the case does not hold it."""
    row = db.execute("SELECT name FROM document WHERE id = ?", (document,)).fetchone()
    return str(row[0]) if row else None


def insert_document(db: sqlite3.Connection, document: Document) -> str:
    """Store the document as ingested, under a name that no other document of the case has, and return that name."""
    name = _free_name(db, document)
    decided = _apply(document, decisions_of(db, document.id))
    db.execute(
        "INSERT INTO document (id, name, uri, title, published, language, text, record, added)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.id,
            name,
            document.uri,
            decided.title,
            _iso(decided.published),
            decided.language,
            document.text,
            encode(replace(document, text="")),
            now(),
        ),
    )
    return name


def delete_document(db: sqlite3.Connection, document: str, made_by: str) -> None:
    """Take the document out with all that was built on it; the decision stays on record."""
    _append(db, document, REMOVED, None, made_by)
    db.execute("DELETE FROM document WHERE id = ?", (document,))


def apply_fields(document: Document, fields: Mapping[str, str | None]) -> Document:
    """Return the document as someone knows it better; None says that a field is not known.

    Raises:
        BadValue: a field is none that can be corrected, or the value is not one of its kind.
    """
    for field, value in fields.items():
        document = _replace(document, field, checked(field, value))
    return document


def append_fields(db: sqlite3.Connection, document: Document, fields: Mapping[str, str | None], made_by: str) -> None:
    """Append the decisions of which `document` is the outcome."""
    for field, value in fields.items():
        _append(db, document.id, field, checked(field, value), made_by)
    _write_columns(db, document)


def settle_columns(db: sqlite3.Connection, document: str) -> None:
    """Write what holds of a document now: as it was ingested, with what people decided since."""
    (record,) = db.execute("SELECT record FROM document WHERE id = ?", (document,)).fetchone()
    _write_columns(db, _apply(decode(Document, record), decisions_of(db, document)))


def _write_columns(db: sqlite3.Connection, document: Document) -> None:
    db.execute(
        "UPDATE document SET title = ?, published = ?, language = ? WHERE id = ?",
        (document.title, _iso(document.published), document.language, document.id),
    )


def checked(field: str, value: str | None) -> str | None:
    """Return the value of the field as it is stored.

    Raises:
        BadValue: the field is none that can be corrected, or the value is not one of its kind.
    """
    if field not in CORRECTABLE:
        raise BadValue(f"a document has no field that can be set by this name ({field}); use {', '.join(CORRECTABLE)}")
    if not value:
        if field in ("kind", "language"):
            raise BadValue(f"this field can't be empty ({field}); give a value")
        return None
    if field == "published":
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise BadValue(f"this is not a date ({value}); write it as 2023-09-14") from None
    return value


def decisions_of(db: sqlite3.Connection, document: str) -> tuple[Decision, ...]:
    """Return what people decided about the document since it was last removed, oldest first."""
    rows = db.execute(
        "SELECT document, field, value, made_by, made_at FROM decision WHERE document = ? AND row >"
        " (SELECT coalesce(max(row), 0) FROM decision WHERE document = ? AND field = ?) ORDER BY row",
        (document, document, REMOVED),
    )
    return tuple(_decision(row) for row in rows)


def read_documents(db: sqlite3.Connection, asked: Filter, *, as_found: bool = False) -> Iterator[Document]:
    """Yield the documents that match, in the order of adding, with the decisions applied.

    `as_found` leaves out the origin that reading found, so that a new reading is not led by an older one.
    """
    where = documents_where(asked)
    decided: dict[str, list[Decision]] = {}
    for row in db.execute("SELECT document, field, value, made_by, made_at FROM decision ORDER BY row"):
        decision = _decision(row)
        known = decided.setdefault(decision.document, [])
        if decision.field == REMOVED:
            known.clear()
        else:
            known.append(decision)
    query = f"SELECT {_COLUMNS} FROM {_TABLES} WHERE {where} ORDER BY d.row"
    for id_, record, name, text, origin, dating in db.execute(query, where.values):
        document = replace(decode(Document, record), name=name, text=text)
        if not as_found:
            found = decode(Dating, dating) if dating else None
            document = replace(document, origin=document.origin or origin, dating=found)
        yield _apply(document, decided.get(id_, ()))


def find_document(db: sqlite3.Connection, called: str) -> str:
    """Return the id of the document of that id or name, or with that beginning or end of an id, name or address.

    Raises:
        UnknownName: no document is called so, or several are.
    """
    rest = escape_like(called)
    tries = (
        ("id = ?", called),
        ("name = ?", called),
        ("uri = ?", called),
        ("id LIKE ? ESCAPE '\\'", f"{rest}%"),
        ("name LIKE ? ESCAPE '\\' OR uri LIKE ? ESCAPE '\\'", f"%{rest}"),
        ("name LIKE ? ESCAPE '\\'", f"{rest}%"),
    )
    for condition, value in tries if called else ():
        rows = db.execute(
            f"SELECT id, name FROM document WHERE {condition} ORDER BY row", [value] * condition.count("?")
        ).fetchall()
        if len(rows) == 1:
            return str(rows[0][0])
        if rows:
            named = ", ".join(name for _, name in rows[:_MOST_NAMED]) + (", ..." if len(rows) > _MOST_NAMED else "")
            raise UnknownName(f"several documents are called so ({called}); say which: {named}")
    raise UnknownName(f"no document of the case is called so ({called}); see `dragoman documents`")


def _apply(document: Document, decisions: tuple[Decision, ...] | list[Decision]) -> Document:
    """Return the document as people know it."""
    for decision in decisions:
        document = _replace(document, decision.field, decision.value)
    return document


def _replace(document: Document, field: str, value: str | None) -> Document:
    if field != "published":
        return replace(document, **{field: value})  # type: ignore[arg-type]
    day = date.fromisoformat(value) if value else None
    return replace(document, published=day, published_by=DateSource.CORRECTED if day else DateSource.UNKNOWN)


def _append(db: sqlite3.Connection, document: str, field: str, value: str | None, made_by: str) -> None:
    db.execute(
        "INSERT INTO decision (document, field, value, made_by, made_at) VALUES (?, ?, ?, ?, ?)",
        (document, field, value, made_by, now()),
    )


def _decision(row: tuple[str, str, str | None, str, str]) -> Decision:
    document, field, value, made_by, made_at = row
    return Decision(
        document=document, field=field, value=value, made_by=made_by, made_at=datetime.fromisoformat(made_at)
    )


def _free_name(db: sqlite3.Connection, document: Document) -> str:
    """Return the document's name, longer by folders of its address, else numbered, where another document has it."""
    parts = document.uri.replace("\\", "/").split("/")
    longer = ["/".join(parts[-count:]) for count in range(2, len(parts)) if document.uri.endswith(document.name)]
    for name in (document.name, *longer):
        if name and not _is_taken(db, name):
            return name
    number = 2
    while _is_taken(db, f"{document.name} ({number})"):
        number += 1
    return f"{document.name} ({number})"


def _is_taken(db: sqlite3.Connection, name: str) -> bool:
    return db.execute("SELECT 1 FROM document WHERE name = ?", (name,)).fetchone() is not None


def escape_like(text: str) -> str:
    """Return the text as a pattern that matches itself alone, with the escape sign \\."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
