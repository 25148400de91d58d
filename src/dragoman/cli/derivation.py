"""The tables of an event's page: what each origin adds to its standing, and what replaced what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from dragoman.cli.output import terminal_width
from dragoman.cli.words import SHORT_ID
from dragoman.model import Contribution, Event

_MOST_IDS = 3
_SAYS, _FOR = 8, 14  # cells; the other columns share the rest


def derivation_table(event: Event) -> Iterator[str]:
    """Yield the rows that the standing is computed from: a plus counts, a minus does not, the last line is the sum."""
    if not event.derivation:
        return
    wide = terminal_width()
    origin = max(16, (wide - _SAYS - _FOR) // 3 - 2)
    widths = (origin, _SAYS, _FOR, max(20, wide - origin - _SAYS - _FOR - 10))
    yield ""
    yield "How the standing follows"
    yield from _lines(" ", ("ORIGIN", "SAYS", "FOR", "WHAT IT ADDS"), widths)
    for row in event.derivation:
        whose = "itself" if row.interests == (row.origin,) else ", ".join(row.interests)
        cells = (row.origin, row.says.value, whose, f"{row.effect} {_ids(row)}")
        yield from _lines("+" if row.counts else "-", cells, widths)
    fulfilled = ", fulfilled" if event.fulfilled else ""
    yield f"  = {event.standing}{fulfilled}; credibility {event.credibility}"


def history_table(event: Event) -> Iterator[str]:
    """Yield what was told anew: each value with the day for which it is told and what replaced it."""
    if not event.history:
        return
    wide = terminal_width()
    widths = (24, 16, 10, max(20, wide - 24 - 16 - 10 - 10))
    yield ""
    yield "What was told anew"
    yield from _lines(" ", ("WHAT", "VALUE", "TOLD FOR", "REPLACED BY"), widths)
    for row in event.history:
        by = f"{row.superseded_by[:SHORT_ID]}: {row.why}" if row.superseded_by else row.why
        cells = (row.slot, f"{row.value} [{row.statement[:SHORT_ID]}]", str(row.day or "-"), by)
        yield from _lines(" ", cells, widths)


def _ids(row: Contribution) -> str:
    shown = [id_[:SHORT_ID] for id_ in row.statements[:_MOST_IDS]]
    more = len(row.statements) - len(shown)
    return f"[{', '.join(shown)}{f' and {more} more' if more else ''}]"


def _lines(sign: str, cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield a row of the table, each cell wrapped in its column."""
    columns = [textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, columns))):
        parts = [
            (column[number] if number < len(column) else "").ljust(width)
            for column, width in zip(columns, widths, strict=True)
        ]
        yield f"  {sign if number == 0 else ' '} {'  '.join(parts)}".rstrip()
