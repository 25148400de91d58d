"""Group accounts into events: first within each document, then across documents, the surest links first.

1. Accounts in the same terms are one (`_alike`).
2. What one document tells of one happening is joined, so that the place in one sentence and the day in another belong
   together: the group's profile is its fullest account with the best time and place that any of them gives.
3. Groups of different documents are joined by their profiles; what a profile excludes is never joined through a third.
4. What tells too little to be placed by itself is joined where only one event could be meant (homes.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dragoman.model import Place, Status
from dragoman.weigh import when, where
from dragoman.weigh.account import Account
from dragoman.weigh.candidates import candidate_pairs
from dragoman.weigh.compare import SAME_EVENT, Verdict, compare
from dragoman.weigh.homes import find_homes
from dragoman.weigh.ruled import decide, marks_together, parted_after
from dragoman.weigh.vocabulary import load_families

Link = tuple[Verdict, int, int]


@dataclass(slots=True)
class Group:
    """Accounts of one event, with the reasons for joining them and the doubts about it.

    `profiles` are what the group is compared by, one for each document or wording, `profile` the fullest.
    """

    accounts: list[Account]
    profile: Account
    profiles: dict[Hashable, Account]
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def group_accounts(accounts: Sequence[Account]) -> list[Group]:
    """Return the accounts grouped by event; the same groups in whatever order they come."""
    groups = _alike(accounts)
    groups = [_profiled(group) for group in _joined(groups, _links(groups, _in_one_document))]
    groups = _joined(groups, _links(groups, _across_documents))
    return _joined(groups, find_homes([g.profile for g in groups], [len(g.profiles) for g in groups]))


def _alike(accounts: Sequence[Account]) -> list[Group]:
    """Group what is told in the same terms: lasting states wherever they are told, happenings within a document."""
    alike: dict[Hashable, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: (*a.order, a.status)):
        alike[_signature(account)].append(account)
    reasons = ["told in the same terms"]
    return [_profiled(_group(members, reasons if len(members) > 1 else [])) for members in alike.values()]


def _group(accounts: list[Account], reasons: Iterable[str]) -> Group:
    return Group(accounts, accounts[0], {}, list(reasons))


def _links(groups: Sequence[Group], may_meet: Callable[[Account, Account], bool]) -> list[Link]:
    profiles = [group.profile for group in groups]
    links: list[Link] = []
    for i, j in candidate_pairs(profiles):
        if may_meet(profiles[i], profiles[j]):
            verdict = compare(profiles[i], profiles[j])
            if verdict.score >= SAME_EVENT:
                links.append((verdict, i, j))
    return links


def _joined(groups: Sequence[Group], links: Iterable[Link]) -> list[Group]:
    """Join what the links tie, the surest first, unless something in the one excludes something in the other."""
    owner = list(range(len(groups)))
    for verdict, i, j in sorted(links, key=lambda link: (-link[0].ruling, -link[0].score, link[1], link[2])):
        a, b = _find(owner, i), _find(owner, j)
        if a != b and not _excluded(groups[a], groups[b], verdict.ruling):
            _join(groups[min(a, b)], groups[max(a, b)], verdict)
            owner[max(a, b)] = min(a, b)
    return [group for i, group in enumerate(groups) if _find(owner, i) == i]


def _in_one_document(first: Account, second: Account) -> bool:
    return first.document == second.document


def _across_documents(first: Account, second: Account) -> bool:
    return first.lasting or first.document != second.document or decide(first.rulings, second.rulings) is not None


def _profiled(group: Group) -> Group:
    """Give a group its profile: the fullest account, with the best time and place that the group tells."""
    accounts = group.accounts
    main = min(accounts, key=lambda a: (-len(a.everyone), not a.directed, -len(a.goods), -len(a.words), a.order))
    if len(accounts) > 1:
        told = [a for a in accounts if a.status is Status.ACTUAL] or accounts
        timed = min(told, key=lambda a: (not a.is_stated, when.fineness(a.time), a.order))
        main = replace(
            main,
            status=timed.status,
            time=timed.time,
            is_stated=timed.is_stated,
            window=timed.window,
            place=_finest_place(told) or main.place,
            matter=main.matter or next((a.matter for a in accounts if a.matter), None),
            rulings=marks_together(a.rulings for a in accounts),
        )
    group.profile = main
    group.profiles = {_signature(main): main}
    return group


def _finest_place(accounts: Sequence[Account]) -> Place | None:
    places = [a.place for a in accounts if a.place is not None]
    return min(places, key=lambda p: (where.fineness(p), p.text), default=None)


def _signature(account: Account) -> Hashable:
    """Return all that comparing looks at: accounts that share it need no comparing."""
    statement, time, place = account.statement, account.time, account.place
    matter = account.words if statement.type in load_families().by_matter and not account.goods else None
    parties = (account.family, account.agents, account.targets)
    shared = (*parties, account.goods, matter, account.lasting, account.rulings)
    if account.lasting:
        era = (time.start and time.start.year, time.end and time.end.year) if account.is_stated else None
        said = (account.words, account.trigger, statement.mode, statement.document)
        return (*shared, era, *said) if matter != frozenset() else (*shared, era, statement.id)
    spot = (place.text, place.country) if place else None
    told = (statement.type, statement.mode, statement.count, time.start, time.end, spot)
    return (*shared, account.matter, *told, statement.document, account.trigger)


def _excluded(first: Group, second: Group, ruling: int) -> bool:
    """Say whether anything keeps the groups apart; a person's ruling that joins them gives way to later ones only."""
    if ruling:
        one, other = ([p.rulings for p in group.profiles.values()] for group in (first, second))
        return parted_after(ruling, one, other)
    return any(compare(a, b).excluded for a in first.profiles.values() for b in second.profiles.values())


def _join(kept: Group, gone: Group, verdict: Verdict) -> None:
    kept.accounts.extend(gone.accounts)
    kept.profiles.update(gone.profiles)
    kept.profile = min((kept.profile, gone.profile), key=lambda a: (-len(a.everyone), not a.is_stated, a.order))
    for reason in (", ".join(verdict.reasons), *gone.reasons):
        if reason and reason not in kept.reasons:
            kept.reasons.append(reason)
    kept.doubts.extend(d for d in (verdict.doubt, *gone.doubts) if d and d not in kept.doubts)


def _find(owner: list[int], index: int) -> int:
    while owner[index] != index:
        owner[index] = owner[owner[index]]
        index = owner[index]
    return index
