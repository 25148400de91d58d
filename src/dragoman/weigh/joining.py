"""Joining by links, the surest first: what excludes each other is never joined, not through a third either.

`rejoin` joins anew only what was touched, with the groups that links tie it to. A group that comes out as it was keeps
all that others made of it; one that comes out otherwise is touched too, and the rest follows. Groups only ever grow
while links are made, and what excludes parts of two groups excludes the groups: so links that were refused between two
groups that nothing new enters are refused again, and what is left out of account decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from dragoman.weigh.account import Account
from dragoman.weigh.compare import SAME_EVENT, Verdict, compare
from dragoman.weigh.parties import Match, match_parties
from dragoman.weigh.ruled import Marks, decide, parted_after
from dragoman.weigh.vocabulary import related_goods

Link = tuple[Verdict, int, int]
Conflicts = Mapping[int, Set[int]]


@dataclass(slots=True)
class Joined:
    """Items, by index, that links tie, with the verdicts in the order in which they tied them.

    `kinds` has one of `profiles` for each kind of those that last and compare alike as to who and what, `marks` what
    people ruled about any of them.
    """

    members: set[int]
    profiles: list[Account]
    verdicts: list[Verdict]
    kinds: dict[Hashable, Account]
    marks: set[Marks]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return why they were joined, each reason once."""
        return tuple(dict.fromkeys(", ".join(v.reasons) for v in self.verdicts if v.reasons))

    @property
    def doubts(self) -> tuple[str, ...]:
        """Return what speaks against it, each doubt once."""
        return tuple(dict.fromkeys(v.doubt for v in self.verdicts if v.doubt))


class Links(Protocol):
    """Items that links tie, and the groups that were made of them before."""

    def present(self, items: Iterable[str]) -> set[str]:
        """Return those of the items that are still there."""

    def group_of(self, items: Iterable[str]) -> dict[str, str]:
        """Return the group of each item that has one."""

    def members(self, groups: Iterable[str]) -> dict[str, list[str]]:
        """Return the items of each group that are still there."""

    def linked(self, items: Iterable[str]) -> set[str]:
        """Return the items that a link may tie to one of these."""

    def links(self, items: Sequence[str], settled: Mapping[str, str]) -> tuple[list[Link], Conflicts]:
        """Return the links among the items, by index, and what excludes each other of what was compared.

        What lies between two of the groups in `settled` is left out.
        """

    def profiles(self, items: Sequence[str]) -> list[Sequence[Account]]:
        """Return by what each item is excluded from others."""

    def must_move(self, items: Iterable[str]) -> bool:
        """Say whether a group of these items is made anew whenever it is met."""


def join(
    profiles: Sequence[Sequence[Account]], links: Iterable[Link], conflicts: Conflicts = MappingProxyType({})
) -> list[Joined]:
    """Join what the links tie, the surest first, unless something in the one excludes something in the other.

    `conflicts` are the items that exclude each other of those that last and were compared.
    """
    groups = [_alone(i, own) for i, own in enumerate(profiles)]
    owner = list(range(len(groups)))
    refused: set[tuple[int, int]] = set()
    contrary: dict[Hashable, bool] = {}
    for verdict, i, j in sorted(links, key=lambda link: (-link[0].ruling, -link[0].score, link[1], link[2])):
        a, b = sorted((_find(owner, i), _find(owner, j)))
        if a == b or (not verdict.ruling and (a, b) in refused):
            continue
        kept, gone = groups[a], groups[b]
        if _excluded(kept, gone, verdict.ruling, conflicts, contrary):
            refused.add((a, b))
            continue
        kept.members |= gone.members
        kept.profiles += gone.profiles
        kept.kinds.update(gone.kinds)
        kept.marks |= gone.marks
        kept.verdicts += [*gone.verdicts, verdict]
        owner[b] = a
    return [group for i, group in enumerate(groups) if owner[i] == i]


def _alone(index: int, profiles: Sequence[Account]) -> Joined:
    kinds = {kind_of(p): p for p in profiles if p.lasting}
    return Joined({index}, list(profiles), [], kinds, {p.rulings for p in profiles if p.rulings})


