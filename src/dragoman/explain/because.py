"""One line of an explanation."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """The `part` of a statement, event or dispute is `value`, because of what `why` says."""

    part: str
    value: str
    why: str


def quoted(words: str) -> str:
    """Return the words on one line, between quotation marks."""
    return f'"{" ".join(words.split())}"'


def counted(number: int, what: str) -> str:
    """Return "1 statement", "2 statements"."""
    return f"{number} {what}" + ("" if number == 1 else "s")


def days(time: Time) -> str:
    """Return the days that a time covers."""
    if time.start == time.end:
        return str(time.start or "unknown")
    return f"{time.start or '...'} to {time.end or '...'}"
