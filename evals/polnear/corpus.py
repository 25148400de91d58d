"""The files of PolNeAR: texts, gold attributions in brat's format, and automatic tokens with their dependencies."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]
_ROLES = {"source", "cue", "content"}


@dataclass(frozen=True)
class Told:
    cue: Spans
    source: Spans
    content: Spans


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    tag: str
    governor: int


@dataclass(frozen=True)
class Sample:
    name: str
    text: str
    tokens: tuple[Token, ...]
    gold: tuple[Told, ...] | None


def read_corpus(folder: Path) -> Iterator[Sample]:
    """Yield the documents of every split below the folder; gold is None where a text has none."""
    for path in sorted(folder.rglob("text/*.txt")):
        split = path.parent.parent
        text = path.read_bytes().decode("utf-8")  # offsets count every character, line ends included
        annotations = sorted((split / "attributions").glob(f"{path.stem}_*.ann"))
        # Of several annotators the first one counts, as in the shared scorer.
        annotations = [p for p in annotations if p.stem.rsplit("_", 1)[0] == path.stem]
        gold = tuple(read_gold(annotations[0])) if annotations else None
        yield Sample(path.stem, text, read_tokens(split / "tokens" / f"{path.stem}.json", text), gold)


def read_gold(path: Path) -> Iterator[Told]:
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]):
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(a), int(b)) for a, b in (piece.split() for piece in pieces)]
        elif re.fullmatch(r"E\d+", fields[0]):
            events.append([role.split(":") for role in fields[1].split()])
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in _ROLES}
        for name, target in event:
            roles.get(re.sub(r"\d+$", "", name).lower(), []).extend(spans[target])
        if roles["cue"]:
            yield Told(**{role: tuple(sorted(found)) for role, found in roles.items()})


def read_tokens(path: Path, text: str) -> tuple[Token, ...]:
    """Return the automatic tokens; without them, plain words whose head nobody knows."""
    if path.exists():
        return tuple(Token(*row[:4]) for row in json.loads(path.read_text(encoding="utf-8")))
    return tuple(Token(m.start(), m.end(), "", -1) for m in re.finditer(r"\w+|[^\w\s]", text))
