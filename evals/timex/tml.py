"""Read TimeML files (.tml) as documents with their gold expressions, offsets in the text without its marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_DCT = re.compile(r'<TIMEX3[^>]*functionInDocument="(?:CREATION_TIME|PUBLICATION_TIME)"[^>]*>')
_MARK = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Timex:
    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Sample:
    name: str
    text: str
    published: date | None
    gold: tuple[Timex, ...]


def read_folder(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.rglob("*.tml")):
        sample = read_tml(path)
        if sample is not None:
            yield sample


def read_tml(path: Path) -> Sample | None:
    source = path.read_text(encoding="utf-8", errors="replace")
    body = _TEXT.search(source)
    if body is None:
        return None
    text, gold = _strip(body[1])
    return Sample(path.stem, text, _published(source), gold)


def _published(source: str) -> date | None:
    mark = _DCT.search(source)
    value = dict(_ATTRIBUTE.findall(mark[0])).get("value", "") if mark else ""
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", value)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _strip(body: str) -> tuple[str, tuple[Timex, ...]]:
    """Return the text without marks, and the expressions with their offsets in it."""
    parts: list[str] = []
    length, at = 0, 0
    open_marks: list[tuple[int, dict[str, str]]] = []
    gold: list[tuple[int, int, dict[str, str]]] = []

    def take(piece: str) -> None:
        nonlocal length
        parts.append(html.unescape(piece))
        length += len(parts[-1])

    for mark in _MARK.finditer(body):
        take(body[at : mark.start()])
        at = mark.end()
        if mark[2] != "TIMEX3":
            continue
        if not mark[1]:
            open_marks.append((length, dict(_ATTRIBUTE.findall(mark[3]))))
        elif open_marks:
            start, attributes = open_marks.pop()
            gold.append((start, length, attributes))
    take(body[at:])
    text = "".join(parts)
    found = [Timex(b, e, text[b:e], a.get("type", ""), a.get("value", "")) for b, e, a in gold if e > b]
    return text, tuple(sorted(found, key=lambda t: t.start))
