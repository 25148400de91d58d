"""The lines of a text with their offsets, blank ones left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.model import Span

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it; `span` is where that is in the document's text.

    `is_adjacent` when it stands right below the line before, with no blank line between.
    """

    text: str
    span: Span
    is_adjacent: bool = False

    def piece(self, start: int, end: int) -> Span:
        """Return the span, in the document's text, of a part of the line that is given by offsets in the line."""
        return Span(self.span.start + start, self.span.start + end)


def cut_lines(text: str) -> list[Line]:
    """Return the lines that hold more than white space, in order."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        line = trim(text, match.start(), match.end())
        if line:
            above = text[lines[-1].span.end : line.span.start] if lines else "\n\n"
            lines.append(replace(line, is_adjacent=above.count("\n") < 2 and above.count("\r") < 2))
    return lines


def trim(text: str, start: int, end: int) -> Line | None:
    """Return text[start:end] less the white space around it, None when nothing is left."""
    part = text[start:end]
    left = start + len(part) - len(part.lstrip())
    right = end - (len(part) - len(part.rstrip()))
    return Line(text[left:right], Span(left, right)) if left < right else None
