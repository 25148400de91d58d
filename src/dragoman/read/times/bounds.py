"""Between which days a document without a date must have appeared, as far as its own words show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from dragoman.model import TimeMention
from dragoman.read.times.anchor import tense_of

_SAYS_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def infer_date(doc: Doc, times: Sequence[TimeMention]) -> tuple[date | None, date | None, str]:
    """Return the earliest and latest day of publication that the text allows, and the words that say so.

    The text can't be older than the latest dated thing that it reports as past, nor younger than the first that it
    announces: an interval, never a guess.
    """
    past: TimeMention | None = None
    future: TimeMention | None = None
    for mention in times:
        start, end = mention.time.start, mention.time.end
        if start is None or end is None or not _SAYS_YEAR.search(mention.time.text or ""):
            continue
        tense = _tense(doc, mention)
        if (tense == "past" or _stands_alone(doc, mention)) and (past is None or start > (past.time.start or date.min)):
            past = mention
        elif tense == "future" and (future is None or end < (future.time.end or date.max)):
            future = mention
    earliest = past.time.start if past else None
    latest = future.time.end if future else None
    if earliest and latest and latest < earliest:
        future = latest = None  # an old plan, told again
    reasons = [
        f"reports as past or is headed: {past.time.text}" if past else "",
        f"announces: {future.time.text}" if future else "",
    ]
    return earliest, latest, "; ".join(filter(None, reasons)) or "no dated event"


def _stands_alone(doc: Doc, mention: TimeMention) -> bool:
    """Say whether the date makes up most of its line, as under a heading: the text is no older than that."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return span is not None and mention.time.precision == "day" and 2 * len(span) > len(span[0].sent)


def _tense(doc: Doc, mention: TimeMention) -> str:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return tense_of(span.root) if span is not None and len(span) else "none"
