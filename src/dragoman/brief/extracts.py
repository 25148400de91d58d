"""The cited paragraphs of a source, cut into pieces that are wholly inside or outside each cited span."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.brief.records import Cite, Source
from dragoman.model import Document, Span

# Of a run of words in a paragraph that nobody cites, this much is shown at each end.
MOST_UNCITED = 400


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
    pages: tuple[int, ...] = ()


def extract(source: Source, cites: Sequence[Cite]) -> Extract:
    """Return the paragraphs of the source that hold cited words, with those words marked."""
    document = source.document
    paragraphs: list[tuple[Piece, ...] | None] = []
    anchored: set[str] = set()
    skipped = False
    for span in split_paragraphs(document):
        inside = [c for c in cites if c.span.overlaps(span)]
        if not inside:
            skipped = True
            continue
        if skipped:
            paragraphs.append(None)
        skipped = False
        paragraphs.append(tuple(cut(document.text, span, inside, anchored)))
    if skipped and paragraphs:
        paragraphs.append(None)
    pages = sorted({page for c in cites if (page := document.page_of(c.span.start)) is not None})
    return Extract(source, tuple(paragraphs), tuple(pages))


def split_paragraphs(document: Document) -> Iterator[Span]:
    """Yield the paragraphs (lines that hold more than white space) of a document."""
    start = 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip()))
        start += len(line)


def cut(text: str, paragraph: Span, cites: Sequence[Cite], anchored: set[str]) -> Iterator[Piece]:
    """Yield the paragraph in pieces; a statement's anchor stands once, at its first piece (`anchored` remembers)."""
    edges = {paragraph.start, paragraph.end}
    for cite in cites:
        edges.update(e for e in (cite.span.start, cite.span.end) if paragraph.start < e < paragraph.end)
    for start, end in itertools.pairwise(sorted(edges)):
        here = Span(start, end)
        inside = [c.statement for c in cites if c.span.contains(here)]
        anchors = tuple(s for s in inside if s not in anchored)
        anchored.update(anchors)
        if inside:
            yield Piece(text[start:end], tuple(inside), anchors)
        else:
            yield Piece(_shortened(text[start:end], first=start == paragraph.start, last=end == paragraph.end))


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return a run of uncited words without its middle, or without the end that no cited words follow."""
    if len(text) <= 2 * MOST_UNCITED:
        return text
    head = "" if first else text[:MOST_UNCITED]
    tail = "" if last else text[-MOST_UNCITED:]
    return f"{head} … {tail}"
