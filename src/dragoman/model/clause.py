"""Clauses: what one document says that someone must, may or must not do, when, and unless what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.span import Span
from dragoman.model.statement import ActorRef, Evidence, Status, Theme, Time, Voice


class Modality(StrEnum):
    """Whether the one bound must, may, or must not do it."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must-not"


class Instrument(StrEnum):
    """What binds someone: a pact, a resolution or law, a sanction, or the threat of another."""

    PACT = "pact"
    RESOLUTION = "resolution"
    SANCTION = "sanction"
    THREAT = "threat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What makes a clause run, or lifts it: `agents` do `type` to `targets`; nobody named stands for anybody.

    `any_party` says that the words mean each of the parties in turn ("if either is attacked"): then it is on whichever
    of `targets` (or `agents`) it befalls. `type` is None where the words tell of nothing that the vocabulary knows.
    """

    text: str
    span: Span
    type: str | None = None
    agents: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    any_party: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """`bearers` must, may or must not do `act` (words) of `type` for or to `beneficiaries`, as `document` says.

    `each_other` says that bearers and beneficiaries are the same parties, each to the others. `trigger` is what must
    come to pass first, `exceptions` what lifts it. `instrument_text` are the words that name what binds them,
    `authority` who laid it down, where that is someone else. Status and voices are those of the words: a pact may be
    denied.
    """

    id: str
    document: str
    instrument: Instrument
    modality: Modality
    act: str
    act_span: Span
    evidence: Evidence
    type: str | None = None
    bearers: tuple[ActorRef, ...] = ()
    beneficiaries: tuple[ActorRef, ...] = ()
    each_other: bool = False
    theme: Theme | None = None
    trigger: Condition | None = None
    exceptions: tuple[Condition, ...] = ()
    instrument_text: str | None = None
    authority: tuple[ActorRef, ...] = ()
    status: Status = Status.ACTUAL
    voices: tuple[Voice, ...] = ()
    time: Time = Time()
    confidence: float = 0.5
    reader: str = ""
    reasons: tuple[str, ...] = ()
