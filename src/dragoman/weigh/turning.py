"""On which day an event came to its standing, or accounts came to conflict: when the last that it takes was told.

The days are read off the rows that the standing was computed from; an earlier standing that was passed on the way is
not looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from dragoman.model import Dispute, Event, Stance, Standing

DayOf = Callable[[str], date]


def turned(event: Event, day_of: DayOf) -> date | None:
    """Return the day on which the event came to the standing that it has; None where no row tells."""
    asserted, alleged, denied = (_firsts(event, stance, day_of) for stance in _ABOUT_FACT)
    planned, wanted = (_firsts(event, stance, day_of) for stance in (Stance.PLANS, Stance.WANTS))
    held = [*asserted, *alleged]
    return {
        Standing.DISPUTED: max(min(held), min(denied)) if held and denied else None,
        Standing.DENIED: min(denied, default=None),
        Standing.CONFIRMED: asserted[1] if len(asserted) > 1 else None,
        Standing.SINGLE_SOURCE: min(asserted, default=None),
        Standing.ALLEGED: min(alleged, default=None),
        Standing.EXPECTED: min(planned, default=None),
        Standing.WANTED: min(wanted, default=None),
    }[event.standing]


def came_true(event: Event, day_of: DayOf) -> date | None:
    """Return the day on which the event was first told as so."""
    return min(_firsts(event, Stance.ASSERTS, day_of), default=None)


def arose(dispute: Dispute, day_of: DayOf) -> date | None:
    """Return the day on which two sides of the dispute were first told."""
    firsts = sorted(min(map(day_of, side.statements)) for side in dispute.sides if side.statements)
    return firsts[1] if len(firsts) > 1 else None


_ABOUT_FACT: Sequence[Stance] = (Stance.ASSERTS, Stance.ALLEGES, Stance.DENIES)


def _firsts(event: Event, stance: Stance, day_of: DayOf) -> list[date]:
    """Return when each of the rows that count was first told, in order."""
    rows: Iterable[tuple[str, ...]] = (r.statements for r in event.derivation if r.counts and r.says is stance)
    return sorted(min(map(day_of, statements)) for statements in rows if statements)
