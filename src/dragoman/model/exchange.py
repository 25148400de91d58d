"""Exchanges: the goods that pass between parties, how far each has come, and which wants meet which goods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.model.party import Party
from dragoman.model.statement import Quantity


class Stage(StrEnum):
    """How far a good has come on its way, in this order."""

    WANTED = "wanted"  # the receiver needs, seeks or asks for it
    OFFERED = "offered"  # the giver hints at it, promises it, or it is announced
    AGREED = "agreed"  # both have agreed on it
    DELIVERED = "delivered"  # it is given, or has been

    @property
    def rank(self) -> int:
        """Return how far along the stage is, from 0."""
        return list(Stage).index(self)


class StageCertainty(StrEnum):
    """How far it is told that a good has come to a stage: the first of these that applies."""

    DISPUTED = "disputed"  # told or alleged by one, denied by another
    HELD = "held"  # told as so, and denied by nobody
    ALLEGED = "alleged"  # told as possible only, in a voice
    POSSIBLE = "possible"  # told as possible only, by the document itself
    DENIED = "denied"  # told only as not so


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Statement `statement` puts the good at `stage`: its `status`, the codes of its `voices`, its event and day.

    `text` are the words for the good there, None where the statement has none. `day` is the first day on which it may
    have been so, else the day of the document.
    """

    stage: Stage
    status: str
    statement: str
    document: str
    event: str | None = None
    voices: tuple[str, ...] = ()
    day: date | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A stage that some statement puts the good at, and how sure that is, with `why` in words."""

    stage: Stage
    certainty: StageCertainty
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words `text`, at `start` to `end` of a document, beside or in the statement `statement`."""

    text: str
    statement: str
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """`giver` gives `receiver` a `good` (a category of goods); None where nobody says who gives it, or to whom.

    `what` are the texts' words for the good, the most frequent first. `stage` and `certainty` are those of the furthest
    stage that is held or disputed, else of the furthest that is told of at all; `reached` has each stage, and `steps`
    each statement, in the order of time. `purposes` are the words that say what it is for. `return_of` are the
    exchanges for which a source says that it is given, in the words `named_by`: never what the program found.
    `directed` is false where the two deal in the good and nobody says which of them gives it.
    """

    id: str
    giver: Party | None
    receiver: Party | None
    good: str
    stage: Stage
    certainty: StageCertainty
    steps: tuple[Step, ...]
    reached: tuple[Reached, ...] = ()
    what: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    purposes: tuple[Wording, ...] = ()
    return_of: tuple[str, ...] = ()
    named_by: tuple[Wording, ...] = ()
    directed: bool = True

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return those of giver and receiver who are known."""
        return tuple(party for party in (self.giver, self.receiver) if party is not None)

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of the statements that tell of it, in the order of its steps."""
        return tuple(dict.fromkeys(step.statement for step in self.steps))

    @property
    def events(self) -> tuple[str, ...]:
        """Return the ids of the events that those statements belong to."""
        return tuple(dict.fromkeys(step.event for step in self.steps if step.event))

    @property
    def start(self) -> date | None:
        """Return the first day that a step is known for."""
        return min((step.day for step in self.steps if step.day), default=None)

    @property
    def last(self) -> date | None:
        """Return the last day that a step is known for."""
        return max((step.day for step in self.steps if step.day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSide:
    """One side of a match: what `party` wants, or has or offers, in the words `text`, as the statements tell."""

    party: Party
    good: str
    text: str
    statements: tuple[str, ...]
    documents: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    exchange: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What one party wants meets what another has or offers; the program found it, no source need say so.

    `score` is from 0 to 1 and ranks; `why` says in words what makes it plausible. `told` has the exchange in
    which a source itself puts the two together, None where none does. `back` are the matches between the same two the
    other way round: together they would make a trade, which no source need speak of.
    """

    id: str
    want: MatchSide
    offer: MatchSide
    good: str
    score: float
    why: tuple[str, ...]
    told: str | None = None
    back: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of the statements of both sides."""
        return tuple(dict.fromkeys((*self.want.statements, *self.offer.statements)))
