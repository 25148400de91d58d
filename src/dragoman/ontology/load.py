"""Load the vocabulary from its YAML files, and a user's additions in the same format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import DataError
from dragoman.model import Status
from dragoman.ontology.records import Entry, Frame, Mode, Ontology, Setting, TypeDef

HERE = Path(__file__).parent
PARTS_OF_SPEECH = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
ENTRY_KEYS = {
    *PARTS_OF_SPEECH,
    "frame",
    "mode",
    "type",
    "contexts",
    "object",
    "unless",
    "subject",
    "unless_subject",
    "theme",
    "needs",
    "status",
}
ROLES = ("agent", "target", "theme")
_ONE_VALUE = ("frame", "mode", "type", "status")
LISTED = tuple(key for key in sorted(ENTRY_KEYS) if key not in _ONE_VALUE)


@lru_cache(maxsize=4)
def load_ontology(extra: tuple[Path, ...] = ()) -> Ontology:
    """Return the project's vocabulary with the predicates of the `extra` files, which take precedence."""
    types = {row["name"]: TypeDef(**row) for row in read_yaml(HERE / "types.yaml")}
    frames = {name: _frame(name, row) for name, row in read_yaml(HERE / "frames.yaml").items()}
    files = [*extra, *sorted((HERE / "predicates").glob("*.yaml"))]
    if problems := [line for file in extra for line in problems_of(file, types, frames)]:
        raise DataError("\n".join(problems))
    entries = [entry for file in files for entry in _read_entries(file, types, frames)]
    light = read_yaml(HERE / "light.yaml")
    return Ontology(
        types=types,
        frames=frames,
        entries=_index(entries),
        goods=_invert(read_yaml(HERE / "goods.yaml")),
        contexts=_invert(read_yaml(HERE / "contexts.yaml")),
        carriers={lemma: how for how in ("by subject", "to subject", "with subject") for lemma in light[how]},
        through=frozenset(light["through nouns"]),
        modes=_read_modes(HERE / "modes.yaml"),
        settings=tuple(_setting(name, row) for name, row in read_yaml(HERE / "settings.yaml").items()),
    )


def read_yaml(path: Path) -> Any:
    """Return the content of a YAML file; a broken one is a DataError that names the line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, OSError) as error:
        raise DataError(f"{path.name}: can't be read: {' '.join(str(error).split())}") from error


def _read_modes(path: Path) -> dict[tuple[str, str], Mode]:
    return {
        (kind, name): Mode(name=name, **row) for kind, modes in read_yaml(path).items() for name, row in modes.items()
    }


def _setting(name: str, row: Mapping[str, Any]) -> Setting:
    words = {key: frozenset(words_of(row.get(key))) for key in ("words", "hints", "against", "types", "bars")}
    return Setting(name=name, enough=row["enough"], **words)


def _frame(name: str, row: Mapping[str, Any]) -> Frame:
    roles = {role: tuple(map(str, row.get(role, ()))) for role in ROLES}
    return Frame(
        name=name,
        owners=row.get("owners"),
        reciprocal=bool(row.get("reciprocal")),
        local=bool(row.get("local")),
        **roles,
    )


def problems_of(file: Path, types: Mapping[str, TypeDef], frames: Mapping[str, Frame]) -> list[str]:
    """Return what keeps entries of the file from being read, one message a thing, with file, entry and line."""
    try:
        content = read_yaml(file)
    except DataError as error:
        return [str(error)]
    if not isinstance(content, dict) or not isinstance(content.get("entries"), list):
        return [f"{file.name}: wants a mapping with 'type' and a list 'entries'"]
    rows = zip(places_of(file), content["entries"], strict=True)
    return [f"{where}: {what}" for where, row in rows for what in _problems(row, content, types, frames)]


def places_of(file: Path) -> list[str]:
    """Return where each entry of the file stands, for messages: "my-words.yaml: entry 2 (line 5)"."""
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert root is not None  # what is no list of entries was refused before
    (nodes,) = (value.value for key, value in root.value if key.value == "entries")
    return [f"{file.name}: entry {at} (line {node.start_mark.line + 1})" for at, node in enumerate(nodes, 1)]


def _problems(
    row: object, content: Mapping[str, Any], types: Mapping[str, TypeDef], frames: Mapping[str, Frame]
) -> Iterator[str]:
    if not isinstance(row, dict):
        yield "wants a mapping such as {verbs: 'attack, raid', frame: act}"
        return
    known = ", ".join(sorted(ENTRY_KEYS))
    yield from (f"unknown key {key!r}; known are {known}" for key in row if key not in ENTRY_KEYS)
    wrong = [key for key in LISTED if not is_words(row.get(key))]
    yield from (f"{key} is no text and no list of texts; put it in quotes" for key in wrong)
    if "type" not in row and "type" not in content:
        yield "has no type, and neither has the file; an empty one says that the word is never an event"
    frame, mode, status = row.get("frame", "act"), row.get("mode"), row.get("status")
    for what, value, names in (
        ("type", row.get("type", content.get("type")), (None, *types)),
        ("frame", frame, tuple(frames)),
        ("status", status, (None, *Status)),
    ):
        if value not in names:
            yield f"unknown {what} {value!r}; known are {', '.join(filter(None, names))}"
    if not isinstance(mode, str | None):
        yield f"the mode {mode!r} is no text; put it in quotes"
    if not wrong and not any(words_of(row.get(key)) for key in PARTS_OF_SPEECH):
        yield f"names no words; wants one of {', '.join(PARTS_OF_SPEECH)}"


def is_words(value: object) -> bool:
    """Say whether the value of a field can be read as words: a text, a list of texts, or nothing."""
    return isinstance(value, str | None) or (isinstance(value, list) and all(isinstance(word, str) for word in value))


def _read_entries(file: Path, types: Mapping[str, TypeDef], frames: Mapping[str, Frame]) -> Iterator[Entry]:
    content = read_yaml(file)
    for row in content["entries"]:
        yield from _expand(row, row.get("type", content.get("type")), frames[row.get("frame", "act")])


def _expand(row: Mapping[str, Any], kind: str | None, frame: Frame) -> Iterable[Entry]:
    for key, pos in PARTS_OF_SPEECH.items():
        for word in words_of(row.get(key)):
            lemma, _, particle = word.partition(" ") if pos == "verb" else (word, "", "")
            yield Entry(
                lemma=lemma,
                pos=pos,
                particle=particle or None,
                type=kind,
                frame=frame,
                mode=row.get("mode"),
                contexts=words_of(row.get("contexts")),
                object=frozenset(words_of(row.get("object"))),
                unless=frozenset(words_of(row.get("unless"))),
                subject=frozenset(words_of(row.get("subject"))),
                unless_subject=frozenset(words_of(row.get("unless_subject"))),
                theme=frozenset(words_of(row.get("theme"))),
                needs=words_of(row.get("needs")),
                status=row.get("status"),
            )


def words_of(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the words of a field, which may be a list or one text with commas."""
    if value is None:
        return ()
    parts = value.split(",") if isinstance(value, str) else [str(v) for v in value]
    return tuple(word.strip() for word in parts if word.strip())


def _index(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    index: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        index.setdefault((entry.lemma, entry.pos), []).append(entry)
    # Of entries with equally many conditions one that says "no event" goes first.
    return {key: tuple(sorted(rows, key=lambda e: (-e.conditions, e.type is not None))) for key, rows in index.items()}


def _invert(table: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    inverted: dict[str, list[str]] = {}
    for category, words in table.items():
        for word in words:
            inverted.setdefault(str(word), []).append(category)
    return {word: tuple(categories) for word, categories in inverted.items()}
