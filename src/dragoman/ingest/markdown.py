"""Markdown: the text stays exactly as decoded; YAML front matter is the file's own header and not to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from dragoman.ingest.dates import parse_date
from dragoman.ingest.decode import decode
from dragoman.ingest.raw import Raw
from dragoman.model import Span

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def read_markdown(data: bytes, where: str, charset: str | None = None) -> Iterator[Raw]:
    """Yield the one text of a Markdown file, with what its front matter says of it."""
    text = decode(data, where, charset)
    match = _FRONT.match(text)
    fields = _load_fields(match["yaml"]) if match else {}
    yield Raw(
        text=text,
        title=first_text(fields, "title", "headline"),
        publisher=first_text(fields, "publisher", "outlet", "site", "publication"),
        author=first_text(fields, "author", "authors", "byline"),
        published=parse_date(_first(fields, "published", "date", "pubdate", "created")),
        kind=first_text(fields, "kind", "type"),
        language=first_text(fields, "language", "lang"),
        uri=first_text(fields, "uri", "url", "link", "canonical"),
        furniture=(Span(match.start(), match.end()),) if match and fields else (),
    )


def first_text(fields: dict[str, Any], *names: str) -> str | None:
    """Return the first of the fields that holds words; a list of words is joined by commas."""
    value = _first(fields, *names)
    if isinstance(value, list):
        value = ", ".join(str(each) for each in value)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _first(fields: dict[str, Any], *names: str) -> object:
    return next((fields[name] for name in names if fields.get(name)), None)


def _load_fields(words: str) -> dict[str, Any]:
    try:
        loaded = yaml.safe_load(words)
    except yaml.YAMLError:
        return {}  # a rule above a paragraph, not front matter
    return {str(key).lower(): value for key, value in loaded.items()} if isinstance(loaded, dict) else {}
