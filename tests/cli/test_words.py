from __future__ import annotations

from datetime import date

import pytest

from dragoman.cli.output import shorten
from dragoman.cli.pages import quote_in_paragraph
from dragoman.cli.words import name_all, say_when, say_when_shortly
from dragoman.model import ActorRef, Span, Time


def days(start: str | None, end: str | None, precision: str = "interval") -> Time:
    """Return the time from one day to another."""
    return Time(
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
        precision=precision,
    )


@pytest.mark.parametrize(
    ("time", "long", "short"),
    [
        (days("2023-09-14", "2023-09-14", "day"), "2023-09-14", "2023-09-14"),
        (days("2023-09-01", "2023-09-30", "month"), "2023-09", "2023-09"),
        (days("2023-01-01", "2023-12-31", "year"), "2023", "2023"),
        (days("2023-09-08", "2023-09-18"), "2023-09-08..2023-09-18", "2023-09-08..18"),
        (days("2023-06-08", "2023-09-18"), "2023-06-08..2023-09-18", "2023-06..09"),
        (days("2022-06-08", "2023-09-18"), "2022-06-08..2023-09-18", "2022..2023"),
        (days("2023-09-14", None), "from 2023-09-14", "2023-09-14.."),
        (days(None, "2023-09-14"), "until 2023-09-14", "..2023-09-14"),
        (Time(), "", ""),
    ],
)
def test_days(time: Time, long: str, short: str) -> None:
    """Days are told as shortly as their precision allows."""
    assert (say_when(time), say_when_shortly(time)) == (long, short)
    assert len(short) <= 14


def test_names() -> None:
    """Actors are named with the code that they act for."""
    refs = [
        ActorRef(code=code, actor="x", name=name) for code, name in (("FRA", "Ann"), ("DEU", "Bob"), ("NATO", "NATO"))
    ]
    assert name_all(refs[:1]) == "Ann (FRA)"
    assert name_all(refs) == "Ann (FRA), Bob (DEU) and NATO"


@pytest.mark.parametrize(("text", "width", "short"), [("a\n b", 9, "a b"), ("abcdef", 4, "abc…"), ("日本語", 4, "日…")])
def test_shortening(text: str, width: int, short: str) -> None:
    """A text is cut to the cells that it may take, wide letters taking two."""
    assert shorten(text, width) == short


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("One.\n\nTwo three\nfour.\n\nFive.", "three", "Two >>three<< four."),
        ("One two.", "One", ">>One<< two."),
        ("List:\n 1. one\n 2. two\n  three\n 3. four", "two", "2. >>two<< three"),
        ("A - b\n- c d\n\ne", "d", "- c >>d<<"),
    ],
)
def test_quote_stands_in_its_paragraph(text: str, words: str, shown: str) -> None:
    """The words are marked in their own paragraph, or item of a list, and no other."""
    start = text.index(words)
    assert quote_in_paragraph(text, Span(start, start + len(words))).strip() == shown


def test_lines_of_an_unwrapped_text_are_paragraphs() -> None:
    """Where lines are long, each is a paragraph though no blank line parts them."""
    line = "Ruritania and Strelsau talked about grain for as long as anyone could listen to them, and then for longer."
    shown = " ".join(
        quote_in_paragraph(f"{line}\nThey signed a deal.\n{line}", Span(len(line) + 6, len(line) + 12)).split()
    )
    assert shown == "They >>signed<< a deal."


def test_long_paragraph_is_cut_around_the_words() -> None:
    """Of a long paragraph some lines on either side are shown, from the beginning of a sentence."""
    text = "The talks went on and on. " * 40 + "They signed a deal. " + "The rain fell and fell. " * 40
    start = text.index("signed")
    shown = " ".join(quote_in_paragraph(text.strip(), Span(start, start + 6)).split())
    assert shown.startswith("... The talks went on")
    assert "They >>signed<< a deal." in shown
    assert shown.endswith(" ...")
    assert len(shown) < 700
