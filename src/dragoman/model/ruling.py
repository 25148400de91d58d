"""What a person ruled about which statements tell of one event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RulingKind(StrEnum):
    """What a ruling does: joins events, takes statements out of one, holds one together, or undoes a ruling."""

    MERGE = "merge"
    SPLIT = "split"
    PIN = "pin"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A statement as another reading of its document finds it again: `type` at the words `start` to `end`.

    The words are the statement's trigger. `statement` is its id and `parties` the codes of its agents and targets when
    the ruling was made; they tell two statements apart that one word carries.
    """

    document: str
    start: int
    end: int
    type: str
    statement: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """`made_by` ruled at `made_at`, as number `number`, about the statements of `sides`.

    A merge has a side for each event that it joined, a split two (what was taken out, what was left), a pin one. An
    undo has none: it takes back the ruling `undoes`. `is_undone` says that a later ruling took this one back.
    """

    number: int
    kind: RulingKind
    made_by: str
    made_at: datetime
    sides: tuple[tuple[Anchor, ...], ...] = ()
    undoes: int | None = None
    is_undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A statement stands on side `side` of the ruling `number`."""

    number: int
    kind: RulingKind
    side: int
    made_by: str
    made_at: datetime
