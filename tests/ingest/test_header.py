"""Title, author, publisher, date and kind, where the text itself states them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.ingest.credits import find_credits
from dragoman.ingest.header import Header, find_header
from dragoman.ingest.lines import cut_lines

TODAY = date(2025, 1, 1)
BODY = (
    "Negotiators from the two river states met for a third day without agreeing on the dam, and both delegations "
    "said afterwards that they would go home to consult their governments before another round is called."
)


def read(*lines: str, below: tuple[str, ...] = ()) -> Header:
    """Return the header of a text with these lines above, and some below, two paragraphs."""
    text = "\n\n".join((*lines, BODY, BODY, *below))
    return find_header(text, cut_lines(text), today=TODAY)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By ANN LEE", "ANN LEE"),
        ("by Ann Lee and Bo Ek", "Ann Lee and Bo Ek"),
        ("By Ann Lee in Khartoum", "Ann Lee"),
        ("By Ann Lee in Addis Ababa, for The Guardian", "Ann Lee"),
        ("By Ann Lee, Staff Writer", "Ann Lee"),
        ("By Staff Writer Ann Lee", "Ann Lee"),
        ("Written by Ann van der Lee", "Ann van der Lee"),
        ("Author: Ann Lee", "Ann Lee"),
        ("By Ann Lee | June 3, 2022 | 4 min read", "Ann Lee"),
        ("**By Ann Lee**", "Ann Lee"),
        ("By Reuters", None),
        ("By Our Correspondent", None),
        ("By land and by sea", None),
    ],
)
def test_byline_gives_the_author(line: str, author: str | None) -> None:
    """A byline names people; an outlet or a turn of phrase is no author."""
    assert read("Dam talks stall", line).author == author


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("September 19, 2024", date(2024, 9, 19)),
        ("Tuesday, 18 June 2024", date(2024, 6, 18)),
        ("Friday, January 4, 2019\u00a0", date(2019, 1, 4)),
        ("2024-06-18", date(2024, 6, 18)),
        ("2024-06-18T09:30:00Z", date(2024, 6, 18)),
        ("18.06.2024", date(2024, 6, 18)),
        ("Posted on June 3, 2022", date(2022, 6, 3)),
        ("Published: 3 Jun 2022, 10:15 GMT", date(2022, 6, 3)),
        ("Updated 4 June 2022", date(2022, 6, 4)),
        ("Published June 3, 2022 | Updated June 9, 2022", date(2022, 6, 3)),
        ("Updated June 9, 2022; published June 3, 2022", date(2022, 6, 3)),
        ("By Ann Lee, June 3, 2022", date(2022, 6, 3)),
        ("Khartoum, 3 June 2022", date(2022, 6, 3)),
        ("03/04/2022", None),  # April or March: not said
        ("June 3, 2031", None),  # to come
        ("June 3, 1822", None),
        ("February 30, 2022", None),
        ("The treaty of June 3, 2022", None),
    ],
)
def test_date_line_gives_the_date(line: str, published: date | None) -> None:
    """A line that is a date is the date of publication; one in a phrase, in doubt or to come is not."""
    assert read(line).published == published


def test_date_in_running_text_is_not_taken() -> None:
    """A date within a sentence is what the sentence is about."""
    assert read(
        "On June 3, 2022, the two states signed a paper that neither has published until now, officials say."
    ) == (read())


@pytest.mark.parametrize(
    "lines",
    [
        ("Dam talks stallJune 3, 2022",),
        ("June 3, 2022Negotiators of both states left the capital without a word to those who waited for them.",),
    ],
)
def test_date_glued_to_text_is_taken(lines: tuple[str, ...]) -> None:
    """A date that the page's layout left against a line with no space between is the date of publication."""
    found = read(*lines)
    assert found.published == date(2022, 6, 3)
    assert [span.of("\n\n".join(lines)) for span in found.furniture] == ["June 3, 2022"]


def test_date_below_the_text_is_found() -> None:
    """Blogs and ministries state the date at the foot."""
    foot = ("Filed by the desk of river affairs",) * 12
    assert read(below=(*foot, "Posted on June 3, 2022")).published == date(2022, 6, 3)


