"""Opening the SQLite file: is it a case, which schema has it, and what SQLite's complaints mean to a person."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path

from dragoman.errors import CaseBusy, CaseError, NewerCase, NotACase

APPLICATION_ID = 0x44524147  # "DRAG", in the file's header: tells a case from any other SQLite file
BUSY_SECONDS = 5.0  # another writer holds the case for one document's transaction, milliseconds; longer is stuck
_MAGIC = b"SQLite format 3\0"
_STEP = re.compile(r"m(\d{3})_\w+\.sql")


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection to the case at `path`, its schema brought up to date.

    Raises:
        NotACase: there is no file (and `create` is false), or it is something else.
        NewerCase: a newer version of the program wrote it.
        CaseBusy: another process is writing.
    """
    if path.is_dir():
        raise NotACase(f"this is a folder, not a case file ({path}); name a file")
    if not path.exists() and not create:
        raise NotACase(f"there is no case file here ({path}); make one with `dragoman read PATH --case {path}`")
    if not create and path.stat().st_size == 0:
        raise NotACase(f"this file is empty, and no case ({path}); name another with --case")
    if path.is_file() and not _may_be_database(path):
        raise NotACase(f"this is not a case file ({path}); name another with --case")
    if not path.parent.is_dir():
        raise NotACase(f"there is no folder for the case file ({path.parent}); make it first")
    connection = None
    try:
        with said_plainly(path):
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            _check(connection, path)
            _configure(connection)
            _migrate(connection)
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    return connection


def _may_be_database(path: Path) -> bool:
    """Say whether the file is empty or begins as a database does; SQLite writes over any other that is very short."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) in (b"", _MAGIC)


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into an error that says what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise CaseBusy(f"another process is writing to the case ({path}); try again when it is done") from error
        raise CaseError(f"{error} ({path}); check that the file and its folder can be written to") from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise NotACase(f"this is not a case file, or it is damaged ({path}); name another with --case") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all that is done within, or nothing of it, whatever interrupts."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Return the steps of the schema as (number, SQL), in order."""
    files = resources.files("dragoman.case.migrations").iterdir()
    steps = ((match, file) for file in files if (match := _STEP.fullmatch(file.name)))
    return tuple(sorted((int(match[1]), file.read_text("utf-8")) for match, file in steps))


def _check(connection: sqlite3.Connection, path: Path) -> None:
    written = connection.execute("PRAGMA user_version").fetchone()[0]
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and mark != APPLICATION_ID:
        raise NotACase(f"this is a database, but not a case file ({path}); name another with --case")
    newest = migrations()[-1][0]
    if written > newest:
        raise NewerCase(
            f"a newer version of Dragoman wrote this case: schema {written}, this version knows {newest} ({path}); "
            "update Dragoman"
        )


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: no loss of consistency, no wait for each document


def _migrate(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] == migrations()[-1][0]:
        return
    with transaction(connection):
        written = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for number, sql in migrations():
            if number > written:
                for command in _commands(sql):
                    connection.execute(command)
                connection.execute(f"PRAGMA user_version = {number}")


def _commands(sql: str) -> Iterator[str]:
    """Cut a script into its commands; unlike `executescript` this stays within the transaction."""
    held = ""
    for line in sql.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
