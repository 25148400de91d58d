"""PLOVER's words for modes, contexts and classes, both ways; the table is plover.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.ontology import load_ontology
from dragoman.ontology.load import read_yaml

_NONE = "-"


def quad_of(kind: str) -> int | None:
    """Return PLOVER's class of a type, 1 (verbal cooperation) to 4 (material conflict); None for states of affairs."""
    return next((int(quad) for quad, kinds in _table()["quads"].items() if kind in kinds), None)


def quad_names() -> dict[int, str]:
    """Return the names of the classes by their numbers."""
    return dict(_table()["quad names"])


def plover_types() -> tuple[str, ...]:
    """Return PLOVER's sixteen types in the order of the classes."""
    return tuple(kind for kinds in _table()["quads"].values() for kind in kinds)


def type_of(word: str) -> str | None:
    """Return the type that PLOVER's word names, in any of its versions; None for none."""
    word = word.strip().upper()
    kind: str = _table()["type names"].get(word, word)
    return kind if quad_of(kind) else None


def filed_type(kind: str, mode: str | None) -> str | None:
    """Return the type under which PLOVER files a type with that mode; None where it has no event for it."""
    known = load_ontology().modes.get((kind, mode or ""))
    filed = known.plover if known is not None and known.plover else kind
    return filed if quad_of(filed) else None


def write_mode(kind: str, mode: str | None) -> str | None:
    """Return PLOVER's word for the mode of a type of PLOVER, None where it has none."""
    word = _table()["modes"].get(kind, {}).get(mode, _NONE) if mode else _NONE
    return None if word == _NONE else str(word)


def read_mode(kind: str, word: str | None) -> str | None:
    """Return the mode that PLOVER's word names, or this program's own word; None for one that it lacks."""
    if not word:
        return None
    modes = load_ontology().modes
    if (kind, word) in modes:
        return word
    if word in (read := _table()["read modes"].get(kind, {})):
        return str(read[word])
    found = (mode for mode, theirs in _table()["modes"].get(kind, {}).items() if theirs == word)
    return next((mode for mode in found if (kind, mode) in modes), None)


def write_contexts(contexts: Iterable[str]) -> list[str]:
    """Return PLOVER's words for the contexts; those that it lacks stay as they are."""
    return [_table()["contexts"].get(context, context) for context in contexts]


def read_contexts(words: Iterable[str]) -> tuple[str, ...]:
    """Return the contexts that the words name, each once; what is no context here is left out."""
    return tuple(dict.fromkeys(context for word in words if (context := _read_context(word.strip()))))


@lru_cache(maxsize=512)
def _read_context(word: str) -> str | None:
    ours = {theirs: context for context, theirs in _table()["contexts"].items()} | _table()["read contexts"]
    context = ours.get(word, word)
    return context if context in _known_contexts() else None


@lru_cache(maxsize=1)
def _known_contexts() -> frozenset[str]:
    return frozenset(context for contexts in load_ontology().contexts.values() for context in contexts)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_yaml(Path(__file__).parent / "plover.yaml")
    return table
