"""A folder of Parquet files with the wire's fields, nested as they are; a field whose shape is not known is JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from dragoman.errors import MissingPart
from dragoman.export.selection import Selection
from dragoman.export.tables import TABLES

ROWS_AT_ONCE = 10_000  # of a row group: what is held in memory
# Shapes: a name is a type, a list of one a list, a dictionary an object.
_SPAN = {"start": "int", "end": "int"}
_ACTOR = {"code": "text", "actor": "text", "name": "text", "sector": "text"}
_TIME = {"start": "day", "end": "day", "precision": "text", "text": "text"}
_PLACE = {"text": "text", "country": "text", "lat": "real", "lon": "real", "precision": "text"}
_QUANTITY = {"value": "real", "unit": "text", "text": "text"}
_THEME = {"text": "text", "goods": ["text"], "quantities": [_QUANTITY]}
_VOICE = {"code": "text", "actor": "text", "name": "text", "cue": "text", "force": "text", "mention": _SPAN}
_COMMON = {"id": "text", "type": "text", "mode": "text", "contexts": ["text"], "theme": _THEME, "time": _TIME}
SHAPES: dict[str, dict[str, Any]] = {
    "documents": {
        **dict.fromkeys(
            ("reliability", "id", "name", "uri", "title", "publisher", "author", "published_by", "kind"), "text"
        ),
        **dict.fromkeys(("language", "origin", "reader"), "text"),
        "published": "day",
        "characters": "int",
        "read": "bool",
    },
    "statements": {
        **_COMMON,
        "document": "text",
        "agents": [{**_ACTOR, "mention": _SPAN}],
        "targets": [{**_ACTOR, "mention": _SPAN}],
        "place": _PLACE,
        **dict.fromkeys(("status", "outcome", "event", "reader"), "text"),
        "count": "int",
        "voices": [_VOICE],
        "links": [{"kind": "text", "statement": "text"}],
        "evidence": {"start": "int", "end": "int", "quote": "text", "trigger": _SPAN},
        "confidence": "real",
    },
    "events": {
        **_COMMON,
        "agents": [_ACTOR],
        "targets": [_ACTOR],
        "place": _PLACE,
        **dict.fromkeys(("outcome", "standing", "doubt"), "text"),
        "credibility": "int",
        "fulfilled": "bool",
        **{name: ["text"] for name in ("origins", "asserted_by", "denied_by", "reasons", "statements")},
    },
    "disputes": {
        **dict.fromkeys(("id", "kind", "what"), "text"),
        "events": ["text"],
        "sides": [{"claim": "text", "statements": ["text"], "interests": ["text"], "against_own_interest": "bool"}],
    },
}


def export_parquet(selection: Selection, folder: Path) -> None:
    """Write the tables into the folder, which must be there.

    Raises:
        MissingPart: pyarrow is not installed.
    """
    arrow = load_arrow()
    for name, table in TABLES.items():
        shapes = {field: SHAPES[name].get(field, "json") for field in table.fields}
        write_parquet(table.rows(selection), shapes, folder / f"{name}.parquet", arrow)


def load_arrow() -> ModuleType:
    """Return pyarrow, with its Parquet part loaded.

    Raises:
        MissingPart: it is not installed.
    """
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError:
        raise MissingPart("Parquet needs pyarrow, which is not installed: pip install 'dragoman[parquet]'") from None


def write_parquet(
    rows: Iterable[Mapping[str, Any]], shapes: Mapping[str, Any], path: Path, arrow: ModuleType | None = None
) -> None:
    """Write the rows as a Parquet file, some thousands at a time."""
    arrow = arrow or load_arrow()
    coming = iter(rows)
    schema = arrow.schema([(column, _type(shape, arrow)) for column, shape in shapes.items()])
    with arrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while some := list(islice(coming, ROWS_AT_ONCE)):
            cells = {column: [_plain(row[column], shape) for row in some] for column, shape in shapes.items()}
            writer.write_table(arrow.table(cells, schema=schema))


def _type(shape: Any, arrow: ModuleType) -> Any:
    if isinstance(shape, list):
        return arrow.list_(_type(shape[0], arrow))
    if isinstance(shape, dict):
        return arrow.struct([(name, _type(part, arrow)) for name, part in shape.items()])
    names = {"int": arrow.int64(), "real": arrow.float64(), "bool": arrow.bool_(), "day": arrow.date32()}
    return names.get(shape, arrow.string())


def _plain(value: Any, shape: Any) -> Any:
    """Return the value as the shape has it: days as days, what has no shape as JSON."""
    if value is None or shape in ("text", "int", "real", "bool"):
        return value
    if shape == "day":
        return date.fromisoformat(value)
    if isinstance(shape, list):
        return [_plain(part, shape[0]) for part in value]
    if isinstance(shape, dict):
        return {name: _plain(value.get(name), part) for name, part in shape.items()}
    return json.dumps(value, ensure_ascii=False)
