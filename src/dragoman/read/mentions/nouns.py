"""The vocabulary of nouns that stand for someone, as loaded from ontology/nominals.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import dragoman.ontology
from dragoman.ontology.load import read_yaml

NOMINALS = Path(dragoman.ontology.__file__).parent / "nominals.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """Which nouns name persons, parts of states, bodies, states and places, and what else they tell."""

    roles: Mapping[str, str]
    persons: Mapping[str, str]
    collectives: Mapping[str, str]
    bodies: frozenset[str]
    states: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    titles: Mapping[str, str]
    genders: Mapping[str, str]
    hypocorisms: Mapping[str, str]
    given_names: Mapping[str, str]
    times: frozenset[str]
    islands: frozenset[str]
    kingdoms: frozenset[str]
    words: Mapping[str, frozenset[str]]

    def is_role(self, noun: str) -> bool:
        """Say whether the noun names one person by office, work or standing."""
        return noun in self.roles or noun in self.persons

    def sector_of(self, noun: str) -> str | None:
        """Return the sector of those whom the noun names when they act for a state."""
        if noun in self.roles:
            return "GOV"
        return self.persons.get(noun) or self.collectives.get(noun) or None

    def gender_of(self, noun: str) -> str | None:
        """Return "m" or "f" when the noun tells the person's gender."""
        tag = self.genders.get(noun.rsplit(" ", 1)[-1])
        return tag if tag in ("m", "f") else None

    def knows(self, noun: str) -> bool:
        """Say whether the noun stands for someone or some place."""
        return self.is_role(noun) or noun in self.collectives or noun in self.bodies or self.is_land(noun)

    def is_land(self, noun: str) -> bool:
        """Say whether the noun is a sort of state or place."""
        return noun in self.states or noun in self.places


@cache
def load_nouns() -> Nouns:
    """Return the vocabulary of nominals."""
    table = read_yaml(NOMINALS)
    return Nouns(
        roles=table["roles"],
        persons=table["persons"],
        collectives=table["collectives"],
        bodies=frozenset(table["bodies"]),
        states=frozenset(table["states"]),
        places=frozenset(table["places"]),
        people=frozenset(table["people"]),
        titles=_by_word(table["titles"]),
        genders=_by_word(table["genders"]),
        hypocorisms=table["hypocorisms"],
        given_names=_by_word(table["given_names"]),
        times=frozenset(map(str, table["times"])),
        islands=frozenset(map(str, table["islands"])),
        kingdoms=frozenset(map(str, table["kingdoms"])),
        words={name: frozenset(map(str, words)) for name, words in table["words"].items()},
    )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Turn {tag: words} into {word: tag}; a word under two tags tells nothing."""
    tags: dict[str, str] = {}
    for tag, words in table.items():
        for word in words:
            tags[str(word)] = "x" if tags.get(str(word), tag) != tag else tag
    return tags


# Words that the rules of reference ask for, by what they do ("motion", "saying").
WORDS = load_nouns().words
