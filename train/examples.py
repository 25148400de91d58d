"""The training sentences: `train/pairs/*.tsv`, lines of TYPE<TAB>sentence, the pair marked <s>…</s>, <t>…</t>."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAIRS = Path(__file__).parent / "pairs"
NONE = "NONE"
TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    NONE,
)
_MARK = re.compile(r"</?[st]>")


class BadExample(ValueError):
    """A line of the training data that can't be used, and where it stands."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, the spans of its two actors in code points, and the type of what passes between them.

    `block` numbers runs of lines that were written together: near misses stay on one side of a split.
    """

    type: str
    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    block: str


LINES_A_BLOCK = 8


def read_examples(folder: Path = PAIRS) -> list[Example]:
    """Return all examples of a folder, in the order of file names and lines.

    Raises:
        BadExample: a line has no known type, or not exactly one source and one target.
    """
    return [example for path in sorted(folder.glob("*.tsv")) for example in _of_file(path)]


def digest(folder: Path = PAIRS) -> str:
    """Return a digest of the training data: the weights name the data that they were trained on."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _of_file(path: Path) -> Iterator[Example]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        kind, _, marked = line.partition("\t")
        text, spans = unmark(marked.strip())
        if kind not in TYPES or set(spans) != {"s", "t"}:
            raise BadExample(f"{path.name}, line {number}: needs a type, a tab, one <s>…</s> and one <t>…</t>: {line}")
        yield Example(kind, text, spans["s"], spans["t"], f"{path.stem}-{number // LINES_A_BLOCK}")


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the sentence without marks, and the span of each mark."""
    text, spans, opened, end = "", {}, {}, 0
    for found in _MARK.finditer(marked):
        text += marked[end : found.start()]
        end, name = found.end(), found.group().strip("</>")
        if found.group().startswith("</"):
            spans[name] = (opened.pop(name, 0), len(text))
        else:
            opened[name] = len(text)
    return text + marked[end:], spans
