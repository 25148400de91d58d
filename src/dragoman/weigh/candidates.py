"""Which accounts are worth comparing: those that share parties, and whose days come near each other.

Whether two are depends on these two, and on how many share a spot: where few do, all are compared, however far apart
in time. Where many do, each is compared with its neighbours in time, so that two parties of whom there is news every
day cost no more for each account than two of whom there is seldom any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from dragoman.weigh.account import Account
from dragoman.weigh.compare import DELAY_DAYS, WIDE_DAYS
from dragoman.weigh.ruled import pairs
from dragoman.weigh.vocabulary import load_families

# With more participants than this an account is met only by others with the very same participants.
MOST_PAIRED = 5
# Wider windows (days) say too little to be met across documents; homes.py looks for what they mean.
WIDEST_DAYS = 2 * WIDE_DAYS
# What people ruled about the same meets whatever it tells: under this word and the number of the ruling.
RULED = "ruling "
# Of one state few reports are all compared, as a whole and by spans of days; many by such slots only (see link.py).
FEW = "few "
MOST_TOGETHER = 40
SPAN_DAYS = 400
SLOT_DAYS = 16

Spot = tuple[str, int, int]  # a key, and the first and last day on which it is met there; 0 where any day will do


def spots_of(account: Account) -> Iterator[Spot]:
    """Yield where an account may be met by those of other documents."""
    yield from {(f"{RULED}{mark.number}", 0, 0) for mark in account.rulings}
    if account.lasting:
        yield from _spots_of_state(account)
    elif account.window and account.window[1] - account.window[0] <= WIDEST_DAYS:
        everyone = sorted(account.everyone)
        if 2 <= len(everyone) <= MOST_PAIRED:
            yield from ((f"{account.family} {a} {b}", *account.window) for a, b in combinations(everyone, 2))
        else:
            yield (" ".join((account.family, *everyone)), *account.window)


def reach_of(spot: Spot) -> tuple[int, int]:
    """Return the first and last day on which what may be met at the spot begins."""
    return spot[1] - DELAY_DAYS - WIDEST_DAYS, spot[2] + DELAY_DAYS


def pairs_across(
    accounts: Sequence[Account], wanted: Callable[[int, int], bool], is_crowded: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Yield once each pair of accounts, by index, that may be of one event and is `wanted`.

    `is_crowded` says of a spot for few whether more than a few meet there, in all.
    """
    met: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for index, account in enumerate(accounts):
        for key, first, last in spots_of(account):
            met[key].append((first, last, index))
    seen: set[tuple[int, int]] = set()
    for key, members in met.items():
        if len(members) > 1 and not (key.startswith(FEW) and is_crowded(key)):
            for pair in _ruled(members, accounts) if key.startswith(RULED) else _neighbours(sorted(members)):
                if pair not in seen and not _in_one_dataset(accounts, pair) and wanted(*pair):
                    seen.add(pair)
                    yield pair


def _in_one_dataset(accounts: Sequence[Account], pair: tuple[int, int]) -> bool:
    """Say whether both are rows of one dataset, which tells its events apart, and no ruling joins them."""
    first, second = (accounts[index] for index in pair)
    return first.dataset is not None and first.dataset == second.dataset and not (first.rulings and second.rulings)


def pairs_within(accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """Yield once each pair of one document's happenings that may be one: days that are not told may be any."""
    met: dict[str, list[int]] = defaultdict(list)
    for index, account in enumerate(accounts):
        for key in _keys_within(account):
            met[key].append(index)
    seen: set[tuple[int, int]] = set()
    for key, members in met.items():
        for pair in combinations(members, 2) if key.startswith(RULED) else _of_one_day(members, accounts):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys_within(account: Account) -> Iterator[str]:
    yield from (f"{RULED}{mark.number}" for mark in account.rulings)
    if account.dataset is not None:
        return  # a dataset tells its events apart
    yield from (f"{account.family} {code}" for code in account.everyone)
    if not account.everyone:
        yield account.family


def _of_one_day(members: Sequence[int], accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    timed = []
    for i in members:
        window = accounts[i].window
        if window is None:
            yield from ((min(i, j), max(i, j)) for j in members if i != j)
        elif window[1] - window[0] <= WIDEST_DAYS:
            timed.append((*window, i))
    yield from _neighbours(sorted(timed))


def _spots_of_state(account: Account) -> Iterator[Spot]:
    """Yield the spots of what lasts: as a whole, by spans that overlap, and by slots."""
    day = day_of_state(account)
    for key in state_keys(account):
        yield f"{FEW}{key}", 0, 0
        if day:
            yield f"{FEW}{day // SPAN_DAYS} {key}", 0, 0
            yield f"{FEW}{(day + SPAN_DAYS // 2) // SPAN_DAYS}+ {key}", 0, 0
            yield f"{day // SLOT_DAYS} {key}", 0, 0


def day_of_state(account: Account) -> int:
    """Return the day by which an account of what lasts is compared: of the report, else the first it tells, else 0."""
    if account.published:
        return account.published.toordinal()
    return account.window[0] if account.window else 0


def state_keys(account: Account) -> Iterator[str]:
    """Yield the keys under which tellings of one state meet."""
    everyone = sorted(account.everyone)
    parties = [tuple(everyone)]
    if 1 < len(everyone) <= MOST_PAIRED:
        parties = list(combinations(everyone, 2))
    names = [" ".join((account.family, "lasting", *pair)) for pair in parties]
    if account.statement.type not in load_families().by_matter or account.goods or not account.words:
        return iter(names)
    return (f"{name}: {word}" for name in names for word in sorted(account.words))


def _ruled(members: Sequence[tuple[int, int, int]], accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    ordered = sorted(index for _, _, index in members)
    return pairs(ordered, [accounts[index].rulings for index in ordered])


def _neighbours(members: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose days come within a plan's delay."""
    active: list[tuple[int, int]] = []
    for first, last, index in members:
        active = [(end, i) for end, i in active if end + DELAY_DAYS >= first]
        yield from ((min(i, index), max(i, index)) for _, i in active)
        active.append((last, index))
