"""What a case answers with, beside the records of `model`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dragoman.model import Actor, ActorKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor:
    """The case's documents name actor `id`, with `code`, in `statements` statements of `documents` documents.

    `record` is the actor as reading introduced it, None for one that the world data knows.
    """

    id: str
    code: str
    name: str
    kind: ActorKind
    statements: int
    documents: int
    record: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Document `document` holds what was searched for: `snippet` shows where, `marks` are the words found in it."""

    document: str
    name: str
    title: str | None
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`made_by` set `field` of `document` to `value` at `made_at`; the field "removed" took the document out."""

    document: str
    field: str
    value: str | None
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The version `reader` read `document` at `read_at` and found `statements` statements."""

    document: str
    reader: str
    read_at: datetime
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """A file of the user's own data at `path`, which held what has `digest` when the case was last read with it."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a case holds."""

    documents: int
    statements: int
    events: int
    disputes: int
