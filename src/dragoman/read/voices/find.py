"""Who says what: attributions from the parse of a document alone."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.model import Attribution, Span
from dragoman.read.voices.borders import settle_borders
from dragoman.read.voices.cues import Cues, load_cues
from dragoman.read.voices.other_cues import find_colon_cues, find_noun_cues, find_other_cues, find_trailing_speakers
from dragoman.read.voices.phrases import spans_of
from dragoman.read.voices.quotes import QuoteIndex, find_quotes
from dragoman.read.voices.speech import link_speech
from dragoman.read.voices.turns import find_turns
from dragoman.read.voices.verb_cues import Found, find_verb_cues


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Return the attributions of the text in the order of their cues."""
    cues = load_cues()
    quotes = QuoteIndex(find_quotes(doc))
    found = link_speech(doc, list(find_all(doc, cues, quotes)), cues, quotes)
    settle_borders(doc, found, quotes)
    turns = list(find_turns(doc))
    labels = {i for turn in turns for i in turn.cue}
    found = [*(f for f in found if f.head.i not in labels), *turns]
    return tuple(_attribution(f, doc) for f in sorted(found, key=lambda f: f.head.i) if f.content)


def find_all(doc: Doc, cues: Cues, quotes: QuoteIndex) -> Iterator[Found]:
    """Yield the attributions of the text in the making."""
    by_verbs = list(find_verb_cues(doc, cues, quotes))
    carried = {f.head.i for f in by_verbs if f.head != f.verb}
    # "declined to say that": one attribution, that of "say", and not another of "declined".
    yield from (f for f in by_verbs if f.head != f.verb or f.head.i not in carried)
    yield from find_noun_cues(doc, cues)
    yield from find_other_cues(doc, cues)
    yield from find_colon_cues(doc)
    yield from find_trailing_speakers(doc)


def outermost(doc: Doc, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return those that the document itself makes: the cue stands in no quotation and in no other content."""
    quotes = [Span(doc[q.start].idx, doc[q.end - 1].idx + 1) for q in find_quotes(doc)]
    inside = [piece for a in attributions for piece in a.content]
    kept = []
    for attribution in attributions:
        head = cue_head(doc, attribution)
        cue = Span(head.idx, head.idx + len(head))
        if not any(piece.contains(cue) for piece in inside) and not any(q.contains(cue) for q in quotes):
            kept.append(attribution)
    return tuple(kept)


def source_head(doc: Doc, attribution: Attribution) -> Token | None:
    """Return the head of the speaker's noun phrase, None where the text names no speaker."""
    return _root(doc, attribution.source)


def cue_head(doc: Doc, attribution: Attribution) -> Token:
    """Return the word that bears the cue."""
    root = _root(doc, attribution.cue)
    assert root is not None
    return root


def _root(doc: Doc, pieces: tuple[Span, ...]) -> Token | None:
    spans = [doc.char_span(piece.start, piece.end, alignment_mode="expand") for piece in pieces]
    tokens = [token for span in spans if span is not None for token in span]
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head == token]
    words = [token for token in tops if not token.is_punct] or tops
    return next((token for token in words if token.pos_ == "VERB"), words[0] if words else None)


def _attribution(found: Found, doc: Doc) -> Attribution:
    return Attribution(
        cue=spans_of(found.cue, doc, trim=False),
        source=spans_of(found.source, doc),
        content=spans_of(found.content, doc),
        force=found.force,
        quoted=found.spoken,
    )
