"""Find the event that an account means which tells too little to be placed by itself.

"The attack", "last year's summit", "the agreement" without a day: joined where only one event in question fits, with
the doubt said; an agreement means the last one before the report. Where several fit, it stays by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from dragoman.model import Status
from dragoman.weigh.account import Account
from dragoman.weigh.candidates import MOST_PAIRED
from dragoman.weigh.compare import SAME_EVENT, SAME_WORDS, SLIP_DAYS, WIDE_DAYS, Verdict, compare, weigh_kinship
from dragoman.weigh.kinship import ENOUGH, STRONG
from dragoman.weigh.parties import Match, match_matter, match_parties
from dragoman.weigh.vocabulary import load_families
from dragoman.weigh.when import days_apart
from dragoman.weigh.where import places_conflict, shared_place

# Where more than this many events are in question, none is chosen.
MOST_IN_QUESTION = 12
# Further back than this (days) a report does not mean an agreement without saying when it was made.
LONGEST_MEMORY_DAYS = 400
# The longest window of an event with a place among its days.
_REACH_DAYS = 2 * WIDE_DAYS
# Kinds of happening that one party repeats by itself, so that nothing but a day or a place tells them apart.
REPEATED = frozenset({"MOBILIZE", "COERCE", "PROTEST"})
SEASON_DOUBT = "dated about a year apart; linked for the parties, the country and the time of year"

Link = tuple[Verdict, int, int]
Search = Callable[[Account, "_Shelf"], Sequence[int] | None]
Judge = Callable[[Account, Account, bool, int | None], Verdict | None]


def find_homes(profiles: Sequence[Account], sizes: Sequence[int]) -> Iterator[Link]:
    """Yield for each account that is alone and vague the link to the only event that it can mean."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for key in _keys(profile):
            blocks[key].append(index)
    shelves = {key: _Shelf(members, profiles) for key, members in blocks.items() if len(members) > 1}
    for index, profile in enumerate(profiles):
        if sizes[index] == 1:
            yield from _homes_of(index, profile, profiles, [shelves[k] for k in _keys(profile) if k in shelves])


class _Shelf:
    """The events of one block in the order of time."""

    def __init__(self, members: Sequence[int], profiles: Sequence[Account]) -> None:
        self.undated = [i for i in members if profiles[i].window is None]
        dated = sorted((window, i) for i in members if (window := profiles[i].window) is not None)
        self.starts = [window[0] for window, _ in dated]
        self.members = [i for _, i in dated]

    def between(self, first: int, last: int) -> list[int] | None:
        """Return the events that begin within these days, None where they are too many to choose from."""
        low, high = bisect_left(self.starts, first), bisect_right(self.starts, last)
        if high - low > MOST_IN_QUESTION or len(self.undated) > MOST_IN_QUESTION:
            return None
        return self.members[low:high] + self.undated

    def everything(self) -> list[int] | None:
        """Return all events of the block, None where they are too many."""
        return self.between(min(self.starts, default=0), max(self.starts, default=0))


def _keys(profile: Account) -> Iterator[Hashable]:
    everyone = sorted(profile.everyone)
    if len(everyone) > MOST_PAIRED:
        yield profile.family, profile.lasting, tuple(everyone)
    elif profile.family not in load_families().mutual or len(everyone) == 1:
        yield from ((profile.family, profile.lasting, (code,)) for code in everyone)
    else:
        yield from ((profile.family, profile.lasting, pair) for pair in combinations(everyone, 2))


def _homes_of(index: int, profile: Account, profiles: Sequence[Account], shelves: Sequence[_Shelf]) -> Iterator[Link]:
    for search, judge in _RULES:
        found = {i for shelf in shelves for i in search(profile, shelf) or () if i != index}
        fits = {i: verdict for i in sorted(found) if (verdict := _verdict(judge, profile, profiles[i]))}
        if search is _last_time and len(fits) > 1:
            latest = max(fits, key=lambda i: (profiles[i].window or (0, 0), -i))
            fits = {latest: fits[latest]}
        best = max((verdict.score for verdict in fits.values()), default=0.0)
        fits = {i: verdict for i, verdict in fits.items() if verdict.score == best}
        if len(fits) == 1:
            ((home, verdict),) = fits.items()
            yield verdict, min(index, home), max(index, home)
            return


def _telling_less(profile: Account, shelf: _Shelf) -> Sequence[int] | None:
    if profile.lasting:
        return shelf.everything()
    if profile.window is None:
        return None
    return shelf.between(profile.window[0] - _REACH_DAYS, profile.window[1] + SLIP_DAYS)


def _unplaced(profile: Account, shelf: _Shelf) -> Sequence[int] | None:
    return shelf.everything() if profile.window is None and not profile.lasting else None


def _of_a_year(profile: Account, shelf: _Shelf) -> Sequence[int] | None:
    window = profile.window
    wide = window is not None and profile.is_stated and window[1] - window[0] > WIDE_DAYS
    return shelf.between(window[0], window[1]) if window and wide and not profile.lasting else None


def _last_time(profile: Account, shelf: _Shelf) -> Sequence[int] | None:
    if profile.family not in load_families().once or profile.is_stated or profile.window is None:
        return None
    low = bisect_left(shelf.starts, profile.window[0] - LONGEST_MEMORY_DAYS)
    high = bisect_right(shelf.starts, profile.window[1])
    return shelf.members[max(low, high - MOST_IN_QUESTION) : high]


def _a_year_off(profile: Account, shelf: _Shelf) -> Sequence[int] | None:
    if profile.family != "meeting" or profile.is_stated or profile.window is None:
        return None
    return shelf.everything()


def _verdict(judge: Judge, profile: Account, other: Account) -> Verdict | None:
    """Return the link by which the account may mean the event, None where it can't."""
    if compare(profile, other).excluded:
        return None
    told = match_parties(profile, other) is Match.SAME and match_matter(profile, other) is Match.SAME
    gap = days_apart(profile.window, other.window) if profile.window and other.window else None
    verdict = judge(profile, other, told, gap)
    if verdict is None or profile.document == other.document:
        return verdict
    denial = profile.status is Status.DENIED
    enough = STRONG if judge is _by_remains and not denial else ENOUGH
    timed = not denial and judge not in (_by_season, _as_last_one)
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
    if profile.statement.type in load_families().by_matter:
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
    if not told or gap is None or profile.document == other.document:
        return None
    doubt = f"told about {gap} days later without a date" if gap else None
    return Verdict(SAME_EVENT, ("the same parties", "the last such event before the report"), doubt=doubt)


def _by_season(profile: Account, other: Account, told: bool, gap: int | None) -> Verdict | None:
    if not told or not gap or profile.window is None or other.window is None or profile.status is not Status.ACTUAL:
        return None
    where = shared_place(profile.place, other.place)
    if not other.is_stated or gap > LONGEST_MEMORY_DAYS or where not in ("place", "country"):
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
