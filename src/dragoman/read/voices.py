"""Who says what: attributions from the parse of a document alone."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.model import Attribution, Span
from dragoman.read.cues import load_cues
from dragoman.read.phrases import spans_of
from dragoman.read.quotes import QuoteIndex, find_quotes
from dragoman.read.verb_cues import Found, find_verb_cues


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Return the attributions of the text in the order of their cues."""
    cues = load_cues()
    quotes = QuoteIndex(find_quotes(doc))
    found = list(find_verb_cues(doc, cues, quotes))
    return tuple(_attribution(f, doc, quotes) for f in sorted(found, key=lambda f: f.head.i) if f.content)


def source_head(doc: Doc, attribution: Attribution) -> Token | None:
    """Return the head of the speaker's noun phrase, None where the text names no speaker."""
    return _root(doc, attribution.source)


def cue_head(doc: Doc, attribution: Attribution) -> Token:
    """Return the word that bears the cue."""
    root = _root(doc, attribution.cue)
    assert root is not None
    return root


def _root(doc: Doc, pieces: tuple[Span, ...]) -> Token | None:
    for piece in pieces:
        span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
        if span is not None and len(span):
            return span.root
    return None


def _attribution(found: Found, doc: Doc, quotes: QuoteIndex) -> Attribution:
    return Attribution(
        cue=spans_of(found.cue, doc),
        source=spans_of(found.source, doc),
        content=spans_of(found.content, doc),
        force=found.force,
        quoted=quotes.at(min(found.content)) is not None and quotes.at(found.head.i) is None,
    )
