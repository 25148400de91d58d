"""Numbers as accounts tell them: what is counted, and the least and the most that the words allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model import Quantity, Status
from dragoman.weigh.account import Account
from dragoman.weigh.matter import is_held
from dragoman.weigh.vocabulary import load_families, stem
from dragoman.weigh.where import FINE

# Numbers within this share of each other are one number, rounded.
ROUNDING = 0.05
ABOUT = 0.15
# What is counted by a verb stands before the next clause.
_END = re.compile(r"[,;:.](?!\d)|\s(?:and|but|while|after|before|when)\s")
_WORDS = "|".join(sorted(load_families().number_words, key=lambda word: (-len(word), word)))
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_UNIT = (
    "hundred|thousand|million|billion|of|in|on|at|to|from|and|or|by|with|for|the|a|an|as|that|who|which|were|was|had|has|"
    "have|after"
)
_LOWER = rf"(?!(?:{_NO_UNIT})\b)[a-z-]+"
# A number, perhaps in words, and up to three words of what is counted: "15 Russian soldiers", "400 million dollars".
_COUNTED = re.compile(
    rf"\b(?P<number>\d[\d,]*(?:\.\d+)?|{_WORDS})(?:\s+(?P<times>hundred|thousand|million|billion))?"
    rf"\s+(?P<unit>(?:(?!{_MONTHS})[A-Z][A-Za-z]*\s+)?{_LOWER}(?:\s+{_LOWER}){{0,2}})"
)
# How many characters before a number may bound it ("no fewer than").
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Count:
    """One account's number, with the least and the most that its words allow."""

    value: float
    least: float
    most: float
    unit: str
    account: Account


def counts_by_unit(accounts: Iterable[Account]) -> dict[str, list[Count]]:
    """Return what is held to be so many, by what is counted: "people kill" are not "people wound"."""
    units: dict[str, list[Count]] = {}
    for account in accounts:
        if account.status in (Status.ACTUAL, Status.POSSIBLE) and is_held(account):
            told = [q for q in quantities_of(account) if stem(q.unit) not in load_families().vague_units]
            for quantity in told:
                units.setdefault(_unit(quantity, account), []).append(count_of(quantity, account))
    return dict(sorted(units.items()))


def are_of_one_scope(first: Account, second: Account) -> bool:
    """Say whether two numbers may be of the same: those of a city are not those of its country."""
    one, other = first.place, second.place
    return one is None or other is None or (one.precision in FINE) == (other.precision in FINE)


def quantities_of(account: Account) -> Sequence[Quantity]:
    """Return the quantities of the theme, else the first that is told after the trigger ("killed 20 people")."""
    theme = account.statement.theme
    if theme and theme.quantities:
        return theme.quantities
    found = _COUNTED.search(_END.split(account.tail)[0])
    return (_quantity(found),) if found else ()


def _unit(quantity: Quantity, account: Account) -> str:
    """Return what is counted; of what stands after the verb, with the verb: people killed are not people wounded."""
    theme = account.statement.theme
    unit = stem(quantity.unit)
    return f"{unit}" if theme and quantity in theme.quantities else f"{unit} {account.trigger}"


def _quantity(found: re.Match[str]) -> Quantity:
    number = found["number"].lower().replace(",", "")
    words = load_families().number_words
    value = float(words[number]) if number in words else float(number.rstrip("."))
    return Quantity(
        value=value * words.get((found["times"] or "").lower(), 1), unit=found["unit"].split()[-1], text=found.group()
    )


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
    return Count(quantity.value, least, most, quantity.unit, account)
