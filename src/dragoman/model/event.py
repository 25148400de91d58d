"""Events, what they amount to, and where accounts conflict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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


class Stance(StrEnum):
    """What an origin has to say of an event."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    DENIES = "denies"
    PLANS = "plans"
    WANTS = "wants"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one origin adds to the standing of an event: one row of the table that the standing is computed from.

    `origin` is a speaker, several who speak jointly, an agency or an outlet; `interests` are those that it speaks for.
    `counts` says whether the row adds an independent origin, or a denial that contradicts; `effect` says in words what
    it does to the standing. Statements and documents are ids; all documents that repeat one origin are in its row.
    """

    origin: str
    interests: tuple[str, ...]
    says: Stance
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    counts: bool
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One value of what is told anew of an event: a toll, the day or the place of a plan.

    `slot` names what is updated ("number of dead"), `day` the day for which the value is told; `superseded_by` is the
    statement with the value that replaces it, None for the last one. `why` says by which rule.
    """

    slot: str
    value: str
    day: date | None
    statement: str
    superseded_by: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a dispute: what it holds, the statements that say so, and whose interests speak for it.

    `against_own_interest` says that somebody on this side admits what their own side would rather deny.
    """

    claim: str
    statements: tuple[str, ...]
    interests: tuple[str, ...] = ()
    against_own_interest: bool = False


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
    is sure. `reasons` say why the statements were joined and how the standing follows. `derivation` has what each
    origin adds to the standing, `credibility` is the NATO Admiralty's 1 (confirmed) to 6 (cannot be judged), computed
    from the standing alone, and `history` holds the values of one slot in the order in which they replaced each other.
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
    derivation: tuple[Contribution, ...] = ()
    credibility: int = 6
    history: tuple[Update, ...] = ()
