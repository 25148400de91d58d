from __future__ import annotations

import pytest

from dragoman.read.decide import marking
from dragoman.read.decide.marking import MOST_OF_A_NAME, MOST_TOKENS, Marked, mark
from dragoman.read.decide.wordpiece import WordPieces

WORDS = ["norway", "recalled", "its", "envoy", "from", "chile", "and", "."]
FIRST = 1000  # a number that no mark has
CUTTER = WordPieces({word: FIRST + i for i, word in enumerate(WORDS)} | {"[UNK]": 999})
NAMES = {101: "[", 102: "]", 1: "<s>", 2: "</s>", 3: "<t>", 4: "</t>"} | {FIRST + i: w for i, w in enumerate(WORDS)}


def told(marked: Marked) -> str:
    """Return the numbers as words."""
    return " ".join(NAMES[number] for number in marked.ids)


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ((0, 6), (31, 36), "[ <s> norway </s> recalled its envoy from <t> chile </t> . ]"),
        ((31, 36), (0, 6), "[ <t> norway </t> recalled its envoy from <s> chile </s> . ]"),
        ((0, 6), (0, 6), "[ <s> norway </s> <t> </t> recalled its envoy from chile . ]"),
    ],
)
def test_each_side_has_marks_of_its_own(source: tuple[int, int], target: tuple[int, int], words: str) -> None:
    """The source and the target are marked apart, whichever comes first, and the marks' places are told."""
    marked = mark("Norway recalled its envoy from Chile.", source, target, CUTTER)
    assert told(marked) == words
    assert (marked.ids[marked.source_at], marked.ids[marked.target_at]) == (
        marking.SOURCE_OPEN,
        marking.TARGET_OPEN,
    )


@pytest.mark.parametrize("before", [0, 5, 300])
@pytest.mark.parametrize("between", [0, 5, 300])
@pytest.mark.parametrize("after", [0, 5, 300])
def test_a_long_text_is_cut_around_the_two(before: int, between: int, after: int) -> None:
    """However far apart the two are and whatever stands around, both are kept and the length is bounded."""
    name = "chile " * (MOST_OF_A_NAME + 9)
    text = "and " * before + "norway " + "its " * between + name + "from " * after
    start, end = 4 * before, 4 * before + 7 + 4 * between
    marked = mark(text, (start, start + 6), (end, end + len(name)), CUTTER)
    assert len(marked.ids) <= MOST_TOKENS
    assert "<s> norway </s>" in told(marked)
    assert told(marked).count("chile") == MOST_OF_A_NAME
