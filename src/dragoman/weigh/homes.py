"""Find the event that an account means which tells too little to be placed by itself.

"The attack", "last year's summit", "the agreement" without a day: joined where only one event in question fits, with
the doubt said; an agreement means the last one before the report. Where several fit, it stays by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from dragoman.model import Status
from dragoman.weigh.account import Account
from dragoman.weigh.candidates import MOST_PAIRED
from dragoman.weigh.compare import (
    SAME_EVENT,
    SAME_WORDS,
    SLIP_DAYS,
    TAKEN_UP,
    WIDE_DAYS,
    Verdict,
    compare,
    weigh_kinship,
)
from dragoman.weigh.given import word_kind
from dragoman.weigh.kinship import ENOUGH, STRONG
from dragoman.weigh.parties import Match, match_matter, match_parties
from dragoman.weigh.shelves import EVER, Index, Row
from dragoman.weigh.vocabulary import load_families
from dragoman.weigh.when import days_apart
from dragoman.weigh.where import places_conflict, shared_place

# Where more than this many events are in question, none is chosen.
MOST_IN_QUESTION = 12
# Further back than this (days) a report does not mean an agreement without saying when it was made.
LONGEST_MEMORY_DAYS = 120
# A report that mistakes the year is at most this far (days) from what it means.
WITHIN_A_YEAR_DAYS = 400
# The longest window of an event with a place among its days.
_REACH_DAYS = 2 * WIDE_DAYS
# Kinds of happening that one party repeats by itself, so that nothing but a day or a place tells them apart.
REPEATED = frozenset({"MOBILIZE", "COERCE", "PROTEST"})
SEASON_DOUBT = "dated about a year apart; linked for the parties, the country and the time of year"

# Under a key with this ending lies what has no day.
UNDATED = "?"
ANY, BETWEEN, LAST = "any", "between", "last"


class Reach(NamedTuple):
    """Which of the events under a key come into question: any, those that begin from `low` to `high`, or the last."""

    kind: str
    low: int = -EVER
    high: int = EVER


Search = Callable[[Account], Reach | None]
Judge = Callable[[Account, Account, bool, int | None], Verdict | None]
Profiles = Callable[[Iterable[str]], Mapping[str, Account]]


def find_home(knot: str, profile: Account, places: Index, profiles: Profiles) -> tuple[str, Verdict] | None:
    """Return the only knot that one which is alone and vague can mean, and why; None where there is no such one."""
    keys = list(_keys(profile))
    for search, judge in _RULES:
        reach = search(profile)
        if reach is None:
            continue
        found = {row[3] for key in keys for row in look(places, key, reach)} - {knot}
        others = profiles(found)
        fits = {id_: verdict for id_ in sorted(found) if (verdict := _verdict(judge, profile, others[id_]))}
        if reach.kind == LAST and len(fits) > 1:
            latest = max((others[id_].window or (0, 0)) for id_ in fits)
            fits = dict([next((id_, v) for id_, v in fits.items() if others[id_].window == latest)])
        best = max((verdict.score for verdict in fits.values()), default=0.0)
        fits = {id_: verdict for id_, verdict in fits.items() if verdict.score == best}
        if len(fits) == 1:
            return next(iter(fits.items()))
    return None


def places_of(knot: str, profile: Account) -> list[Row]:
    """Return where the knot is found by those that look for a home."""
    if profile.window is None:
        return [(key + UNDATED, 0, 0, knot) for key in _keys(profile)]
    return [(key, *profile.window, knot) for key in _keys(profile)]


def sights_of(knot: str, profile: Account) -> list[Row]:
    """Return where one that is alone looks for a home: what comes or goes there may change what it finds."""
    reaches = {reach for search, _ in _RULES if (reach := search(profile))}
    return [(f"{key} {reach.kind}", reach.high, reach.low, knot) for key in _keys(profile) for reach in reaches]


def look(places: Index, key: str, reach: Reach) -> Sequence[Row]:
    """Return what comes into question under the key: nothing where it is too much to choose from."""
    if reach.kind == LAST:
        return places.last(key, reach.low, reach.high, MOST_IN_QUESTION)
    dated = places.between(key, reach.low, reach.high, MOST_IN_QUESTION + 1)
    if len(dated) > MOST_IN_QUESTION:
        return ()
    undated = places.between(key + UNDATED, 0, 0, MOST_IN_QUESTION + 1)
    return () if len(undated) > MOST_IN_QUESTION else (*dated, *undated)


def find_seeing(places: Index, sights: Index, changed: Iterable[Row]) -> set[str]:
    """Return the knots that are alone and may have seen places which came or went: all whose view may differ now.

    Who sees too much chooses nothing, and that stays so while it sees more than what came. `changed` are the rows of
    `places` that came and those that went.
    """
    by_key: dict[str, list[Row]] = {}
    for row in changed:
        by_key.setdefault(row[0], []).append(row)
    seeing: set[str] = set()
    for key, rows in by_key.items():
        enough = MOST_IN_QUESTION + 1 + len(rows)
        if key.endswith(UNDATED):
            if len(places.between(key, 0, 0, enough)) < enough:
                seeing.update(_seeing_undated(places, sights, key.removesuffix(UNDATED), enough))
        else:
            for first in {row[1] for row in rows}:
                seeing.update(_seeing_day(places, sights, key, first, enough))
            if len(places.between(key, -EVER, EVER, enough)) < enough:
                seeing.update(row[3] for row in _all(sights, f"{key} {ANY}"))
    return seeing


def _seeing_day(places: Index, sights: Index, key: str, day: int, enough: int) -> Iterator[str]:
    after = places.between(key, day + 1, EVER, enough)
    before = places.last(key, -EVER, day - 1, enough)
    latest = after[-1][1] - 1 if len(after) == enough else EVER
    earliest = before[0][1] + 1 if len(before) == enough else -EVER
    for kind, least in ((BETWEEN, earliest), (LAST, -EVER)):
        for _, _, low, knot in sights.between(f"{key} {kind}", day, latest, EVER):
            if least <= low <= day:
                yield knot


def _seeing_undated(places: Index, sights: Index, key: str, enough: int) -> Iterator[str]:
    yield from (row[3] for row in _all(sights, f"{key} {ANY}"))
    starts = [row[1] for row in _all(places, key)]
    for _, high, low, knot in _all(sights, f"{key} {BETWEEN}"):
        if bisect_right(starts, high) - bisect_left(starts, low) < enough:
            yield knot


def _all(index: Index, key: str) -> Sequence[Row]:
    return index.under([key]).get(key, ())


def _keys(profile: Account) -> Iterator[str]:
    everyone = sorted(profile.everyone)
    name = f"{profile.family} lasting" if profile.lasting else profile.family
    if len(everyone) > MOST_PAIRED:
        yield " ".join((name, "all", *everyone))
    elif profile.family not in load_families().mutual or len(everyone) == 1:
        yield from (f"{name} {code}" for code in everyone)
    else:
        yield from (f"{name} {a} {b}" for a, b in combinations(everyone, 2))


def _telling_less(profile: Account) -> Reach | None:
    if profile.lasting:
        return Reach(ANY)
    if profile.window is None:
        return None
    return Reach(BETWEEN, profile.window[0] - _REACH_DAYS, profile.window[1] + SLIP_DAYS)


def _unplaced(profile: Account) -> Reach | None:
    return Reach(ANY) if profile.window is None and not profile.lasting else None


def _of_a_year(profile: Account) -> Reach | None:
    window = profile.window
    wide = window is not None and profile.is_stated and window[1] - window[0] > WIDE_DAYS
    return Reach(BETWEEN, *window) if window and wide and not profile.lasting else None


def _last_time(profile: Account) -> Reach | None:
    if profile.family not in load_families().once or profile.is_stated or profile.window is None:
        return None
    return Reach(LAST, profile.window[0] - LONGEST_MEMORY_DAYS, profile.window[1])


def _a_year_off(profile: Account) -> Reach | None:
    if profile.family != "meeting" or profile.is_stated or profile.window is None:
        return None
    return Reach(ANY)


def _verdict(judge: Judge, profile: Account, other: Account) -> Verdict | None:
    """Return the link by which the account may mean the event, None where it can't."""
    if compare(profile, other).excluded:
        return None
    told = match_parties(profile, other) is Match.SAME and match_matter(profile, other) is Match.SAME
    gap = days_apart(profile.window, other.window) if profile.window and other.window else None
    verdict = judge(profile, other, told, gap)
    if verdict is None or (profile.document == other.document and profile.lasting):
        return verdict
    if profile.document == other.document:
        verdict = weigh_kinship(profile, other, verdict, enough=TAKEN_UP)
        return verdict if verdict.score >= SAME_EVENT else None
    denial = profile.status is Status.DENIED
    enough = STRONG if judge is _by_remains and not denial else ENOUGH
    timed = not denial and gap is not None and judge not in (_by_season, _as_last_one)
    verdict = weigh_kinship(profile, other, verdict, timed=timed, enough=enough)
    return verdict if verdict.score >= SAME_EVENT else None


