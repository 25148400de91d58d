"""A statement: one proposition as one document makes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.model.span import Span


class Status(StrEnum):
    """Whether the document (or the voice) has it that the thing is so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    WANTED = "wanted"
    DENIED = "denied"


class Force(StrEnum):
    """How strongly, or in what spirit, a voice says a statement."""

    SAYS = "says"
    CLAIMS = "claims"
    ALLEGES = "alleges"
    DENIES = "denies"
    WARNS = "warns"
    ADMITS = "admits"
    HINTS = "hints"
    DECLINES = "declines"
    BELIEVES = "believes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """An actor as a statement carries it: `code` counts, `name` is shown, `mention` is where the text names it."""

    code: str
    actor: str
    name: str
    sector: str | None = None
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """`value` of `unit` as the text has it ("3 million", "shells")."""

    value: float
    unit: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What is given, wanted, agreed or talked about, in the text's own words; `goods` are its categories."""

    text: str
    goods: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When: the days `start` to `end` (both included; None is open or unknown).

    `precision` is one of day, week, month, season, year, decade, interval, unknown; `text` the words that say so.
    """

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: `country` is a state's code; `precision` is one of site, city, region, country, unknown."""

    text: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker named in the text who says the statement, with the words that attribute it."""

    code: str
    actor: str
    name: str
    cue: str
    force: Force = Force.SAYS
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """This statement is tied to another: `kind` is one of content, in-exchange-for, if, purpose."""

    kind: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact words that make the statement (at most 500 characters) and the trigger within the text."""

    start: int
    end: int
    quote: str
    trigger: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Document `document` says, through `voices` (innermost first), that `agents` do `type` to `targets`.

    `document` is the document's id. `reasons` say in words which rule produced which part.
    """

    id: str
    document: str
    type: str
    evidence: Evidence
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    agents: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    theme: Theme | None = None
    time: Time = Time()
    place: Place | None = None
    status: Status = Status.ACTUAL
    outcome: str | None = None
    count: int = 1
    voices: tuple[Voice, ...] = ()
    links: tuple[Link, ...] = ()
    confidence: float = 0.5
    reader: str = ""
    reasons: tuple[str, ...] = ()
