"""What is given, wanted or agreed: the words, the categories of goods, the quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.model import Quantity, Span, Theme
from dragoman.ontology import Ontology

LONGEST_THEME = 160  # characters; longer noun phrases are cut at their first clause or preposition
_CLAUSES = {"relcl", "acl", "advcl", "ccomp", "appos", "parataxis"}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
NUMBER_WORDS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def goods_of(token: Token, ontology: Ontology) -> tuple[str, ...]:
    """Return the categories of goods that the noun phrase of this head names, in the order of its words."""
    found: list[str] = []
    for member in _phrase(token):
        lemma = member.lemma_.lower()
        keys = [lemma, member.lower_]
        if member.i + 1 < len(member.doc):
            following = member.doc[member.i + 1]
            keys = [f"{member.lower_} {following.lemma_.lower()}", f"{member.lower_} {following.lower_}", *keys]
        for key in keys:
            categories = ontology.goods.get(key)
            if categories:
                found.extend(c for c in categories if c not in found)
                break
    return tuple(found)


def theme_of(heads: Iterable[Token], text: str, ontology: Ontology) -> Theme | None:
    """Return the theme that these heads name together, in the document's own words."""
    heads = list(heads)
    if not heads:
        return None
    span = phrase_span(heads[0])
    for head in heads[1:]:
        other = phrase_span(head)
        span = Span(min(span.start, other.start), max(span.end, other.end))
    if span.end - span.start > LONGEST_THEME:
        span = phrase_span(heads[0], deep=False)
    goods: list[str] = []
    for head in heads:
        goods.extend(g for g in goods_of(head, ontology) if g not in goods)
    return Theme(text=span.of(text), goods=tuple(goods), quantities=tuple(quantities_of(heads, text)), span=span)


def phrase_span(head: Token, *, deep: bool = True) -> Span:
    """Return the span of a noun phrase without the clauses that hang on it."""
    tokens = [head]
    stack = [head]
    while stack:
        for child in stack.pop().children:
            if (
                child.dep_ in _CLAUSES
                or child.is_punct
                or child.is_space
                or child.dep_ in ("cc", "conj", "preconj", "mark")
            ):
                continue
            if child.dep_ == "prep" and (
                not deep or child.lower_ not in ("of", "for", "on", "with", "in", "to", "between", "against")
            ):
                continue
            tokens.append(child)
            stack.append(child)
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))


def quantities_of(heads: Iterable[Token], text: str) -> Iterator[Quantity]:
    """Yield the quantities that count the heads ("3 million artillery shells")."""
    for head in heads:
        for child in head.children:
            if child.dep_ not in ("nummod", "quantmod"):
                continue
            value = _value(child)
            if value is not None:
                start = min([child, *child.children], key=lambda t: t.i)
                yield Quantity(value=value, unit=head.lemma_.lower(), text=text[start.idx : head.idx + len(head)])


def _value(number: Token) -> float | None:
    digits = _DIGITS.search(number.text)
    written = digits.group().replace(",", "") if digits else NUMBER_WORDS.get(number.lower_)
    value = float(written) if written is not None else None
    scale = _SCALES.get(number.lower_)
    for child in number.children:
        inner = _value(child) if child.like_num else None
        if inner is not None and scale:
            return inner * scale
    if value is None:
        return scale
    return value


_WITHIN = {"compound", "amod", "nmod", "poss", "pobj", "conj", "appos", "npadvmod"}


def _phrase(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in _WITHIN or (child.dep_ == "prep" and child.lower_ == "of"):
            yield from _phrase(child)
    yield token
