"""JSON lines: one object a line, each a document; a bad line is named and the rest is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import UnreadableFile
from dragoman.ingest.dates import parse_date
from dragoman.ingest.decode import decode
from dragoman.ingest.raw import Raw

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DATES = ("published", "date")  # many corpora say `date`
_WORDS = ("title", "publisher", "author", "uri", "kind", "language")


def read_jsonl(data: bytes, where: str, charset: str | None = None) -> Iterator[Raw | UnreadableFile]:
    """Yield the text of each line, or, where a line can't be used, the error that says which and why."""
    for number, line in enumerate(decode(data, where, charset).split("\n"), start=1):
        if line.strip():
            yield _read_line(line, f"Line {number} of {where}", f"#{number}")


def _read_line(line: str, where: str, suffix: str) -> Raw | UnreadableFile:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return UnreadableFile(f"{where} is not JSON ({error}): write one object a line.")
    problem = _problem(fields)
    if problem:
        return UnreadableFile(f"{where} {problem}")
    dated = next((name for name in _DATES if fields.get(name)), "published")
    published = parse_date(fields.get(dated))
    if fields.get(dated) and published is None:
        return UnreadableFile(f"{where} has no date in `{dated}`: write it as YYYY-MM-DD, not before 1900 nor to come.")
    words = {name: _clean(fields.get(name) or "").strip() or None for name in _WORDS}
    return Raw(
        text=_clean(fields["text"]),
        title=words["title"],
        publisher=words["publisher"],
        author=words["author"],
        published=published,
        kind=words["kind"],
        language=words["language"],
        uri=words["uri"],
        suffix=suffix,
    )


def _problem(fields: Any) -> str | None:
    if not isinstance(fields, dict):
        return 'is not an object: write {"text": "..."}.'
    if not isinstance(fields.get("text"), str):
        return 'has no text: give it a field "text" that holds words.'
    wrong = [name for name in _WORDS if not isinstance(fields.get(name), str | None)]
    return f"has something other than words in `{wrong[0]}`: put it in quotes, or leave it out." if wrong else None


def _clean(words: str) -> str:
    """Replace what no file can hold: half of a surrogate pair, and NUL."""
    return _LONE_SURROGATE.sub("\ufffd", words).replace("\0", "\ufffd")
