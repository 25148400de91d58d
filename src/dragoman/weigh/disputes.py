"""Disputes: statements that can't both be right, with both sides' words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from dragoman.model import Dispute, DisputeKind, Event, Status
from dragoman.weigh.account import Account
from dragoman.weigh.homes import SEASON_DOUBT
from dragoman.weigh.matter import are_other_people, denies_fact, denies_matter
from dragoman.weigh.numbers import find_number_disputes
from dragoman.weigh.sides import make_dispute, make_side
from dragoman.weigh.standing import contradicting
from dragoman.weigh.vocabulary import load_families
from dragoman.weigh.when import Window, days_apart, is_fine
from dragoman.weigh.where import places_conflict

Told = tuple[Event, Sequence[Account]]


def find_within(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    """Yield the disputes within one event."""
    if len(accounts) > 1:
        for rule in (_occurrence, _place, _date, find_number_disputes):
            yield from rule(event, accounts)


def _occurrence(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    if event.type in load_families().contrary and len(event.agents) + len(event.targets) > 1:
        return  # what two are to each other is a matter of character
    asserting, denying = contradicting(accounts)
    told, denied = _own_contradiction(accounts)
    asserting, denying = tuple(dict.fromkeys((*asserting, *told))), tuple(dict.fromkeys((*denying, *denied)))
    if asserting:
        denied_by = {interest for account in denying for interest in account.interests}
        sides = [make_side("it is so", asserting, denied_by=denied_by), make_side("it is not so", denying)]
        yield make_dispute(DisputeKind.OCCURRENCE, (event.id,), "whether it is so", sides)


def _own_contradiction(accounts: Sequence[Account]) -> tuple[tuple[Account, ...], tuple[Account, ...]]:
    """Return what one speaker tells in one report as a fact and in another as no fact.

    Within one report it is nearly always a matter of context; so are the outlets' own words.
    """
    told = [a for a in accounts if a.is_voiced and a.status is Status.ACTUAL]
    denied = [a for a in accounts if a.is_voiced and a.status is Status.DENIED and denies_fact(a)]
    pairs = [
        (a, d)
        for d in denied
        for a in told
        if a.document != d.document and set(a.origins) & set(d.origins) and denies_matter(a, d)
    ]
    return tuple(dict.fromkeys(a for a, _ in pairs)), tuple(dict.fromkeys(d for _, d in pairs))


def _place(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    # A plan may go another way without anyone being wrong: only accounts of what happened conflict about the place.
    told = [a for a in accounts if not a.lasting and a.statement.place and a.status is Status.ACTUAL]
    told = _of_one_place_each(told)
    named = _by(told, lambda a: a.statement.place.text if a.statement.place else "")
    sides = _conflicting(named, _is_elsewhere)
    if len(sides) > 1 and _of_two_origins([members for _, members in sides]):
        what = "where: " + " against ".join(name for name, _ in sides)
        yield make_dispute(
            DisputeKind.PLACE, (event.id,), what, [make_side(f"at {name}", members) for name, members in sides]
        )


def _of_one_place_each(accounts: Sequence[Account]) -> list[Account]:
    """Leave out reports that name two places themselves: a journey, or two happenings that were joined."""
    by_document: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        by_document[account.document].append(account)
    ones = {
        document
        for document, own in by_document.items()
        if not any(places_conflict(a.statement.place, b.statement.place) for a in own for b in own)
    }
    return [a for a in accounts if a.document in ones]


def _is_elsewhere(first: Account, second: Account) -> bool:
    """Say whether two reports put one happening, and not another person's, at two places."""
    if first.document == second.document or not _may_be_one(first, second):
        return False
    return places_conflict(first.statement.place, second.statement.place)


def _may_be_one(first: Account, second: Account) -> bool:
    """Say whether two accounts tell of the same people: of an event that was joined too widely they may not."""
    ones, others = first.everyone, second.everyone
    return (ones <= others or others <= ones) and not are_other_people(first, second)


def _date(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    """Find stated days that differ; a day of report counts only where the link itself is in doubt for its year."""
    doubtful = SEASON_DOUBT in (event.doubt or "")
    told = [a for a in accounts if (not a.lasting or _begins(a)) and a.status is Status.ACTUAL and a.window]
    told = [a for a in told if a.is_stated or (doubtful and a.published)]
    sides = _conflicting(_by(told, describe_time), _times_conflict)
    if len(sides) > 1 and _of_two_origins([members for _, members in sides]):
        what = "when: " + " against ".join(name for name, _ in sides)
        yield make_dispute(DisputeKind.DATE, (event.id,), what, [make_side(name, members) for name, members in sides])


def _begins(account: Account) -> bool:
    """Say whether it tells the day on which what lasts began ("recognised Croatia on 19 December")."""
    return account.trigger in load_families().beginning_words and is_fine(account.time)


def _times_conflict(first: Account, second: Account) -> bool:
    if first.window is None or second.window is None or first.origins == second.origins:
        return False
    if not first.is_stated or not second.is_stated:
        return first.is_stated != second.is_stated and _far(first.window, second.window)
    if not _may_be_one(first, second) or (first.lasting and first.trigger != second.trigger):
        return False
    precise = is_fine(first.time) or is_fine(second.time)
    slack = WEEK_DAYS if "week" in (first.time.precision, second.time.precision) else 0
    return precise and days_apart(first.window, second.window) > slack


def _far(first: Window, second: Window) -> bool:
    return days_apart(first, second) > SEASON_DAYS


# "Last week" and "two weeks ago" may be this many days off.
WEEK_DAYS = 7
# A report this much later (days) than the stated day takes the happening for new.
SEASON_DAYS = 60


def describe_time(account: Account) -> str:
    """Return the time of an account in words, saying when it is only the date of publication."""
    time = account.time
    if account.is_stated:
        return str(time.start) if time.start == time.end else f"{time.start or '...'} to {time.end or '...'}"
    return f"about {account.published}, when the report was published"


def _by(accounts: Iterable[Account], name: Callable[[Account], str]) -> list[tuple[str, list[Account]]]:
    named: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        named[name(account)].append(account)
    return sorted(named.items())


def _conflicting(
    named: Sequence[tuple[str, list[Account]]], conflict: Callable[[Account, Account], bool]
) -> list[tuple[str, list[Account]]]:
    """Keep the groups of which some account conflicts with one of another group."""
    distinct = [(name, members, _distinct(members)) for name, members in named]
    return [
        (name, members)
        for name, members, ones in distinct
        if any(conflict(a, b) for other, _, others in distinct if other != name for a in ones for b in others)
    ]


def _distinct(accounts: Iterable[Account]) -> list[Account]:
    kept: dict[Hashable, Account] = {}
    for account in accounts:
        kept.setdefault((account.origins, account.window, account.place), account)
    return list(kept.values())


def _of_two_origins(sides: Sequence[Sequence[Account]]) -> bool:
    return len({o for members in sides for a in members for o in a.origins}) > 1
