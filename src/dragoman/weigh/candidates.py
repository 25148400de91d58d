"""Which accounts are worth comparing: those that share parties, and whose days come near each other.

Happenings of one block are sorted by time and each is compared with its neighbours only, so that two parties that meet
every day cost no more for each account than two that meet seldom.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from dragoman.weigh.account import Account
from dragoman.weigh.compare import DELAY_DAYS, WIDE_DAYS
from dragoman.weigh.ruled import pairs
from dragoman.weigh.vocabulary import load_families
from dragoman.weigh.when import Window

# With more participants than this an account is met only by others with the very same participants.
MOST_PAIRED = 5
# An account without any day is compared with at most this many others of its block.
MOST_UNDATED = 50
# What a block's key begins with whose accounts a person ruled about together.
RULED = "ruling"


def candidate_pairs(accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """Yield once each pair of accounts, by index, that may be of one event."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, account in enumerate(accounts):
        for key in block_keys(account):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        for pair in _ruled(members, accounts) if _is_ruled(key) else _within(members, accounts):
            if pair not in seen:
                seen.add(pair)
                yield pair


def block_keys(account: Account) -> Iterator[Hashable]:
    """Yield the keys under which accounts that may be of one event meet."""
    yield from ((RULED, mark.number) for mark in account.rulings)
    everyone = sorted(account.everyone)
    if account.lasting:
        yield from ((account.family, True, key) for key in _lasting_keys(account, everyone))
    elif len(everyone) < 2 or len(everyone) > MOST_PAIRED:
        yield account.family, False, tuple(everyone)
    else:
        yield from ((account.family, False, pair) for pair in combinations(everyone, 2))
        yield from ((account.family, False, (code,), account.document) for code in everyone)
    if len(everyone) == 1 and not account.lasting:
        yield account.family, False, tuple(everyone), account.document


def _is_ruled(key: Hashable) -> bool:
    return isinstance(key, tuple) and key[0] == RULED


def _ruled(members: Sequence[int], accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    return pairs(members, [accounts[index].rulings for index in members])


def _lasting_keys(account: Account, everyone: Sequence[str]) -> Iterator[Hashable]:
    parties = [tuple(everyone)]
    if 1 < len(everyone) <= MOST_PAIRED:
        parties = list(combinations(everyone, 2))
    if account.statement.type not in load_families().by_matter or account.goods or not account.words:
        return iter(parties)
    return ((pair, word) for pair in parties for word in sorted(account.words))


def _within(members: Sequence[int], accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    if accounts[members[0]].lasting:
        yield from combinations(members, 2)
        return
    undated = [i for i in members if accounts[i].window is None]
    yield from combinations(undated[:MOST_UNDATED], 2)
    timed = [(window, i) for i in members if (window := accounts[i].window) is not None]
    yield from _neighbours(sorted(timed))
    by_document: dict[str, list[int]] = defaultdict(list)
    for i in members:
        by_document[accounts[i].document].append(i)
    for i in undated:
        yield from ((min(i, j), max(i, j)) for j in by_document[accounts[i].document] if i != j)


def _neighbours(timed: Sequence[tuple[Window, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose windows come within a plan's delay; wide windows are left to homes.py."""
    active: list[tuple[Window, int]] = []
    for window, index in timed:
        if window[1] - window[0] > 2 * WIDE_DAYS:
            continue
        active = [(w, i) for w, i in active if w[1] + DELAY_DAYS >= window[0]]
        yield from ((min(i, index), max(i, index)) for _, i in active)
        active.append((window, index))
