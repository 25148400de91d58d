"""Disputes between events that describe one subject: who did it, what was given, what two actors are to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from dragoman.model import Dispute, DisputeKind, Event, Place, Status
from dragoman.weigh.account import Account
from dragoman.weigh.sides import make_dispute, make_side
from dragoman.weigh.vocabulary import load_families, related_goods
from dragoman.weigh.when import days_apart, is_fine
from dragoman.weigh.where import places_conflict, shared_place

Told = tuple[Event, Sequence[Account]]
# What two actors are to each other changes; accounts of it further apart than this (days) don't contradict.
MOOD_DAYS = 730
# Where more events than this share a subject, they are compared with their neighbours in time only.
NEIGHBOURS = 20
_BLAMED = ("fight", "COERCE")
_CARRIED = ("transfer", "MOBILIZE", "HOLD")


def find_between(told: Sequence[Told]) -> Iterator[Dispute]:
    """Yield the disputes between events."""
    yield from _responsibility(told)
    yield from _object(told)
    yield from _characterisation(told)


def _responsibility(told: Sequence[Told]) -> Iterator[Dispute]:
    """Find deeds at one time, on one victim or at one place, that are laid to different doers."""
    blocks: dict[Hashable, list[Told]] = defaultdict(list)
    for event, accounts in told:
        main = _plainest(accounts)
        if main.family in _BLAMED and not main.lasting and main.agents and main.window:
            for key in _subjects(event, accounts):
                blocks[(main.family, key)].append((event, accounts))
    for first, second in _pairs(blocks):
        a, b = _plainest(first[1]), _plainest(second[1])
        if a.agents & b.agents or not _one_deed(a, b, first[1], second[1]):
            continue
        place = next((e.place.text for e in (first[0], second[0]) if e.place), None)
        sides = [make_side(_who(event), _asserting(accounts)) for event, accounts in (first, second)]
        what = f"who did it, at {place}" if place else "who did it"
        yield make_dispute(DisputeKind.RESPONSIBILITY, (first[0].id, second[0].id), what, sides)


def _subjects(event: Event, accounts: Sequence[Account]) -> Iterator[Hashable]:
    if event.place:
        yield "place", event.place.text
    for document in {a.document for a in accounts}:
        yield "document", document
    for word in sorted({w for a in accounts for w in a.told}):
        yield "word", word


def _one_deed(a: Account, b: Account, first: Sequence[Account], second: Sequence[Account]) -> bool:
    if not a.window or not b.window or days_apart(a.window, b.window) > 0 or places_conflict(a.place, b.place):
        return False
    if not (_asserting(first) and _asserting(second)) or _speakers(first) == _speakers(second):
        return False
    if is_fine(a.time) and is_fine(b.time) and a.time.start != b.time.start:
        return False
    crossed = _blames(first, a, b) or _blames(second, b, a)
    if a.targets and b.targets and not a.targets & b.targets and not crossed:
        return False
    if not crossed:
        same_day = is_fine(a.time) and a.time.start == b.time.start
        return same_day and shared_place(a.place, b.place) == "place"
    if shared_place(a.place, b.place) == "place" or _one_name(a.place, b.place):
        return True
    return (_one_document(first, second) or a.trigger == b.trigger) and _one_word(first, second)


def _blames(accounts: Sequence[Account], deed: Account, other: Account) -> bool:
    """Say whether the doer in the other version lays the deed to somebody else than itself."""
    speakers = _speakers(accounts)
    return bool(speakers & other.agents) and not speakers & deed.agents


def _one_name(first: Place | None, second: Place | None) -> bool:
    if first is None or second is None or "country" in (first.precision, second.precision):
        return False
    return first.text.lower() == second.text.lower()


def _one_document(first: Sequence[Account], second: Sequence[Account]) -> bool:
    return bool({a.document for a in first} & {b.document for b in second})


def _one_word(first: Sequence[Account], second: Sequence[Account]) -> bool:
    words = frozenset[str]().union(*(a.told for a in first))
    return bool(words & frozenset[str]().union(*(b.told for b in second)))


def _object(told: Sequence[Told]) -> Iterator[Dispute]:
    """Find one delivery or launch of which one says that it was this, another that it was something else."""
    blocks: dict[Hashable, list[Told]] = defaultdict(list)
    for event, accounts in told:
        main = _plainest(accounts)
        if main.family in _CARRIED and main.goods and main.agents:
            targets = main.targets if main.family == "transfer" else frozenset[str]()
            blocks[(main.family, main.agents, targets)].append((event, accounts))
    for first, second in _pairs(blocks):
        if _swapped(first[1], second[1]):
            sides = [make_side(_goods_of(accounts), _asserting(accounts)) for _, accounts in (first, second)]
            what = f"what it was: {sides[0].claim} against {sides[1].claim}"
            yield make_dispute(DisputeKind.OBJECT, (first[0].id, second[0].id), what, sides)


def _swapped(first: Sequence[Account], second: Sequence[Account]) -> bool:
    for a in _distinct(_asserting(first)):
        for b in _distinct(_asserting(second)):
            if a.goods and b.goods and not related_goods(a.goods, b.goods) and not set(a.origins) & set(b.origins):
                if _denies_other(a, second) or _denies_other(b, first):
                    return True
                if is_fine(a.time) and a.time == b.time and a.document != b.document and not a.lasting:
                    return True
    return False


def _denies_other(account: Account, others: Sequence[Account]) -> bool:
    """Say whether whoever tells the account denies the other, or the report that tells it has that denial."""
    return any(
        o.status is Status.DENIED and (o.document == account.document or set(o.interests) & set(account.interests))
        for o in others
    )


def _characterisation(told: Sequence[Told]) -> Iterator[Dispute]:
    """Find pairs said to be close by one origin and strained, or not close, by another of about the same time."""
    contrary = load_families().contrary
    by_pair: dict[frozenset[str], list[tuple[Event, Account]]] = defaultdict(list)
    for event, accounts in told:
        for account in accounts:
            if account.statement.type in contrary and len(account.everyone) > 1 and _is_held(account):
                by_pair[account.everyone].append((event, account))
    for pair, rows in sorted(by_pair.items(), key=lambda item: sorted(item[0])):
        apart = [(e, a) for e, a in rows if not _is_close(a)]
        doubters = {o for _, a in apart for o in a.origins}
        close = [(e, a) for e, a in rows if _is_close(a) and not set(a.origins) & doubters]
        close = [(e, a) for e, a in close if _of_one_mood(a, [b for _, b in apart])]
        if close:
            ids = tuple(dict.fromkeys(e.id for e, _ in (*close, *apart)))
            sides = [make_side("close", [a for _, a in close]), make_side("not close", [a for _, a in apart])]
            what = f"what {' and '.join(sorted(pair))} are to each other"
            yield make_dispute(DisputeKind.CHARACTERISATION, ids, what, sides)


def _is_held(account: Account) -> bool:
    return account.status in (Status.ACTUAL, Status.DENIED)


def _is_close(account: Account) -> bool:
    return (account.statement.type == "ALLY") != (account.status is Status.DENIED)


def _of_one_mood(account: Account, others: Sequence[Account]) -> bool:
    windows = {o.window for o in others}
    return any(account.window is None or w is None or days_apart(account.window, w) <= MOOD_DAYS for w in windows)


def _pairs(blocks: dict[Hashable, list[Told]]) -> Iterator[tuple[Told, Told]]:
    """Yield once each pair of events of one block that lie near each other in time."""
    seen: set[tuple[str, str]] = set()
    for members in blocks.values():
        members.sort(key=lambda t: (_plainest(t[1]).window or (0, 0), t[0].id))
        for i, first in enumerate(members):
            for second in members[i + 1 : i + 1 + NEIGHBOURS]:
                key = (min(first[0].id, second[0].id), max(first[0].id, second[0].id))
                if key not in seen:
                    seen.add(key)
                    yield (first, second) if first[0].id < second[0].id else (second, first)


def _plainest(accounts: Sequence[Account]) -> Account:
    """Return the account that tells most about when and by whom."""
    return min(accounts, key=lambda a: (a.status is Status.DENIED, not a.agents, not a.is_stated, a.order))


def _asserting(accounts: Sequence[Account]) -> list[Account]:
    return [a for a in accounts if a.status in (Status.ACTUAL, Status.POSSIBLE)]


def _distinct(accounts: Sequence[Account]) -> list[Account]:
    return list({(a.goods, a.origins, a.time): a for a in accounts}.values())


def _speakers(accounts: Sequence[Account]) -> set[str]:
    return {i for a in _asserting(accounts) for i in a.interests}


def _who(event: Event) -> str:
    return " and ".join(a.name for a in event.agents)


def _goods_of(accounts: Sequence[Account]) -> str:
    theme = next((a.statement.theme for a in _asserting(accounts) if a.statement.theme and a.goods), None)
    return theme.text if theme else "something else"