def _by_remains(profile: Account, other: Account, told: bool, gap: int | None) -> Verdict | None:
    """Link what names only one party, or no goods, to the only event that it can mean."""
    denial = profile.status is Status.DENIED and other.status is not Status.DENIED
    less = len(profile.everyone) <= len(other.everyone) and not (profile.goods and not other.goods)
    if not denial and (told or not less):
        return None
    if not profile.lasting and (gap is None or gap > SLIP_DAYS):
        return None
    families = load_families()
    if profile.statement.type in families.by_matter or profile.family in families.ties or profile.is_refusal:
        return None
    if profile.family == "sanction" and not word_kind(profile.trigger, other.trigger):
        return None
    in_words = profile.trigger == other.trigger and len(profile.told & other.told) >= SAME_WORDS
    few = len(profile.everyone & other.everyone) < _fewest(profile)
    if denial and profile.document != other.document and few and not in_words:
        return None
    if denial and not (profile.trigger == other.trigger or profile.told & other.told):
        return None
    if profile.status is not Status.DENIED and profile.document != other.document and not profile.lasting:
        return None
    doubt = "the denial doesn't say when or where" if told else "one of them doesn't say with whom, or what"
    return Verdict(SAME_EVENT, ("the only such event that it can mean",), doubt=doubt)


