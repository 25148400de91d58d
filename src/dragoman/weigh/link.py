"""Group accounts into events: first within each document, then across documents, the surest links first.

1. Accounts in the same terms are one (`_alike`).
2. What one document tells of one happening is joined, so that the place in one sentence and the day in another belong
   together: the group's profile is its fullest account with the best time and place that any of them gives.
3. Groups of different documents are joined by their profiles; what a profile excludes is never joined through a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from dragoman.model import Place, Status
from dragoman.weigh.account import Account
from dragoman.weigh.compare import SAME_EVENT, Verdict, compare

# With more participants than this a statement is met only by others with the very same participants.
MOST_PAIRED = 5
_PRECISION = ("day", "week", "month", "season", "year", "decade", "interval", "unknown")
_FINENESS = ("site", "city", "region", "country", "unknown")


@dataclass(slots=True)
class Group:
    """Accounts of one event, with the reasons for joining them and the doubts about it."""

    accounts: list[Account]
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    profiles: list[Account] = field(default_factory=list)


def group_accounts(accounts: Sequence[Account]) -> list[Group]:
    """Return the accounts grouped by event; the same groups in whatever order they come."""
    groups = [_profiled(group) for group in _alike(accounts)]
    groups = [_profiled(group) for group in _joined(groups, _of_one_document)]
    return _joined(groups, lambda first, second: True)


def _alike(accounts: Sequence[Account]) -> list[Group]:
    """Group what is told in the same terms: lasting states wherever they are told, happenings within a document."""
    alike: dict[Hashable, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=_order):
        alike[_signature(account)].append(account)
    return [Group(members, ["told in the same terms"] if len(members) > 1 else []) for members in alike.values()]


def _joined(groups: Sequence[Group], may_meet: Callable[[Account, Account], bool]) -> list[Group]:
    links = sorted(_links(groups, may_meet), key=lambda link: (-link[0].score, link[1], link[2]))
    owner = list(range(len(groups)))
    for verdict, i, j in links:
        a, b = _find(owner, i), _find(owner, j)
        if a != b and not _excluded(groups[a], groups[b]):
            _join(groups[min(a, b)], groups[max(a, b)], verdict)
            owner[max(a, b)] = min(a, b)
    return [group for i, group in enumerate(groups) if _find(owner, i) == i]


def _links(groups: Sequence[Group], may_meet: Callable[[Account, Account], bool]) -> Iterator[tuple[Verdict, int, int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for key in _blocks(group.profiles[0]):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for i, j in combinations(members, 2):
            if (i, j) in seen or not may_meet(groups[i].profiles[0], groups[j].profiles[0]):
                continue
            seen.add((i, j))
            verdict = compare(groups[i].profiles[0], groups[j].profiles[0])
            if verdict.score >= SAME_EVENT:
                yield verdict, i, j


def _of_one_document(first: Account, second: Account) -> bool:
    return first.statement.document == second.statement.document


def _profiled(group: Group) -> Group:
    """Give a group its profile: the fullest account, with the best time and place that the group tells."""
    main = min(group.accounts, key=lambda a: (-len(a.everyone), not a.directed, -len(a.goods), _order(a)))
    told = [a for a in group.accounts if a.statement.status is Status.ACTUAL] or group.accounts
    timed = min(told, key=lambda a: (not a.is_stated, _rank(a.time.precision, _PRECISION), _order(a)))
    places = [place for a in told if (place := a.place) is not None]
    place = min(places, key=lambda p: (_rank(p.precision, _FINENESS), p.text), default=main.place)
    group.profiles = [_with(main, timed, place)]
    return group


def _with(main: Account, timed: Account, place: Place | None) -> Account:
    statement = replace(main.statement, place=place)
    return replace(main, statement=statement, time=timed.time, is_stated=timed.is_stated)


def _rank(value: str, order: Sequence[str]) -> int:
    return order.index(value) if value in order else len(order)


def _blocks(account: Account) -> Iterator[Hashable]:
    """Yield the keys under which accounts that may be of one event meet."""
    everyone = sorted(account.everyone)
    if len(everyone) < 2 or len(everyone) > MOST_PAIRED:
        yield account.family, tuple(everyone)
        return
    for pair in combinations(everyone, 2):
        yield account.family, pair


def _signature(account: Account) -> Hashable:
    """Return all that comparing looks at: accounts that share it need no comparing."""
    statement, time, place = account.statement, account.time, account.place
    shared = (account.family, account.agents, account.targets, account.goods, statement.mode, account.lasting)
    if account.lasting:
        return shared
    where = (place.text, place.country) if place else None
    return (*shared, statement.type, statement.count, time.start, time.end, where, statement.document)


def _excluded(first: Group, second: Group) -> bool:
    return any(compare(a, b).excluded for a in first.profiles for b in second.profiles)


def _join(kept: Group, gone: Group, verdict: Verdict) -> None:
    kept.accounts.extend(gone.accounts)
    kept.profiles.extend(gone.profiles)
    for reason in (", ".join(verdict.reasons), *gone.reasons):
        if reason and reason not in kept.reasons:
            kept.reasons.append(reason)
    kept.doubts.extend(d for d in (verdict.doubt, *gone.doubts) if d and d not in kept.doubts)


def _find(owner: list[int], index: int) -> int:
    while owner[index] != index:
        owner[index] = owner[owner[index]]
        index = owner[index]
    return index


def _order(account: Account) -> tuple[str, int, str]:
    statement = account.statement
    return statement.document, statement.evidence.start, statement.id
