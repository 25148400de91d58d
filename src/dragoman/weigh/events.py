"""The last step of weighing: events of the knots that changed, and the disputes within and between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from dragoman.model import Dispute, Document
from dragoman.weigh.account import Account
from dragoman.weigh.desk import Desk, Told, accounts_of
from dragoman.weigh.disputes import find_within
from dragoman.weigh.event import event_of
from dragoman.weigh.group import Group
from dragoman.weigh.joining import Joined, rejoin
from dragoman.weigh.link import KnotLinks
from dragoman.weigh.neighbours import (
    CHARACTER,
    KINDS,
    MOST_TOGETHER,
    find_between_two,
    find_of_character,
    rule_of,
    subjects_of,
)
from dragoman.weigh.shelves import Shelves

Pair = tuple[str, str, str]  # a rule, and two events


def reform(desk: Desk, touched: Collection[str], events: Mapping[str, str]) -> None:
    """Make anew the events of the knots that were touched, with all that follows; `events` are those of gone knots."""
    dissolved, joined = rejoin(touched, KnotLinks(desk, events))
    shelves = desk.shelves
    parts = [row for rows in shelves.parts.under(dissolved).values() for row in rows]
    made = {told[0].id: (told, knots) for told, knots in (_form(desk, knots, found) for knots, found in joined)}
    shelves.parts.drop(parts)
    shelves.parts.put((id_, 0, 0, knot) for id_, (_, knots) in made.items() for knot in knots)
    owned = {knot: id_ for id_, (_, knots) in made.items() for knot in knots}
    desk.replace_knots(
        (), [replace(knot, event=owned[id_]) for id_, knot in desk.knots(owned).items() if knot.event != owned[id_]]
    )
    told = {id_: told for id_, (told, _) in made.items()}
    _drop_disputes(shelves, _disputed(shelves, dissolved))
    shelves.events.drop(dissolved)
    shelves.events.put(event for event, _ in told.values())
    desk.keep_told(told.values())
    changed = _replace_subjects(shelves, dissolved, told)
    found = [dispute for event, accounts in told.values() for dispute in find_within(event, accounts)]
    found += _between_pairs(desk, changed, told)
    _keep_disputes(shelves, found)
    for subject in sorted(s for s in changed if rule_of(s) == CHARACTER):
        _rejudge_character(desk, subject)


def _form(desk: Desk, knots: list[str], joined: Joined) -> tuple[Told, list[str]]:
    """Return the event that the knots are of, with its accounts and why they were joined."""
    tied = desk.knots(knots).values()
    tellings = desk.tellings_of(knots)
    accounts = accounts_of(tellings)
    reasons = chain(*(t.reasons for t in tellings), *(knot.reasons for knot in tied), joined.reasons)
    doubts = chain(*(t.doubts for t in tellings), *(knot.doubts for knot in tied), joined.doubts)
    group = Group(accounts=accounts, reasons=tuple(dict.fromkeys(reasons)), doubts=tuple(dict.fromkeys(doubts)))
    return (event_of(group, _documents(accounts)), accounts), knots


def _documents(accounts: Iterable[Account]) -> dict[str, Document]:
    """Return the documents as far as events depend on them: by their days."""
    days = {account.document: account.published for account in accounts}
    return {id_: Document(id=id_, name=id_, uri="", text="", published=day) for id_, day in days.items()}


def _replace_subjects(shelves: Shelves, dissolved: Collection[str], told: Mapping[str, Told]) -> dict[str, int]:
    """Note what the events are about; return by each subject of theirs how many more are about it than before."""
    before = {(row[3], 0, 0, row[0]) for rows in shelves.topics.under(dissolved).values() for row in rows}
    after = {(subject, 0, 0, id_) for id_, one in told.items() for subject in subjects_of(*one)}
    gone, come = before - after, after - before
    shelves.subjects.drop(gone)
    shelves.subjects.put(come)
    shelves.topics.drop((event, 0, 0, subject) for subject, _, _, event in gone)
    shelves.topics.put((event, 0, 0, subject) for subject, _, _, event in come)
    changed = {row[0]: 0 for row in before | after}
    for rows, step in ((come, 1), (gone, -1)):
        for row in rows:
            changed[row[0]] += step
    return changed


def _between_pairs(desk: Desk, changed: Mapping[str, int], told: Mapping[str, Told]) -> Iterator[Dispute]:
    """Yield the disputes between two events of which one changed, or that share a subject which only few share now.

    What two events contradicted each other in for a subject that too many share by now is dropped.
    """
    shelves = desk.shelves
    pairs: set[Pair] = set()
    for subject, step in changed.items():
        rule = rule_of(subject)
        if rule == CHARACTER:
            continue
        rows = shelves.subjects.between(subject, 0, 0, MOST_TOGETHER + 1 + abs(step))
        ids = [row[3] for row in rows]
        was_crowded, is_crowded = len(ids) - step > MOST_TOGETHER, len(ids) > MOST_TOGETHER
        if is_crowded and not was_crowded:
            _drop_unfounded(shelves, rule, ids)
        if not is_crowded:
            pairs.update((rule, a, b) for a, b in combinations(ids, 2) if was_crowded or a in told or b in told)
    desk.told({id_ for _, *both in pairs for id_ in both})
    for rule, first, second in sorted(pairs):
        both = desk.told((first, second))
        yield from find_between_two(rule, both[first], both[second])


def _drop_unfounded(shelves: Shelves, rule: str, ids: Sequence[str]) -> None:
    """Drop the disputes between two of the events that share no subject any more which few share."""
    known = shelves.disputes.get(_disputed(shelves, ids))
    for dispute in known.values():
        if dispute.kind is KINDS[rule] and set(dispute.events) <= set(ids):
            topics = [{row[3] for row in rows} for rows in shelves.topics.under(dispute.events).values()]
            shared = (s for s in set.intersection(*topics) if rule_of(s) == rule)
            if all(len(shelves.subjects.between(s, 0, 0, MOST_TOGETHER + 1)) > MOST_TOGETHER for s in shared):
                _drop_disputes(shelves, [dispute.id])


def _rejudge_character(desk: Desk, subject: str) -> None:
    """Say anew where those contradict each other who tell what two actors are to each other."""
    shelves = desk.shelves
    old = shelves.disputed.under([subject]).get(subject, ())
    _drop_disputes(shelves, [row[3] for row in old])
    shelves.disputed.drop(old)
    told = desk.told(row[3] for row in shelves.subjects.under([subject]).get(subject, ()))
    found = list(find_of_character(subject, list(told.values())))
    _keep_disputes(shelves, found)
    shelves.disputed.put((subject, 0, 0, dispute.id) for dispute in found)


def _disputed(shelves: Shelves, events: Iterable[str]) -> set[str]:
    return {row[3] for rows in shelves.disputed.under(events).values() for row in rows}


def _keep_disputes(shelves: Shelves, disputes: Collection[Dispute]) -> None:
    shelves.disputes.put(disputes)
    shelves.disputed.put((event, 0, 0, dispute.id) for dispute in disputes for event in dispute.events)


def _drop_disputes(shelves: Shelves, ids: Collection[str]) -> None:
    known = shelves.disputes.get(ids)
    shelves.disputed.drop((event, 0, 0, id_) for id_, dispute in known.items() for event in dispute.events)
    shelves.disputes.drop(known)
