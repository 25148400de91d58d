"""Group accounts into events: the surest links first, and none across what excludes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dragoman.weigh.account import Account
from dragoman.weigh.compare import SAME_EVENT, Verdict, compare

# With more participants than this a statement is met only by others with the very same participants.
MOST_PAIRED = 5


@dataclass(slots=True)
class Group:
    """Accounts of one event, with the reasons for joining them and the doubts about it."""

    accounts: list[Account]
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def group_accounts(accounts: Sequence[Account]) -> list[Group]:
    """Return the accounts grouped by event; the same groups in whatever order they come."""
    alike: dict[Hashable, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=_order):
        alike[_signature(account)].append(account)
    groups = [Group(members, ["told in the same terms"] if len(members) > 1 else []) for members in alike.values()]
    links = sorted(_links(groups), key=lambda link: (-link[0].score, link[1], link[2]))
    owner = list(range(len(groups)))
    for verdict, i, j in links:
        a, b = _find(owner, i), _find(owner, j)
        if a != b and not _excluded(groups[a], groups[b]):
            _join(groups[min(a, b)], groups[max(a, b)], verdict)
            owner[max(a, b)] = min(a, b)
    return [group for i, group in enumerate(groups) if _find(owner, i) == i]


def _links(groups: Sequence[Group]) -> Iterator[tuple[Verdict, int, int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for key in _blocks(group.accounts[0]):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for i, j in combinations(members, 2):
            if (i, j) in seen:
                continue
            seen.add((i, j))
            verdict = compare(groups[i].accounts[0], groups[j].accounts[0])
            if verdict.score >= SAME_EVENT:
                yield verdict, i, j


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
    return (
        account.family,
        statement.type if not account.lasting else "",
        account.agents,
        account.targets,
        account.goods,
        statement.mode,
        statement.count,
        (time.start, time.end, account.is_stated) if not account.lasting else (),
        (place.text, place.country) if place and not account.lasting else None,
        account.lasting,
        statement.document if not account.lasting and time.start is None and time.end is None else "",
    )


def _excluded(first: Group, second: Group) -> bool:
    seen = {_signature(a): a for a in first.accounts}
    others = {_signature(a): a for a in second.accounts}
    return any(compare(a, b).excluded for a in seen.values() for b in others.values())


def _join(kept: Group, gone: Group, verdict: Verdict) -> None:
    kept.accounts.extend(gone.accounts)
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
