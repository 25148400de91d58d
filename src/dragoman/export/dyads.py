"""The table that models run on: one row a directed dyad and period, zeros included.

An event counts once for each directed pair of parties, in the period of its first day. One that is dated no finer than
by a longer period than the table's is left out, and so is what a party does to itself.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, permutations
from pathlib import Path
from typing import Any

from dragoman.coded.plover import plover_types, quad_names, quad_of
from dragoman.export.options import OCCURRING, DyadOptions
from dragoman.export.parquet import write_parquet
from dragoman.export.periods import period_of, periods_between
from dragoman.export.selection import Selection
from dragoman.export.told import Deed, deeds
from dragoman.model import Standing, Status
from dragoman.system.party import is_named

_TEXT_COLUMNS = ("source", "target", "period")
_REAL_COLUMNS = ("scale_sum", "scale_mean")
_EXACT = ("day", "interval")  # an interval counts where it begins
_PLACES = 4

_QUADS = tuple(tuple(kind for kind in plover_types() if quad_of(kind) == quad) for quad in quad_names())
_NOTHING = (*(0,) * (len(plover_types()) + len(_QUADS) + 1), 0.0, None, 0)

COLUMNS = (
    "source",
    "target",
    "period",
    *(kind.lower() for kind in plover_types()),
    *quad_names().values(),
    "events",
    "scale_sum",
    "scale_mean",
    "disputed",
)

Pair = tuple[str, str]
Row = tuple[Any, ...]


@dataclass(slots=True)
class _Cell:
    counts: dict[str, int] = field(default_factory=dict)
    total: float = 0.0
    disputed: int = 0


class DyadTable:
    """Counts of the deeds of a selection; rows come out one by one, so that only what is not zero is held."""

    def __init__(self, selection: Selection, options: DyadOptions) -> None:
        asked = selection.asked
        if not asked.statuses and not asked.standings:
            asked = replace(asked, statuses=(Status.ACTUAL,))
        self._options = options
        self._asked = asked
        self._cells: dict[Pair, dict[str, _Cell]] = {}
        self._first: date | None = asked.since
        self._last: date | None = asked.until
        selection = replace(selection, asked=asked)
        self._count(selection)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each dyad and each period of the span, in their order."""
        if self._first is None or self._last is None:
            return
        periods = tuple(periods_between(self._first, self._last, self._options.by))
        for pair in self._pairs():
            known = self._cells.get(pair, {})
            for period in periods:
                yield (*pair, period, *_values(known.get(period)))

    def _pairs(self) -> Iterable[Pair]:
        if self._options.dyads == OCCURRING:
            return sorted(self._cells)
        return permutations(sorted({code for pair in self._cells for code in pair}), 2)

    def _count(self, selection: Selection) -> None:
        coarse = 0
        for deed in deeds(selection):
            if self._asked.since and deed.start < self._asked.since:
                continue  # it began earlier, and counts there
            if not self._is_placed(deed):
                coarse += 1
                continue
            pairs = {(a.code, b.code) for a, b in deed.pairs if a.code != b.code and is_named(a) and is_named(b)}
            for pair in pairs:
                self._add(pair, deed)
        if coarse:
            many = f"{coarse} events are" if coarse > 1 else "1 event is"
            selection.notes.append(f"{many} dated no finer than by a longer period than a {self._options.by}")

    def _is_placed(self, deed: Deed) -> bool:
        """Say whether the period is known in which the event took place, or began."""
        by = self._options.by
        if not deed.told.is_dated or deed.told.event.time.precision in _EXACT:
            return True
        return period_of(deed.start, by) == period_of(deed.end, by)

    def _add(self, pair: Pair, deed: Deed) -> None:
        day = deed.start
        if self._asked.since is None:
            self._first = min(self._first or day, day)
        if self._asked.until is None:
            self._last = max(self._last or day, day)
        cell = self._cells.setdefault(pair, {}).setdefault(period_of(day, self._options.by), _Cell())
        cell.counts[deed.type] = cell.counts.get(deed.type, 0) + 1
        cell.total += deed.value
        cell.disputed += deed.told.event.standing is Standing.DISPUTED


def export_dyads(selection: Selection, options: DyadOptions) -> Iterator[str]:
    """Yield the lines of the table as CSV."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in chain([COLUMNS], DyadTable(selection, options).rows()):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def export_dyads_as_parquet(selection: Selection, options: DyadOptions, path: Path) -> None:
    """Write the table as a Parquet file.

    Raises:
        MissingPart: pyarrow is not installed.
    """
    shapes = dict.fromkeys(COLUMNS, "int") | dict.fromkeys(_TEXT_COLUMNS, "text") | dict.fromkeys(_REAL_COLUMNS, "real")
    rows = DyadTable(selection, options).rows()
    write_parquet((dict(zip(COLUMNS, row, strict=True)) for row in rows), shapes, path)


def _values(cell: _Cell | None) -> Row:
    if cell is None:
        return _NOTHING
    counts = [cell.counts.get(kind, 0) for kind in plover_types()]
    quads = [sum(cell.counts.get(kind, 0) for kind in kinds) for kinds in _QUADS]
    events = sum(counts)
    return (*counts, *quads, events, round(cell.total, _PLACES), round(cell.total / events, _PLACES), cell.disputed)
