"""Whose report a document says it reprints or repeats: the agency or outlet behind the page."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from dragoman.ingest.dateline import find_dateline
from dragoman.ingest.lines import Line, cut_lines
from dragoman.ingest.outlets import load_agencies, load_outlet_words, name_agency, name_outlet
from dragoman.model import Span

# Lines from the top or the bottom within which an agency's bare name is a credit and not a heading.
EDGE_LINES = 5
_OUTLET = r"(?P<outlet>(?-i:(?:[Tt]he )?[A-Z][\w.&’'/-]*(?:,? (?:of |and |the |for )?[A-Z][\w.&’'/-]*){0,4}))"
_NAME_WORD = re.compile(r"\b[A-Z][\w-]*")
_BODY_WORDS = frozenset(("Ministry", "Embassy", "Department", "Presidency", "Office", "Service"))
_DAYS_AND_MONTHS = frozenset((*calendar.day_abbr, *calendar.month_abbr[1:]))
BYLINE = "agency byline"  # such a line is both: it credits the agency, and is a part of the header
# A longer line is a paragraph that happens to begin like a credit; links to a full story carry its headline too.
LONGEST_CREDIT = 240
_SENTENCE = re.compile(r"(?<=[.!])\s+(?=[A-Z])")
_MARKER = r"(?:\d{1,2}[.)]\s+|[-*•·>]+\s*)?[*_(\[—–-]*\s*"


@dataclass(frozen=True, slots=True)
class Credit:
    """The words at `span` say, by the rule `rule`, that the text is `outlet`'s."""

    outlet: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    where: str
    pattern: re.Pattern[str]
    accepts: str


def find_origin(text: str, lines: list[Line] | None = None) -> str | None:
    """Return the plain name of the agency or outlet that the text says it reprints or repeats, None if it says none."""
    return next((credit.outlet for credit in find_credits(text, lines)), None)


def find_credits(text: str, lines: list[Line] | None = None) -> list[Credit]:
    """Return every credit in the text, the most explicit first; a dateline's agency comes after credit lines."""
    lines = cut_lines(text) if lines is None else lines
    found = [credit for rule in _load_rules() for credit in _apply(rule, lines)]
    dateline = find_dateline(lines)
    if dateline and dateline.agency:
        explicit = sum(credit.rule in _EXPLICIT for credit in found)
        found.insert(explicit, Credit(dateline.agency, dateline.span, "dateline"))
    return found


_EXPLICIT = frozenset({"reprint notice", "original publication", "reprint permission", "link to the full story"})


def _apply(rule: _Rule, lines: list[Line]) -> Iterator[Credit]:
    for index, line in enumerate(lines):
        from_edge = min(index, len(lines) - 1 - index)
        if (rule.where == "edge" and from_edge >= EDGE_LINES) or (rule.where == "tail" and len(lines) - index > 2):
            continue
        if rule.where != "tail" and len(line.text) > LONGEST_CREDIT:
            continue
        match = rule.pattern.search(line.text) if rule.where == "tail" else _match_sentence(rule.pattern, line.text)
        outlet = _outlet_of(match["outlet"], rule) if match else None
        if match and outlet:
            whole = rule.where != "tail" and match.start() == 0
            yield Credit(outlet, line.span if whole else line.piece(match.start(), match.end()), rule.name)


def _match_sentence(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return the match at the line's start, else at that of its second sentence ("Posted on 2 July. From the BBC.")."""
    first = pattern.match(words)
    second = _SENTENCE.search(words)
    return first or (pattern.match(words, second.end()) if second else None)


def _outlet_of(words: str, rule: _Rule) -> str | None:
    """Return the outlet's name; of words that run on ("The Guardian Monday") the longest that is a known name."""
    parts = words.split()
    if parts[0][:3].title() in _DAYS_AND_MONTHS and not name_outlet(words):
        return None  # "first published on Tue 18 June"
    for end in range(len(parts), 0, -1):
        name = name_outlet(" ".join(parts[:end]))
        if name:
            return None if rule.accepts == "agency" and name not in load_agencies() else name
    is_accepted = rule.accepts == "any" or (rule.accepts == "likely" and _is_likely(words))
    return name_agency(words) if is_accepted else None


def _is_likely(words: str) -> bool:
    return not (load_outlet_words() | _BODY_WORDS).isdisjoint(_NAME_WORD.findall(words))


@lru_cache(maxsize=1)
def _load_rules() -> tuple[_Rule, ...]:
    text = resources.files("dragoman.ingest").joinpath("credits.yaml").read_text(encoding="utf-8")
    return tuple(
        _Rule(
            name=entry["name"],
            where=entry["where"],
            pattern=_compile(entry["pattern"], entry["where"]),
            accepts=entry.get("accepts", "any"),
        )
        for entry in yaml.safe_load(text)
    )


def _compile(pattern: str, where: str) -> re.Pattern[str]:
    start = "" if where == "tail" else _MARKER
    return re.compile(start + pattern.replace("{outlet}", _OUTLET), re.IGNORECASE)