def test_full_dateline_gives_the_date() -> None:
    """A dateline with its year dates the report."""
    assert read("KHARTOUM, June 3, 2022 (Reuters) - " + BODY).published == date(2022, 6, 3)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Dam talks stall",), "Dam talks stall"),
        (("Dam and river: no deal.", "By Ann Lee"), "Dam and river: no deal."),
        (("OPINION", "Who owns a river?"), "Who owns a river?"),
        (("June 3, 2022", "DAM TALKS STALL AS BOTH SIDES GO HOME"), "DAM TALKS STALL AS BOTH SIDES GO HOME"),
        (("# Dam talks stall",), "Dam talks stall"),
        (("Dam talks stall - BBC News",), "Dam talks stall"),
        (("Home | World | Africa", "Dam talks stall"), "Dam talks stall"),
        (
            ("Both Delegations Go Home Without Agreeing on the Great Dam.",),
            "Both Delegations Go Home Without Agreeing on the Great Dam.",
        ),
        (("By Ann Lee",), None),
        ((), None),
        (("The two states broke off their talks about the dam on Friday.",), None),
    ],
)
def test_title_is_the_first_line_that_is_no_paragraph(lines: tuple[str, ...], title: str | None) -> None:
    """The title is the first line of its own, less labels, menus and the outlet's name."""
    assert read(*lines).title == title


def test_first_line_of_a_wrapped_paragraph_is_no_title() -> None:
    """Where lines are broken at a fixed width, the first line of a paragraph is not a title."""
    text = "Negotiators from the two river states met for a third\nday without agreeing on the dam.\n\n" + BODY
    assert find_header(text, cut_lines(text)).title is None


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (("Dam talks stall - BBC News",), "BBC News"),
        (("By Ann Lee in Khartoum, for The Guardian",), "The Guardian"),
        (("Reuters", "Dam talks stall"), "Reuters"),
        (("Dam talks stall - what next",), None),
        (("Ministry of Foreign Affairs of Japan", "On the dam"), "Ministry of Foreign Affairs of Japan"),
        (("Press release", "Office of the Spokesperson", "On the dam"), "Office of the Spokesperson"),
        (("The Egyptian Foreign Ministry", "On the dam"), "Egyptian Foreign Ministry"),
        (("Ministry of Water Rejects Dam Plan", "A word from Cairo"), None),
        (("Ministry of Foreign Affairs denies report",), None),
        (("Dam talks stall", "By Ann Lee", "Harbour Courier", "3 June 2022"), "Harbour Courier"),
        (("Dam talks stall", "The Delta Dispatch", "Published: 3 June 2022"), "The Delta Dispatch"),
        (("Dam talks stall", "*Posted on 3 June 2022 on Delta Notebook.*"), "Delta Notebook"),
        (("World News", "June 3, 2022", "Dam talks stall"), None),
        (("Dam Talks Make News",), None),
    ],
)
def test_publisher_is_read_where_it_stands(lines: tuple[str, ...], publisher: str | None) -> None:
    """The outlet that a title or a byline carries is the publisher."""
    assert read(*lines).publisher == publisher


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("OPINION", "Who owns a river?"), "opinion"),
        (("Opinion | Who owns a river?",), "opinion"),
        (("Editorial: Who owns a river?",), "opinion"),
        (("Opinion: the river finds its owner", "By Ann Lee"), "opinion"),
        (("Press release", "On the dam"), "statement"),
        (("Statement by the Ministry of Foreign Affairs on the dam",), "statement"),
        (("Foreign Ministry statement on the dam",), "statement"),
        (("Ministry of Foreign Affairs of Japan", "On the dam"), "statement"),
        (("Interview with the water minister",), "interview"),
        (("Policy brief: the dam and the law",), "report"),
        (("Dam talks stall",), "article"),
    ],
)
def test_kind_is_what_the_text_says_of_itself(lines: tuple[str, ...], kind: str) -> None:
    """Labels and titles say what sort of document it is; without them it is an article."""
    assert read(*lines).kind == kind


def test_line_of_credit_keeps_its_date() -> None:
    """What stands beside a credit in one line is read as well: the day and the page that posted it."""
    line = "*Posted on 3 June 2022 on Delta Notebook. This article was first published by Deutsche Welle.*"
    text = "\n\n".join(("Dam talks stall", line, BODY, BODY))
    lines = cut_lines(text)
    credits = find_credits(text, lines)
    header = find_header(text, lines, [credit.span for credit in credits], TODAY)
    assert [credit.outlet for credit in credits] == ["Deutsche Welle"]
    assert (header.published, header.publisher) == (date(2022, 6, 3), "Delta Notebook")
