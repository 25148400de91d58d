"""What the diagram of obligations shows: the duties with a trigger first, then those that always hold."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital
from dragoman.brief.obligations import (
    is_duty,
    name_parties,
    obligation_cites,
    obligation_line,
    obligation_lines,
    shorten,
)
from dragoman.brief.pictures.obligations import Duties, Duty
from dragoman.brief.records import Figure, Row
from dragoman.model import Obligation, System

MOST_DUTIES = 8
_COLUMNS = ("If", "Who", "Must, may or must not", "Unless", "By")


def obligations_figure(system: System, desk: Desk) -> Figure | None:
    """Return the diagram of who is bound, None where nobody is."""
    duties = [o for o in system.obligations if is_duty(o) and obligation_cites(o, desk)]
    order = {line.id: i for i, line in enumerate(obligation_lines(duties, desk))}
    ranked = sorted(duties, key=lambda o: (o.trigger is None, order[obligation_line(o)]))
    if not ranked:
        return None
    shown = ranked[:MOST_DUTIES]
    rows = tuple(_row(obligation, desk) for obligation in shown)
    left = len(ranked) - len(shown)
    return Figure(
        key="duties",
        title="Duties",
        told=_told(shown),
        columns=_COLUMNS,
        rows=rows,
        subject=Duties(duties=tuple(_duty(i, o, rows[i]) for i, o in enumerate(shown))),
        note=f"Not shown: {left} more; dragoman obligations lists all." if left else "",
    )


def _row(obligation: Obligation, desk: Desk) -> Row:
    return Row(
        id=f"duties-{obligation.id}",
        cells=(
            shorten(obligation.trigger.text) if obligation.trigger else "at any time",
            capital(name_parties(obligation.bearers)),
            f"{obligation.modality.value.replace('-', ' ')} {shorten(obligation.act)}",
            "; ".join(shorten(e.text) for e in obligation.exceptions),
            shorten(obligation.name),
        ),
        cites=obligation_cites(obligation, desk),
        told_in=obligation_line(obligation),
    )


def _duty(row: int, obligation: Obligation, told: Row) -> Duty:
    return Duty(
        row=row,
        says=f"{told.cells[0]}: {told.cells[1]} {told.cells[2]}",
        trigger=told.cells[0].removeprefix("if ") if obligation.trigger else "",
        bearers=told.cells[1],
        modality=obligation.modality.value,
        act=shorten(obligation.act),
        lifted=told.cells[3],
        sure=obligation.status == "actual",
    )


def _told(shown: Sequence[Obligation]) -> str:
    triggered = sum(o.trigger is not None for o in shown)
    counted = f"{len(shown)} {'obligation' if len(shown) == 1 else 'obligations'}"
    if not triggered:
        return f"{counted}, {'which holds' if len(shown) == 1 else 'all of which hold'} at any time."
    return f"{counted}; {triggered} of them {'holds' if triggered == 1 else 'hold'} once something happens."
