"""The vocabulary of weighing: which types tell of one happening, which words say what about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FAMILIES = Path(__file__).parent.parent / "ontology" / "families.yaml"
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e")


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """The words and types that weighing goes by; families.yaml says what each is for."""

    family: Mapping[str, str]
    lasting: frozenset[str]
    mutual: frozenset[str]
    strict: frozenset[str]
    ties: frozenset[str]
    once: frozenset[str]
    by_matter: frozenset[str]
    war_words: frozenset[str]
    host_words: frozenset[str]
    pledge_words: frozenset[str]
    afar_words: frozenset[str]
    prepares: re.Pattern[str]
    prepared: re.Pattern[str]
    by_wire: re.Pattern[str]
    summit_words: frozenset[str]
    envoy_words: frozenset[str]
    matters: tuple[frozenset[str], ...]
    measures: tuple[frozenset[str], ...]
    back_words: frozenset[str]
    empty_words: frozenset[str]
    everyday_words: frozenset[str]
    empty_names: frozenset[str]
    deed_words: frozenset[str]
    standing_words: frozenset[str]
    refusals: re.Pattern[str]
    denial_of_fact: re.Pattern[str]
    no_fact: re.Pattern[str]
    denying_words: frozenset[str]
    readiness_words: frozenset[str]
    many_of_a_kind: frozenset[str]
    corrections: re.Pattern[str]
    vague_units: frozenset[str]
    beginning_words: frozenset[str]
    number_words: Mapping[str, int]
    bounds: Mapping[str, frozenset[str]]
    includes: Mapping[str, frozenset[str]]
    vague_goods: frozenset[str]
    goods_in_word: Mapping[str, str]
    contrary: Mapping[str, str]


@lru_cache(maxsize=1)
def load_families() -> Families:
    """Return the families of types as the vocabulary has them."""
    data: Any = yaml.safe_load(FAMILIES.read_text(encoding="utf-8"))
    return Families(
        family={kind: name for name, kinds in data["families"].items() for kind in kinds},
        lasting=frozenset(data["lasting"]),
        mutual=frozenset(data["mutual"]),
        strict=frozenset(data["strict"]),
        ties=frozenset(data["ties"]),
        once=frozenset(data["once"]),
        by_matter=frozenset(data["by matter"]),
        war_words=_stems(data["war words"]),
        host_words=_stems(data["host words"]),
        pledge_words=_stems(data["words of promise"]),
        afar_words=_stems(data["words of contact from afar"]),
        prepares=re.compile("|".join(data["words of preparing"]), re.IGNORECASE),
        prepared=re.compile("|".join(data["words of what is prepared"]), re.IGNORECASE),
        by_wire=re.compile(rf"\b(?:{'|'.join(data['words before a talk from afar'])})\b", re.IGNORECASE),
        summit_words=_stems(data["words of a summit"]),
        envoy_words=_stems(data["words for envoys"]),
        matters=tuple(_stems(words) for words in data["words of one matter"]),
        measures=tuple(_stems(words) for words in data["words of one measure"]),
        back_words=_stems(data["words that point back"]),
        empty_words=_stems(data["empty words"]),
        everyday_words=_stems(data["everyday words"]),
        empty_names=frozenset(data["names of no one"]),
        deed_words=_stems(data["words of single deeds"]),
        standing_words=_stems(data["words of standing dealings"]),
        refusals=re.compile(rf"\b(?:{'|'.join(data['words of refusal'])})\b", re.IGNORECASE),
        denial_of_fact=re.compile("|".join(data["denial of fact"])),
        no_fact=re.compile("|".join(data["no denial of fact"])),
        readiness_words=_stems(data["words of readiness"]),
        denying_words=_stems(data["words of denial"]),
        many_of_a_kind=frozenset(data["many of a kind"]),
        vague_units=_stems(data["vague units"]),
        beginning_words=_stems(data["words of beginning"]),
        corrections=re.compile(rf"\b(?:{'|'.join(data['words of correction'])})\b", re.IGNORECASE),
        number_words=data["number words"],
        bounds={k: frozenset(v) for k, v in data["bounds"].items()},
        includes={k: frozenset(v) for k, v in data["goods that include others"].items()},
        vague_goods=frozenset(data["vague goods"]),
        goods_in_word={stem(word): good for word, good in data["goods in the word"].items()},
        contrary=data["contrary"],
    )


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without its ending, so that "visited", "visits" and "visiting" are one; rough but steady."""
    word = word.lower()
    word = irregular_forms().get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "yi" else word


@lru_cache(maxsize=1)
def irregular_forms() -> Mapping[str, str]:
    """Return for each form of an irregular verb or noun the form that stands for all ("sent": "send")."""
    data: Any = yaml.safe_load(FAMILIES.read_text(encoding="utf-8"))
    return {form: word for word, forms in data["irregular forms"].items() for form in forms}


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that say something."""
    empty = load_families().empty_words
    return frozenset(s for w in _WORD.findall(text) if len(w) > 2 and (s := stem(w)) not in empty)


def related_goods(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether two sets of goods share a category, or one includes the other's."""
    if first & second:
        return True
    includes = load_families().includes
    none: frozenset[str] = frozenset()
    return any(includes.get(a, none) & second for a in first) or any(includes.get(b, none) & first for b in second)


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(str(word)) for word in words)


@lru_cache(maxsize=1)
def happening_groups() -> Mapping[str, frozenset[int]]:
    """Return for each word the numbers of the groups of words that tell of one happening."""
    data: Any = yaml.safe_load(FAMILIES.read_text(encoding="utf-8"))
    groups: dict[str, set[int]] = {}
    for number, words in enumerate(data["words of one happening"]):
        for word in words:
            groups.setdefault(str(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}
