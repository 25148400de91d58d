"""What relations may hold between: those mentioned, and the weapons, vehicles and numbers of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from dragoman.model import Mention, MentionKind, Span
from dragoman.ontology.relations import RelationWords, load_relation_words
from dragoman.read.relations.scene import ids_of

_LABELS = frozenset({"person", "organisation", "location", "nationality"})
_THINGS = {"weapons": "weapon", "platforms": "platform", "vehicles": "vehicle"}
_OTHER_NUMBERS = frozenset({"DATE", "TIME", "MONEY"})
_INSIDE_NAMES = frozenset({"compound", "npadvmod", "amod", "nmod"})


def named_spans(doc: Doc, mentions: Iterable[Mention]) -> Iterator[tuple[Span, str]]:
    """Yield each span that names someone or something, with its label."""
    words = load_relation_words()
    starts = {start: i for i, start in enumerate(doc.to_array("IDX").tolist())}
    for mention in mentions:
        relative = mention.kind is MentionKind.PRONOUN and mention.reason.startswith("relative")
        first = doc[starts[mention.span.start]] if mention.span.start in starts else None
        if mention.label in _LABELS and not relative and first is not None:
            yield _without_number(mention, first), _label(mention, first)
    yield from _things(doc, words)


def _without_number(mention: Mention, first: Token) -> Span:
    """Return the span without a number that opens it, which is a thing of its own ("four units")."""
    if first.dep_ == "nummod" and first.idx + len(first) < mention.span.end:
        return Span(first.nbor(1).idx, mention.span.end)
    return mention.span


def _label(mention: Mention, first: Token) -> str:
    """Return the label; what a sentence names after an opening "Near" is a place."""
    near = [t for t in (first, first.nbor(-1) if first.i else first) if t.text == "Near"]
    return "location" if near and near[0].is_sent_start else mention.label


def _things(doc: Doc, words: RelationWords) -> Iterator[tuple[Span, str]]:
    kinds = {lemma: label for name, label in _THINGS.items() for lemma in words.words(name)}
    counts = words.words("counts")
    names = ids_of(frozenset({*kinds, *counts}))
    nummod = get_string_id("nummod")
    for i, (lemma_id, relation) in enumerate(doc.to_array(["LEMMA", "DEP"]).tolist()):
        if relation == nummod:
            token = doc[i]
            if token.head.i > i and token.ent_type_ not in _OTHER_NUMBERS:
                yield Span(token.idx, token.idx + len(token)), "quantity"
        elif lemma_id in names:
            yield from _thing(doc[i], kinds, counts)


def _thing(token: Token, kinds: Mapping[str, str], counts: frozenset[str]) -> Iterator[tuple[Span, str]]:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in _INSIDE_NAMES:
        return
    if token.lemma_ in kinds:
        yield _phrase(token), kinds[token.lemma_]
    elif token.pos_ == "NOUN" and not _counted_before(token, counts):
        yield Span(token.idx, token.idx + len(token)), "quantity"


def _counted_before(token: Token, counts: frozenset[str]) -> bool:
    """Say whether the word only enlarges another one ("hundreds of thousands")."""
    return token.dep_ == "pobj" and token.head.head.lemma_.lower() in counts


def _phrase(noun: Token) -> Span:
    first = noun
    while (
        first.i > noun.sent.start
        and (before := first.nbor(-1)).dep_ in ("compound", "amod")
        and before.head.i <= noun.i
        and before.head.i >= first.i
        and before.ent_type_ == ""
    ):
        first = before
    return Span(first.idx, noun.idx + len(noun))
