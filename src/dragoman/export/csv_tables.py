"""A folder of CSV tables: documents, statements, events, disputes; nested fields are parted into columns."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.export.selection import Selection
from dragoman.export.tables import TABLES

_BETWEEN = ";"
_ACTOR = ("code", "actor", "name", "sector")
# Columns that a nested field is parted into: the column's name and the path to its value.
_PARTS: dict[str, dict[str, str]] = {
    "theme": {"theme": "text", "goods": "goods"},
    "time": {"start": "start", "end": "end", "precision": "precision", "time_text": "text"},
    "place": {"place": "text", "country": "country", "lat": "lat", "lon": "lon", "place_precision": "precision"},
    "evidence": {"quote_start": "start", "quote_end": "end", "quote": "quote"},
}
_ACTORS = {"agents": "agent", "targets": "target", "voices": "voice"}


def export_csv(selection: Selection, folder: Path) -> None:
    """Write the tables into the folder, which must be there."""
    for name, table in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(dict(flatten(table.fields)))
            writer.writerows(dict(flatten(wire)).values() for wire in table.rows(selection))


def flatten(wire: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the columns of a record with their cells: lists are joined by semicolons, deeper ones are JSON.

    Only quotes keep their line breaks: an event is one line, which can be read back as a row.
    """
    for name, value in wire.items():
        if name in _PARTS:
            cells = ((column, _cell((value or {}).get(part))) for column, part in _PARTS[name].items())
            yield from cells if name == "evidence" else ((column, " ".join(cell.split())) for column, cell in cells)
        elif name in _ACTORS:
            yield name, _joined(actor["code"] for actor in value)
            for part in _ACTOR[1:]:
                yield f"{_ACTORS[name]}_{part}s", _joined(actor.get(part) for actor in value)
        else:
            yield name, _cell(value)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(part, dict | list) for part in value):
        return _joined(value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _joined(parts: Iterable[Any]) -> str:
    """Return the parts in one cell; a semicolon within one gives way to a comma."""
    return _BETWEEN.join("" if part is None else " ".join(str(part).split()).replace(_BETWEEN, ",") for part in parts)
