"""What changed in a case from one moment to another, and which documents changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ChangeKind(StrEnum):
    """What became of an event or a dispute."""

    NEW = "new"
    STANDING = "standing"
    FULFILLED = "fulfilled"
    UPDATED = "updated"
    JOINED = "joined"
    PARTED = "parted"
    GONE = "gone"
    DISPUTE = "dispute"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`was` became `now`: the standing of `event`, a value told of it, the ids that it was joined of or parted into.

    Of a `dispute` that arose or was settled, one of them is its kind. `what` says in words what it is about.
    `statements` of `documents` (ids, one for each statement) changed it, the first counting from `day` on; where a
    person did, `ruled` says who and when.
    """

    kind: ChangeKind
    what: str
    event: str | None = None
    dispute: str | None = None
    was: str | None = None
    now: str | None = None
    day: date | None = None
    statements: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    ruled: str | None = None
