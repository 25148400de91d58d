"""A source's own words, as much of their sentence as is good to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.brief.records import Words
from dragoman.model import Document, Evidence, Span

# About three lines of a terminal: a whole sentence in most news.
MOST_CHARACTERS = 230
_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|St|Sen|Rep|Gov|Prof|Rev|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    r"|\b[A-Z])\.$"
)
# "ODESA, Ukraine, July 24 (Meridian) - "
_DATELINE = re.compile(r"[A-Z][A-Z .'/-]{2,40},?(?: [A-Z][\w.]*,?| \d{1,4},?){0,5} *(?:\([^)]{2,40}\) *)?[-–—]+ ")


def words_of(document: Document, number: int, evidence: Evidence, most: int = MOST_CHARACTERS) -> Words:
    """Return the sentence that holds the evidence, cut at words where it is longer than `most`."""
    whole = _sentence(document.text, evidence.start, evidence.end)
    start, end = whole.start, whole.end
    if end - start > most:
        start, end = _window(document.text, whole, evidence, most)
    focus = Span(max(0, evidence.start - start), max(0, min(evidence.end, end) - start))
    return Words(
        source=number,
        text=document.text[start:end],
        span=Span(start, end),
        focus=focus,
        cut_before=start > whole.start,
        cut_after=end < whole.end,
    )


def clip(words: Words, most: int) -> str:
    """Return the words on one line, shortened around their focus to about `most` characters, "..." where cut."""
    text, before, after = words.text, words.cut_before, words.cut_after
    if len(text) > most:
        whole = Span(0, len(text))
        start, end = _around(text, whole, words.focus, most)
        before, after = before or start > 0, after or end < len(text)
        text = text[start:end]
    flat = _unpaired(" ".join(text.split()))
    return f"{'... ' if before else ''}{flat}{' ...' if after else ''}"


def _unpaired(text: str) -> str:
    """Return the text without a quotation mark at its ends whose partner is not shown."""
    if text.count('"') % 2 and text.startswith('"'):
        return text[1:]
    if text.count('"') % 2 and text.endswith('"'):
        return text[:-1]
    opens, closes = text.count("“"), text.count("”")
    if opens > closes and text.startswith("“"):
        return text[1:]
    return text[:-1] if closes > opens and text.endswith("”") else text


def _sentence(text: str, start: int, end: int) -> Span:
    """Return the sentence (or sentences) of one paragraph that hold the span."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    begin = first
    for edge in _edges(text, first, last):
        if edge <= start:
            begin = edge
        elif edge >= end:
            last = edge
            break
    dateline = _DATELINE.match(text, begin, last)
    if dateline and dateline.end() <= start:
        begin = dateline.end()
    while begin < start and text[begin].isspace():
        begin += 1
    return Span(begin, max(end, begin + len(text[begin:last].rstrip())))


def _edges(text: str, start: int, end: int) -> Iterator[int]:
    for found in _END.finditer(text, start, end):
        if not _NO_END.search(text, start, found.start() + 1):
            yield found.end()


def _window(text: str, whole: Span, evidence: Evidence, most: int) -> tuple[int, int]:
    return _around(text, whole, Span(evidence.start, evidence.end), most)


def _around(text: str, whole: Span, focus: Span, most: int) -> tuple[int, int]:
    """Return where to cut: from the beginning where the focus then fits, else from the focus on."""
    start = whole.start if focus.end - whole.start <= most else focus.start
    end = _back_to_space(text, start, min(whole.end, start + most), whole.end)
    if end == whole.end:
        start = _on_to_space(text, max(whole.start, end - most), focus.start, whole.start)
    return start, end


def _back_to_space(text: str, start: int, end: int, last: int) -> int:
    if end >= last:
        return last
    space = text.rfind(" ", start + 1, end + 1)
    return space if space > start else end


def _on_to_space(text: str, start: int, focus: int, first: int) -> int:
    if start <= first:
        return first
    space = text.find(" ", start, focus)
    return space + 1 if space >= 0 else focus
