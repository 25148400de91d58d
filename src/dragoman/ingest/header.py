"""What the text itself states of where it comes from: title, author, publisher, date, kind.

1. The lines before the first paragraph are read one by one: byline, date, outlet, label, furniture, title.
2. Words glued to the paragraph's start or to the title's end ("September 19, 2024In an unexpected turn") are looked at.
3. What is still unknown is looked for in the last lines ("Posted on June 3, 2022").
A date within running text is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from dragoman.ingest.byline import HeaderLine
from dragoman.ingest.dateline import find_dateline
from dragoman.ingest.dates import find_dates
from dragoman.ingest.furniture import is_furniture
from dragoman.ingest.header_line import read_header_line
from dragoman.ingest.institutions import name_institution
from dragoman.ingest.kinds import kind_of, kind_of_label
from dragoman.ingest.lines import Line
from dragoman.ingest.outlets import looks_like_outlet, name_agency, name_outlet
from dragoman.model import Span

# A headline in newswire has 40 to 90 characters; a standfirst may have 200 but comes second.
LONGEST_TITLE = 170
# A short sentence can be a title with a full stop; a longer one is a first paragraph.
MOST_WORDS_BEFORE_STOP = 8
LONGEST_HEADER_LINE = 200
MOST_TITLE_WORDS = 22  # of 2,400 newswire headlines the longest has 20
HEADER_LINES = 12
STANDFIRSTS = 1  # paragraphs that may stand between the title and the byline
FOOTER_LINES = 6
LEAST_CAPITALS = 0.75  # of the words of four letters and more in a headline set in capitals and small letters
# Lines of a paragraph broken at a fixed width differ little in length.
LEAST_WRAPPED = 45

_SENTENCE = re.compile(r"(?<=[.!])\s+")
_GLUED = re.compile(r"[a-z.!?”\"’]$")
_TITLE_TAIL = re.compile(r"\s+[-–—|]\s+(?P<tail>[^-–—|]{2,40})$")
_BIOGRAPHY = re.compile(r"\W{0,3}(?:is|was|covers|writes|reports|teaches|works|has)\b")
_HEADING = re.compile(r"^#{1,6}\s+|^[*_]{1,3}(?=\S)|[*_]{1,3}$|\s+#+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a text states of itself; `furniture` are the spans of bylines, dates and labels."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    kind: str = "article"
    furniture: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Found:
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    updated: date | None = None
    labels: list[str] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)

    def take(self, read: HeaderLine, span: Span) -> None:
        self.author = self.author or read.author
        self.publisher = self.publisher or read.outlet
        if read.is_update:
            self.updated = self.updated or read.published
        else:
            self.published = self.published or read.published
        if read.label:
            self.labels.append(read.label)
        self.furniture.append(span)


def find_header(text: str, lines: list[Line], known: Iterable[Span] = (), today: date | None = None) -> Header:
    """Return what the text states of itself; `known` are spans that are taken to be something else (credits)."""
    taken = tuple(known)
    found = _Found()
    credited = [line for line in lines if _is_credited(line, taken)]
    lines = [line for line in lines if line not in credited]
    _read_credited(credited, found, today)
    read_to = _read_top(lines, found, today)
    _read_dateline(lines, found, today)
    _read_bottom(lines, read_to, found, today)
    return Header(
        title=found.title,
        author=found.author,
        publisher=found.publisher,
        published=found.published or found.updated,
        kind=kind_of(found.title, found.labels, text),
        furniture=tuple(found.furniture),
    )


def _read_top(lines: list[Line], found: _Found, today: date | None) -> int:
    """Read the lines above the second paragraph and return how many they are."""
    paragraphs = 0
    for index, line in enumerate(lines[:HEADER_LINES]):
        read = read_header_line(line.text, today)
        if read:
            found.take(read, line.span)
        elif is_paragraph(lines, index):
            paragraphs += 1
            _take_glued(line, found, today, at_start=True)
        elif found.publisher is None and _is_outlet_line(lines, index, today):
            found.take(HeaderLine(outlet=name_agency(line.text)), line.span)
        elif not paragraphs and len(lines) > 1 and not is_furniture(line.text):
            _take_title(line, found, today)
        if paragraphs > STANDFIRSTS:
            return index
    return min(HEADER_LINES, len(lines))


def _is_outlet_line(lines: list[Line], index: int, today: date | None) -> bool:
    """Say whether the line names an outlet, by its words and by the title, byline or date that it stands beside."""
    if not looks_like_outlet(lines[index].text):
        return False
    beside = [lines[i].text for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    return index > 0 or any(read_header_line(words, today) for words in beside)


def _is_credited(line: Line, taken: Iterable[Span]) -> bool:
    is_short = len(line.text) <= LONGEST_HEADER_LINE
    return any(span.contains(line.span) or (is_short and span.overlaps(line.span)) for span in taken)


def _read_credited(lines: list[Line], found: _Found, today: date | None) -> None:
    """Take what a line of credit says beside its credit: "Posted on 2 July 2022. First published by the BBC."."""
    for line in lines:
        for sentence in _SENTENCE.split(line.text.strip(" *_")):
            read = read_header_line(sentence.rstrip("."), today)
            if read and read.published:
                found.take(read, line.span)


def _take_title(line: Line, found: _Found, today: date | None) -> None:
    words = _take_glued(line, found, today, at_start=False)
    if found.title is None and len(words) <= LONGEST_TITLE and re.search(r"[^\W\d_]{2}", words):
        found.title, outlet, label = split_title(_HEADING.sub("", words).strip())
        found.publisher = found.publisher or outlet
        found.labels += [label] if label else []


def split_title(title: str) -> tuple[str, str | None, str | None]:
    """Return a title without what its end names, and that: an outlet ("- BBC News"), a label ("| Opinion")."""
    tail = _TITLE_TAIL.search(title)
    outlet = name_outlet(tail["tail"]) or name_institution(tail["tail"]) if tail else None
    label = tail["tail"] if tail and kind_of_label(tail["tail"]) else None
    return (title[: tail.start()] if tail and (outlet or label) else title), outlet, label


def _take_glued(line: Line, found: _Found, today: date | None, *, at_start: bool) -> str:
    """Take a date that stands against the line's text with no space between; return the line without it."""
    for each in find_dates(line.text, today):
        before, after = line.text[: each.start], line.text[each.end :]
        if at_start and not before and re.match(r"[A-ZÀ-Þ“\"]", after):
            found.take(HeaderLine(published=each.day), line.piece(each.start, each.end))
            return after
        if not after and _GLUED.search(before):
            found.take(HeaderLine(published=each.day), line.piece(each.start, each.end))
            return before
    return line.text


