"""Check the vocabulary, or a file in its format: `python -m dragoman.ontology.check [FILE...]`.

The loader refuses what it can't read; this finds what it could read but what would not do what its writer meant.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.ontology.load import (
    HERE,
    LISTED,
    PARTS_OF_SPEECH,
    ROLES,
    is_words,
    load_ontology,
    places_of,
    problems_of,
    read_yaml,
    words_of,
)
from dragoman.ontology.records import Ontology

# Conditions that look at the grammar around a word; any other after "@" is a preposition or particle.
CONDITIONS = frozenset(
    {
        *("infinitive", "clause", "say", "none", "must", "intent", "oprd", "attr", "obj", "subj", "guilty"),
        *("reflexive", "person", "question", "subjunctive", "thing", "passive"),
    }
)
PREPOSITIONS = frozenset(
    {
        *("on", "for", "of", "against", "to", "with", "from", "at", "in", "up", "off", "out", "over", "about"),
        *("as", "through", "into", "near", "toward", "towards", "by", "behind", "beside"),
    }
)
OWNERS = frozenset({None, "any", "possessive"})
_NO_PLOVER = "none"
# The frame of verbs that the vocabulary lacks, whose type is decided by other means.
_FRAMES_WITHOUT_WORDS = frozenset({"decided"})


def check_ontology(extra: Sequence[Path] = ()) -> list[str]:
    """Return what is wrong in the vocabulary and in the `extra` files, one message a thing; none when all is well."""
    shipped = load_ontology()
    unread = [line for path in extra for line in problems_of(path, shipped.types, shipped.frames)]
    ontology = shipped if unread else load_ontology(tuple(extra))
    files = [*sorted((HERE / "predicates").glob("*.yaml")), *extra]
    rows = [row for path in files for row in _rows(path, is_own=path in extra)]
    found = [message for where, path, row in rows for message in _check_row(where, path, row, ontology)]
    rest = (_check_frames(ontology), _check_modes(ontology), _check_settings(ontology), _check_lists())
    return [*unread, *found, *_check_doubles(rows), *(message for messages in rest for message in messages)]


def _rows(path: Path, *, is_own: bool) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Yield the entries that can be looked into, with where they stand; a line is told of a user's file only."""
    try:
        content = read_yaml(path)
    except DataError:
        return
    entries = content.get("entries") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        return
    places = places_of(path) if is_own else [f"{path.name}: entry {number}" for number in range(1, len(entries) + 1)]
    for where, row in zip(places, entries, strict=True):
        if isinstance(row, dict) and all(is_words(row.get(key)) for key in LISTED):
            yield where, path, row


def _check_row(where: str, path: Path, row: dict[str, Any], ontology: Ontology) -> Iterator[str]:
    goods = {category for categories in ontology.goods.values() for category in categories}
    contexts = {name for names in ontology.contexts.values() for name in names}
    for key in (*PARTS_OF_SPEECH, "subject", "unless_subject"):
        yield from (
            f"{where}: '{word}' is not in lower case" for word in words_of(row.get(key)) if word != word.lower()
        )
    for key, known in (("theme", goods), ("contexts", contexts), ("needs", set(ROLES))):
        yield from (f"{where}: {key} has no '{word}'" for word in words_of(row.get(key)) if word not in known)
    for key in ("object", "unless"):
        for word in words_of(row.get(key)):
            if word.startswith("@") and word[1:] not in CONDITIONS | PREPOSITIONS:
                yield f"{where}: {key} '{word}' is no condition; known are {', '.join(sorted(CONDITIONS))}"
    kind = row.get("type", read_yaml(path).get("type"))
    if isinstance(row.get("mode"), str) and (kind, row["mode"]) not in ontology.modes:
        yield f"{where}: mode '{row['mode']}' of {kind} is not in modes.yaml"


def _check_doubles(rows: Sequence[tuple[str, Path, dict[str, Any]]]) -> Iterator[str]:
    """Yield the words that stand twice with the same conditions in one file."""
    seen: dict[tuple[object, ...], str] = {}
    conditions = ("object", "unless", "subject", "unless_subject", "theme")
    for where, path, row in rows:
        asked = tuple(tuple(sorted(words_of(row.get(key)))) for key in conditions)
        for key in PARTS_OF_SPEECH:
            for word, times in Counter(words_of(row.get(key))).items():
                if times > 1:
                    yield f"{where}: '{word}' stands {times} times"
                first = seen.setdefault((path, row.get("type"), key, word, asked), where)
                if first != where:
                    yield f"{where}: '{word}' stands in {first} with the same conditions"


def _check_frames(ontology: Ontology) -> Iterator[str]:
    used = {entry.frame.name for entries in ontology.entries.values() for entry in entries} | _FRAMES_WITHOUT_WORDS
    yield from (f"frames.yaml: no word uses '{name}'" for name in ontology.frames if name not in used)
    for frame in ontology.frames.values():
        if frame.owners not in OWNERS:
            yield f"frames.yaml: '{frame.name}': owners is '{frame.owners}'; known are any, possessive"


def _check_modes(ontology: Ontology) -> Iterator[str]:
    used = {(entry.type, entry.mode) for entries in ontology.entries.values() for entry in entries}
    for (kind, name), mode in ontology.modes.items():
        if kind not in ontology.types:
            yield f"modes.yaml: unknown type '{kind}'"
        if (kind, name) not in used:
            yield f"modes.yaml: no word has the mode '{name}' of {kind}"
        if mode.plover and mode.plover != _NO_PLOVER and mode.plover not in ontology.types:
            yield f"modes.yaml: '{name}' of {kind}: unknown PLOVER type '{mode.plover}'"


def _check_settings(ontology: Ontology) -> Iterator[str]:
    for setting in ontology.settings:
        for kind in setting.types - set(ontology.types):
            yield f"settings.yaml: {setting.name}: unknown type '{kind}'"
        for word in setting.words | setting.hints | setting.against | setting.bars:
            if word != word.lower():
                yield f"settings.yaml: {setting.name}: '{word}' is not in lower case"


def _check_lists() -> Iterator[str]:
    for file in ("slots.yaml", "goods.yaml", "contexts.yaml"):
        for name, words in read_yaml(HERE / file).items():
            for word, times in Counter(map(str, words)).items():
                if times > 1:
                    yield f"{file}: {name}: '{word}' stands {times} times"
                if word != word.lower():
                    yield f"{file}: {name}: '{word}' is not in lower case"


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong; return 1 if anything is."""
    found = check_ontology([Path(argument) for argument in arguments])
    for message in found:
        print(message)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
