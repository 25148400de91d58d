"""Statements of many documents -> events with a standing, and disputes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model import Dispute, Document, Event, Ruling, Statement
from dragoman.weigh.account import accounts_of
from dragoman.weigh.disputes import find_disputes
from dragoman.weigh.event import event_of
from dragoman.weigh.link import group_accounts
from dragoman.weigh.origins import origins_of
from dragoman.weigh.ruled import marks_of


@dataclass(frozen=True, slots=True)
class Weighed:
    """The events that statements tell of, and where accounts conflict."""

    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


def weigh(statements: Sequence[Statement], documents: Sequence[Document], rulings: Iterable[Ruling] = ()) -> Weighed:
    """Return the events and disputes of the statements; the order in which they come makes no difference.

    `rulings` are what people decided about which statements tell of one event; they hold over what the rules say.
    """
    by_id = {d.id: d for d in documents}
    accounts = accounts_of(statements, by_id, origins_of(documents), marks_of(rulings, statements))
    told = [(event_of(group, by_id), group.accounts) for group in group_accounts(accounts)]
    told.sort(key=lambda pair: pair[0].id)
    return Weighed(tuple(event for event, _ in told), find_disputes(told))
