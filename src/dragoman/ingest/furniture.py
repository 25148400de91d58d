"""Spans that belong to the page and not to the article: comment forms, adverts, links to other stories."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from dragoman.ingest.lines import Line, trim
from dragoman.model import Span

# The longest lines of furniture are editors' notes and disclaimers.
LONGEST_FURNITURE = 450
# Below the head of a page's foot ("Related articles") a line this long is a paragraph: then the foot was none.
LONGEST_FOOT_LINE = 160
# The foot of a page starts in its second half; "Sources:" or "Related" further up heads a part of the article.
EARLIEST_FOOT = 0.5


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    where: str
    whole: re.Pattern[str]
    within: re.Pattern[str] | None


def find_furniture(
    text: str, lines: list[Line], known: Iterable[Span] = (), is_header: Callable[[str], bool] = lambda _: False
) -> tuple[Span, ...]:
    """Return the spans of the text that are no part of the article, in order and apart; `known` are among them.

    What furniture leaves over of a line is furniture too where it `is_header` ("... are marked *By Ann Lee").
    """
    found = list(known)
    for line in lines:
        found += _find_in_line(text, line, found, is_header)
    found += _find_foot(text, lines)
    return merge_spans(text, found)


def is_furniture(words: str) -> bool:
    """Say whether a line that has only these words belongs to the page."""
    if len(words) > LONGEST_FURNITURE:
        return False
    return any(rule.where != "anywhere" and rule.whole.fullmatch(words) for rule in _load_rules())


def merge_spans(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that overlap or have only white space between them on one line; drop those without a character."""
    merged: list[Span] = []
    for span in sorted(spans):
        part = trim(text, span.start, span.end)
        if part is None:
            continue
        if merged and (part.span.start <= merged[-1].end or _is_gap(text[merged[-1].end : part.span.start])):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, part.span.end))
        else:
            merged.append(part.span)
    return tuple(merged)


def _is_gap(between: str) -> bool:
    return not between.strip(" \t\u00a0")


def _find_in_line(text: str, line: Line, known: list[Span], is_header: Callable[[str], bool]) -> list[Span]:
    found = [
        line.piece(match.start(), match.end())
        for rule in _load_rules()
        if rule.within is not None
        for match in rule.within.finditer(line.text)
    ]
    for left in _left_over(text, line, [*found, *(span for span in known if span.overlaps(line.span))]):
        if is_furniture(left.text) or (left.span != line.span and is_header(left.text)):
            found.append(left.span)
    return found


def _left_over(text: str, line: Line, taken: list[Span]) -> Iterator[Line]:
    """Yield what remains of a line when the spans taken are cut out of it."""
    start = line.span.start
    for span in sorted(taken):
        left = trim(text, start, min(span.start, line.span.end)) if span.start > start else None
        if left:
            yield left
        start = max(start, span.end)
    left = trim(text, start, line.span.end) if start < line.span.end else None
    if left:
        yield left


def _find_foot(text: str, lines: list[Line]) -> list[Span]:
    """Return the lines from the head of the page's foot on, when no paragraph stands among them."""
    heads = [rule.whole for rule in _load_rules() if rule.where == "rest"]
    foot: list[Span] = []
    for line in reversed(lines):
        if len(line.text) > LONGEST_FOOT_LINE or line.span.start < EARLIEST_FOOT * len(text):
            return []
        foot.append(line.span)
        if any(head.fullmatch(line.text) for head in heads):
            return foot
    return []


@lru_cache(maxsize=1)
def _load_rules() -> tuple[_Rule, ...]:
    text = resources.files("dragoman.ingest").joinpath("furniture.yaml").read_text(encoding="utf-8")
    return tuple(_make_rule(**entry) for entry in yaml.safe_load(text))


def _make_rule(name: str, where: str, pattern: str, glue: bool = False) -> _Rule:
    whole = re.compile(pattern, re.IGNORECASE)
    if where == "anywhere":
        return _Rule(name, where, whole, whole)
    # Glued: at the line's start or right after a full stop, and at its end or right before a capital.
    glued = rf"(?:^|(?<=[.!?”\"*]))(?:{pattern})(?=$|(?-i:(?<=[a-z:])[A-Z“]))"
    return _Rule(name, where, whole, re.compile(glued, re.IGNORECASE) if glue else None)
