"""The cases written for the project: texts in which marked words name actors, as "[words|codes]"; "-" is nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spacy.language import Language

from dragoman.model import Document
from dragoman.read.mentions.find import Mentions, find_mentions
from dragoman.read.parse import parse
from dragoman.world import World

CASES = Path(__file__).with_name("cases.jsonl")
_MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


@dataclass(frozen=True)
class Mark:
    """The words from `start` to `end` name the actors with these codes."""

    start: int
    end: int
    codes: frozenset[str]


@dataclass(frozen=True)
class Case:
    """A text with its day of publication and its marks."""

    text: str
    published: date
    marks: tuple[Mark, ...]


def read_cases() -> Iterator[Case]:
    """Yield the written cases."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, marks = unmark(row["text"])
        yield Case(text, date.fromisoformat(row["published"]), marks)


def unmark(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the text without marks, and where they are."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        codes = frozenset(match[2].split(",")) - {"-"}
        marks.append(Mark(len(text), len(text) + len(match[1]), codes))
        text += match[1]
        at = match.end()
    return text + marked[at:], tuple(marks)


def score_cases(nlp: Language, world: World) -> tuple[int, int, list[str]]:
    """Return how many marks are right, how many there are, and in words those that are wrong."""
    right, total, wrong = 0, 0, []
    for case in read_cases():
        document = Document(id="c", name="c", uri="c", text=case.text, published=case.published)
        doc = parse(document, nlp)
        mentions = Mentions(doc, find_mentions(doc, document, world)[0], world)
        for mark in case.marks:
            span = doc.char_span(mark.start, mark.end, alignment_mode="expand")
            found = frozenset(actor.code for actor in mentions.actors_of(span.root))
            total += 1
            right += found == mark.codes
            if found != mark.codes:
                wrong.append(f"{sorted(found)} for [{span.text}|{','.join(sorted(mark.codes))}] in {case.text}")
    return right, total, wrong
