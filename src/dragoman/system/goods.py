"""Goods: which categories the words of a theme name, each with its own words, and which category serves another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman import ontology
from dragoman.model import Theme
from dragoman.ontology.load import load_ontology, read_yaml

FAMILIES = Path(ontology.__file__).parent / "families.yaml"
VAGUE = "support"  # the category of words that say no more than that something is given
UNSPECIFIED = "unspecified"  # what is given where no word says what
_LONGEST = 3  # words of the longest entry of the goods that matters ("anti-tank missile")
_WORD = re.compile(r"[^\W_][\w'’-]*|[$€£]")
_ENDINGS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("ses", "s"), ("xes", "x"), ("s", ""))


@dataclass(frozen=True, slots=True)
class Good:
    """A category of goods, and the words that name it, at `start` and up to `end` of the theme's text."""

    category: str
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ExchangeWords:
    """The words by which texts speak of goods that pass; exchanges.yaml says what each is for."""

    carriers: frozenset[str]
    undertakings: frozenset[str]
    cuts: re.Pattern[str]
    prepositions: frozenset[str]
    ahead: re.Pattern[str]
    asking: re.Pattern[str]
    in_exchange: re.Pattern[str]
    purposes: re.Pattern[str]
    includes: Mapping[str, frozenset[str]]
    supplying: frozenset[str]
    receiving: frozenset[str]
    no_goods: frozenset[str]
    rather: Mapping[str, str]
    only_given: frozenset[str]
    only_traded: frozenset[str]
    offering: frozenset[str]
    may_be: Mapping[str, frozenset[str]]
    refusals: re.Pattern[str]


@lru_cache(maxsize=1)
def load_exchange_words() -> ExchangeWords:
    """Return the words of exchanges as the vocabulary has them."""
    data: Any = read_yaml(Path(__file__).parent / "exchanges.yaml")
    families: Any = read_yaml(FAMILIES)
    return ExchangeWords(
        carriers=frozenset(data["carriers"]),
        undertakings=frozenset(data["undertakings"]),
        cuts=re.compile(rf",(?!\d)|;|\b(?:{_any(data['joints'])})\b"),
        prepositions=frozenset(data["prepositions"]),
        ahead=re.compile(rf"\b(?:{_any(data['ahead'])})\b", re.IGNORECASE),
        asking=re.compile(rf"\b(?:{_any(data['asking'])})", re.IGNORECASE),
        in_exchange=re.compile(rf"\b(?:{_any(data['in exchange'])})\b", re.IGNORECASE),
        purposes=re.compile(rf"\b(?:{_any(data['purposes'])})\b[^.;:,()]*", re.IGNORECASE),
        includes={k: frozenset(v) for k, v in families["goods that include others"].items()},
        supplying=frozenset(data["supplying"]),
        receiving=frozenset(data["receiving verbs"]),
        no_goods=frozenset(data["no goods"]),
        rather=data["rather"],
        only_given=frozenset(data["only given"]),
        only_traded=frozenset(data["only traded"]),
        offering=frozenset(data["offering"]),
        may_be={k: frozenset(v) for k, v in data["may be"].items()},
        refusals=re.compile(rf"\b(?:{_any(families['words of refusal'])})\b", re.IGNORECASE),
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def goods_named(theme: Theme | None, *, loosely: bool = False) -> tuple[Good, ...]:
    """Return the goods that a theme names, each category once, in the order of the words.

    The head of each member of a list must be a good ("anti-tank missiles", not "nuclear talks"), or carry one ("a
    shipment of rifles"); `loosely` takes those too that are only part of an undertaking ("its space programme").
    """
    if theme is None or not theme.goods:
        return ()
    found: dict[str, Good] = {}
    for start, part in _parts(theme.text):
        for category in _category_of(part, loosely=loosely):
            found.setdefault(category, Good(category, part, start, start + len(part)))
    return tuple(good for good in found.values() if good.category not in load_exchange_words().no_goods)


def goods_anywhere(text: str) -> tuple[str, ...]:
    """Return the categories that any words of a text name, those that say something first, else the vague one."""
    words = [word.lower() for word in _WORD.findall(text)]
    found = [c for end in range(1, len(words) + 1) for c in _at_end(words[max(0, end - _LONGEST) : end])[:1]]
    return tuple(dict.fromkeys(c for c in found if c != VAGUE)) or tuple(dict.fromkeys(found))


def serves(have: str, want: str) -> float:
    """Return from 0 to 1 how well one category of goods meets the want of another: arms may be the shells wanted."""
    if have == want:
        return 1.0
    may_be = load_exchange_words().may_be
    none: frozenset[str] = frozenset()
    return _RELATED if want in may_be.get(have, none) or have in may_be.get(want, none) else 0.0


_RELATED = 0.6  # below an equal category, above half: what includes another is rather meant than not


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the members of a list with where they start."""
    start = 0
    for cut in load_exchange_words().cuts.finditer(text):
        yield _stripped(start, text[start : cut.start()])
        start = cut.end()
    yield _stripped(start, text[start:])


def _stripped(start: int, part: str) -> tuple[int, str]:
    return start + len(part) - len(part.lstrip()), part.strip()


def _category_of(part: str, *, loosely: bool) -> Iterator[str]:
    words = [word.lower() for word in _WORD.findall(part)]
    head, rest = _head_and_rest(words)
    if not head:
        return
    found = _at_end(head)
    if found and found[0] != VAGUE:
        yield found[0]
        return
    carrier = _singular(head[-1]) in load_exchange_words().carriers
    is_open = bool(found) or carrier or head[-1] in "$€£" or (loosely and is_undertaking(head[-1]))
    before = _at_end(head[:-1]) if is_open and len(head) > 1 else ()
    after = tuple(_category_of(" ".join(rest[1:]), loosely=loosely)) if carrier and rest[:1] == ["of"] else ()
    if before or after or found:
        yield (before or after or found)[0]


def _head_and_rest(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words up to the first preposition, and those from there on."""
    prepositions = load_exchange_words().prepositions
    at = next((i for i, word in enumerate(words) if word in prepositions and i), len(words))
    return list(words[:at]), list(words[at:])


def is_undertaking(word: str) -> bool:
    """Say whether a noun is of what a good is made into or serves: "programme", "development"."""
    return _singular(word) in load_exchange_words().undertakings


def _at_end(words: Sequence[str]) -> tuple[str, ...]:
    """Return the categories of the longest entry with which the words end, the narrowest first."""
    goods = load_ontology().goods
    for count in range(min(_LONGEST, len(words)), 0, -1):
        *before, last = words[-count:]
        for form in (last, _singular(last)):
            categories = goods.get(" ".join([*before, form]))
            if categories:
                rather = load_exchange_words().rather.get(form) if count == 1 else None
                return (rather,) if rather else _narrowest(categories)
    return ()


def _narrowest(categories: Sequence[str]) -> tuple[str, ...]:
    includes = load_exchange_words().includes
    none: frozenset[str] = frozenset()
    wide = {a for a in categories for b in categories if b in includes.get(a, none)}
    mutual = {a for a in wide if any(a in includes.get(b, none) for b in categories)}
    return tuple(sorted(categories, key=lambda c: c in wide - mutual))


@lru_cache(maxsize=4096)
def _singular(word: str) -> str:
    """Return a noun without its plural ending; rough, since only words of the vocabulary are looked up."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1 and not word.endswith("ss"):
            return word[: len(word) - len(ending)] + instead
    return word
