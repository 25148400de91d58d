"""What sort of document a text says it is: a statement, an interview, an opinion, a report, else an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

ARTICLE = "article"
STATEMENT = "statement"
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: str
    label: re.Pattern[str]
    title: re.Pattern[str]
    body: re.Pattern[str]


def kind_of_label(words: str) -> str | None:
    """Return the kind that a label above a title names ("OPINION"), None when the words are no such label."""
    return next((kind.kind for kind in _load_kinds() if kind.label.fullmatch(words.strip())), None)


def kind_of(title: str | None, labels: Iterable[str], text: str) -> str:
    """Return the kind that a document's labels, title or own words state, "article" when they state none."""
    labelled = next(filter(None, map(kind_of_label, labels)), None)
    if labelled:
        return labelled
    for kind in _load_kinds():
        if (title and kind.title.fullmatch(title.strip())) or kind.body.search(text):
            return kind.kind
    return ARTICLE


@lru_cache(maxsize=1)
def _load_kinds() -> tuple[_Kind, ...]:
    text = resources.files("dragoman.ingest").joinpath("kinds.yaml").read_text(encoding="utf-8")
    return tuple(
        _Kind(
            kind=entry["kind"],
            label=re.compile(entry["label"], re.IGNORECASE),
            title=re.compile(entry["title"], re.IGNORECASE),
            body=re.compile(entry.get("body", _NOTHING), re.IGNORECASE),
        )
        for entry in yaml.safe_load(text)
    )
