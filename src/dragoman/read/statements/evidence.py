"""The exact words that make a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.model import Evidence, Span
from dragoman.read.statements.themes import phrase_span

LONGEST_QUOTE = 500  # characters, as the format promises
_WITH_TRIGGER = {"aux", "auxpass", "neg", "prt", "advmod", "npadvmod"}
_WITH_PHRASE = {"acomp", "dobj", "attr", "agent", "dative"}
SHORTEST_TELLING = 25  # characters; a shorter quote ("to come") takes the prepositions of its verb with it
_TRIMMED = " \t\n\r,;:.-–—\"'“”‘’()"


def evidence_of(trigger: Token, heads: Iterable[Token], text: str) -> Evidence:
    """Return the shortest stretch of the sentence that holds the trigger and whoever and whatever fills its roles."""
    sentence = trigger.sent
    spans = [Span(trigger.idx, trigger.idx + len(trigger))]
    for head in heads:
        if head.sent == sentence:
            spans.append(phrase_span(head, deep=False))
    spans.extend(_around_trigger(trigger))
    if max(s.end for s in spans) - min(s.start for s in spans) < SHORTEST_TELLING:
        spans.extend(phrase_span(c) for c in trigger.children if c.dep_ == "prep")
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    if end - start > LONGEST_QUOTE:
        start, end = _around(trigger, start, end)
    while start < trigger.idx and text[start] in _TRIMMED:
        start += 1
    while end > trigger.idx + len(trigger) and text[end - 1] in _TRIMMED:
        end -= 1
    return Evidence(start=start, end=end, quote=text[start:end], trigger=spans[0])


def _around_trigger(trigger: Token) -> Iterator[Span]:
    """Yield the spans of what belongs to the trigger in its clause: auxiliaries, objects, adverbs close by."""
    if trigger.pos_ == "NOUN":
        yield phrase_span(trigger)
    yield from _held(trigger)
    for child in trigger.children:
        if child.dep_ in _WITH_PHRASE:
            yield phrase_span(child)
        elif child.dep_ in _WITH_TRIGGER and not _is_apart(child, trigger):
            yield Span(child.idx, child.idx + len(child))


def _held(trigger: Token) -> Iterator[Span]:
    """Yield what an act holds, as far as it must be read to know the act: "agreed to free the crew"."""
    for clause in trigger.children:
        if clause.dep_ not in ("xcomp", "ccomp") or clause.i < trigger.i:
            continue
        yield Span(clause.idx, clause.idx + len(clause))
        for child in clause.children:
            if child.dep_ in _WITH_PHRASE and child.i > clause.i:
                yield phrase_span(child, deep=False)
        if clause.dep_ == "xcomp":
            yield from _held(clause)


def _is_apart(child: Token, trigger: Token) -> bool:
    """Say whether punctuation parts an adverb from its verb: "So, they signed", "accused, likely in exchange"."""
    low, high = sorted((child.i, trigger.i))
    return child.dep_ in ("advmod", "npadvmod", "neg") and any(t.is_punct for t in trigger.doc[low:high])


def _around(trigger: Token, start: int, end: int) -> tuple[int, int]:
    """Cut a stretch that is too long to whole words around the trigger."""
    half = LONGEST_QUOTE // 2
    inside = [
        t
        for t in trigger.sent
        if t.idx >= max(start, trigger.idx - half) and t.idx + len(t) <= min(end, trigger.idx + half)
    ]
    return (inside[0].idx, inside[-1].idx + len(inside[-1])) if inside else (trigger.idx, trigger.idx + len(trigger))
