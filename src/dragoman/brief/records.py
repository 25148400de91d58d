"""What a brief is made of, before it is set for the terminal, as Markdown or as a page."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Source number `source` says it in these words; `span` is where they stand in its text, `who` says them there."""

    source: int
    statement: str
    span: Span
    quote: str
    who: str = ""
    status: str = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact: `when`, the sentence, its standing and marks, where accounts conflict (`notes`), and who says so."""

    event: str
    when: str
    text: str
    standing: str
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief; `empty` is said where there are no lines."""

    key: str
    title: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that the brief cites under `number`, with its origin where that is another than its publisher."""

    number: int
    document: Document
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The report: what the case was asked for, its sections in order, and the numbered sources."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
