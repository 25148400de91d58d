"""The brief of the bundled examples, read for real."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.brief import compose, render_html, render_markdown, render_terminal
from dragoman.brief.pictures.draw import draw
from dragoman.brief.pictures.shapes import NARROW, WIDE
from dragoman.brief.records import Brief
from dragoman.brief.terminal import MOST_LINES, WIDTH
from tests.brief.test_page import Page

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """Return the brief of the example articles."""
    with dragoman.open_case(tmp_path_factory.mktemp("examples") / "examples.case") as case:
        case.read(EXAMPLES, workers=1)
        return compose(case.weighed, system=case.system())


def test_terminal_shows_two_screens_at_most(brief: Brief) -> None:
    """The demo's brief keeps to eighty columns and two screens and has something to say in each section."""
    rows = render_terminal(brief).split("\n")
    assert len(rows) <= MOST_LINES
    assert max(map(len, rows)) <= WIDTH
    assert all(section.lines for section in brief.sections)


def test_every_line_rests_on_exact_words(brief: Brief) -> None:
    """Whatever reading found, each line cites words that stand at their place in the document."""
    by_number = {source.number: source.document.text for source in brief.sources}
    for section in brief.sections:
        for line in section.lines:
            assert line.all_cites
            assert all(c.span.of(by_number[c.source]) == c.quote for c in line.all_cites)
            for words in filter(None, [line.words, *(item.words for item in line.items)]):
                assert words.span.of(by_number[words.source]) == words.text


def test_anchors_exist_and_all_is_said_in_markdown(brief: Brief) -> None:
    """On the page every anchor exists once; as Markdown every statement that the page cites is quoted."""
    page = Page(render_html(brief))
    assert all(page.ids[address[1:]] == 1 for address in page.addresses if address.startswith("#"))
    text = render_markdown(brief)
    assert text.count("\n## ") == len(brief.sections) + 1
    assert text.count("\n  - [") == sum(len(line.all_cites) for s in brief.sections for line in s.lines)


def test_pictures_are_legible(brief: Brief) -> None:
    """The demo has all the pictures, no words in them overlap or leave their picture, and the page is no burden."""
    assert {figure.key for figure in brief.figures} >= {"timeline", "network", "exchanges", "places"}
    for figure in brief.figures:
        for width in (NARROW, WIDE):
            drawing = draw(figure.subject, width)
            assert all(box.within(drawing.width + 1, drawing.height + 1) for box in drawing.boxes), figure.key
            for i, box in enumerate(drawing.boxes):
                assert not any(box.overlaps(other) for other in drawing.boxes[:i]), (figure.key, width, box)
            assert sorted(mark.row for mark in drawing.marks) == list(range(len(figure.rows)))
    assert len(render_html(brief)) < 600_000
