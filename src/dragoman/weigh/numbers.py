"""Disputes about numbers: the same unit in the same event, from two origins, and not a later count of more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Dispute, DisputeKind, Event, Quantity, Status
from dragoman.weigh.account import Account
from dragoman.weigh.sides import make_dispute, make_side
from dragoman.weigh.vocabulary import load_families
from dragoman.weigh.when import days_apart

# Numbers within this share of each other are one number, rounded.
ROUNDING = 0.05
ABOUT = 0.15
# How many characters before a number may bound it ("no fewer than").
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Count:
    """One account's number, with the least and the most that its words allow."""

    value: float
    least: float
    most: float
    account: Account


def find_number_disputes(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    """Yield a dispute for each unit on whose number two origins differ."""
    units: dict[str, list[Count]] = defaultdict(list)
    for account in accounts:
        theme = account.statement.theme
        if theme and account.status in (Status.ACTUAL, Status.POSSIBLE, Status.PLANNED):
            for quantity in theme.quantities:
                units[quantity.unit].append(count_of(quantity, account))
    for unit, counts in sorted(units.items()):
        distinct = list({(c.value, c.account.origins, c.account.published): c for c in counts}.values())
        differing = {c.value for c in distinct if any(_conflict(c, other) for other in distinct)}
        if len(differing) > 1:
            sides = [
                make_side(f"{value:g} {unit}", [c.account for c in counts if c.value == value])
                for value in sorted(differing)
            ]
            yield make_dispute(DisputeKind.NUMBER, (event.id,), f"how many: {unit}", sides)


def count_of(quantity: Quantity, account: Account) -> Count:
    """Return the number with its bounds as the words before it set them ("at least", "nearly")."""
    quote = account.statement.evidence.quote
    at = quote.find(quantity.text)
    words = quantity.text if at < 0 else quote[max(0, at - _BEFORE) : at + len(quantity.text)]
    words = " ".join(words.lower().split())
    bounds = load_families().bounds
    least, most = quantity.value * (1 - ROUNDING), quantity.value * (1 + ROUNDING)
    if any(f"{word} " in words for word in bounds["about"]):
        least, most = quantity.value * (1 - ABOUT), quantity.value * (1 + ABOUT)
    if any(f"{word} " in words for word in bounds["at least"]):
        most = float("inf")
    elif any(f"{word} " in words for word in bounds["at most"]):
        least = 0.0
    return Count(quantity.value, least, most, account)


def _conflict(first: Count, second: Count) -> bool:
    if first.least <= second.most and second.least <= first.most:
        return False
    a, b = first.account, second.account
    if a.origins == b.origins or (a.interests == b.interests and a.is_voiced and b.is_voiced):
        return False  # one side that counts again
    if a.window and b.window and a.lasting and days_apart(a.window, b.window) > 0:
        return False  # two deliveries of one supply
    return not _is_update(first, second)


def _is_update(first: Count, second: Count) -> bool:
    """Say whether the later report counts more: a toll that grows contradicts nobody."""
    days = (first.account.published, second.account.published)
    if None in days or days[0] == days[1]:
        return False
    earlier, later = sorted((first, second), key=lambda c: c.account.published or date.min)
    return later.value > earlier.value
