"""Furniture: what belongs to the page and not to the article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.furniture import find_furniture
from dragoman.ingest.lines import cut_lines

BODY = "Negotiators from the two river states met for a third day without agreeing on the dam, officials said."


def find(text: str) -> list[str]:
    """Return the words of the furniture."""
    return [span.of(text) for span in find_furniture(text, cut_lines(text))]


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "No comments:",
        "Post a Comment",
        "3 Comments",
        "Your email address will not be published. Required fields are marked *",
        "Share this",
        "Share this:",
        "Facebook Twitter WhatsApp",
        "Advertisement",
        "Story continues below advertisement",
        "Sign up for our newsletter",
        "Click here to subscribe",
        "Read more: What the dam means for the delta",
        "Also read: What the dam means for the delta",
        "We use cookies to make this site better.",
        "All rights reserved.",
        "© 2022 The Harbour Post. All rights reserved.",
        "Photo: Ann Lee",
        "Image source, Getty Images",
        "Ann Lee/Getty Images",
        "Home | World | Africa",
        "Skip to content",
        "4 min read",
        "(Reporting by Ann Lee; Editing by Bo Ek)",
        "* * *",
    ],
)
def test_line_of_the_page_is_furniture(line: str) -> None:
    """A line of this class is furniture as a whole, and the paragraphs beside it are not."""
    assert find(f"{BODY}\n\n{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Read more slowly, the treaty says less than its authors think.",
        "Share prices fell as the talks broke down.",
        "Images from the valley showed the dam half full.",
        "The minister left no comments on the paper.",
        "Advertisements for the dam were taken down by the city.",
        "Subscribers of the state telephone company lost their lines during the strike.",
        "See you at the dam, the minister told reporters.",
        "Sources in the ministry said that the paper was ready.",
        "Related talks on fishing go on.",
        "Video shows the dam, and the army does not deny it.",
        "The home ministry said nothing.",
    ],
)
def test_sentence_that_begins_alike_is_not_furniture(line: str) -> None:
    """A sentence of the article stays, whatever word it begins with."""
    assert find(f"{BODY}\n\n{line}\n\n{BODY}") == []


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        (BODY + "Leave a Reply", ["Leave a Reply"]),
        (BODY + "Read more: What the dam means", ["Read more: What the dam means"]),
        (
            BODY + "Leave a ReplyYour email address will not be published. Required fields are marked *",
            ["Leave a ReplyYour email address will not be published. Required fields are marked *"],
        ),
        ("Advertisement" + BODY, ["Advertisement"]),
        (
            "Your email address will not be published. Required fields are marked *" + BODY,
            ["Your email address will not be published. Required fields are marked *"],
        ),
    ],
)
def test_furniture_glued_to_a_paragraph_is_cut_off(line: str, furniture: list[str]) -> None:
    """Where the layout left no space between, only the furniture is taken."""
    assert find(line) == furniture


def test_foot_of_the_page_is_furniture_to_the_end() -> None:
    """Headlines below "Related articles" belong to other stories."""
    foot = ["Related articles", "Delta farmers wait for water", "Who owns a river?"]
    assert find("\n".join([BODY, BODY, *foot])) == foot


def test_heading_above_paragraphs_is_no_foot() -> None:
    """A heading with paragraphs below it is a part of the article, whatever it says."""
    text = "\n".join(["Sources", BODY * 2, BODY * 2])
    assert BODY not in " ".join(find(text))


@given(st.text(alphabet=st.sampled_from("aB. *\n\r\tRead more:Leave a Reply©é"), max_size=200) | st.text(max_size=200))
def test_furniture_lies_within_the_text_in_order_and_apart(text: str) -> None:
    """Whatever the text, spans lie in it, hold words, and don't overlap."""
    spans = find_furniture(text, cut_lines(text))
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
    assert all(a.end < b.start for a, b in pairwise(spans))
