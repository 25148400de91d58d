"""Between which days a document without a date must have appeared, as far as its own words show it.

A text is no older than the latest dated thing that it tells as done, nor younger than the first that it says will come.
Only dates with their year count, and only where they hang right on the verb that is told: in "a candidate for the 2020
election left", "proposed 2006 to 2015 as a decade" and "as in 1999" the date is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.model import Dating, Span, Status, TimeMention
from dragoman.read.status.assess import assess
from dragoman.read.status.polarity import is_past

_SAYS_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# Prepositions with which a date says when something happens; "by 2030" and "for 2030" name a term or an aim.
_WHEN = frozenset({"on", "in", "at", "during", "since", "late", "early"})
_WILL = frozenset({"will", "'ll", "wo", "shall"})


def find_dating(doc: Doc, times: Sequence[TimeMention]) -> Dating | None:
    """Return the interval in which the text must have appeared with the words that show it, None where none do."""
    dated = [m for m in times if m.time.start and m.time.end and _SAYS_YEAR.search(m.time.text or "")]
    told = max((m for m in dated if _is_told(doc, m)), key=lambda m: m.time.start or date.min, default=None)
    ahead = [m for m in dated if _is_ahead(doc, m)]
    coming = min(ahead, key=lambda m: m.time.end or date.max, default=None)
    earliest = told.time.start if told else None
    latest = coming.time.end if coming else None
    if earliest and latest and latest < earliest:
        coming = latest = None  # an old plan, told again
    words = tuple(_sentence(doc, m) for m in (told, coming) if m is not None)
    return Dating(earliest=earliest, latest=latest, words=words) if words else None


def _is_told(doc: Doc, mention: TimeMention) -> bool:
    """Say whether something is told as done at that time, or the date stands above the text."""
    if _stands_alone(doc, mention):
        return True
    return any(
        (verb.tag_ == "VBD" or is_past(verb)) and assess(verb).status is Status.ACTUAL for verb in _verbs(doc, mention)
    )


def _is_ahead(doc: Doc, mention: TimeMention) -> bool:
    """Say whether something is said to come at that time, in words of the present ("will meet in May 2030")."""
    return any(
        any(child.lower_ in _WILL for child in verb.lefts if child.dep_ == "aux")
        and assess(verb).status is Status.PLANNED
        for verb in _verbs(doc, mention)
    )


def _verbs(doc: Doc, mention: TimeMention) -> Iterator[Token]:
    """Yield the verb that the expression itself says the time of."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return
    root = span.root
    if root.dep_ == "pobj" and root.head.lower_ in _WHEN:
        root = root.head
    elif root.dep_ != "npadvmod" and root.lower_ not in _WHEN:
        return
    if root.head.pos_ in ("VERB", "AUX"):
        yield root.head


def _stands_alone(doc: Doc, mention: TimeMention) -> bool:
    """Say whether the date makes up most of its line, as under a heading: the text is no older than that."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return span is not None and mention.time.precision == "day" and 2 * len(span) > len(span[0].sent)


def _sentence(doc: Doc, mention: TimeMention) -> Span:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    words = [token for token in (span[0].sent if span is not None else ()) if not token.is_space]
    return Span(words[0].idx, words[-1].idx + len(words[-1])) if words else mention.span
