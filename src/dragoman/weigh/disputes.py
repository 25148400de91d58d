"""Disputes: statements that can't both be right, with both sides' words."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dragoman.model import Dispute, DisputeKind, Event, Side, Standing, Status
from dragoman.weigh.account import Account, load_families
from dragoman.weigh.compare import SLIP_DAYS, days_between, places_conflict

Groups = Mapping[str, Sequence[Account]]


def find_disputes(events: Sequence[Event], groups: Groups) -> tuple[Dispute, ...]:
    """Return the disputes within events and between them."""
    found: list[Dispute] = []
    for event in events:
        accounts = groups[event.id]
        for rule in (_occurrence, _place, _date, _number):
            found.extend(rule(event, accounts))
    found.extend(_characterisation(events, groups))
    found.extend(_responsibility(events, groups))
    return tuple(sorted(found, key=lambda d: d.id))


def _occurrence(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    if event.standing is not Standing.DISPUTED:
        return
    said = [a for a in accounts if a.statement.status in (Status.ACTUAL, Status.POSSIBLE, Status.PLANNED)]
    denied = [a for a in accounts if a.statement.status is Status.DENIED]
    yield dispute(
        DisputeKind.OCCURRENCE,
        (event.id,),
        "whether it is so",
        [_side("it is so", said), _side("it is not so", denied)],
    )


def _place(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    # A plan may go another way without anyone being wrong: only accounts of what happened conflict about the place.
    told = [a for a in accounts if not a.lasting and a.statement.place and a.statement.status is Status.ACTUAL]
    named = _by(told, lambda a: a.statement.place.text if a.statement.place else "")
    sides = _conflicting(named, lambda a, b: places_conflict(a.statement.place, b.statement.place))
    if len(sides) > 1:
        what = "where: " + " against ".join(name for name, _ in sides)
        yield dispute(DisputeKind.PLACE, (event.id,), what, [_side(f"at {name}", members) for name, members in sides])


def _date(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    told = [
        a for a in accounts if not a.lasting and a.statement.status is Status.ACTUAL and (a.time.start or a.time.end)
    ]
    named = _by(told, describe_time)
    sides = _conflicting(named, lambda a, b: (days_between(a.time, b.time) or 0) > SLIP_DAYS)
    if len(sides) > 1:
        what = "when: " + " against ".join(name for name, _ in sides)
        yield dispute(DisputeKind.DATE, (event.id,), what, [_side(name, members) for name, members in sides])


def _number(event: Event, accounts: Sequence[Account]) -> Iterator[Dispute]:
    units: dict[str, list[tuple[float, Account]]] = defaultdict(list)
    for account in accounts:
        theme = account.statement.theme
        for quantity in theme.quantities if theme else ():
            units[quantity.unit].append((quantity.value, account))
    for unit, told in sorted(units.items()):
        values = sorted({value for value, _ in told})
        if len(values) > 1 and len({a.origin for _, a in told}) > 1:
            sides = [_side(f"{value:g} {unit}", [a for v, a in told if v == value]) for value in values]
            yield dispute(DisputeKind.NUMBER, (event.id,), f"how many: {unit}", sides)


def _characterisation(events: Sequence[Event], groups: Groups) -> Iterator[Dispute]:
    """Find pairs said to be close by one and strained, or not close, by another."""
    contrary = load_families().contrary
    by_pair: dict[frozenset[str], list[tuple[Event, Account]]] = defaultdict(list)
    for event in events:
        for account in groups[event.id]:
            if account.statement.type in contrary and len(account.everyone) > 1:
                by_pair[account.everyone].append((event, account))
    for pair, told in sorted(by_pair.items(), key=lambda item: sorted(item[0])):
        close = [(e, a) for e, a in told if _is_close(a)]
        apart = [(e, a) for e, a in told if not _is_close(a)]
        if close and apart:
            ids = tuple(dict.fromkeys(e.id for e, _ in (*close, *apart)))
            sides = [_side("close", [a for _, a in close]), _side("not close", [a for _, a in apart])]
            yield dispute(
                DisputeKind.CHARACTERISATION, ids, f"what {' and '.join(sorted(pair))} are to each other", sides
            )


def _is_close(account: Account) -> bool:
    return (account.statement.type == "ALLY") != (account.statement.status is Status.DENIED)


def _responsibility(events: Sequence[Event], groups: Groups) -> Iterator[Dispute]:
    """Find attacks on one target, at one time and place, that are laid to different doers."""
    by_target: dict[tuple[frozenset[str], str], list[Event]] = defaultdict(list)
    for event in events:
        account = groups[event.id][0]
        if account.family == "fight" and not account.lasting and event.place and account.agents:
            by_target[account.targets, event.place.text].append(event)
    for key, candidates in sorted(by_target.items(), key=lambda item: (sorted(item[0][0]), item[0][1])):
        for i, first in enumerate(candidates):
            for second in candidates[i + 1 :]:
                a, b = groups[first.id], groups[second.id]
                gap = days_between(a[0].time, b[0].time)
                if gap is not None and gap <= SLIP_DAYS and not a[0].agents & b[0].agents:
                    sides = [_side(_who(first), a), _side(_who(second), b)]
                    yield dispute(DisputeKind.RESPONSIBILITY, (first.id, second.id), f"who did it, at {key[1]}", sides)


def dispute(kind: DisputeKind, events: tuple[str, ...], what: str, sides: Sequence[Side]) -> Dispute:
    """Return a dispute whose id follows from its kind, its events and its statements."""
    key = "|".join([kind, *sorted(s for side in sides for s in side.statements)])
    identity = "d" + hashlib.sha256(key.encode()).hexdigest()[:12]
    return Dispute(id=identity, kind=kind, events=events, what=what, sides=tuple(sides))


def describe_time(account: Account) -> str:
    """Return the time of an account in words, saying when it is only the date of publication."""
    time = account.time
    if account.is_stated:
        return _dates(time.start, time.end)
    return f"about {time.end}, when the report was published" if time.end else "unknown"


def _dates(start: object, end: object) -> str:
    if start == end:
        return str(start)
    return f"{start or '...'} to {end or '...'}"


def _by(accounts: Iterable[Account], name: Callable[[Account], str]) -> list[tuple[str, list[Account]]]:
    named: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        named[name(account)].append(account)
    return sorted(named.items())


def _conflicting(
    named: Sequence[tuple[str, list[Account]]], conflict: Callable[[Account, Account], bool]
) -> list[tuple[str, list[Account]]]:
    """Keep the groups of which some account conflicts with one of another group."""
    return [
        (name, members)
        for name, members in named
        if any(conflict(a, b) for a in members for other, others in named if other != name for b in others)
    ]


def _side(claim: str, accounts: Sequence[Account]) -> Side:
    interests = dict.fromkeys(i for a in accounts for i in a.interests)
    return Side(claim=claim, statements=tuple(a.statement.id for a in accounts), interests=tuple(interests))


def _who(event: Event) -> str:
    return " and ".join(a.name for a in event.agents)
