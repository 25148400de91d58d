"""The words of a source that a line shows."""

from __future__ import annotations

import pytest

from dragoman.brief.words import clip, words_of
from dragoman.model import Evidence, Span
from tests.brief.builders import document

TEXT = (
    """STRELSAU, July 3 (Meridian) - Mr. Rudolf met the U.S. envoy. The talks failed, he said. "We tried." They left.

A second paragraph goes on """
    + "and on " * 60
    + "until Ruritania sent grain to Illyria, "
    + "and on " * 60
    + "it went."
)


def shown(quote: str, most: int = 230) -> str:
    """Return the words shown for a quote, on one line."""
    start = TEXT.index(quote)
    evidence = Evidence(start=start, end=start + len(quote), quote=quote, trigger=Span(start, start + 1))
    words = words_of(document("d", TEXT), 1, evidence, most)
    assert words.span.of(TEXT) == words.text
    assert words.focus.of(words.text) == quote[: len(words.focus.of(words.text))]
    return clip(words, most)


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("met the U.S. envoy", "Mr. Rudolf met the U.S. envoy."),
        ("talks", "The talks failed, he said."),
        ("tried", "We tried."),
        ("envoy. The talks", "Mr. Rudolf met the U.S. envoy. The talks failed, he said."),
    ],
)
def test_whole_sentence_is_shown(quote: str, sentence: str) -> None:
    """Words are shown with the sentence around them, without dateline or half a pair of quotation marks."""
    assert shown(quote) in (sentence, f'"{sentence}"')


def test_long_sentence_is_cut_around_the_words() -> None:
    """Of a long sentence the part with the words is shown, cut between words and marked as cut."""
    part = shown("Ruritania sent grain to Illyria", 100)
    assert part.startswith("... Ruritania sent grain to Illyria, and on")
    assert part.endswith(" ...")
    assert len(part) <= 108
