"""Statements of many documents -> events with a standing, and disputes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model import ActorRef, Dispute, Document, Event, Place, Statement, Status, Theme, Time
from dragoman.weigh.account import Account, account_of
from dragoman.weigh.disputes import find_disputes
from dragoman.weigh.link import Group, group_accounts
from dragoman.weigh.origins import origins_of
from dragoman.weigh.standing import judge

_PRECISION = ("day", "week", "month", "season", "year", "decade", "interval", "unknown")
_FINENESS = ("site", "city", "region", "country", "unknown")
# Which status speaks for the event's type and parties when its accounts differ.
_WEIGHT = {Status.ACTUAL: 4, Status.PLANNED: 3, Status.POSSIBLE: 2, Status.DENIED: 1, Status.WANTED: 1}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The events that statements tell of, and where accounts conflict."""

    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


def weigh(statements: Sequence[Statement], documents: Sequence[Document]) -> Weighed:
    """Return the events and disputes of the statements; the order in which they come makes no difference."""
    by_id = {d.id: d for d in documents}
    outlets = origins_of(documents)
    accounts = [account_of(s, by_id[s.document], outlets) for s in statements]
    pairs = [(_event(group, by_id), group) for group in group_accounts(accounts)]
    events = sorted((event for event, _ in pairs), key=lambda e: e.id)
    disputes = find_disputes(events, {event.id: group.accounts for event, group in pairs})
    return Weighed(tuple(events), disputes)


def _event(group: Group, documents: Mapping[str, Document]) -> Event:
    accounts = sorted(group.accounts, key=lambda a: _rank(a, documents))
    judgement = judge(accounts, documents)
    main = _main(accounts)
    return Event(
        id="e" + min(a.statement.id for a in accounts)[:12],
        type=main.statement.type,
        mode=main.statement.mode,
        contexts=tuple(sorted({c for a in accounts for c in a.statement.contexts})),
        statements=tuple(a.statement.id for a in accounts),
        agents=_merged(main.statement.agents, (a.statement.agents for a in accounts), main.targets),
        targets=_merged(main.statement.targets, (a.statement.targets for a in accounts), main.agents),
        theme=_theme(accounts),
        time=_time(accounts),
        place=_place(accounts),
        outcome=_commonest(a.statement.outcome for a in accounts),
        standing=judgement.standing,
        fulfilled=judgement.fulfilled,
        origins=judgement.origins,
        asserted_by=judgement.asserted_by,
        denied_by=judgement.denied_by,
        doubt="; ".join(group.doubts) or None,
        reasons=(*judgement.reasons, *group.reasons),
    )


def _rank(account: Account, documents: Mapping[str, Document]) -> tuple[str, str, int, str]:
    document = documents[account.statement.document]
    published = document.published.isoformat() if document.published else "9999"
    return published, document.id, account.statement.evidence.start, account.statement.id


def _main(accounts: Sequence[Account]) -> Account:
    """Return the account whose roles stand for the event: the fullest of those with the strongest status."""
    return max(
        accounts,
        key=lambda a: (
            a.directed or not a.targets,
            a.statement.mode == "visit" and a.statement.place is not None,
            _WEIGHT[a.statement.status],
            len(a.everyone),
        ),
    )


def _merged(
    main: Sequence[ActorRef], others: Iterable[Sequence[ActorRef]], opposite: frozenset[str]
) -> tuple[ActorRef, ...]:
    """Return the role's fillers: the main account's, then those that half of the accounts add on the same side."""
    rows = list(others)
    counts = Counter(ref.code for refs in rows for ref in {r.code: r for r in refs}.values())
    merged = {ref.code: ref for ref in main}
    for ref in (r for refs in rows for r in refs):
        if ref.code not in merged and ref.code not in opposite and counts[ref.code] * 2 >= len(rows):
            merged[ref.code] = ref
    return tuple(merged.values())


def _theme(accounts: Sequence[Account]) -> Theme | None:
    themes = [a.statement.theme for a in accounts if a.statement.theme]
    if not themes:
        return None
    return max(themes, key=lambda t: (len(t.goods), len(t.quantities), -len(t.text)))


def _time(accounts: Sequence[Account]) -> Time:
    """Return the finest stated time of what happened, else of what is planned, else the days around the reports."""
    stated = [a for a in accounts if a.is_stated]
    pool = [a for a in stated if a.statement.status is Status.ACTUAL] or stated
    if pool and all(a.lasting for a in accounts):
        starts = [a.time.start for a in pool if a.time.start]
        ends = [a.time.end for a in pool if a.time.end]
        finest = _finest(pool).time
        open_ended = any(a.time.end is None for a in pool)
        return Time(
            start=min(starts, default=None),
            end=None if open_ended else max(ends, default=None),
            precision=finest.precision,
            text=finest.text,
        )
    if pool:
        return _finest(pool).time
    return next((a.time for a in accounts if a.time.start), Time())


def _finest(accounts: Sequence[Account]) -> Account:
    return min(
        accounts,
        key=lambda a: _PRECISION.index(a.time.precision) if a.time.precision in _PRECISION else len(_PRECISION),
    )


def _place(accounts: Sequence[Account]) -> Place | None:
    told = [a for a in accounts if a.place]
    pool = [a for a in told if a.statement.status is Status.ACTUAL] or told
    places = [a.place for a in pool if a.place]
    return min(
        places, key=lambda p: _FINENESS.index(p.precision) if p.precision in _FINENESS else len(_FINENESS), default=None
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
