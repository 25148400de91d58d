"""The brief as a page."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from dragoman.brief import render_html
from dragoman.brief.extracts import MOST_UNCITED, extract
from dragoman.brief.records import Cite, Source
from dragoman.model import Span
from tests.brief.builders import Told, arms_case, brief_of, document, who
from tests.brief.test_terminal import large_case

LOADING = {"src", "href", "action", "data", "poster", "srcset"}
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Collects ids, addresses, tags and the text of marks of a page, and that its tags are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.tags: Counter[str] = Counter()
        self.marks: dict[str, str] = {}
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is and names."""
        known = dict(attrs)
        self.tags[tag] += 1
        if known.get("id"):
            self.ids[str(known["id"])] += 1
        self.addresses += [str(value) for name, value in attrs if name in LOADING]
        if tag not in VOID:
            self.open.append((tag, known))

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes the last that was opened."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Keep the text of marks by statement."""
        if self.open and self.open[-1][0] == "mark":
            for statement in str(self.open[-1][1]["data-s"]).split():
                self.marks[statement] = self.marks.get(statement, "") + data


def test_every_anchor_leads_somewhere(tmp_path: Path) -> None:
    """Each address on the page is an anchor on the page, and no id stands twice."""
    page = Page(render_html(brief_of(arms_case(tmp_path))))
    inner = [address for address in page.addresses if address != "data:,"]
    assert inner
    assert all(address.startswith("#") and page.ids[address[1:]] == 1 for address in inner)
    assert set(page.ids.values()) == {1}


def test_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    """The page loads nothing: no address with a host, no import in its style."""
    text = render_html(brief_of(arms_case(tmp_path)))
    assert not re.search(r"https?:|//\w|@import|url\(", re.sub(r"^\s*//.*$", "", text, flags=re.M))


def test_cited_words_are_marked_in_their_paragraph(tmp_path: Path) -> None:
    """The marks of a statement spell its quote."""
    case = arms_case(tmp_path)
    page = Page(render_html(brief_of(case)))
    quotes = {s.id: s.evidence.quote for s in case.statements()}
    assert page.marks
    assert all(quotes[statement] == words for statement, words in page.marks.items())


def test_page_has_landmarks_and_a_language(tmp_path: Path) -> None:
    """The page has a language, a header, a main part, named navigation and sources, and one first heading."""
    text = render_html(brief_of(arms_case(tmp_path)))
    page = Page(text)
    assert '<html lang="en">' in text
    assert [page.tags[tag] for tag in ("header", "main", "nav", "aside", "h1")] == [1] * 5
    assert all(f'aria-label="{name}"' in text for name in ("Sections", "Sources"))


def test_documents_cannot_put_markup_on_the_page(tmp_path: Path) -> None:
    """Tags, quotes and signs that turn the direction of writing stay text."""
    hostile = "</mark><script>alert('x')</script> Russia fired \u202eat\u202c Iran \"onclick=\" <img src=x onerror=y>"
    told = Told(document("d", hostile, title="<script>1</script>", publisher='"><b>', author="<i>"))
    told.event(told.state("d", hostile, "fired", "ASSAULT", agents=who("RUS"), targets=who("IRN")))
    page = Page(render_html(brief_of(told.case(tmp_path))))
    assert page.tags["script"] == 1
    assert not page.tags["img"]
    assert page.marks == {"0000000000000001": hostile}


def test_large_case_makes_a_page_of_sane_size(tmp_path: Path) -> None:
    """Lines beyond the first of a section are folded, and the page holds cited paragraphs only."""
    text = render_html(brief_of(large_case(tmp_path).case(tmp_path)))
    assert '<details class="more"><summary>15 more' in text
    assert len(text) < 400_000


def test_long_uncited_stretches_are_shortened() -> None:
    """Of a line as long as a book only the surroundings of the cited words are shown."""
    text = "a " * 5000 + "cited words" + " b" * 5000
    start = text.index("cited words")
    cite = Cite(source=1, statement="s", span=Span(start, start + 11), quote="cited words")
    (paragraph,) = extract(Source(number=1, document=document("d", text), origin=""), [cite]).paragraphs
    assert paragraph is not None
    assert [piece.text for piece in paragraph if piece.statements] == ["cited words"]
    assert all(len(piece.text) <= MOST_UNCITED + 10 for piece in paragraph)
