"""Events, what they amount to, and where accounts conflict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.statement import ActorRef, Place, Theme, Time


class Standing(StrEnum):
    """What an event's statements amount to as to whether it is so: the first of these that applies."""

    DISPUTED = "disputed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    SINGLE_SOURCE = "single-source"
    ALLEGED = "alleged"
    EXPECTED = "expected"
    WANTED = "wanted"


class DisputeKind(StrEnum):
    """What two statements can't both be right about."""

    OCCURRENCE = "occurrence"
    RESPONSIBILITY = "responsibility"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    OBJECT = "object"
    CHARACTERISATION = "characterisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a dispute: what it holds, the statements that say so, and whose interests speak for it."""

    claim: str
    statements: tuple[str, ...]
    interests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Accounts conflict over `kind` within `events` (one, or two of one subject); `what` says it in words."""

    id: str
    kind: DisputeKind
    events: tuple[str, ...]
    what: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening or state of affairs as the statements of any number of documents make it.

    `origins` are the independent roots of its actual statements; `asserted_by` and `denied_by` are interests (codes of
    states or bodies, or an outlet's name). `doubt` says why the link between its statements may be wrong, None when it
    is sure. `reasons` say why the statements were joined and how the standing follows.
    """

    id: str
    type: str
    statements: tuple[str, ...]
    standing: Standing
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    agents: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    theme: Theme | None = None
    time: Time = Time()
    place: Place | None = None
    outcome: str | None = None
    fulfilled: bool = False
    origins: tuple[str, ...] = ()
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    doubt: str | None = None
    reasons: tuple[str, ...] = ()
