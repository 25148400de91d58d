"""Do two accounts tell of one happening? A score, and the sentence that explains it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from dragoman.model import Place, Time
from dragoman.weigh.account import Account, load_families

# Two accounts whose score reaches this are of one event.
SAME_EVENT = 0.5
# Stated dates this many days apart may be one happening told with a slip (time zones, "Monday" in a Tuesday paper).
SLIP_DAYS = 2
# Named places this close are one place (an airport and its city).
SAME_PLACE_KM = 60.0
# Kinds of happening that the same parties repeat: they meet only by a shared time or place.
HAPPENINGS = ("meeting", "fight", "MOBILIZE", "COERCE")
# Further apart than this, two reports without a stated time don't speak of one pact or demand.
LONGEST_GAP_DAYS = 400
_FINE = {"site", "city"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How alike two accounts are (0..1), why, and what speaks against the link although it is made."""

    score: float
    reasons: tuple[str, ...]
    doubt: str | None = None
    excluded: bool = False


def compare(first: Account, second: Account) -> Verdict:
    """Return whether two accounts can be of one event; an excluded pair never shares one, whatever links them."""
    for test in (_participants, _goods, _numbers, _mode):
        failure = test(first, second)
        if failure:
            return Verdict(0.0, (failure,), excluded=True)
    if first.lasting and second.lasting:
        return Verdict(0.9, ("the same parties and matter, a state of affairs that lasts",))
    if first.lasting != second.lasting and first.family == "fight":
        return Verdict(0.0, ("one attack is not the whole war",), excluded=True)
    return _when_and_where(first, second)


def _participants(first: Account, second: Account) -> str | None:
    if first.directed and second.directed:
        same = _same if first.family in ("transfer", "fight") else _alike
        if same(first.agents, second.agents) and same(first.targets, second.targets):
            return None
        mutual = first.family in ("meeting", "pact", "closeness") and first.everyone == second.everyone
        return None if mutual else "other agents or targets"
    if first.directed != second.directed and first.family not in (
        "transfer",
        "meeting",
        "pact",
        "closeness",
        "strain",
        "fight",
    ):
        if _alike(first.agents, second.agents) and (not first.targets or not second.targets):
            return None if first.lasting else "one of them names no target"
        return "other participants"
    return None if _alike(first.everyone, second.everyone) else "other participants"


def _goods(first: Account, second: Account) -> str | None:
    if first.family not in ("transfer", "WANT", "HOLD", "MOBILIZE", "pact"):
        return None
    if not first.goods or not second.goods:
        if first.family in ("WANT", "HOLD") and (first.goods or second.goods):
            return "what is wanted is not named by one of them"
        return None
    return None if related_goods(first.goods, second.goods) else "other goods"


def _numbers(first: Account, second: Account) -> str | None:
    if first.lasting or first.statement.count == second.statement.count:
        return None
    return f"{first.statement.count} of them against {second.statement.count}"


def _mode(first: Account, second: Account) -> str | None:
    modes = {first.statement.mode, second.statement.mode} - {None}
    if first.family == "meeting" and "call" in modes and modes & {"visit", "meeting"}:
        return "a call is no visit"
    return None


def _when_and_where(first: Account, second: Account) -> Verdict:
    where = _where(first.place, second.place)
    if where == "apart":
        return Verdict(0.0, ("in another country",), excluded=True)
    gap = days_between(first.time, second.time)
    same_document = first.statement.document == second.statement.document
    if gap is None:
        return _undated(first, second, where, same_document)
    if gap <= SLIP_DAYS:
        score = 0.7 if first.is_stated or second.is_stated or where else 0.55
        return Verdict(score + (0.2 if where else 0.0), ("the same parties", "at the same time", *_why(where)))
    if first.is_stated and second.is_stated:
        return Verdict(0.0, (f"{gap} days apart",), excluded=True)
    return _misdated(first, second, where, gap)


def _undated(first: Account, second: Account, where: str | None, same_document: bool) -> Verdict:
    if where:
        return Verdict(0.6, ("the same parties", *_why(where)), doubt="the time is not known to both")
    if same_document and (not first.is_stated and not second.is_stated):
        return Verdict(0.55, ("the same parties in one document, nothing tells them apart",))
    if first.family in HAPPENINGS:
        return Verdict(0.3, ("neither time nor place is shared",))
    return Verdict(0.52, ("the same parties and matter",), doubt="the time is not known to both")


def _misdated(first: Account, second: Account, where: str | None, gap: int) -> Verdict:
    """Weigh a stated time against one that is only taken from the date of publication."""
    if where and _same_season(first.time, second.time):
        doubt = f"dated some {gap} days apart; linked for the parties, the country and the time of year"
        return Verdict(0.5, ("the same parties", *_why(where), "the same time of year"), doubt=doubt)
    if first.family in HAPPENINGS or gap > LONGEST_GAP_DAYS:
        return Verdict(0.2, (f"about {gap} days apart",), excluded=True)
    return Verdict(0.5, ("the same parties and matter",), doubt=f"told about {gap} days apart")


def _where(first: Place | None, second: Place | None) -> str | None:
    """Return "place" or "country" when shared, "apart" when in two countries, None when not known to both."""
    if first is None or second is None or not first.country or not second.country:
        return None
    if first.country != second.country:
        return "apart"
    return "place" if not places_conflict(first, second) and first.precision in _FINE else "country"


def places_conflict(first: Place | None, second: Place | None) -> bool:
    """Say whether two finely named places can't be one."""
    if first is None or second is None or not {first.precision, second.precision} <= _FINE:
        return False
    if (
        first.text.lower() == second.text.lower()
        or first.text.lower() in second.text.lower()
        or second.text.lower() in first.text.lower()
    ):
        return False
    distance = distance_km(first, second)
    return distance is None or distance > SAME_PLACE_KM


def distance_km(first: Place, second: Place) -> float | None:
    """Return the great-circle distance between two places, None when one has no coordinates."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    a, b = math.radians(first.lat), math.radians(second.lat)
    turn = math.radians(second.lon - first.lon)
    chord = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 6371.0 * 2 * math.asin(math.sqrt(chord))


def days_between(first: Time, second: Time) -> int | None:
    """Return the days that part two times (0 when they meet), None when either is unknown."""
    a, b = _ends(first), _ends(second)
    if a is None or b is None:
        return None
    return max(0, (b[0] - a[1]).days, (a[0] - b[1]).days)


def related_goods(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether two sets of goods share a category, or one includes the other's."""
    if first & second:
        return True
    includes = load_families().includes
    none: frozenset[str] = frozenset()
    return any(includes.get(a, none) & second for a in first) or any(includes.get(b, none) & first for b in second)


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    if not first or not second:
        return first == second
    return len(first & second) * 2 >= len(first | second)


def _same(first: frozenset[str], second: frozenset[str]) -> bool:
    return first == second


def _ends(time: Time) -> tuple[date, date] | None:
    if time.start is None and time.end is None:
        return None
    return time.start or date.min, time.end or date.max


def _same_season(first: Time, second: Time) -> bool:
    a, b = _ends(first), _ends(second)
    if a is None or b is None or date.min in (a[0], b[0]) or date.max in (a[1], b[1]):
        return False
    return bool(_months(*a) & _months(*b))


def _months(start: date, end: date) -> set[int]:
    months = (end.year - start.year) * 12 + end.month - start.month
    return {(start.month - 1 + m) % 12 + 1 for m in range(min(months, 11) + 1)}


def _why(where: str | None) -> tuple[str, ...]:
    return {"place": ("at the same place",), "country": ("in the same country",)}.get(where or "", ())
