"""Reads lists of entries (actors, places, titles) from YAML, keeping the line of each for messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import DataError


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Takes every value as text: nothing is guessed to be a number or a Norwegian "no", which also is twice as fast."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """Return the tag of a node, which nothing reads."""
        return "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a data file: its fields as written, and where it stands."""

    fields: Mapping[str, str]
    where: str

    def get(self, name: str) -> str | None:
        """Return the field, None when it is absent or empty."""
        return self.fields.get(name) or None

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return the alternatives that the field lists, with "|" between them."""
        value = self.fields.get(name)
        if not value:
            return ()
        return tuple(part for part in map(str.strip, value.split("|")) if part)


@dataclass(slots=True)
class Problems:
    """What is wrong with the data, line by line, to be told all at once."""

    lines: list[str] = field(default_factory=list)

    def add(self, where: str, what: str) -> None:
        """Note that the line at `where` ("file:line") is wrong."""
        self.lines.append(f"{where} {what}")

    def tell(self) -> None:
        """Raise one error that lists all problems, if there are any."""
        if self.lines:
            raise DataError("\n".join(self.lines))


def read_entries(path: Path, problems: Problems) -> Iterator[Entry]:
    """Yield the entries of a YAML file that holds a list of mappings; a list as value is the same as text with "|"."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        problems.add(f"{path.name}:1", f"can't be read: {error}")
        return
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problems.add(f"{path.name}:{mark.line + 1 if mark else 1}", f"is no YAML: {getattr(error, 'problem', error)}")
        return
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        problems.add(f"{path.name}:{root.start_mark.line + 1}", "should be a list of entries, each with a dash")
        return
    for node in root.value:
        where = f"{path.name}:{node.start_mark.line + 1}"
        if isinstance(node, yaml.MappingNode):
            yield Entry({key.value: _text(value, where, problems) for key, value in node.value}, where)
        else:
            problems.add(where, "should be an entry of the kind {name: value, ...}")


def _text(node: Any, where: str, problems: Problems) -> str:
    value = node.value
    if isinstance(value, str):
        return value
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item.value, str) for item in value):
        return "|".join(item.value for item in value)
    problems.add(where, "has a value that is neither text nor a list of texts")
    return ""
