"""Dates and times in a text, and the time of an event."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model import Document, Span, Time
from dragoman.read.parse import load_parser, parse
from dragoman.read.times.find import find_dating, find_times, time_of

DAY = date(2024, 6, 20)  # a Thursday


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Give the parser."""
    return load_parser()


def read(nlp: Language, text: str) -> Doc:
    """Parse the text."""
    return parse(Document(id="d", name="d", uri="d", text=text), nlp)


def time_at(nlp: Language, text: str, word: str, published: date | None = DAY) -> Time:
    """Return the time of the event of that word."""
    doc = read(nlp, text)
    token = next(t for t in doc if t.text == word)
    return time_of(token, find_times(doc, published))


def days(time: Time) -> tuple[str | None, str | None, str]:
    """Write the days and the precision of a time."""
    start, end = (on.isoformat() if on else None for on in (time.start, time.end))
    return start, end, time.precision


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("They met last September.", "2023-09-01", "2023-09-30", "month"),
        ("They met last week.", "2024-06-10", "2024-06-16", "week"),
        ("They met on Monday.", "2024-06-17", "2024-06-17", "day"),
        ("They met in 2003.", "2003-01-01", "2003-12-31", "year"),
        ("They met in the 1990s.", "1990-01-01", "1999-12-31", "decade"),
        ("They met in the spring of 2001.", "2001-03-01", "2001-05-31", "season"),
        ("They met in the third quarter of 2022.", "2022-07-01", "2022-09-30", "interval"),
        ("They met twice in the past two months.", "2024-04-20", "2024-06-20", "interval"),
        ("They met in early 2003.", "2003-01-01", "2003-07-02", "interval"),
        ("They will meet later this month.", "2024-06-20", "2024-06-30", "interval"),
        ("They met earlier this year.", "2024-01-01", "2024-06-20", "interval"),
        ("They met in recent years.", None, None, "unknown"),
        ("They met for three years.", None, None, "interval"),
    ],
)
def test_covers_days(nlp: Language, text: str, start: str | None, end: str | None, precision: str) -> None:
    """An expression covers the days that a reader of that date would count, with its precision."""
    (mention,) = find_times(read(nlp, text), DAY)
    assert days(mention.time) == (start, end, precision)
    assert mention.span.of(text) == mention.time.text


@pytest.mark.parametrize(
    ("text", "precision"),
    [("They met last month.", "month"), ("They met yesterday.", "day"), ("They met last week.", "week")],
)
def test_keeps_precision_without_a_date(nlp: Language, text: str, precision: str) -> None:
    """Without a document date what counts from today has no days but keeps its precision."""
    (mention,) = find_times(read(nlp, text), None)
    assert days(mention.time) == (None, None, precision)


def test_counts_from_the_date_that_the_text_set(nlp: Language) -> None:
    """In a document without a date, "the following year" counts from the year that the text named."""
    first, second = find_times(read(nlp, "The war began in 1998. The following year the king fled."), None)
    assert (first.value, second.value) == ("1998", "1999")


def test_knows_days_that_events_are_called_by(nlp: Language) -> None:
    """ "The Sept. 11 attacks" are those of 2001; the same day without them is the nearest one."""
    first, second = (
        find_times(read(nlp, f"The Sept. 11 {noun} shook the world."), DAY)[0] for noun in ("attacks", "vote")
    )
    assert (first.value, second.value) == ("2001-09-11", "2023-09-11")


