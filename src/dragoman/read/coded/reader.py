"""The reader of coded rows: a document of rows goes in, a statement for each row that has a type comes out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import dragoman.coded
from dragoman.coded.forms import Form, find_form
from dragoman.coded.rows import BadRow, CodedPlace, CodedRow
from dragoman.digest import digest_files
from dragoman.model import Document, Evidence, Place, Reading, Span, Statement, Status, Time
from dragoman.read.coded.actors import Newcomers
from dragoman.world import load_world

# Raise it whenever the same rows, tables and world may give other statements.
CODED_VERSION = "coded-1"
LONGEST_QUOTE = 500
_WORLD = Path(dragoman.coded.__file__).parent.parent / "world"


class CodedReader:
    """Reads documents of coded rows; what it knows is loaded on first use."""

    def __init__(self, actors: Sequence[Path] = ()) -> None:
        self._actors = tuple(actors)
        self.version = coded_version(self._actors)

    def read(self, document: Document) -> Reading:
        """Return a statement for each row of the document that has a type; a row that can't be used gives none."""
        newcomers = Newcomers(load_world(self._actors))
        statements = tuple(
            self._statement(document, row, form, line, at, newcomers)
            for line, at, row, form in _rows(document.text)
            if row.type is not None
        )
        return Reading(
            document=document.id,
            statements=statements,
            new_actors=tuple(newcomers.new.values()),
            reader=self.version,
        )

    def _statement(
        self, document: Document, row: CodedRow, form: Form, line: str, at: int, newcomers: Newcomers
    ) -> Statement:
        assert row.type is not None
        key = f"{document.id}|{at}|{row.type}"
        return Statement(
            id=hashlib.sha256(key.encode()).hexdigest()[:16],
            document=document.id,
            type=row.type,
            mode=row.mode,
            contexts=row.contexts,
            agents=tuple(newcomers.resolve(named, row.start, at) for named in row.agents),
            targets=tuple(newcomers.resolve(named, row.start, at) for named in row.targets),
            time=Time(start=row.start, end=row.end or row.start, precision=row.precision),
            place=_place(row.place, newcomers),
            status=Status(row.status),
            evidence=_evidence(line, at, row.trigger),
            confidence=form.confidence if row.confidence is None else row.confidence,
            reader=self.version,
            reasons=(f"coded by others as {row.code}" + (f" ({row.what})" if row.what else ""),),
        )


def _rows(text: str) -> Iterator[tuple[str, int, CodedRow, Form]]:
    """Yield each row with its offset and what it says."""
    lines = text.split("\n")
    form = find_form(lines[0])
    at = 0
    for number, line in enumerate(lines):
        if form is not None and line.strip() and not (number == 0 and form.has_header):
            with suppress(BadRow):  # told when the file was ingested
                yield line.rstrip("\r"), at, form.parse(line.rstrip("\r")), form
        at += len(line) + 1


def _evidence(line: str, at: int, trigger: Span) -> Evidence:
    """Return the row, or as much of it around the code as a quote may have."""
    start = 0 if trigger.end <= LONGEST_QUOTE else max(0, trigger.start - LONGEST_QUOTE // 2)
    quote = line[start : start + LONGEST_QUOTE]
    inner = Span(at + trigger.start, at + min(trigger.end, start + len(quote)))
    return Evidence(start=at + start, end=at + start + len(quote), quote=quote, trigger=inner)


def _place(place: CodedPlace | None, newcomers: Newcomers) -> Place | None:
    if place is None:
        return None
    country = newcomers.country(place.country) if place.country else None
    return Place(text=place.text, country=country, lat=place.lat, lon=place.lon, precision=place.precision)


def coded_version(actors: tuple[Path, ...] = ()) -> str:
    """Return what decides the reading of rows: this code, the tables of codes and the world, the user's own actors."""
    own = [digest_files(actors)] if actors else []
    return "+".join([CODED_VERSION, _tables_digest(), *own])


@lru_cache(maxsize=1)
def _tables_digest() -> str:
    tables = Path(dragoman.coded.__file__).parent.glob("*.yaml")
    return digest_files([*sorted(tables), *sorted(_WORLD.glob("*.yaml")), *sorted(_WORLD.glob("*.csv"))])
