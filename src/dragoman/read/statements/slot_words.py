"""The words on which the grammar of slots turns, as loaded from ontology/slots.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import dragoman.ontology
from dragoman.ontology.load import read_yaml

SLOTS = Path(dragoman.ontology.__file__).parent / "slots.yaml"


@cache
def slot_words(name: str) -> frozenset[str]:
    """Return the words of the list `name`."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(str, words)) for name, words in read_yaml(SLOTS).items()}
