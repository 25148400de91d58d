"""What a matched expression consists of, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dragoman.read.times import calendar as cal
from dragoman.read.times.anchor import Setting
from dragoman.read.times.calendar import Period
from dragoman.read.times.words import Word

_STEPS = {"last": -1, "latest": -1, "next": 1, "following": 1, "this": 0, "that": 0, "same": 0, "current": 0}


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means; `sets` says whether later expressions may count from it."""

    type: str
    value: str
    period: Period
    sets: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """The words that a rule matched."""

    words: Sequence[Word]

    def first(self, *classes: str) -> Any:
        """Return the value of the first word of the classes, None when there is none."""
        return next((w.value if w.value is not None else w.text for w in self.words if w.cls in classes), None)

    def all(self, *classes: str) -> list[Any]:
        """Return the values of all words of the classes."""
        return [w.value for w in self.words if w.cls in classes]

    def has(self, *classes: str) -> bool:
        """Say whether a word of the classes is there."""
        return any(w.cls in classes for w in self.words)

    def only(self, keep: Callable[[Word], bool]) -> Found:
        """Return the words for which `keep` holds."""
        return Found([w for w in self.words if keep(w)])

    @property
    def step(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; None when the words don't say."""
        steps = [_STEPS[w.cls] for w in self.words if w.cls in _STEPS]
        return (steps[1] if len(steps) > 1 and steps[0] == 0 else steps[0]) if steps else None

    @property
    def from_text(self) -> bool:
        """Say whether it counts from a date that the text set, not from today."""
        words = {w.text for w in self.words}
        return self.has("following", "that", "same") or bool(words & {"previous", "preceding", "prior"})

    @property
    def part_of(self) -> str | None:
        """early, mid or late, where the words narrow the period."""
        value = self.first("early", "edge")
        return value if isinstance(value, str) else None


def dated(found: Found, period: Period | None, kind: str = "DATE", *, sets: bool = True) -> Sense | None:
    """Return the period as a date, narrowed where the words say "early" or "the end of"."""
    if period is None:
        return None
    part = found.part_of
    return Sense(kind, period.value, cal.narrowed(period, part) if part else period, sets and period.start is not None)


def base_day(found: Found, setting: Setting) -> date | None:
    """Return the day that the words count from."""
    return setting.then if found.from_text else setting.now


def clipped(found: Found, sense: Sense, setting: Setting) -> Sense:
    """Return "later this month" from today on, "earlier that year" up to the day that the text set last."""
    period, direction = sense.period, found.first("earlier")
    pivot = setting.then if found.from_text else setting.now
    if not direction or pivot is None or period.start is None or period.end is None or period.unit == "D":
        return sense
    if not period.start <= pivot <= period.end:
        return sense
    start, end = (pivot, period.end) if direction > 0 else (period.start, pivot)
    return replace(sense, period=replace(period, start=start, end=end, precision="interval"))
