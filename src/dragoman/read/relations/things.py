"""What relations may hold between: those mentioned, and the weapons, vehicles and numbers of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from dragoman.model import Mention, MentionKind, Span
from dragoman.ontology.relations import load_relation_words

_LABELS = frozenset({"person", "organisation", "location", "nationality"})
_THINGS = {"weapons": "weapon", "platforms": "platform", "vehicles": "vehicle"}
_OTHER_NUMBERS = frozenset({"DATE", "TIME", "MONEY"})


def named_spans(doc: Doc, mentions: Iterable[Mention]) -> Iterator[tuple[Span, str]]:
    """Yield each span that names someone or something, with its label."""
    for mention in mentions:
        relative = mention.kind is MentionKind.PRONOUN and mention.reason.startswith("relative")
        if mention.label in _LABELS and not relative:
            yield mention.span, mention.label
    words = load_relation_words()
    kinds = {lemma: label for name, label in _THINGS.items() for lemma in words.words(name)}
    for token in doc:
        if token.pos_ in ("NOUN", "PROPN") and (label := kinds.get(token.lemma_.lower())) and token.dep_ != "compound":
            yield _phrase(token), label
        counts = token.dep_ == "nummod" and token.head.i > token.i and token.ent_type_ not in _OTHER_NUMBERS
        if counts or (token.pos_ == "NOUN" and token.lemma_.lower() in words.words("measures")):
            yield Span(token.idx, token.idx + len(token)), "quantity"


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
