"""Embedding words and what each says about the truth of what it embeds, from the vocabulary file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dragoman.model import Status


@dataclass(frozen=True, slots=True)
class Effect:
    """The status, and perhaps the outcome, that a word gives to another."""

    status: Status
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What an embedding word of class `name` makes of its complement.

    `positive` holds where the word is actual, `negative` where it is denied, `otherwise` where it is neither (None:
    the weaker of both); a presupposed complement stands whatever becomes of the word. `past` replaces `positive`
    where the word is a past tense. With `indefinite_only` a definite noun is left alone.
    """

    name: str
    positive: Effect
    negative: Effect
    otherwise: Effect | None = None
    past: Effect | None = None
    presupposed: bool = False
    indefinite_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """The vocabulary of status: signatures by (part, lemma, slot) and words that mark a clause or a noun."""

    signatures: Mapping[tuple[str, str, str], Signature]
    modals: Mapping[str, str]
    clause_adverbs: Mapping[str, Status]
    noun_adjectives: Mapping[str, Effect | None]  # None: says that the thing is so, whatever embeds it
    sets: Mapping[str, frozenset[str]]

    def find(self, part: str, lemma: str, slot: str) -> Signature | None:
        """Return the signature of a word for a slot, None when it has none of its own."""
        return self.signatures.get((part, lemma, slot))


@lru_cache(maxsize=1)
def load_status_words() -> StatusWords:
    """Return the vocabulary of status."""
    text = resources.files("dragoman.ontology").joinpath("signatures.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return StatusWords(
        signatures=_index(data["signatures"]),
        modals={word: name for name, words in data["modals"].items() for word in words},
        clause_adverbs={word: Status(name) for name, words in data["clause_adverbs"].items() for word in words},
        noun_adjectives={word: _adjective(name) for name, words in data["noun_adjectives"].items() for word in words},
        sets={
            name: frozenset(words) for name, words in data.items() if isinstance(words, list) and name != "signatures"
        },
    )


def _index(groups: list[dict[str, Any]]) -> dict[tuple[str, str, str], Signature]:
    index: dict[tuple[str, str, str], Signature] = {}
    for group in groups:
        signature = _signature(group)
        for slot in group["slots"]:
            for word in group["words"]:
                index.setdefault((group["part"], word, slot), signature)
    return index


def _signature(group: Mapping[str, Any]) -> Signature:
    return Signature(
        name=group["class"],
        positive=_effect(group["positive"]),
        negative=_effect(group["negative"]),
        otherwise=_effect(group["otherwise"]) if "otherwise" in group else None,
        past=_effect(group["past"]) if "past" in group else None,
        presupposed=group.get("presupposed", False),
        indefinite_only=group.get("indefinite_only", False),
    )


def _effect(text: str) -> Effect:
    status, _, outcome = text.partition("/")
    return Effect(Status(status), outcome or None)


def _adjective(name: str) -> Effect | None:
    if name == "actual":
        return None
    if name == "failed":
        return Effect(Status.ACTUAL, name)
    if name in {"cancelled", "suspended"}:
        return Effect(Status.DENIED, name)
    return Effect(Status(name))
