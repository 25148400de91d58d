"""Reading a long document section by section, so that memory and time grow with its length and no faster.

A section ends where a paragraph does, or within a paragraph that is longer than a section where a sentence or at least
a word ends. Each is read by itself: "he" in one does not find whom only an earlier one names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from dragoman.errors import UnreadableFile
from dragoman.model import Dating, Document, Evidence, Link, Mention, Reading, Span, Statement
from dragoman.read.parse import cut_blocks

# The parse of 100,000 characters takes 320 MB beside the 170 MB of the program, of 60,000 some 200 MB; an article of a
# newspaper has 2,000 to 10,000, a long report 60,000 (docs/explanation.md, "Speed and memory").
SECTION_CHARACTERS = 60_000
# What reading finds must lie in memory at once: 3 million characters took 521 MB in all.
MOST_CHARACTERS = 3_000_000
_ENDS = (re.compile(r"[.!?][\"'”’)]*\s+"), re.compile(r"\s+"))
R = TypeVar("R")


def read_in_sections(document: Document, read: Callable[[Document], Reading]) -> Reading:
    """Return the reading of the document, by `read` for each of its sections.

    Raises:
        UnreadableFile: the document is longer than can be read at once.
    """
    if len(document.text) > MOST_CHARACTERS:
        long, most = len(document.text) / 1e6, MOST_CHARACTERS / 1e6
        raise UnreadableFile(
            f"the text has {long:.1f} million characters, of which {most:.0f} can be read: cut it into several files"
        )
    sections = list(cut_sections(document, SECTION_CHARACTERS))
    if len(sections) < 2:
        return read(document)
    return _joined([_moved(read(_section(document, span)), span) for span in sections])


def cut_sections(document: Document, most: int) -> Iterator[Span]:
    """Yield consecutive spans that cover the text, none longer than `most`."""
    if len(document.text) <= most:
        yield Span(0, len(document.text))
        return
    start = 0
    for block, _ in cut_blocks(document):
        if block.end - start > most and block.start > start:
            yield Span(start, block.start)
            start = block.start
        while block.end - start > most:
            end = _break_before(document.text, start, start + most)
            yield Span(start, end)
            start = end
    if start < len(document.text):
        yield Span(start, len(document.text))


def _break_before(text: str, start: int, end: int) -> int:
    """Return the end of the last sentence, else word, in the later half of the stretch, else its own end."""
    earliest = end - (end - start) // 2
    for ending in _ENDS:
        last = None
        for last in ending.finditer(text, earliest, end):  # noqa: B007
            pass
        if last:
            return last.end()
    return end


def _section(document: Document, span: Span) -> Document:
    furniture = tuple(
        Span(max(f.start, span.start) - span.start, min(f.end, span.end) - span.start)
        for f in document.furniture
        if f.overlaps(span)
    )
    pages = tuple(page - span.start for page in document.pages if span.start <= page < span.end)
    return replace(document, text=span.of(document.text), furniture=furniture, pages=pages)


def _moved(reading: Reading, section: Span) -> Reading:
    """Return the reading of a section with offsets in the whole document, and ids that no other section gives."""
    by = section.start
    if by == 0:
        return reading
    moved = _move(reading, by)
    return replace(
        moved,
        statements=tuple(_renamed(statement, by) for statement in moved.statements),
        clauses=tuple(replace(clause, id=f"c{_new_id(clause.id, by)[1:]}") for clause in moved.clauses),
    )


def _move(record: R, by: int) -> R:
    """Return the record with every span in it moved."""
    found: Any = record
    if isinstance(found, Span):
        found = Span(found.start + by, found.end + by)
    elif isinstance(found, Evidence):
        found = replace(found, start=found.start + by, end=found.end + by, trigger=_move(found.trigger, by))
    elif isinstance(found, tuple):
        found = tuple(_move(part, by) for part in found)
    elif is_dataclass(found) and not isinstance(found, type):
        parts = {f.name: getattr(found, f.name) for f in fields(found)}
        changed = {name: _move(part, by) for name, part in parts.items() if is_dataclass(part) or type(part) is tuple}
        found = replace(found, **changed)
    result: R = found
    return result


def _renamed(statement: Statement, by: int) -> Statement:
    links = tuple(Link(kind=link.kind, statement=_new_id(link.statement, by)) for link in statement.links)
    return replace(statement, id=_new_id(statement.id, by), links=links)


def _new_id(id_: str, by: int) -> str:
    return hashlib.sha256(f"{id_}|{by}".encode()).hexdigest()[:16]


def _joined(readings: Sequence[Reading]) -> Reading:
    mentions: list[Mention] = []
    chains = 0
    for reading in readings:
        mentions += (replace(m, chain=m.chain + chains) if m.chain >= 0 else m for m in reading.mentions)
        chains = max((m.chain for m in mentions), default=-1) + 1
    return replace(
        readings[0],
        sentences=tuple(s for r in readings for s in r.sentences),
        mentions=tuple(mentions),
        attributions=tuple(a for r in readings for a in r.attributions),
        times=tuple(t for r in readings for t in r.times),
        statements=tuple(s for r in readings for s in r.statements),
        relations=tuple(found for r in readings for found in r.relations),
        clauses=tuple(clause for r in readings for clause in r.clauses),
        new_actors=tuple({a.id: a for r in reversed(readings) for a in reversed(r.new_actors)}.values())[::-1],
        origin=next((r.origin for r in readings if r.origin), None),
        dating=_narrowest([r.dating for r in readings if r.dating]),
    )


def _narrowest(datings: Sequence[Dating]) -> Dating | None:
    """Return the section's dating that leaves least open: the one that begins last, else the one that ends first."""
    ends = sorted(datings, key=lambda d: d.latest or date.max)
    return max(ends, key=lambda d: d.earliest or date.min, default=None)