def _fewest(profile: Account) -> int:
    """Return how many parties a denial must share with what another document tells."""
    return 2 if profile.family in ("fight", "COERCE", "meeting", "pact", "transfer") else 1


def _as_only_one(profile: Account, other: Account, told: bool, gap: int | None) -> Verdict | None:
    if not told or places_conflict(profile.place, other.place):
        return None
    where = shared_place(profile.place, other.place)
    if profile.family in REPEATED and profile.document != other.document and gap is None and where is None:
        return None  # two reports of a test, neither with a day or place, may well be of two tests
    doubt = "the time is not known to both" if gap is None else None
    score = SAME_EVENT + {"place": 0.2, "country": 0.1}.get(where or "", 0.0)
    return Verdict(score, ("the same parties", "the only such event in question"), doubt=doubt)


def _as_last_one(profile: Account, other: Account, told: bool, gap: int | None) -> Verdict | None:
    if not told or gap is None or profile.document == other.document or profile.status is not Status.ACTUAL:
        return None
    doubt = f"told about {gap} days later without a date" if gap else None
    return Verdict(SAME_EVENT, ("the same parties", "the last such event before the report"), doubt=doubt)


def _by_season(profile: Account, other: Account, told: bool, gap: int | None) -> Verdict | None:
    if not told or not gap or profile.window is None or other.window is None or profile.status is not Status.ACTUAL:
        return None
    where = shared_place(profile.place, other.place)
    if not other.is_stated or gap > WITHIN_A_YEAR_DAYS or where not in ("place", "country"):
        return None
    reasons = ("the same parties", "in the same country", "the same time of year")
    for years in (-1, 1):
        shifted = (profile.window[0] + years * 365, profile.window[1] + years * 365)
        if days_apart(shifted, other.window) <= SLIP_DAYS:
            return Verdict(SAME_EVENT, reasons, doubt=SEASON_DOUBT)
    return None


# How an account finds its home: which events come into question, and which of these it can mean.
_RULES: tuple[tuple[Search, Judge], ...] = (
    (_telling_less, _by_remains),
    (_unplaced, _as_only_one),
    (_of_a_year, _as_only_one),
    (_last_time, _as_last_one),
    (_a_year_off, _by_season),
)