def compare_pairs(
    profiles: Sequence[Account], pairs: Iterable[tuple[int, int]], judge: Callable[[Account, Account], Verdict]
) -> tuple[list[Link], Conflicts]:
    """Return the links among these pairs, by index, and which of those that last exclude each other."""
    links: list[Link] = []
    conflicts: dict[int, set[int]] = {}
    for i, j in pairs:
        verdict = judge(profiles[i], profiles[j])
        if verdict.score >= SAME_EVENT:
            links.append((verdict, i, j))
        elif verdict.excluded and profiles[i].lasting and profiles[j].lasting:
            conflicts.setdefault(i, set()).add(j)
            conflicts.setdefault(j, set()).add(i)
    return links, conflicts


def rejoin(touched: Iterable[str], links: Links) -> tuple[set[str], list[tuple[list[str], Joined]]]:
    """Join anew the items that were touched (or are gone) with all that follows from it.

    Returns the groups that are no more, and those made in their place with their items, in order.
    """
    items = set(touched)
    dissolved = set(links.group_of(items).values())
    for members in links.members(dissolved).values():
        items.update(members)
    items = links.present(items)
    while True:
        around = links.members(set(links.group_of(links.linked(items) - items).values()) - dissolved)
        settled = {item: group for group, members in around.items() for item in members}
        names = sorted(items | settled.keys())
        found = [([names[i] for i in sorted(joined.members)], joined) for joined in _join_named(names, settled, links)]
        moved = {g for members, _ in found for g in _disturbed(members, settled, around)}
        moved |= {group for group, members in around.items() if group not in moved and links.must_move(members)}
        if not moved:
            return dissolved, [(members, joined) for members, joined in found if members[0] not in settled]
        dissolved |= moved
        items.update(item for group in moved for item in around[group])


def _join_named(names: Sequence[str], settled: Mapping[str, str], links: Links) -> list[Joined]:
    return join(links.profiles(names), *links.links(names, settled))


def _disturbed(members: Sequence[str], settled: Mapping[str, str], around: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the groups around of which the members came out otherwise than in the group as it was."""
    groups = {settled[item] for item in members if item in settled}
    if len(groups) == 1 and len(members) == len(around[next(iter(groups))]):
        return set()
    return groups


def _excluded(first: Joined, second: Joined, ruling: int, conflicts: Conflicts, contrary: dict[Hashable, bool]) -> bool:
    """Say whether anything keeps the two apart; a person's ruling that joins them gives way to later ones only.

    Reports of what lasts may be thousands: what was compared is known, of the rest only who and what is compared, once
    for each kind.
    """
    if ruling:
        return parted_after(ruling, [p.rulings for p in first.profiles], [p.rulings for p in second.profiles])
    if not first.kinds or not second.kinds:
        return any(compare(a, b).excluded for a in first.profiles for b in second.profiles)
    # What happened may have come to what lasts by a ruling only: another ruling can keep it apart.
    if any(ruled and not ruled[1] for a in first.marks for b in second.marks if (ruled := decide(a, b))):
        return True
    few, many = sorted((first, second), key=lambda group: len(group.members))
    if any(not many.members.isdisjoint(conflicts[i]) for i in few.members if i in conflicts):
        return True
    for one, a in first.kinds.items():
        for other, b in second.kinds.items():
            if (one, other) not in contrary:
                contrary[one, other] = _are_contrary(a, b)
            if contrary[one, other]:
                return True
    return False


def kind_of(account: Account) -> Hashable:
    """Return who and what an account tells of: two of one kind exclude the same as to that."""
    parties = (account.family, account.agents, account.targets, account.names_targets, account.directed)
    return (*parties, account.goods, account.dataset, account.rulings)


def _are_contrary(first: Account, second: Account) -> bool:
    """Say whether two accounts of what lasts can't be of one event, as to rulings, source, parties and goods."""
    ruled = decide(first.rulings, second.rulings)
    if ruled:
        return not ruled[1]
    if first.dataset is not None and first.dataset == second.dataset:
        return True
    if first.goods and second.goods and not related_goods(first.goods, second.goods):
        return True
    return match_parties(first, second) is Match.OTHER


def _find(owner: list[int], index: int) -> int:
    while owner[index] != index:
        owner[index] = owner[owner[index]]
        index = owner[index]
    return index
