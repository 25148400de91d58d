from __future__ import annotations

import pytest

from dragoman.model import Document, Span
from dragoman.read.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader."""
    return Reader()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t ",
        "...!!!???",
        "I.",
        "They.",
        "A" * 5000,
        "word " * 1000,
        "1. 2. 3.\n\n- \n* x",
        'The two said: "We will attack Iran."',
        'This one said we attacked Iran. He said "we attacked Iran".',
        '"""" we said "we" said \'we\' "',
        "İstanbul'da Türkiye ve İran anlaştı. IRAN ATTACKED İZMİR.",
        "Iran\u200b attacked\u00a0Iraq \U0001f680\U0001f680 on Friday \u202ereversed\u202c.",
        "On the 31st of February 2023, on 99/99/9999, in 0000 at 25:61 Iran attacked Iraq 10000000000000000 times.",
        "Iran, Iraq, Iran, Iraq and Iran attacked Iran, Iraq, Iran and Iraq, which Iran said Iraq said Iran denied. "
        * 5,
        "((((Iran ((attacked)) Iraq)))) [[Iran]] {attacked} <Iraq>",
        "Mr Mr President President Minister General of the of the said that that that.",
        "\x0c\x0bIran attacked Iraq\x85on Friday\u2028Iraq replied.",
    ],
)
def test_odd_texts_are_read(text: str, reader: Reader) -> None:
    """No text breaks the reader, and all that it finds lies in the text, in its place."""
    reading = reader.read(Document(id="d", name="d", uri="d", text=text))
    for statement in reading.statements:
        evidence = statement.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
    assert all(found.span.end <= len(text) for found in (*reading.mentions, *reading.times))


def test_a_text_of_furniture_alone_is_read(reader: Reader) -> None:
    """A page of which nothing is to be read, such as a date alone, gives an empty reading."""
    text = "Monday, March 15, 2021\n"
    page = Document(id="t", name="t", uri="t", text=text, furniture=(Span(0, len(text)),))
    assert reader.read(page).statements == ()


def test_other_languages_are_not_read(reader: Reader) -> None:
    """A text in another language gives an empty reading, by this version."""
    document = Document(id="d", name="d", uri="d", text="L'Iran a attaqué l'Irak.", language="fr")
    assert reader.read(document).statements == ()
    assert reader.read(document).reader == reader.version
