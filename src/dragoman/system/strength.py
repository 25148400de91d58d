"""How strong a tie is: what its events amount to.

1. An event weighs its value on the scale, as far as it goes the tie's way (0 to 10),
2. times its credit (confirmed 1, single-source 0.7, disputed 0.4, alleged 0.3, expected 0.2; half where it failed),
3. times the chance that it is read right: that of any of its statements, whose confidence is a probability,
4. times its spread (1 of two parties; 1/(n-1) of n on one footing),
5. times its fading: one half for each half-life of the kind between the event and the day as of which the tie is seen;
6. of several on one day the second counts a half, the third a third, and so on: they are often one happening retold.
7. The tie's strength is 1 - exp(-total / 10): 0.5 for one confirmed gift, surely read; never more than 1.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

# The total at which strength is 1 - 1/e: that of one event at the scale's end, confirmed and surely read.
SATURATION = 10.0
_FAILED = 0.5  # the attempt was made
_FAILURES = frozenset({"failed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Factors:
    """What an event's weight is made of; `rank` is its place among those of one day, from 1."""

    value: float
    sign: int
    credit: float
    read: float
    spread: float
    fading: float
    failed: bool
    day: date | None
    event: str
    rank: int = 1

    @property
    def base(self) -> float:
        """Return the weight before others of the day are looked at."""
        attempt = _FAILED if self.failed else 1.0
        return max(0.0, self.sign * self.value) * self.credit * self.read * self.spread * self.fading * attempt

    @property
    def weight(self) -> float:
        """Return the weight."""
        return self.base / self.rank


def has_failed(outcome: str | None) -> bool:
    """Say whether an event with that outcome did not come off."""
    return outcome in _FAILURES


def chance_of(confidences: Iterable[float]) -> float:
    """Return the chance that one of several statements is right; 1 where there is none to doubt."""
    wrong = [1 - confidence for confidence in confidences]
    return 1 - math.prod(wrong) if wrong else 1.0


def fade(day: date | None, seen: date | None, half_life: float | None) -> float:
    """Return how much of an event of that day is left on the day it is seen from; all where a day is not known."""
    if day is None or seen is None or half_life is None:
        return 1.0
    return float(0.5 ** (max(0, (seen - day).days) / half_life))


def ranks(factors: Iterable[Factors]) -> dict[str, int]:
    """Return the rank of each event among those of its day, the heaviest first; those without a day share one."""
    met: Counter[date | None] = Counter()
    found: dict[str, int] = {}
    for factor in sorted(factors, key=lambda f: (-f.base, f.event)):
        met[factor.day] += 1
        found[factor.event] = met[factor.day]
    return found


def saturate(weights: Sequence[float]) -> float:
    """Return the strength that weights amount to, from 0 to 1."""
    return 1 - math.exp(-math.fsum(weights) / SATURATION)


def explain(factors: Factors, standing: str) -> str:
    """Return how the weight comes about, in words."""
    parts = [f"{abs(factors.value):g} on the scale", f"{standing} x{factors.credit:g}"]
    if factors.read < 1:
        parts.append(f"read right x{factors.read:.2g}")
    if factors.failed:
        parts.append(f"did not come off x{_FAILED:g}")
    if factors.spread < 1:
        parts.append(f"{round(1 / factors.spread) + 1} took part x{factors.spread:.2g}")
    if factors.fading < 1:
        parts.append(f"its age x{factors.fading:.2g}")
    if factors.rank > 1:
        parts.append(f"no. {factors.rank} of its day x{1 / factors.rank:.2g}")
    return ", ".join(parts)
