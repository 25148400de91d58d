"""The wording of the brief, as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman import ontology
from dragoman.ontology.load import read_yaml

_FOLDER = Path(ontology.__file__).parent


@lru_cache(maxsize=1)
def load_wording() -> Mapping[str, Any]:
    """Return the wording: sentences, names, weights, and what lines are called."""
    wording: Mapping[str, Any] = read_yaml(_FOLDER / "phrases.yaml")
    return wording


@lru_cache(maxsize=1)
def war_words() -> frozenset[str]:
    """Return the words that name a whole war rather than one attack in it."""
    return frozenset(read_yaml(_FOLDER / "families.yaml")["war words"])
