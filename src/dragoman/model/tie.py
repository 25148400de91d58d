"""Ties: what holds between two parties over a period, each told by its events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.model.party import Party


class TieKind(StrEnum):
    """What holds between two parties."""

    PACT = "pact"  # they have agreed, or are allied
    SUPPORT = "support"  # one stands by the other in words or votes
    SUPPLY = "supply"  # one gives the other arms, money, food, technology
    DEALINGS = "dealings"  # they meet, talk, trade, exercise together
    SANCTION = "sanction"  # one punishes the other without arms
    HOSTILITY = "hostility"  # one accuses, refuses, threatens, coerces the other, or is at odds with it
    WAR = "war"  # one fights the other with arms


class Certainty(StrEnum):
    """How far it is told that a tie, or an event's part in it, is so."""

    HELD = "held"  # told as so; of a tie, by more events than are disputed
    DISPUTED = "disputed"  # told by one and denied by another
    ALLEGED = "alleged"  # only ever possible, in somebody's voice
    PLANNED = "planned"  # only announced or expected


class Trend(StrEnum):
    """Whether what the events of a tie amount to grows."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TieEvent:
    """Event `event` bears on a tie: `value` is its value on the scale, `weight` what it adds, `share` its part of all.

    `weight` runs from 0 to 10, the scale's ends: the value times the factors that `why` names; `share` is from 0 to 1,
    the shares of a tie's events sum to 1. An event that `ends` the tie has no weight. `statements` tell of the event.
    """

    event: str
    statements: tuple[str, ...]
    value: float
    weight: float
    share: float
    certainty: Certainty
    start: date | None = None
    end: date | None = None
    ends: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """`kind` holds from `source` to `target` (either way round unless `directed`), with `sign` and `strength` 0 to 1.

    It is told of from `start` to `last`; `end` is the day on which it is told to have ended, by the events `ended_by`,
    None where nothing tells so. `events` are in the order of time; `reasons` say how strength and trend follow.
    """

    id: str
    kind: TieKind
    source: Party
    target: Party
    directed: bool
    sign: int
    strength: float
    certainty: Certainty
    events: tuple[TieEvent, ...]
    start: date | None = None
    last: date | None = None
    end: date | None = None
    ended_by: tuple[str, ...] = ()
    trend: Trend = Trend.UNKNOWN
    reasons: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[Party, Party]:
        """Return both parties."""
        return self.source, self.target

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of all statements that tell of it, by event."""
        return tuple(dict.fromkeys(s for event in self.events for s in event.statements))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """All that ties two parties, taken together: `net` is from -1 (enemies) to 1 (friends), from the ties `ties`."""

    parties: tuple[Party, Party]
    net: float
    ties: tuple[str, ...]

    @property
    def sign(self) -> int:
        """Return 1 where friendly ties outweigh, -1 where hostile ones do, 0 where neither does."""
        return (self.net > 0) - (self.net < 0)