def test_leaves_out_furniture(nlp: Language) -> None:
    """Dates in the page's furniture aren't the document's."""
    text = "They met on Monday.\nPosted on May 5, 2021"
    document = Document(id="d", name="d", uri="d", text=text, furniture=(Span(20, len(text)),))
    assert [m.span.of(text) for m in find_times(parse(document, nlp), DAY)] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "word", "start", "end"),
    [
        ("Last September, Kim met Putin in Russia.", "met", "2023-09-01", "2023-09-30"),
        ("The September 2023 meeting broke the ice.", "meeting", "2023-09-01", "2023-09-30"),
        ("The 1998 invasion was condemned on Thursday.", "invasion", "1998-01-01", "1998-12-31"),
        ("The 1998 invasion was condemned on Thursday.", "condemned", "2024-06-20", "2024-06-20"),
        ("Last year's summit ended badly.", "summit", "2023-01-01", "2023-12-31"),
        ("The summit will be held on Friday.", "summit", "2024-06-21", "2024-06-21"),
        ("Officials said on Tuesday that Iran attacked the base last week.", "said", "2024-06-18", "2024-06-18"),
        ("Officials said on Tuesday that Iran attacked the base last week.", "attacked", "2024-06-10", "2024-06-16"),
        ("Kim, who met Trump in 2018, invited Putin last week.", "met", "2018-01-01", "2018-12-31"),
        ("Kim, who met Trump in 2018, invited Putin last week.", "invited", "2024-06-10", "2024-06-16"),
        ("Iran has supplied drones since 2022.", "supplied", "2022-01-01", None),
        ("The ban lasted until 2019.", "lasted", None, "2019-12-31"),
        ("Between 1998 and 2003 Iran supplied weapons.", "supplied", "1998-01-01", "2003-12-31"),
        ("From 2001 to 2003 they fought.", "fought", "2001-01-01", "2003-12-31"),
        ("In 2003, Iran attacked Iraq and signed a pact.", "signed", "2003-01-01", "2003-12-31"),
        ("They signed a treaty on Monday.", "signed", "2024-06-17", "2024-06-17"),
        ("They signed the 1998 treaty.", "signed", None, None),
        ("They agreed to meet on Monday.", "agreed", None, None),
        ("It was the first visit by a Russian leader since 2000.", "visit", None, None),
        ("He visited Pyongyang for the first time since 2000.", "visited", None, None),
        ("The minister met the envoy.", "met", None, None),
    ],
)
def test_dates_events(nlp: Language, text: str, word: str, start: str | None, end: str | None) -> None:
    """An event has the time that is attached to it, not another clause's, and "the first since" gives none."""
    assert days(time_at(nlp, text, word))[:2] == (start, end)


def test_keeps_the_length_of_an_event(nlp: Language) -> None:
    """A length of time without a beginning is kept in words, with no days."""
    assert time_at(nlp, "They fought for three years.", "fought").text == "for three years"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The pact was signed on 19 June 2024. He will visit Hanoi in July 2024.", "2024-06-19", "2024-07-31"),
        ("They met in September 2023 and left in May 1998.", "2023-09-01", None),
        ("They will meet in May 2030.", None, "2030-05-31"),
        ("A summit in the east\n\nSeptember 19, 2024\n\nThey met.", "2024-09-19", None),
    ],
)
def test_bounds_a_missing_date(nlp: Language, text: str, earliest: str | None, latest: str | None) -> None:
    """A text without a date is no older than what it tells as done and no younger than what it says will come."""
    doc = read(nlp, text)
    found = find_dating(doc, find_times(doc, None))
    assert found is not None
    assert (found.earliest and found.earliest.isoformat(), found.latest and found.latest.isoformat()) == (
        earliest,
        latest,
    )
    assert all(text[span.start : span.end].strip() for span in found.words)


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday.",
        "Ana Bel, a candidate for the 2030 election, left her party.",
        "She proposed 2036 to 2045 as the decade of canals.",
        "They did not meet in May 2030.",
        "They may meet in May 2030.",
        "The army wanted to leave by 2030.",
    ],
)
def test_leaves_open_what_no_words_show(nlp: Language, text: str) -> None:
    """A date of something else, or of what is not told as done, says nothing of when the text appeared."""
    doc = read(nlp, text)
    assert find_dating(doc, find_times(doc, None)) is None


WORDS = (
    "last next the a of in on May March 5 2003 Monday September two weeks ago year . , - second quarter until and since"
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_mentions_are_in_order_and_apart(nlp: Language, words: list[str]) -> None:
    """Whatever the words, mentions come in text order, don't overlap, and run from a first to a last day."""
    text = " ".join(words)
    mentions = find_times(read(nlp, text), DAY)
    for before, after in pairwise(mentions):
        assert before.span.end <= after.span.start
    for mention in mentions:
        assert mention.span.end <= len(text)
        assert mention.time.start is None or mention.time.end is None or mention.time.start <= mention.time.end


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("Chad struck a deal in July.", "struck", "2023-07-01"),
        ("They dispute a deal that Chad struck in July.", "struck", "2023-07-01"),
        ("Chad will sign a deal in July.", "sign", "2024-07-01"),
        ("The talks were set for July.", "talks", "2024-07-01"),
    ],
)
def test_deed_told_as_done_lies_behind(nlp: Language, text: str, word: str, start: str) -> None:
    """A month by its name alone is past where the deed is, however near the coming one is."""
    assert days(time_at(nlp, text, word))[0] == start


def test_second_day_brings_the_year_of_both(nlp: Language) -> None:
    """Of two days that share a year each has it."""
    assert days(time_at(nlp, "Chad attacked Niger on August 6 and 9, 1945.", "attacked"))[0] == "1945-08-06"
