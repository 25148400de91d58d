"""A row of coded events: who did what to whom, when and where, as someone else's coder has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model import Span


class BadRow(ValueError):
    """A row can't be used; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor as a row names it: by `text` (its characters in the row are `span`), by codes, or both.

    `country` is a name or a code of a state, `groups` are codes of known groups ("UNO", "HMS"), `sectors` three-letter
    codes of what it is there ("GOV"); `actor` and `code` are this program's, in rows that it wrote itself.
    """

    text: str = ""
    span: Span | None = None
    country: str | None = None
    groups: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    actor: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPlace:
    """Where a row says that it happened; `country` is a name or a code."""

    text: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRow:
    """One row: `type` is this program's, None where it has none for the `code`, which the row has at `trigger`.

    Spans count from the row's first character. `dataset` names the data that the row is of, where the row itself does.
    """

    type: str | None
    code: str
    trigger: Span
    start: date | None
    end: date | None = None
    precision: str = "day"
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    agents: tuple[Named, ...] = ()
    targets: tuple[Named, ...] = ()
    place: CodedPlace | None = None
    what: str = ""
    confidence: float | None = None
    dataset: str | None = None
    status: str = "actual"
