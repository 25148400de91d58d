"""Whether a tie's events become more frequent than the case's coverage explains.

Only what was reported as it happened counts: what is told of earlier times depends on who looks back. The days from
the tie's first such event to the day as of which it is seen are cut in the middle. All other events of the case tell
how much was reported in each half; if the tie's events after the first fell as those do, as many or more in the later
half (or as few or fewer) would be seen with a probability that the binomial distribution gives. Below one in twenty the
tie rises (or falls); from eight events on it is steady otherwise, and with fewer nothing is claimed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from math import exp, lgamma, log

from dragoman.model import Trend

FEWEST_EVENTS = 6
FEWEST_FOR_STEADY = 8
FEWEST_DAYS = 30
FEWEST_OTHERS = 10  # fewer events of the case beside the tie's tell nothing of how much was reported when
_CHANCE = 0.05


def trend_of(days: Sequence[date], everyone: Sequence[date], now: date | None) -> tuple[Trend, str]:
    """Return the trend of events on these days, with the reason; `everyone` are the days of all events, sorted."""
    days = sorted(day for day in days if now and day <= now)
    if now is None or len(days) < FEWEST_EVENTS:
        return Trend.UNKNOWN, f"trend unknown: fewer than {FEWEST_EVENTS} events reported as they happened"
    first, *after = days
    length = (now - first).days
    if length < FEWEST_DAYS:
        return Trend.UNKNOWN, f"trend unknown: told of for fewer than {FEWEST_DAYS} days"
    middle = first + timedelta(days=length // 2)
    late = sum(day > middle for day in after)
    others = bisect_right(everyone, now) - bisect_left(everyone, first) - len(days)
    if others < FEWEST_OTHERS:
        return Trend.UNKNOWN, f"trend unknown: the case has but {others} other events of that time to compare with"
    share = (bisect_right(everyone, now) - bisect_right(everyone, middle) - late) / others
    what = f"{late} of the {len(after)} events after the first lie after {middle}, and {share:.0%} of all others"
    if _at_least(late, len(after), share) < _CHANCE:
        return Trend.RISING, f"rising: {what}"
    if _at_least(len(after) - late, len(after), 1 - share) < _CHANCE:
        return Trend.FALLING, f"falling: {what}"
    if len(days) < FEWEST_FOR_STEADY:
        return Trend.UNKNOWN, f"trend unknown: {what}, too few to tell"
    return Trend.STEADY, f"steady: {what}"


def _at_least(seen: int, count: int, share: float) -> float:
    """Return the probability of `seen` or more of `count`, each with probability `share`."""
    if seen == 0 or share >= 1:
        return 1.0
    if share <= 0:
        return 0.0
    logs = (
        lgamma(count + 1) - lgamma(k + 1) - lgamma(count - k + 1) + k * log(share) + (count - k) * log(1 - share)
        for k in range(seen, count + 1)
    )
    return sum(map(exp, logs))
