"""The words around a statement that say what a good is for, and that it is given for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.model import Document, Span, Statement, Wording
from dragoman.system.goods import Good, load_exchange_words

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s|$)|\n\s*\n|\n\s*(?=\d+[.)]\s|[-*•])")
_LONGEST_PURPOSE = 100  # characters; what is longer is another clause
# Characters from the good to what it is for; farther off it is for something else ("... arms deal but vowed to").
_NEAREST_AFTER = 40
_LONGEST_SENTENCE = 600  # characters before a word in which its sentence begins
_NEAREST_BEFORE = 40  # characters before the evidence in which "In return," opens its sentence


def purposes_of(statement: Statement, good: Good, document: Document) -> Iterator[Wording]:
    """Yield what the words right after a good, or after the deed, say that it is for: "for use in", "to bolster"."""
    start, end = _reach(statement, good, document.text)
    found = load_exchange_words().purposes.search(document.text, start, end)
    if found is not None and found.start() - start <= _NEAREST_AFTER:
        text = document.text[found.start() : found.end()].rstrip()
        if len(text) <= _LONGEST_PURPOSE:
            yield _wording(statement, document, found.start(), found.start() + len(text))


def naming_of(statement: Statement, document: Document) -> Wording:
    """Return the words by which the source says that one is given for the other: "in exchange for food"."""
    evidence = statement.evidence
    start = max(0, evidence.start - _NEAREST_BEFORE)
    sentence = max((m.end() for m in _SENTENCE_END.finditer(document.text, start, evidence.start)), default=start)
    found = load_exchange_words().in_exchange.search(document.text, sentence, evidence.end)
    begin = min(evidence.start, found.start()) if found else evidence.start
    if document.text[max(0, begin - 3) : begin].lower() == "in ":
        begin -= 3
    return _wording(statement, document, begin, evidence.end)


def sentence_around(text: str, span: Span) -> tuple[int, int]:
    """Return where the sentence begins and ends in which the span lies."""
    begin = max(0, span.start - _LONGEST_SENTENCE)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, begin, span.start)]
    start = ends[-1] if ends else begin
    while start < span.start and text[start].isspace():
        start += 1
    return start, sentence_end(text, span.end)


def sentence_end(text: str, start: int) -> int:
    """Return where the sentence ends in which the offset lies."""
    found = _SENTENCE_END.search(text, start)
    return found.start() if found else len(text)


def _reach(statement: Statement, good: Good, text: str) -> tuple[int, int]:
    """Return between which offsets a purpose is sought: from the good to the next in its list, else to a clause's end.

    Of a statement without words for its good it is sought after the words that show it.
    """
    evidence, theme = statement.evidence, statement.theme
    if theme is None or theme.span is None or not good.text:
        return evidence.end, sentence_end(text, evidence.end)
    at, end = theme.span.start, sentence_end(text, theme.span.end)
    if good.end < len(theme.text.rstrip()):
        return at + good.start, at + good.end
    return at + good.start + len(good.text.split()[0]), end


def _wording(statement: Statement, document: Document, start: int, end: int) -> Wording:
    text = document.text[start:end]
    return Wording(text=text, statement=statement.id, document=document.id, start=start, end=end)
