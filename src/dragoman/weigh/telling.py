"""What one document tells of one happening or state: its accounts of it, and why they were taken for one.

1. Accounts in the same terms are one.
2. What one document tells of one happening is joined, so that the place in one sentence and the day in another belong
   together: the profile is the fullest account with the best time and place that any of them gives.

All that is done here depends on one document only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model import Place, Status
from dragoman.weigh import when, where
from dragoman.weigh.account import Account
from dragoman.weigh.candidates import pairs_within
from dragoman.weigh.compare import compare
from dragoman.weigh.joining import compare_pairs, join
from dragoman.weigh.parties import is_by_matter
from dragoman.weigh.ruled import marks_together
from dragoman.weigh.stages import Stage

SAME_TERMS = "told in the same terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Document `document` tells of one happening or state in `accounts`, which were joined for `reasons`.

    `id` is the least id of its statements.
    """

    id: str
    document: str
    accounts: tuple[Account, ...]
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def tell(accounts: Iterable[Account]) -> list[Telling]:
    """Return what each document's accounts amount to."""
    by_document: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        by_document[account.document].append(account)
    return [telling for own in by_document.values() for telling in _tell(own)]


def profile_of(accounts: Sequence[Account]) -> Account:
    """Return what a telling is compared by: the fullest account, with the best time and place that it tells."""
    if len(accounts) == 1:
        return accounts[0]
    main = min(accounts, key=lambda a: (-len(a.everyone), not a.directed, -len(a.goods), -len(a.words), a.order))
    told = [a for a in accounts if a.status is Status.ACTUAL] or accounts
    timed = min(told, key=lambda a: (not a.is_stated, when.fineness(a.time), a.order))
    return replace(
        main,
        status=timed.status,
        time=timed.time,
        is_stated=timed.is_stated,
        window=timed.window,
        place=_finest_place(told) or main.place,
        stage=next((a.stage for a in (main, *accounts) if a.stage is not Stage.UNSAID), Stage.UNSAID),
        levels=main.levels.union(*(a.levels for a in accounts)),
        people=frozenset(person for a in accounts for person in a.people),
        matter=main.matter or next((a.matter for a in accounts if a.matter), None),
        rulings=marks_together(a.rulings for a in accounts),
    )


def _tell(accounts: Iterable[Account]) -> Iterator[Telling]:
    alike: dict[Hashable, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: (*a.order, a.status)):
        alike[_terms(account)].append(account)
    groups = list(alike.values())
    profiles = [profile_of(own) for own in groups]
    links, conflicts = compare_pairs(profiles, pairs_within(profiles), compare)
    for joined in join([(profile,) for profile in profiles], links, conflicts):
        own = sorted((a for i in joined.members for a in groups[i]), key=lambda a: (*a.order, a.status))
        same = (SAME_TERMS,) if any(len(groups[i]) > 1 for i in joined.members) else ()
        yield Telling(
            id=min(a.statement.id for a in own),
            document=own[0].document,
            accounts=tuple(own),
            reasons=(*same, *joined.reasons),
            doubts=joined.doubts,
        )


def _terms(account: Account) -> Hashable:
    """Return all that comparing looks at: accounts of one document that share it need no comparing."""
    if account.dataset is not None:
        return account.statement.id
    if account.dataset is not None:
        return account.statement.id
    statement, time, place = account.statement, account.time, account.place
    of_one = is_by_matter(account) or len(account.everyone) < 2
    matter = account.words if of_one and not account.goods else None
    parties = (account.family, account.agents, account.targets)
    shared = (*parties, account.goods, matter, account.lasting, account.rulings, account.trigger, account.is_borrowed)
    if account.lasting:
        era = (time.start and time.start.year, time.end and time.end.year) if account.is_stated else None
        said = (account.words, statement.mode)
        return (*shared, era, *said) if matter != frozenset() else (*shared, era, statement.id)
    spot = (place.text, place.country) if place else None
    which = (account.stage, account.levels, account.by_wire)
    told = (statement.type, statement.mode, statement.count, time.start, time.end, spot, *which)
    return (*shared, account.matter, *told)


def _finest_place(accounts: Sequence[Account]) -> Place | None:
    places = [a.place for a in accounts if a.place is not None]
    return min(places, key=lambda p: (where.fineness(p), p.text), default=None)
