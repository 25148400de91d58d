"""What speaks for and against two reports telling of one happening, beyond that parties and days agree.

Two states meet, quarrel and help each other all the time: that the same two do so within days is not enough. Each row
of the table looks at one kind of evidence and says how far it speaks for one happening, in units of log odds, and why.
What is not told speaks neither way. The weights are round numbers, set by reading links in news (evals/same_event).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model import Status
from dragoman.weigh.account import Account
from dragoman.weigh.given import word_kind
from dragoman.weigh.parties import is_by_matter
from dragoman.weigh.rows import AHEAD, NOTHING, Row, borrowed, is_guessed, plan_comes_first, stages, vows
from dragoman.weigh.vocabulary import load_families, related_goods
from dragoman.weigh.when import days_apart, is_fine
from dragoman.weigh.where import shared_place

# Under this the pair is no link; under `CONTRARY` it isn't joined through a third either.
ENOUGH = 0.5
ENOUGH_OF_STATES = 0.3
CONTRARY = -1.2
# From here on it makes up for a day, a place or a party that one of them doesn't tell.
STRONG = 1.35
# What the same parties do day after day takes more, where no day or place is shared.
STRONG_OF_MANY = 2.0
# So many names or words around a statement must be told on both sides before it says something that none is shared.
MANY = 4
BOTH = 2
# Sentences that share so many words are about one thing.
SAME_WORDS = 2
# A state told this much later (days) may be another one.
LATER_DAYS, YEAR_DAYS, ERA_DAYS = 60, 400, 3 * 365
# A window of so many days still says when.
NARROW_DAYS = 8


@dataclass(frozen=True, slots=True)
class Kinship:
    """How much speaks for one happening (log odds), what speaks for it, and what against."""

    odds: float
    speaks_for: tuple[str, ...]
    against: tuple[str, ...]


def kinship(first: Account, second: Account, *, timed: bool = True) -> Kinship:
    """Return what the table finds for two accounts of different documents, how near their days are only if `timed`."""
    table = STATES if first.lasting and second.lasting else HAPPENINGS
    if first.document == second.document:
        table = WITHIN
    rows = [row(first, second) for row in table if timed or row is not _days]
    return Kinship(
        sum(odds for odds, _ in rows),
        tuple(why for odds, why in rows if why and odds > 0),
        tuple(why for odds, why in rows if why and odds < 0),
    )


def _one_report(first: Account, second: Account) -> Row:
    """A report is about one thing by and large; but what is done in it is seldom what is still to come."""
    statuses = {first.status, second.status}
    is_two = Status.ACTUAL in statuses and bool(statuses & set(AHEAD))
    return (0.3, "done and still to come in one report") if is_two else (1.0, None)


def _parties(first: Account, second: Account) -> Row:
    shared = len(first.everyone & second.everyone)
    if shared > 1 and _is_wider_meeting(first, second):
        return -1.5, "others take part in one of them"
    if shared > 1:
        return (0.5 if shared > 2 and first.everyone == second.everyone else 0.0), None
    if is_by_matter(first) and first.everyone == second.everyone:
        return -1.0, "only one party is shared"
    return -1.8, "only one party is shared" if shared else "no party is shared"


def _is_wider_meeting(first: Account, second: Account) -> bool:
    """Say whether one of two meetings has parties that the other hasn't, and the same two aren't named at both."""
    named = {code for _, code, _ in first.people & second.people}
    return first.family == "meeting" and first.everyone != second.everyone and len(named) < BOTH


def _people(first: Account, second: Account) -> Row:
    """Compare the persons who act for each party: those whom one report does not name may be anyone."""
    if not first.people or not second.people or is_guessed(first, second):
        return NOTHING
    mine, yours = _acting(first), _acting(second)
    named = [(mine[party], yours[party]) for party in mine.keys() & yours.keys()]
    if any(not a & b for a, b in named):
        of_persons = first.family == "meeting" or len(first.everyone | second.everyone) < BOTH
        return (-3.5 if of_persons else -1.5), "other persons act"
    return (1.5 if len(named) > 1 else 0.8, "the same persons") if named else NOTHING


def _acting(account: Account) -> dict[tuple[str, str], set[str]]:
    """Return the persons who act for each party in each role."""
    acting: dict[tuple[str, str], set[str]] = {}
    for role, code, person in account.people:
        acting.setdefault((role, code), set()).add(person)
    return acting


def _days(first: Account, second: Account) -> Row:
    if first.window is None or second.window is None:
        return -0.5, None
    if is_fine(first.time) and is_fine(second.time):
        gap = days_apart(first.window, second.window)
        if gap <= 1 and first.family == "pact" and first.everyone == second.everyone and len(first.everyone) > 1:
            return 3.0, "the same agree on the same days"  # two do so seldom
        return (1.5, "on the same day") if not gap else (0.3, None)
    if first.is_stated != second.is_stated and not is_fine(first.time) and not is_fine(second.time):
        return -1.0, None
    if first.is_stated and second.is_stated:
        return (1.0, None) if _is_narrow(first) and _is_narrow(second) else (-0.3, None)
    if (first.status in AHEAD) != (second.status in AHEAD):
        return plan_comes_first(first, second)
    gap = abs((first.published - second.published).days) if first.published and second.published else NARROW_DAYS
    if gap <= 1:
        return 0.8, "in reports of the same days"
    return (0.3, None) if gap <= 3 else (-0.7, "in reports of other days")


def _places(first: Account, second: Account) -> Row:
    where = shared_place(first.place, second.place)
    if where == "place":
        return 1.2, "at the same place"
    if where == "country":
        assert first.place is not None
        return (0.5, "in the same country") if first.place.country not in first.everyone else (0.2, None)
    return NOTHING


def _verbs(first: Account, second: Account) -> Row:
    if word_kind(first.trigger, second.trigger):
        return 0.5, None
    if _is_meeting_of_visit(first, second):
        return NOTHING
    if first.lasting or _share_goods(first, second):
        return -0.2, None
    return (-0.5 if first.family in ("meeting", "fight") else -0.8), None


def _share_goods(first: Account, second: Account) -> bool:
    return bool(first.goods and second.goods) and related_goods(first.goods, second.goods)


def _modes(first: Account, second: Account) -> Row:
    modes = first.statement.mode, second.statement.mode
    if None in modes or modes[0] == modes[1] or _is_meeting_of_visit(first, second):
        return NOTHING
    many = first.family == second.family == "COERCE"
    return (-1.5 if many else -0.7), f"{modes[0]} and {modes[1]}"


def _is_meeting_of_visit(first: Account, second: Account) -> bool:
    """Say whether one may tell of a visit and the other of the meeting for which it was made: a person is the same."""
    modes = {first.statement.mode, second.statement.mode}
    visits = first.family == "meeting" and "visit" in modes and modes <= {"visit", "meeting", "talk", "negotiation"}
    return visits and len(first.everyone & second.everyone) > 1 and bool(first.people & second.people)


def _themes(first: Account, second: Account) -> Row:
    """Compare what is given, agreed or asked for; a meeting may be about several things."""
    mine, yours = first.words - load_families().everyday_words, second.words - load_families().everyday_words
    shared = len(mine & yours)
    other = -0.3 if first.family == "meeting" else -1.0
    if first.goods and second.goods:
        if not related_goods(first.goods, second.goods):
            return other, "other goods"
        return (0.4 if not first.lasting and mine and yours and not shared else 1.0), "the same goods"
    if 2 * shared >= max(1, min(len(mine), len(yours))):
        return 1.0 + 0.4 * min(2, shared - 1), "the same matter"
    if mine and yours:
        return (0.2, None) if shared else (other, "another matter")
    if _is_by_matter(first, second) and not (first.matter and second.matter):
        akin = first.document == second.document or _on_one_day(first, second)
        akin = akin or len(first.said & second.said) >= SAME_WORDS + (first.family == "pledge")
        return (-1.0 if akin else -2.0), "the matter is not told by both"
    return NOTHING


def _is_by_matter(first: Account, second: Account) -> bool:
    """Say whether such a thing is only told when it is told what about: refusals, demands, promises."""
    if is_by_matter(first):
        return True
    promise = "promise" in (first.statement.mode, second.statement.mode)
    # Of agreements that are not made yet there are as many as there are matters.
    promise = promise or Status.ACTUAL not in (first.status, second.status)
    return first.family == "pact" and (promise or len(first.everyone & second.everyone) < 2)


def _on_one_day(first: Account, second: Account) -> bool:
    return is_fine(first.time) and first.time.start == second.time.start and is_fine(second.time)


def _numbers(first: Account, second: Account) -> Row:
    a, b = first.statement.theme, second.statement.theme
    if a is None or b is None or not a.quantities or not b.quantities:
        return NOTHING
    units = {(q.value, q.unit) for q in a.quantities} & {(q.value, q.unit) for q in b.quantities}
    return (1.0, "the same number") if units else NOTHING


def _surroundings(first: Account, second: Account) -> Row:
    """Compare the words of the two sentences."""
    shared = first.said & second.said
    if len(shared) >= SAME_WORDS:
        return 0.4 * min(4, len(shared)), "sentences that share words"
    if shared or min(len(first.said), len(second.said)) < MANY:
        return NOTHING
    weight = -1.0 if _is_by_matter(first, second) else -0.3 if first.lasting else -0.8
    return weight, "sentences that share no word"


def _names(first: Account, second: Account) -> Row:
    shared = first.names & second.names
    if shared:
        names = ", ".join(name.title() for name in sorted(shared)[:3])
        return min(1.2, 0.6 * len(shared)), f"both near {names}"
    if min(len(first.names), len(second.names)) >= MANY:
        return (-0.3 if first.lasting else -0.7), "other names near them"
    return NOTHING


def _rarity(first: Account, second: Account) -> Row:
    """Tell what takes place seldom from what is done all the time: help and support of any kind."""
    if first.family in ("support", "transfer") and not (first.goods or second.goods):
        return -0.5, None
    if first.family == "pact" and "promise" in (first.statement.mode, second.statement.mode):
        return -0.8, None
    if first.family == "meeting" and len(first.everyone & second.everyone) > 1:
        return 0.3, None
    return NOTHING


def _kinds(first: Account, second: Account) -> Row:
    if first.family == "fight" and len(first.everyone & second.everyone) > 1:
        return 1.5, "a war of the same two"
    if first.family == "support":
        return -0.5, None
    if first.family in ("closeness", "strain"):
        return 0.7, None
    if first.family == "sanction":
        return (1.0, None) if len(first.everyone & second.everyone) > 1 else (0.8, None)
    if first.family == "transfer" and not _share_goods(first, second):
        return -0.5, None
    return NOTHING


def _eras(first: Account, second: Account) -> Row:
    gap = state_gap(first, second)
    if gap is None:
        return NOTHING
    if _begins_after(first, second) or _begins_after(second, first):
        return -1.8, "one of them began after the other was told"
    if gap <= LATER_DAYS:
        return 0.7, None
    if gap <= YEAR_DAYS:
        return -0.2, None
    if len(first.everyone & second.everyone) < 2:
        return -2.0, "more than a year apart"  # what one alone wants or has, it wants or has anew
    return (-0.8, None) if gap <= ERA_DAYS else (-2.5, f"about {gap // 365} years apart")


def state_gap(first: Account, second: Account) -> int | None:
    """Return the days between the times for which two accounts tell of a state: stated, else those of the reports."""
    windows = [a.window if a.is_stated else a.published and (a.published.toordinal(),) * 2 for a in (first, second)]
    return days_apart(windows[0], windows[1]) if windows[0] and windows[1] else None


def _begins_after(first: Account, second: Account) -> bool:
    """Say whether the one is told to have begun well after the other was reported, without a time, as under way."""
    if second.is_stated or second.published is None or first.time.start is None or second.status in AHEAD:
        return False
    return first.time.precision == "day" and (first.time.start - second.published).days > LATER_DAYS


def _is_narrow(account: Account) -> bool:
    return account.window is not None and account.window[1] - account.window[0] <= NARROW_DAYS


Test = Callable[[Account, Account], Row]
SHARED_ROWS: tuple[Test, ...] = (_parties, _verbs, _modes, _themes, _numbers, _surroundings, _names, borrowed, vows)
WITHIN: tuple[Test, ...] = (_one_report, _parties, _verbs, _modes, _themes, _people, _rarity, borrowed, stages)
HAPPENINGS: tuple[Test, ...] = (*SHARED_ROWS, _people, _days, _places, _rarity, stages)
STATES: tuple[Test, ...] = (*SHARED_ROWS, _kinds, _eras)
