"""Relations of a sentence whose things are marked `[words|label]`."""

from __future__ import annotations

import re

from dragoman.model import Document, Span
from dragoman.read.parse import load_parser, parse
from dragoman.read.relations.find import find_relations

_MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")
_LABELS = {
    "o": "organisation",
    "p": "person",
    "l": "location",
    "n": "nationality",
    "w": "weapon",
    "f": "platform",
    "v": "vehicle",
    "q": "quantity",
}


def relations_of(marked: str) -> set[str]:
    """Return the relations as "kind: source > target"."""
    spans, shift = [], 0
    for match in _MARK.finditer(marked):
        start = match.start() - shift
        shift += len(match[0]) - len(match[1])
        spans.append((Span(start, start + len(match[1])), _LABELS[match[2]]))
    text = _MARK.sub(r"\1", marked)
    doc = parse(Document(id="t", name="t", uri="t", text=text), load_parser())
    return {f"{r.kind.value}: {r.source.of(text)} > {r.target.of(text)}" for r in find_relations(doc, spans)}
