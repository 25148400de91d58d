"""What a format reader hands on: a text and what the file itself says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A text as its file gives it; the other fields are what the file's own metadata say, None where they are silent.

    `suffix` is added to the file's name and address where one file holds many texts ("#12").
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    kind: str | None = None
    language: str | None = None
    uri: str | None = None
    suffix: str = ""
    pages: tuple[int, ...] = ()
    furniture: tuple[Span, ...] = ()
