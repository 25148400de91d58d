"""The standing of an event: computed by rule from what each origin adds, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Contribution, Document, Stance, Standing, Status
from dragoman.weigh.account import Account
from dragoman.weigh.derivation import asserting_of, contradicting, deniers_of, derive, join_names
from dragoman.weigh.interest import admits_against_interest
from dragoman.weigh.matter import denies_fact

__all__ = ["Judgement", "contradicting", "judge"]

# NATO Admiralty's credibility of what is told; the two that depend on more than the standing are in `_credibility`.
_CREDIBILITY = {
    Standing.CONFIRMED: 1,
    Standing.SINGLE_SOURCE: 3,
    Standing.ALLEGED: 4,
    Standing.DISPUTED: 4,
    Standing.DENIED: 5,
    Standing.EXPECTED: 6,
    Standing.WANTED: 6,
}
_PROBABLY_TRUE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The standing with the rows that give it, whose interests assert and deny, the origins that count, and why.

    `doubters` are origins that deny it and yet allow that it may be: one voice in doubt, not two against each other.
    """

    standing: Standing
    credibility: int
    derivation: tuple[Contribution, ...]
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    origins: tuple[str, ...]
    fulfilled: bool
    doubters: tuple[str, ...]
    reasons: tuple[str, ...]


def judge(accounts: Sequence[Account], documents: Mapping[str, Document]) -> Judgement:
    """Return the standing of the event that these accounts tell of: the first rule of the glossary that applies."""
    rows = derive(accounts)
    denying = [a for a in accounts if a.status is Status.DENIED]
    denied_by, asserted_by = _interests(denying), _interests(asserting_of(accounts))
    standing, reason = _standing(rows, contradicting(accounts), asserted_by)
    refuted_by = _interests(a for a in denying if denies_fact(a))
    admitted = any(admits_against_interest(a, refuted_by) for a in accounts)
    doubters = _doubters(accounts)
    fulfilled = _is_fulfilled(accounts, documents)
    reasons = [reason]
    if doubters:
        reasons.append(f"{join_names(doubters)} denies it and yet allows that it may be so")
    if fulfilled:
        reasons.append("planned in one document, actual in a later one")
    return Judgement(
        standing=standing,
        credibility=_credibility(standing, rows, admitted=admitted),
        derivation=rows,
        asserted_by=asserted_by,
        denied_by=denied_by,
        origins=tuple(r.origin for r in _counted(rows, Stance.ASSERTS)),
        fulfilled=fulfilled,
        doubters=doubters,
        reasons=tuple(reasons),
    )


def _standing(
    rows: Sequence[Contribution], sides: tuple[Sequence[Account], Sequence[Account]], asserted_by: tuple[str, ...]
) -> tuple[Standing, str]:
    """Return the first rule of the glossary that the rows meet; the reason names those who contradict each other."""
    asserts, denies = _counted(rows, Stance.ASSERTS), _counted(rows, Stance.DENIES)
    alleges, plans = _counted(rows, Stance.ALLEGES), _counted(rows, Stance.PLANS)
    denials = tuple(dict.fromkeys(i for r in rows if r.says is Stance.DENIES for i in r.interests))
    if denies and (asserts or alleges or plans):
        told, denied = (join_names(_interests(side)) for side in sides)
        return Standing.DISPUTED, f"asserted or alleged by {told}, denied by {denied}"
    if denies:
        failed = ", after it was planned" if any(r.says is Stance.PLANS for r in rows) else ""
        return Standing.DENIED, f"denied by {join_names(denials)}{failed}"
    changed = f", who has also denied it: {join_names(denials)}" if denials else ""
    names = [r.origin for r in asserts]
    if len(asserts) > 1:
        return Standing.CONFIRMED, f"actual from {len(names)} independent origins: {join_names(names)}{changed}"
    if asserts:
        return Standing.SINGLE_SOURCE, f"actual from one origin: {names[0]}{changed}"
    if alleges or any(r.says is Stance.ALLEGES for r in rows):
        return Standing.ALLEGED, f"told only as possible or alleged, by {join_names(asserted_by)}"
    if any(r.says is Stance.PLANS for r in rows):
        return Standing.EXPECTED, "told only as planned"
    return Standing.WANTED, "told only as wanted"


def _credibility(standing: Standing, rows: Sequence[Contribution], *, admitted: bool) -> int:
    """Return 1 (confirmed) to 6 (cannot be judged): of two origins of one interest, or of one who admits it, 2."""
    interests = {i for r in _counted(rows, Stance.ASSERTS) for i in r.interests}
    if standing is Standing.CONFIRMED and len(interests) < 2:
        return _PROBABLY_TRUE
    if standing is Standing.SINGLE_SOURCE and admitted:
        return _PROBABLY_TRUE
    return _CREDIBILITY[standing]


def _counted(rows: Sequence[Contribution], stance: Stance) -> list[Contribution]:
    return [r for r in rows if r.says is stance and r.counts]


def _doubters(accounts: Sequence[Account]) -> tuple[str, ...]:
    deniers = deniers_of(accounts)
    doubtful = [a for a in accounts if a.status is Status.POSSIBLE and set(a.origins) <= deniers]
    return tuple(dict.fromkeys(o for a in doubtful for o in a.origins))


def _is_fulfilled(accounts: Sequence[Account], documents: Mapping[str, Document]) -> bool:
    """Say whether one document plans it, another, not known to be older, tells it as actual, and none that it failed.

    What is told before the day for which it was planned has not come about: "the summit" may be the one to come.
    """
    planned = {(a.document, a.time.start if a.is_stated else None) for a in accounts if a.status is Status.PLANNED}
    actual, failed = (_latest(accounts, status, documents) for status in (Status.ACTUAL, Status.DENIED))
    return any(
        _may_follow(documents[plan], done)
        and _is_due(first_day, done)
        and not any(_may_follow(documents[plan], report) for report in failed if report.id != plan)
        for plan, first_day in planned
        for done in actual
        if done.id != plan
    )


def _latest(accounts: Sequence[Account], status: Status, documents: Mapping[str, Document]) -> list[Document]:
    """Return the two latest documents that tell it so: one may be the plan's own, and older ones follow no more."""
    told = {a.document for a in accounts if a.status is status}
    return sorted((documents[d] for d in told), key=lambda d: (d.published or date.max, d.id))[-2:]


def _may_follow(earlier: Document, later: Document) -> bool:
    if earlier.published and later.published:
        return earlier.published <= later.published
    return True


def _is_due(first_day: date | None, report: Document) -> bool:
    """Say whether the report can tell of what was planned: not before the first day that the plan names."""
    return first_day is None or report.published is None or first_day <= report.published


def _interests(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for a in accounts for i in a.interests))
