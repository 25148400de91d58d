"""Rows of tab-separated columns: a cell by its name, with its place in the row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from dragoman.coded.rows import BadRow
from dragoman.model import Span

_EMPTY = frozenset({"", "None", "NA", "NULL", "null", "nan"})


class Cells:
    """The cells of one row, by the names of the columns."""

    def __init__(self, line: str, columns: Mapping[str, int], delimiter: str = "\t") -> None:
        self._cells = line.split(delimiter)
        self._columns = columns
        if len(self._cells) != len(columns):
            raise BadRow(f"has {len(self._cells)} columns and not {len(columns)}")

    def __getitem__(self, name: str) -> str:
        cell = self._cells[self._columns[name]].strip()
        return "" if cell in _EMPTY else cell

    def span(self, name: str) -> Span:
        """Return where the cell's words are in the row."""
        at = self._columns[name]
        cell = self._cells[at]
        start = sum(map(len, self._cells[:at])) + at + len(cell) - len(cell.lstrip())
        return Span(start, start + len(cell.strip()))

    def number(self, name: str) -> float | None:
        """Return the number in the cell, None where there is none."""
        try:
            return float(self[name]) if self[name] else None
        except ValueError:
            return None

    def listed(self, name: str, by: str = ",") -> tuple[str, ...]:
        """Return the parts of a list in the cell."""
        return tuple(part.strip() for part in self[name].split(by) if part.strip() not in _EMPTY)


@lru_cache(maxsize=4096)
def read_day(words: str) -> date:
    """Return the day of "2014-05-03", "20140503" or "2014-05-03T10:00:00".

    Raises:
        BadRow: it is no day.
    """
    try:
        return date.fromisoformat(words[:10]) if "-" in words else datetime.strptime(words, "%Y%m%d").date()
    except ValueError:
        raise BadRow(f"has no day in {words!r}" if words else "has no day") from None
