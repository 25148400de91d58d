"""What the page on weighing shows is what weighing finds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman.explain.event import CREDIBILITY
from dragoman.model import Document, Event
from dragoman.pipeline import load_reader, read_document
from dragoman.settings import load_settings
from dragoman.weigh import Weighed, weigh

PAGE = Path(__file__).parents[1] / "docs" / "weighing.md"
ARTICLE = re.compile(r"^- \*(?P<outlet>[^*]+)\*, (?P<day>\S+): (?P<text>.+)$", re.MULTILINE)
STANDING = re.compile(r"^Standing: \*\*(?P<standing>[\w-]+)\*\*, credibility (?P<credibility>\d)", re.MULTILINE)
DISPUTE = re.compile(r"Dispute: (\w+)\.")


@dataclass(frozen=True)
class Example:
    """What the page gives under one heading: articles, the rows of the table, the standing and the disputes."""

    articles: list[tuple[str, str, str]]
    rows: list[list[str]]
    standing: tuple[str, int] | None
    disputes: list[str] = field(default_factory=list)


@cache
def examples() -> dict[str, Example]:
    """Return the page's examples by their headings."""
    found = {}
    for part in PAGE.read_text("utf-8").split("\n### ")[1:]:
        heading, _, body = part.partition("\n")
        body = body.split("\n## ")[0]
        table = [[c.strip() for c in line.strip("|").split("|")] for line in body.splitlines() if line[:1] == "|"]
        standing = STANDING.search(body)
        found[heading] = Example(
            ARTICLE.findall(body),
            table[2:],
            (standing["standing"], int(standing["credibility"])) if standing else None,
            DISPUTE.findall(body),
        )
    return found


def weighed(example: Example) -> Weighed:
    """Read and weigh the example's articles."""
    documents = [
        Document(id=f"d{n}", name=f"d{n}", uri=f"d{n}", text=text, publisher=outlet, published=date.fromisoformat(day))
        for n, (outlet, day, text) in enumerate(example.articles)
    ]
    reader = load_reader(load_settings())
    return weigh([s for d in documents for s in read_document(d, reader).statements], documents)


def derived(event: Event) -> list[list[str]]:
    """Return the rows that the page shows of an event's standing."""
    return [
        [
            "+" if r.counts else "-",
            r.origin,
            r.says,
            "itself" if r.interests == (r.origin,) else ", ".join(r.interests),
            r.effect,
        ]
        for r in event.derivation
    ]


def replaced(event: Event) -> list[list[str]]:
    """Return the rows that the page shows of what was told anew."""
    return [[row.slot, row.value, str(row.day), row.why] for row in event.history]


@pytest.mark.parametrize("heading", list(examples()))
def test_examples_are_weighed_as_shown(heading: str) -> None:
    """The articles of each example give the table, the standing and the disputes that stand below them."""
    example = examples()[heading]
    assert example.articles
    found = weighed(example)
    assert [d.kind.value for d in found.disputes] == example.disputes
    if example.rows:
        told = [e for e in found.events if example.rows in (derived(e), replaced(e))]
        assert len(told) == 1
        assert example.standing in (None, (told[0].standing.value, told[0].credibility))


def test_page_has_every_credibility() -> None:
    """The page gives the rule of each credibility that the program explains."""
    page = PAGE.read_text("utf-8")
    assert [number for number in CREDIBILITY if not re.search(rf"^\| {number} \w", page, re.MULTILINE)] == []
