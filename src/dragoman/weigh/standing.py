"""The standing of an event: what its accounts amount to, by rule, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model import Document, Standing, Status
from dragoman.weigh.account import Account

ASSERTING = (Status.ACTUAL, Status.POSSIBLE, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The standing with whose interests assert and deny, the origins of what is told as actual, and why."""

    standing: Standing
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    origins: tuple[str, ...]
    fulfilled: bool
    reasons: tuple[str, ...]


def judge(accounts: Sequence[Account], documents: Mapping[str, Document]) -> Judgement:
    """Return the standing of the event that these accounts tell of: the first rule of the glossary that applies."""
    asserted = _interests(a for a in accounts if a.statement.status in ASSERTING)
    denied = _interests(a for a in accounts if a.statement.status is Status.DENIED)
    origins = tuple(dict.fromkeys(a.origin for a in accounts if a.statement.status is Status.ACTUAL))
    standing, reason = _standing(accounts, asserted, denied, origins)
    fulfilled = _is_fulfilled(accounts, documents)
    reasons = (reason, *(("planned in one document, actual in a later one",) if fulfilled else ()))
    return Judgement(standing, asserted, denied, origins, fulfilled, reasons)


def _standing(
    accounts: Sequence[Account], asserted: tuple[str, ...], denied: tuple[str, ...], origins: tuple[str, ...]
) -> tuple[Standing, str]:
    statuses = {a.statement.status for a in accounts}
    others = [i for i in asserted if i not in denied]
    if denied and others:
        return Standing.DISPUTED, f"asserted or alleged by {_names(others)}, denied by {_names(denied)}"
    if denied and not (statuses & {Status.ACTUAL}):
        return Standing.DENIED, f"denied by {_names(denied)}"
    if len(origins) > 1:
        return Standing.CONFIRMED, f"actual from {len(origins)} independent origins: {_names(origins)}"
    if origins:
        return Standing.SINGLE_SOURCE, f"actual from one origin: {origins[0]}"
    if Status.POSSIBLE in statuses:
        return Standing.ALLEGED, "told only as possible or alleged"
    if Status.PLANNED in statuses:
        return Standing.EXPECTED, "told only as planned"
    if Status.DENIED in statuses:
        return Standing.DENIED, f"denied by {_names(denied)}"
    return Standing.WANTED, "told only as wanted"


def _is_fulfilled(accounts: Sequence[Account], documents: Mapping[str, Document]) -> bool:
    """Say whether one document plans it and another, not known to be older, tells it as actual."""
    planned = {a.statement.document for a in accounts if a.statement.status is Status.PLANNED}
    actual = {a.statement.document for a in accounts if a.statement.status is Status.ACTUAL}
    return any(_may_follow(documents[p], documents[a]) for p in planned for a in actual if p != a)


def _may_follow(earlier: Document, later: Document) -> bool:
    if earlier.published and later.published:
        return earlier.published <= later.published
    return True


def _interests(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for a in accounts for i in a.interests))


def _names(names: Sequence[str]) -> str:
    shown = list(names[:4])
    if len(names) > 4:
        shown.append(f"{len(names) - 4} more")
    return ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]
