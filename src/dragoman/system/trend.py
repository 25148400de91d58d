"""Whether a tie's events become more frequent than the case's coverage explains.

The days from the tie's first event to the day as of which it is seen are cut in the middle. All events of the case
tell how much was reported in each half; if the tie's events fell as those do, as many or more in the later half (or as
few or fewer) would be seen with a probability that the binomial distribution gives. Below one in ten the tie rises (or
falls); from eight events on it is steady otherwise, and with fewer nothing is claimed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from math import exp, lgamma, log

from dragoman.model import Trend

FEWEST_EVENTS = 4
FEWEST_FOR_STEADY = 8
FEWEST_DAYS = 30
_CHANCE = 0.1


def trend_of(days: Sequence[date], everyone: Sequence[date], now: date | None) -> tuple[Trend, str]:
    """Return the trend of events on these days, with the reason; `everyone` are the days of all events, sorted."""
    days = [day for day in days if now and day <= now]
    if now is None or len(days) < FEWEST_EVENTS:
        return Trend.UNKNOWN, f"trend unknown: fewer than {FEWEST_EVENTS} events with a day"
    first = min(days)
    length = (now - first).days
    if length < FEWEST_DAYS:
        return Trend.UNKNOWN, f"trend unknown: told of for fewer than {FEWEST_DAYS} days"
    middle = first + timedelta(days=length // 2)
    late = sum(day > middle for day in days)
    covered = bisect_right(everyone, now) - bisect_left(everyone, first)
    share = (bisect_right(everyone, now) - bisect_right(everyone, middle)) / max(1, covered)
    what = f"{late} of {len(days)} events after {middle}, where {share:.0%} of all the case's events of that time lie"
    if _at_least(late, len(days), share) < _CHANCE:
        return Trend.RISING, f"rising: {what}"
    if _at_least(len(days) - late, len(days), 1 - share) < _CHANCE:
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
