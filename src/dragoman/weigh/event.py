"""The event that a group of accounts tells of: its roles, theme, time, place and standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.model import Document, Event, Place, Status, Theme
from dragoman.weigh.account import Account
from dragoman.weigh.group import Group
from dragoman.weigh.roles import roles_of
from dragoman.weigh.ruled import reasons_of
from dragoman.weigh.standing import judge
from dragoman.weigh.supersede import history_of
from dragoman.weigh.when import event_time
from dragoman.weigh.where import fineness

# Which status speaks for the event's type and parties when its accounts differ.
_WEIGHT = {Status.ACTUAL: 4, Status.PLANNED: 3, Status.POSSIBLE: 2, Status.DENIED: 1, Status.WANTED: 1}


def event_of(group: Group, documents: Mapping[str, Document]) -> Event:
    """Return the event that the group's accounts tell of, with the reasons for joining them and for its standing."""
    accounts = sorted(group.accounts, key=lambda a: _by_age(a, documents))
    judgement = judge(accounts, documents)
    main = max(accounts, key=_fullness)
    agents, targets = roles_of(main, accounts)
    doubts = [*group.doubts, *(f"{who} denies it and yet allows that it may be so" for who in judgement.doubters)]
    return Event(
        id="e" + min(a.statement.id for a in accounts)[:12],
        type=main.statement.type,
        mode=main.statement.mode,
        contexts=tuple(sorted({c for a in accounts for c in a.statement.contexts})),
        statements=tuple(dict.fromkeys(a.statement.id for a in accounts)),
        agents=agents,
        targets=targets,
        theme=_theme(accounts),
        time=event_time(accounts),
        place=_place(accounts),
        outcome=_commonest(a.statement.outcome for a in accounts),
        standing=judgement.standing,
        fulfilled=judgement.fulfilled,
        origins=judgement.origins,
        asserted_by=judgement.asserted_by,
        denied_by=judgement.denied_by,
        derivation=judgement.derivation,
        credibility=judgement.credibility,
        history=history_of(accounts),
        doubt="; ".join(doubts) or None,
        reasons=(*judgement.reasons, *_reasons(group)),
    )


def _reasons(group: Group) -> list[str]:
    """Return why the statements were joined: what people ruled first, each of it once."""
    ruled = reasons_of(account.rulings for account in group.accounts)
    return list(dict.fromkeys((*ruled, *group.reasons)))


def _by_age(account: Account, documents: Mapping[str, Document]) -> tuple[str, str, int, str, str]:
    document = documents[account.document]
    published = document.published.isoformat() if document.published else "9999"
    return published, document.id, account.statement.evidence.start, account.statement.id, account.status


def _fullness(account: Account) -> tuple[bool, bool, int, int]:
    """Rank the account whose roles stand for the event: the fullest of those with the strongest status."""
    statement = account.statement
    told_fully = account.directed or not account.targets
    return (
        told_fully,
        statement.mode == "visit" and statement.place is not None,
        _WEIGHT[account.status],
        len(account.everyone),
    )


def _theme(accounts: Sequence[Account]) -> Theme | None:
    themes = [a.statement.theme for a in accounts if a.statement.theme]
    return max(themes, key=lambda t: (len(t.goods), len(t.quantities), -len(t.text)), default=None)


def _place(accounts: Sequence[Account]) -> Place | None:
    told = [a for a in accounts if a.place]
    pool = [a for a in told if a.status is Status.ACTUAL] or told
    return min((a.place for a in pool if a.place), key=fineness, default=None)


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
