"""Disputes about numbers: the same unit in the same event, from two origins, and not superseded by a later count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model import Dispute, DisputeKind, Event
from dragoman.weigh.account import Account
from dragoman.weigh.counts import Count, are_of_one_scope, counts_by_unit
from dragoman.weigh.sides import make_dispute, make_side
from dragoman.weigh.supersede import supersedes
from dragoman.weigh.when import days_apart


def find_number_disputes(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    """Yield a dispute for each unit on whose number two origins differ."""
    for counts in counts_by_unit(accounts).values():
        unit = counts[0].unit
        distinct = list(
            {(c.value, c.account.origins, c.account.published, c.account.place): c for c in counts}.values()
        )
        differing = {c.value for c in distinct if any(_conflict(c, other) for other in distinct)}
        if len(differing) > 1:
            sides = [
                make_side(f"{value:,g} {unit}", [c.account for c in counts if c.value == value])
                for value in sorted(differing)
            ]
            yield make_dispute(DisputeKind.NUMBER, (event.id,), f"how many: {unit}", sides)


def _conflict(first: Count, second: Count) -> bool:
    if first.least <= second.most and second.least <= first.most:
        return False
    a, b = first.account, second.account
    if a.origins == b.origins or (a.interests == b.interests and a.is_voiced and b.is_voiced):
        return False  # one side that counts again
    if not are_of_one_scope(a, b):
        return False
    if a.window and b.window and a.lasting and days_apart(a.window, b.window) > 0:
        return False  # two deliveries of one supply
    return not supersedes(first, second) and not supersedes(second, first)
