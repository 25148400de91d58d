"""persons.csv -> persons with their terms, and the forms that name them.

Columns: name, also, gender, state, role, since, until; one row a term, roles held together with "+" between. `also`
lists further forms with "|" between;
"~" marks one that only context settles, such as a surname, which then stands in place of the last word of the name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.model import Actor, ActorKind, Form, FormUse, Term
from dragoman.world.dates import days_between
from dragoman.world.entries import Problems
from dragoman.world.forms import slug

COLUMNS = ("name", "also", "gender", "state", "role", "since", "until")
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "del", "da", "di", "dos", "la", "le", "van", "von", "der", "den", "ten", "zu"}
)
_PREFIX = re.compile(r"^(?:al|el|Al|El|ul|bin)-")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")


class _Row(NamedTuple):
    """One row of the table: a term, and on the person's first row what else is known."""

    where: str
    name: str
    also: str
    gender: str
    state: str
    role: str
    since: str
    until: str


def read_persons(path: Path, problems: Problems) -> Iterator[tuple[Actor, tuple[Form, ...]]]:
    """Yield each person of the file, terms newest first, with the forms that name the person."""
    persons: dict[str, list[_Row]] = {}
    for row in _rows(path, problems):
        persons.setdefault(row.name, []).append(row)
    for name, rows in persons.items():
        person = _person(name, rows, problems)
        yield person, tuple(_forms(person, rows))


def places_of_persons(path: Path) -> dict[str, str]:
    """Return by a person's id where the file first names the person ("persons.csv:2")."""
    return {f"person:{slug(row.name)}": row.where for row in reversed(list(_rows(path, Problems())))}


def surnames(name: str) -> tuple[str, ...]:
    """Return the surname with and without its particles: "Ursula von der Leyen" gives von der Leyen and Leyen."""
    if " " not in name:
        return ()
    words = (_SUFFIX.sub("", name) if name[-1] in ".rIV" else name).split(" ")
    if len(words) < 2:
        return ()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    whole = " ".join(words[start:])
    bare = _PREFIX.sub("", words[-1]) if "-" in words[-1] else words[-1]
    return tuple(dict.fromkeys((whole, words[-1], bare)))


def _rows(path: Path, problems: Problems) -> Iterator[_Row]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, skipinitialspace=True)
        if tuple(next(reader, ())) != COLUMNS:
            problems.add(f"{path.name}:1", f"should have the columns {','.join(COLUMNS)}")
            return
        for cells in reader:
            if len(cells) == len(COLUMNS):
                yield _Row(f"{path.name}:{reader.line_num}", *cells)
            elif cells:
                problems.add(f"{path.name}:{reader.line_num}", f"has {len(cells)} cells, not {len(COLUMNS)}")


def _person(name: str, rows: list[_Row], problems: Problems) -> Actor:
    terms = [term for row in rows for term in _terms(row, problems)]
    genders = {row.gender for row in rows} - {""}
    if not genders <= {"m", "f"} or len(genders) > 1:
        problems.add(rows[0].where, f"{name} has the gender {'/'.join(sorted(genders))}, not m or f")
    terms.sort(key=_newest, reverse=True)
    return Actor(
        id=f"person:{slug(name)}",
        kind=ActorKind.PERSON,
        code=terms[0].state if terms else "",
        name=name,
        sector="GOV",
        terms=tuple(terms),
        gender=genders.pop() if genders else None,
    )


def _terms(row: _Row, problems: Problems) -> Iterator[Term]:
    for column in ("name", "state", "role"):
        if not getattr(row, column):
            problems.add(row.where, f"needs a {column}")
            return
    try:
        since, until = days_between(row.since, row.until)
    except ValueError as error:
        problems.add(row.where, f"has a date that is none: {error}")
        return
    for role in row.role.split("+"):
        yield Term(state=row.state.replace("_", "-"), role=role, since=since, until=until)


def _newest(term: Term) -> tuple[bool, int, int]:
    """Sort terms that still run after those that are over, then by end and start."""
    end = term.until.toordinal() if term.until else 0
    start = term.since.toordinal() if term.since else 0
    return term.until is None, end, start


def _forms(person: Actor, rows: list[_Row]) -> Iterator[Form]:
    yield Form(text=person.name, actor=person.id, use=FormUse.NAME)
    others = [text.strip() for row in rows if row.also for text in row.also.split("|") if text.strip()]
    marked = [text for text in others if text[0] == "~"]
    for text in dict.fromkeys(others):
        use = FormUse.SHORT if text[0] == "~" else FormUse.NAME
        yield Form(text=text.removeprefix("~"), actor=person.id, use=use)
    for text in () if marked else surnames(person.name):
        yield Form(text=text, actor=person.id, use=FormUse.SHORT)
