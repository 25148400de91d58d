"""What is told anew of an event: a later value takes the place of an earlier one of the same slot, by rule.

A slot is a number (one unit, of one scope), or the day or the place of a plan. A number is superseded by a later one
that is higher, for tolls grow; by a later one that is lower only where its text says that it corrects. A plan is
superseded by a later plan, and by what came of it. What no rule supersedes stays open: a dispute, or uncertain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Status, Update
from dragoman.weigh.account import Account
from dragoman.weigh.counts import Count, counts_by_unit
from dragoman.weigh.matter import are_other_people
from dragoman.weigh.when import is_fine
from dragoman.weigh.where import FINE, places_conflict


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a slot as one account tells it, on the day for which it is told."""

    words: str
    day: date
    account: Account
    count: Count | None = None


def supersedes(later: Count, earlier: Count) -> str | None:
    """Return by which rule a number takes the place of an earlier one, None where it does not."""
    days = later.account.published, earlier.account.published
    if days[0] is None or days[1] is None or days[0] <= days[1]:
        return None
    if _are_opposed(later.account, earlier.account):
        return None
    if later.value > earlier.value:
        return "a later count of more: a toll that grows"
    return "the later text corrects it" if later.account.is_correction else None


def _are_opposed(first: Account, second: Account) -> bool:
    """Say whether two parties to the event count against each other: neither's number is news of the other's."""
    one, other = set(first.interests), set(second.interests)
    everyone = first.everyone | second.everyone
    return first.is_voiced and second.is_voiced and not one & other and bool(one & everyone and other & everyone)


def history_of(accounts: Sequence[Account]) -> tuple[Update, ...]:
    """Return the values that replaced each other, slot by slot in the order of time; none where nothing did."""
    return (*_numbers(accounts), *_plans(accounts))


def _numbers(accounts: Sequence[Account]) -> Iterator[Update]:
    for counts in counts_by_unit(accounts).values():
        dated = sorted(counts, key=_by_day)
        scopes = {c.account.place.precision in FINE for c in dated if c.account.place}
        for fine in sorted(scopes or {False}):
            told = [
                c
                for c in dated
                if len(scopes) < 2 or not c.account.place or (c.account.place.precision in FINE) == fine
            ]
            yield from _chain(_slot_of(dated[0]), [value for c in told if (value := _value_of(c))])


def _slot_of(count: Count) -> str:
    """Return what is counted, with the word for what was done to it: "people killed"."""
    evidence, theme = count.account.statement.evidence, count.account.statement.theme
    word = evidence.quote[evidence.trigger.start - evidence.start : evidence.trigger.end - evidence.start]
    return f"number of {count.unit}" if theme and theme.quantities else f"number of {count.unit} {word}"


def _value_of(count: Count) -> _Value | None:
    day = count.account.published
    return _Value(f"{count.value:,g} {count.unit}", day, count.account, count) if day else None


def _by_day(count: Count) -> tuple[date, float, str]:
    return count.account.published or date.max, count.value, count.account.statement.id


def _plans(accounts: Sequence[Account]) -> Iterator[Update]:
    """Yield where a plan was moved: told for a day or place, and later for another, or done at another."""
    told = [a for a in accounts if a.published and not a.lasting and a.status in (Status.PLANNED, Status.ACTUAL)]
    told.sort(key=lambda a: (a.published or date.max, a.status is Status.ACTUAL, a.order))
    if not any(a.status is Status.PLANNED for a in told):
        return
    days = [_Value(str(a.time.start), a.published, a) for a in told if is_fine(a.time) and a.published]
    yield from _chain("day of the plan", days)
    places = [
        _Value(place.text, a.published, a)
        for a in told
        if a.published and (place := a.statement.place) and place.precision in FINE
    ]
    yield from _chain("place of the plan", places)


def _chain(slot: str, values: Sequence[_Value]) -> Iterator[Update]:
    """Yield the values that replaced each other, each with what replaced it."""
    kept: list[_Value] = []
    why: dict[int, str] = {}
    for value in values:
        if not kept:
            kept.append(value)
        elif reason := _replaces(value, kept[-1]):
            why[len(kept)] = reason
            kept.append(value)
    if len(kept) < 2:
        return
    for place, value in enumerate(kept):
        after = kept[place + 1] if place + 1 < len(kept) else None
        yield Update(
            slot=slot,
            value=value.words,
            day=value.day,
            statement=value.account.statement.id,
            superseded_by=after.account.statement.id if after else None,
            why=why[place + 1] if after else "the last that is told",
        )


def _replaces(later: _Value, earlier: _Value) -> str | None:
    if later.count and earlier.count:
        return supersedes(later.count, earlier.count)
    if later.words == earlier.words or not _is_same_plan(later.account, earlier.account):
        return None
    if later.day <= earlier.day or _is_past(earlier, later):
        return None
    one, other = later.account.statement.place, earlier.account.statement.place
    if later.words == (one.text if one else None) and not places_conflict(one, other):
        return None
    return "it came otherwise than planned" if later.account.status is Status.ACTUAL else "the plan was moved"


def _is_same_plan(later: Account, earlier: Account) -> bool:
    """Say whether both may be of one plan: the same people in the same way, of a pair that meets every month."""
    if earlier.status is not Status.PLANNED or are_other_people(later, earlier):
        return False
    return later.statement.mode == earlier.statement.mode


def _is_past(earlier: _Value, later: _Value) -> bool:
    """Say whether the earlier plan's day had gone by when a later one was told: another plan, unless told as moved."""
    day = earlier.account.time.start
    planned = later.account.status is Status.PLANNED
    return planned and day is not None and later.day > day and not later.account.is_correction
