"""The brief as one self-contained page: works offline, prints well, shows each source's words in their paragraph."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from dragoman.brief.records import Brief, Cite, Source
from dragoman.model import Document, Span

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in a paragraph; `statements` are those whose evidence it belongs to, `anchors` those that begin."""

    text: str
    statements: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """The paragraphs of a source that are cited, in order; None stands for what is left out between them."""

    source: Source
    paragraphs: tuple[tuple[Piece, ...] | None, ...]
    page: int | None = None


def render_html(brief: Brief) -> str:
    """Return the page."""
    cites: dict[int, dict[str, Cite]] = defaultdict(dict)
    for section in brief.sections:
        for line in section.lines:
            for cite in line.cites:
                cites[cite.source].setdefault(cite.statement, cite)
    extracts = [extract(source, list(cites[source.number].values())) for source in brief.sources]
    return _template().render(brief=brief, extracts=extracts)


def extract(source: Source, cites: Sequence[Cite]) -> Extract:
    """Return the paragraphs of the source that hold cited words, with those words marked."""
    text = source.document.text
    paragraphs: list[tuple[Piece, ...] | None] = []
    skipped = False
    for span in split_paragraphs(source.document):
        inside = [c for c in cites if c.span.overlaps(span)]
        if not inside:
            skipped = True
            continue
        if skipped:
            paragraphs.append(None)
        skipped = False
        paragraphs.append(tuple(cut(text, span, inside)))
    if skipped and paragraphs:
        paragraphs.append(None)
    return Extract(source, tuple(paragraphs))


def split_paragraphs(document: Document) -> Iterator[Span]:
    """Yield the paragraphs (lines that hold more than white space) of a document."""
    start = 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip()))
        start += len(line)


def cut(text: str, paragraph: Span, cites: Sequence[Cite]) -> Iterator[Piece]:
    """Yield the paragraph in pieces, each wholly inside or outside every cited span."""
    edges = {paragraph.start, paragraph.end}
    for cite in cites:
        edges.update(e for e in (cite.span.start, cite.span.end) if paragraph.start < e < paragraph.end)
    ordered = sorted(edges)
    for start, end in itertools.pairwise(ordered):
        here = Span(start, end)
        inside = [c for c in cites if c.span.contains(here)]
        anchors = tuple(c.statement for c in inside if max(c.span.start, paragraph.start) == start)
        yield Piece(text[start:end], tuple(c.statement for c in inside), anchors)


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html")
