"""Writing lists of things: a table for people, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import click
from rich.cells import cell_len, set_cell_size

_NARROWEST = 10  # columns that the last column of a table keeps, however narrow the terminal
_GAP = "  "
_BELOW = " " * 4  # what stands before the lines below a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its heading and its width in cells; 0 takes what is left, or as much as a share of it."""

    heading: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to write: as JSON, and as the row of a table with any lines below it."""

    wire: Mapping[str, Any]
    row: Sequence[str]
    below: Sequence[str] = ()


def write_items(items: Iterable[Item], form: str, columns: Sequence[Column], limit: int | None = None) -> int:
    """Write the items in that format, the first `limit` of them, and return how many there were to write."""
    items = islice(items, limit) if limit else items
    writers = {"jsonl": _write_lines, "csv": _write_csv}
    if form in writers:
        return writers[form](item.wire for item in items)
    return _write_table(items, columns)


def shorten(text: str, width: int) -> str:
    """Return the text on one line, at most `width` cells wide."""
    return cut(" ".join(text.split()), width)


def cut(line: str, width: int) -> str:
    """Return the line, at most `width` cells wide."""
    return line if cell_len(line) <= width else set_cell_size(line, width - 1).rstrip() + "…"


def terminal_width() -> int:
    """Return the width to write for: the terminal's, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def _write_lines(wires: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    for count, wire in enumerate(wires, 1):  # noqa: B007
        click.echo(json.dumps(wire, ensure_ascii=False))
    return count


def _write_csv(wires: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for count, wire in enumerate(wires, 1):
        flat = dict(_flatten(wire))
        if count == 1:
            writer.writerow(flat)
        writer.writerow(flat.values())
    return count


# What CSV takes of the nested fields: the cell's name and the path to its value.
_PARTS: dict[str, dict[str, str]] = {
    "theme": {"theme": "text", "goods": "goods"},
    "time": {"start": "start", "end": "end"},
    "place": {"place": "text", "country": "country"},
    "source": {"source": "code"},
    "target": {"target": "code"},
    "party": {"party": "code"},
    "evidence": {"quote_start": "start", "quote_end": "end", "quote": "quote"},
}


# What CSV takes of the sides of a dispute and of the words that changed something: the column's name and the part.
_LISTS: dict[str, dict[str, str]] = {
    "sides": {"sides": "claim", "interests": "interests", "against_own_interest": "against_own_interest"}
    | {"quotes": "words"},
    "words": {"documents": "document", "publishers": "publisher", "published": "published", "quotes": "quote"},
}
_BETWEEN = " | "
# What stands for a part that is itself an object: the first of these that it has.
_NAMES = ("code", "statement", "event", "what", "ties", "text")


def _flatten(wire: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for name, value in wire.items():
        if name in _PARTS:
            for cell, part in _PARTS[name].items():
                yield cell, _cell((value or {}).get(part))
        elif name == "words" or (name == "sides" and value and isinstance(value[0], dict)):
            for cell, part in _LISTS[name].items():
                yield (
                    cell,
                    _BETWEEN.join(_cell(_quotes(each[part]) if part == "words" else each[part]) for each in value),
                )
        elif name != "links":
            yield name, _cell(value)


def _quotes(words: Sequence[Mapping[str, Any]]) -> list[Any]:
    return [word["quote"] for word in words]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ";".join(_part(part) for part in value)
    if isinstance(value, dict):
        return _part(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _part(value: Any) -> str:
    """Return what stands in a cell for one of several: an actor's code, a statement's or an event's id, words."""
    if isinstance(value, list):
        return " ".join(_part(part) for part in value)
    if not isinstance(value, dict):
        return _cell(value)
    known = next((value[name] for name in _NAMES if name in value), None)
    return json.dumps(value, ensure_ascii=False) if known is None else _part(known)


def _write_table(items: Iterable[Item], columns: Sequence[Column]) -> int:
    widths = _fit(columns, terminal_width())
    count = 0
    for count, item in enumerate(items, 1):
        if count == 1:
            click.echo(_line([column.heading for column in columns], widths))
        click.echo(_line(item.row, widths))
        for line in item.below:
            click.echo(_wrapped(line))
    return count


def _wrapped(line: str) -> str:
    """Return a line below a row within the terminal's width."""
    return textwrap.fill(
        line,
        terminal_width(),
        initial_indent=_BELOW,
        subsequent_indent=f"{_BELOW}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _fit(columns: Sequence[Column], width: int) -> list[int]:
    fixed = sum(column.width for column in columns) + len(_GAP) * (len(columns) - 1)
    open_columns = max(1, sum(column.width == 0 for column in columns))
    share = max(_NARROWEST, (width - fixed) // open_columns)
    return [column.width or share for column in columns]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (set_cell_size(shorten(cell, width), width) for cell, width in zip(row, widths, strict=True))
    return _GAP.join(cells).rstrip()
