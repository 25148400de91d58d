"""Whole pages, copied as people copy them: what is known of the document and what is left to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from dragoman.ingest.assembly import make_document
from dragoman.ingest.raw import Raw

BODY = (
    "Negotiators from the two river states met for a third day without agreeing on the dam, and both delegations "
    "said afterwards that they would go home to consult their governments before another round is called."
)
DAY = date(2024, 6, 18)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, with @ for a paragraph, and what should come out of it."""

    lines: str
    left: str
    author: str | None = None
    publisher: str | None = None
    published: date | None = DAY
    origin: str | None = None


PAGES = {
    "agency's own site": Page(
        lines="World News\nJune 18, 2024 / 9:41 AM / 3 days ago\nDam talks stall as both sides go home\n3 Min Read\n"
        "CAIRO (Reuters) - @\n\n@\n\nReporting by Ann Lee and Bo Ek; Editing by Cy Day\n\nOur Standards: Here.",
        left="Dam talks stall as both sides go home @ @",
        origin="Reuters",
    ),
    "agency's site, copied without spaces": Page(
        lines="Dam talks stall\n\nReuters\nJune 18, 20243:05 PM GMT+2Updated 2 hours ago\n\n@",
        left="Dam talks stall @",
        origin="Reuters",
    ),
    "agency with contributors": Page(
        lines="Dam talks stall\nBy ANN LEE\nUpdated 5:12 PM GMT+2, June 18, 2024\nCAIRO (AP) — @\n\n___\n\n"
        "Associated Press writers Bo Ek in Addis Ababa and Cy Day in Khartoum contributed to this report.",
        left="Dam talks stall @",
        author="ANN LEE",
        origin="AP",
    ),
    "broadcaster": Page(
        lines="Home » News » Africa\n\nDam talks stall\n\nPublished 12:32 PM EDT, Tue June 18, 2024\n\n"
        "By Ann Lee, CNN\n\n@",
        left="Dam talks stall @",
        author="Ann Lee",
        publisher="CNN",
    ),
    "broadcaster with an agency's text": Page(
        lines="Dam talks stall\n\nIssued on: 18/06/2024 - 14:22\nModified: 19/06/2024 - 15:01\n\n2 min\n\n"
        "Text by: NEWS WIRES\n\nCairo (AFP) – @\n\n© 2024 AFP",
        left="Dam talks stall @",
        origin="AFP",
    ),
    "blog": Page(
        lines="Dam talks stall\nPosted by admin on June 18, 2024 in Africa, Water | 4 Comments\n@\n\n@\n\n"
        "Tags: dam, river\nPrevious Post: Floods\n"
        "4 thoughts on “Dam talks stall”\nLeave a Reply Cancel reply\nComment *\n"
        "Name *\nPost Comment",
        left="Dam talks stall @ @",
    ),
    "magazine": Page(
        lines="Dam talks stall\nJune 18, 2024 by Ann Lee\n@\n\nAnn Lee is a fellow at the Saltmarsh Institute.",
        left="Dam talks stall @",
        author="Ann Lee",
    ),
    "newspaper archive": Page(
        lines="June 18, 2024 Tuesday\nDam talks stall\nBYLINE: Ann Lee\nSECTION: WORLD; Pg. 4\nLENGTH: 512 words\n\n@",
        left="Dam talks stall @",
        author="Ann Lee",
    ),
    "newspaper with a credit below": Page(
        lines="CAIRO: @\n\n@\n\nPublished in Dawn, June 18th, 2024", left="@ @", publisher="Dawn"
    ),
    "reprint": Page(
        lines="Dam talks stall\n\nJune 18, 2024\n\n@\n\nThis article was originally published on The Conversation.",
        left="Dam talks stall @",
        origin="The Conversation",
    ),
    "two pages run together": Page(
        lines="June 18, 2024\n\n@\n\n"
        "Your email address will not be published. Required fields are marked *By Ann Lee\n\n@",
        left="@ @",
    ),
    "date of first publication": Page(lines="First published on Tue 18 Jun 2024 09.00 BST\n\n@", left="@"),
    "state agency": Page(lines="CAIRO, June 18 (Xinhua) -- @ Enditem", left="@", published=None, origin="Xinhua"),
    "agency in slashes": Page(lines="CAIRO, June 18. /TASS/. @", left="@", published=None, origin="TASS"),
    "agency after the day": Page(lines="Cairo, June 18, IRNA – @", left="@", published=None, origin="IRNA"),
    "agency in place of a city": Page(lines="TASS, June 18. @", left="@", published=None, origin="TASS"),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_page_is_told_from_its_article(page: Page) -> None:
    """The header is known, and nothing but title and paragraphs is left to read."""
    document = make_document(Raw(text=page.lines.replace("@", BODY)), "a.txt", "file:///a.txt")
    assert (document.author, document.publisher) == (page.author, page.publisher)
    assert (document.published, document.origin) == (page.published, page.origin)
    left = document.text
    for span in reversed(document.furniture):
        left = left[: span.start] + left[span.end :]
    assert " ".join(left.replace(BODY, "@").split()) == page.left
