"""Load the words that show what holds between two named things (relations.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.ontology.load import read_yaml, words_of

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedWord:
    """The word `lemma` tells of a relation of kind `kind` between who does it and those whom `slots` lead to.

    A slot is "object", "subject" (for what is done to it), or a preposition. `with_object`: only with one of these
    lemmas as its object ("launch" a "strike").
    """

    lemma: str
    kind: str
    slots: frozenset[str]
    doer: str = "doer"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWords:
    """The vocabulary of relations."""

    verbs: Mapping[str, tuple[DeedWord, ...]]
    nouns: Mapping[str, tuple[DeedWord, ...]]
    lists: Mapping[str, frozenset[str]]
    telling: frozenset[str]  # every lemma that may tell of a deed

    def words(self, name: str) -> frozenset[str]:
        """Return the list of that name."""
        return self.lists[name]


@lru_cache(maxsize=1)
def load_relation_words() -> RelationWords:
    """Return the project's vocabulary of relations."""
    content = read_yaml(HERE / "relations.yaml")
    deeds: dict[str, dict[str, tuple[DeedWord, ...]]] = {"verbs": {}, "nouns": {}}
    for row in content["deeds"]:
        for part, found in deeds.items():
            for lemma in words_of(row.get(part)):
                word = DeedWord(
                    lemma=lemma,
                    kind=row["kind"],
                    slots=frozenset(words_of(row["slots"])),
                    doer=row.get("doer", "doer"),
                )
                found[lemma] = (*found.get(lemma, ()), word)
    lists = {name: frozenset(words_of(words)) for name, words in content["lists"].items()}
    telling = frozenset({*deeds["verbs"], *deeds["nouns"], *lists["hostile"]})
    return RelationWords(verbs=deeds["verbs"], nouns=deeds["nouns"], lists=lists, telling=telling)
