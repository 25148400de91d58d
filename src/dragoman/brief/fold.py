"""Fold what says nearly the same: the same parties, the same type, goods that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.brief.names import key_of
from dragoman.brief.times import is_stated
from dragoman.model import Event


def fold(events: Iterable[Event]) -> list[list[Event]]:
    """Return the events in groups that one line can tell; the first of a group stands for it."""
    groups: list[list[Event]] = []
    by_key: dict[object, list[list[Event]]] = {}
    for event in events:
        key = (event.type, event.standing, key_of(event.agents), key_of(event.targets), event.outcome)
        alike = by_key.setdefault(key, [])
        group = next((g for g in alike if any(_overlap(event, other) for other in g)), None)
        if group is None:
            group = []
            alike.append(group)
            groups.append(group)
        group.append(event)
    return groups


def _overlap(first: Event, second: Event) -> bool:
    return _goods_overlap(first, second) and _times_overlap(first, second)


def _goods_overlap(first: Event, second: Event) -> bool:
    if first.theme is None or second.theme is None:
        return first.theme is second.theme
    if first.theme.goods and second.theme.goods:
        return bool(set(first.theme.goods) & set(second.theme.goods))
    return first.theme.text.lower() == second.theme.text.lower()


def _times_overlap(first: Event, second: Event) -> bool:
    """Say whether two told times meet; a time that is only the report's doesn't part two events of one telling."""
    if is_stated(first.time) != is_stated(second.time):
        return False
    a, b = first.time, second.time
    return (a.start or date.min) <= (b.end or date.max) and (b.start or date.min) <= (a.end or date.max)
