"""What is to be exported: the part of a case that a filter keeps, and what formats need beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from dragoman.case import Filter
from dragoman.case.reader import CaseReader
from dragoman.model import Document, Event, Reliability, Statement, Status, Tie
from dragoman.system.scale import Scale
from dragoman.world import World

BATCH = 500  # events whose statements are fetched at once: few questions to the case, little held in memory
# Of an event's statements the one that stands for it: the first of the surest status.
_SUREST = (Status.ACTUAL, Status.PLANNED, Status.POSSIBLE, Status.WANTED, Status.DENIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The case `file` as far as `asked` keeps it; `name` is what the case is called.

    `ties` gives the ties that the filter keeps, `reliability` how far a document's publisher is trusted, `scale` the
    values of types, `world` who is who. `notes` take what
    a format leaves out, in sentences, for whoever asked.
    """

    file: CaseReader
    asked: Filter
    name: str
    ties: Callable[[], Sequence[Tie]]
    reliability: Callable[[Document], Reliability]
    scale: Scale
    world: World
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event with its statements, the surest first, and its days: those of its documents where it has none itself.

    `is_dated` says that a text tells the days.
    """

    event: Event
    statements: tuple[Statement, ...]
    start: date | None
    end: date | None
    is_dated: bool

    @property
    def statement(self) -> Statement:
        """Return the statement that stands for the event."""
        return self.statements[0]


def told_events(selection: Selection) -> Iterator[Told]:
    """Yield the events that the filter keeps, in the order of time, with their statements."""
    days = selection.file.event_days()
    events = selection.file.iterate_events(selection.asked)
    while batch := tuple(islice(events, BATCH)):
        ids = dict.fromkeys(statement for event in batch for statement in event.statements)
        statements = {s.id: s for s in selection.file.statements_with_ids(list(ids))}
        for event in batch:
            start, end = days[event.id]
            yield Told(
                event=event,
                statements=tuple(sorted((statements[s] for s in event.statements), key=_sureness)),
                start=start,
                end=end,
                is_dated=bool(event.time.start or event.time.end),
            )


def _sureness(statement: Statement) -> tuple[int, float]:
    return _SUREST.index(statement.status), -statement.confidence