def _read_dateline(lines: list[Line], found: _Found, today: date | None) -> None:
    dateline = find_dateline(lines, today)
    if dateline:
        found.published = found.published or dateline.published
        found.furniture.append(dateline.span)


def _read_bottom(lines: list[Line], read_to: int, found: _Found, today: date | None) -> None:
    for line in _last_lines(lines, read_to):
        read = read_header_line(line.text, today)
        if read and (read.author or read.published):
            found.take(read, line.span)
        elif _is_biography(line, found.author):
            found.furniture.append(line.span)


def _is_biography(line: Line, author: str | None) -> bool:
    """Say whether the line tells who the author is."""
    words = line.text.strip(" *_")
    is_about = author is not None and words.startswith(author)
    return is_about and _BIOGRAPHY.match(words.removeprefix(author or "")) is not None


def _last_lines(lines: list[Line], read_to: int) -> Iterator[Line]:
    """Yield the last lines that aren't among the first, back to the last paragraph."""
    for index in range(len(lines) - 1, max(read_to, len(lines) - FOOTER_LINES) - 1, -1):
        yield lines[index]
        if len(lines[index].text) > LONGEST_HEADER_LINE:
            return


def is_paragraph(lines: list[Line], index: int) -> bool:
    """Say whether the line is, or begins, a paragraph of running text."""
    words = lines[index].text
    if len(words) > LONGEST_HEADER_LINE or len(words.split()) > MOST_TITLE_WORDS or words.endswith(":"):
        return True
    ends = words.rstrip("”\"'’)*_").endswith(".") and not words.endswith("...")
    is_sentence = ends and len(words.split()) > MOST_WORDS_BEFORE_STOP and not _is_title_case(words)
    return is_sentence or _is_wrapped(lines, index)


def _is_title_case(words: str) -> bool:
    initials = re.findall(r"\b[^\W\d_](?=[^\W\d_]{3})", words)
    return sum(map(str.isupper, initials)) >= LEAST_CAPITALS * max(1, len(initials))


def _is_wrapped(lines: list[Line], index: int) -> bool:
    """Say whether the line's sentence goes on in the next line, right below it."""
    if index + 1 >= len(lines):
        return False
    line, following = lines[index], lines[index + 1]
    return following.is_adjacent and len(line.text) >= LEAST_WRAPPED and following.text[0].islower()
