"""What reading one document finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.model.actor import Actor
from dragoman.model.clause import Clause
from dragoman.model.document import Dating
from dragoman.model.relation import Relation
from dragoman.model.span import Span
from dragoman.model.statement import ActorRef, Force, Statement, Time


class MentionKind(StrEnum):
    """In what way a span names someone."""

    NAME = "name"
    NOMINAL = "nominal"  # "the North Korean leader", "both countries", "US officials"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"  # "Russian" in "Russian forces", "Western" in "Western sanctions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The span names `actors`: one, or several for "the two leaders"; none when it could not be resolved.

    `head` is the span of the syntactic head. `chain` numbers the mentions of the same actors in the document.
    `label` is person, organisation, location, nationality or other: the sort of thing the words name.
    """

    span: Span
    head: Span
    kind: MentionKind
    label: str
    actors: tuple[ActorRef, ...] = ()
    chain: int = -1
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """`source` says `content`, as `cue` shows; spans are lists of pieces in text order.

    `source` is empty where the text names no speaker ("it is alleged that"). `quoted` when the words are direct speech.
    """

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    force: Force = Force.SAYS
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A date or time expression: TIMEX3 `type` (DATE, TIME, DURATION, SET) and `value`, and the days it covers."""

    span: Span
    type: str
    value: str
    time: Time
    anchor: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that reading found in one document; `new_actors` are those that the world data doesn't know."""

    document: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    clauses: tuple[Clause, ...] = ()
    new_actors: tuple[Actor, ...] = ()
    origin: str | None = None  # the outlet or agency that the document says it repeats, as found by reading
    dating: Dating | None = None  # of a document without a date: when it must have appeared
    reader: str = ""
