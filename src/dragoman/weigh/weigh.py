"""Statements of many documents -> events with a standing, and disputes.

1. What each document that changed tells, in place of what it told before (retell.py).
2. Tellings of several documents are tied into knots by links (link.py, joining.py).
3. A knot that is alone and vague finds the one that it means, its home (homes.py); both are one event.
4. Events are made of what changed, with their standing, and the disputes within and between them.

Each step takes up what changed in the one before and what that touches, and nothing else. Weighing all at once is the
same with everything changed, so that both come to the same; docs/decisions/0005 tells why they must.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.collecting import collecting_later
from dragoman.model import Dispute, Document, Event, Ruling, Statement
from dragoman.weigh.desk import Desk
from dragoman.weigh.events import reform
from dragoman.weigh.knots import rehome, reknot
from dragoman.weigh.retell import Source, retell
from dragoman.weigh.shelves import MemoryShelves, Shelves


@dataclass(frozen=True, slots=True)
class Weighed:
    """The events that statements tell of, and where accounts conflict."""

    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """Statements and documents that are all at hand."""

    all_statements: Sequence[Statement]
    by_id: Mapping[str, Document]
    all_rulings: tuple[Ruling, ...]

    def documents(self, ids: Collection[str]) -> Mapping[str, Document]:
        """Return those of the documents that there are, by id."""
        return {id_: self.by_id[id_] for id_ in ids if id_ in self.by_id}

    def statements(self, ids: Collection[str]) -> Sequence[Statement]:
        """Return the statements of the documents."""
        return [s for s in self.all_statements if s.document in ids]

    def rulings(self) -> Sequence[Ruling]:
        """Return all rulings."""
        return self.all_rulings


def weigh(statements: Sequence[Statement], documents: Sequence[Document], rulings: Iterable[Ruling] = ()) -> Weighed:
    """Return the events and disputes of the statements; the order in which they come makes no difference.

    `rulings` are what people decided about which statements tell of one event; they hold over what the rules say.
    """
    return Weighed(*weigh_all(statements, documents, rulings).weighed())


def weigh_all(
    statements: Sequence[Statement], documents: Sequence[Document], rulings: Iterable[Ruling] = ()
) -> MemoryShelves:
    """Return all that weighing makes of the statements."""
    shelves = MemoryShelves()
    by_id = {d.id: d for d in documents}
    weigh_again(shelves, _Given(statements, by_id, tuple(rulings)), by_id.keys())
    return shelves


def weigh_again(shelves: Shelves, source: Source, changed: Collection[str]) -> None:
    """Bring what is on the shelves up to the documents as they are, of which `changed` came, went or tell otherwise."""
    desk = Desk(shelves)
    with collecting_later():
        retold = retell(desk, source, changed)
        knots = reknot(desk, retold)
        touched, events = rehome(desk, retold, knots)
        reform(desk, touched, events)
    shelves.is_fresh = False
