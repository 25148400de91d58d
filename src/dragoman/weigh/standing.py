"""The standing of an event: what its accounts amount to, by rule, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model import Document, Force, Standing, Status
from dragoman.weigh.account import Account

_FIRM = (Status.ACTUAL, Status.PLANNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The standing with whose interests assert and deny, the origins of what is told as actual, and why.

    `doubters` are origins that deny it and yet allow that it may be: one voice in doubt, not two against each other.
    """

    standing: Standing
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    origins: tuple[str, ...]
    fulfilled: bool
    doubters: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sides:
    asserting: tuple[Account, ...]
    denying: tuple[Account, ...]
    doubters: tuple[str, ...]


def judge(accounts: Sequence[Account], documents: Mapping[str, Document]) -> Judgement:
    """Return the standing of the event that these accounts tell of: the first rule of the glossary that applies."""
    sides = _sides(accounts)
    origins = _origins(_independent([a for a in accounts if a.status is Status.ACTUAL]))
    standing, reason = _standing(accounts, sides, origins)
    fulfilled = _is_fulfilled(accounts, documents)
    reasons = [reason]
    if sides.doubters:
        reasons.append(f"{_names(sides.doubters)} denies it and yet allows that it may be so")
    if fulfilled:
        reasons.append("planned in one document, actual in a later one")
    return Judgement(
        standing=standing,
        asserted_by=_interests(sides.asserting),
        denied_by=_interests(sides.denying),
        origins=origins,
        fulfilled=fulfilled,
        doubters=sides.doubters,
        reasons=tuple(reasons),
    )


def contradicting(accounts: Sequence[Account]) -> tuple[tuple[Account, ...], tuple[Account, ...]]:
    """Return who asserts and who denies it, both empty where nobody is contradicted by another."""
    sides = _sides(accounts)
    told, denied = {_weight(a) for a in sides.asserting}, {_weight(d) for d in sides.denying if not d.is_refusal}
    against = {t for t in told if any(_contradicts(t, d) for d in denied)}
    answered = {d for d in denied if any(_contradicts(t, d) for t in told)}
    asserting = tuple(a for a in sides.asserting if _weight(a) in against)
    return asserting, tuple(d for d in sides.denying if _weight(d) in answered and not d.is_refusal)


def _independent(told: Sequence[Account]) -> list[Account]:
    """Leave out what a report says itself of what it also has from a speaker: that is the speaker's word once more."""
    spoken = {a.document for a in told if a.is_voiced}
    return [a for a in told if a.is_voiced or a.document not in spoken]


def _sides(accounts: Sequence[Account]) -> _Sides:
    """Part the accounts; a guess beside one's own denial is a doubt, one without a speaker counts by itself only."""
    denying = tuple(a for a in accounts if a.status is Status.DENIED)
    deniers = {o for a in denying for o in a.origins}
    doubtful = [a for a in accounts if a.status is Status.POSSIBLE and set(a.origins) <= deniers]
    asserting = [a for a in accounts if a.status in _FIRM]
    asserting += [a for a in accounts if a.status is Status.POSSIBLE and not set(a.origins) <= deniers]
    voiced = [a for a in asserting if a.status in _FIRM or a.is_voiced]
    return _Sides(tuple(voiced or asserting), denying, _origins(doubtful))


def _weight(account: Account) -> tuple[frozenset[str], bool, bool]:
    """Return what counts of an account beside others: whose it is, whether it is a plan, whether a voice denies it."""
    denies = any(v.force is Force.DENIES for v in account.statement.voices)
    return frozenset(account.origins), account.status is Status.PLANNED, denies


def _contradicts(told: tuple[frozenset[str], bool, bool], denied: tuple[frozenset[str], bool, bool]) -> bool:
    """Say whether the denial is another origin's, and not the news that a plan has failed."""
    return not denied[0] <= told[0] and (not told[1] or denied[2])


def _standing(accounts: Sequence[Account], sides: _Sides, origins: tuple[str, ...]) -> tuple[Standing, str]:
    statuses = {a.status for a in accounts}
    asserting, denying = contradicting(accounts)
    if asserting:
        says = f"asserted or alleged by {_names(_interests(asserting))}, denied by {_names(_interests(denying))}"
        return Standing.DISPUTED, says
    if sides.denying and not origins:
        failed = ", after it was planned" if Status.PLANNED in statuses else ""
        return Standing.DENIED, f"denied by {_names(_interests(sides.denying))}{failed}"
    changed = f", who has also denied it: {_names(_interests(sides.denying))}" if sides.denying else ""
    if len(origins) > 1:
        return Standing.CONFIRMED, f"actual from {len(origins)} independent origins: {_names(origins)}{changed}"
    if origins:
        return Standing.SINGLE_SOURCE, f"actual from one origin: {origins[0]}{changed}"
    if Status.POSSIBLE in statuses:
        return Standing.ALLEGED, f"told only as possible or alleged, by {_names(_interests(sides.asserting))}"
    if Status.PLANNED in statuses:
        return Standing.EXPECTED, "told only as planned"
    return Standing.WANTED, "told only as wanted"


def _is_fulfilled(accounts: Sequence[Account], documents: Mapping[str, Document]) -> bool:
    """Say whether one document plans it and another, not known to be older, tells it as actual."""
    planned = {a.document for a in accounts if a.status is Status.PLANNED}
    actual = {a.document for a in accounts if a.status is Status.ACTUAL}
    return any(_may_follow(documents[p], documents[a]) for p in planned for a in actual if p != a)


def _may_follow(earlier: Document, later: Document) -> bool:
    if earlier.published and later.published:
        return earlier.published <= later.published
    return True


def _interests(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for a in accounts for i in a.interests))


def _origins(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o for a in accounts for o in a.origins))


def _names(names: Sequence[str]) -> str:
    shown = list(names[:4])
    if len(names) > 4:
        shown.append(f"{len(names) - 4} more")
    return ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else "".join(shown)
