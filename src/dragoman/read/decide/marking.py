"""A sentence with two marked actors as the numbers that the encoder reads.

    [CLS] … [S Norway ]S recalled its ambassador from [T Chile ]T … [SEP]

The marks are four of the numbers that BERT's word list leaves unused. A long text is cut to a window around the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.read.decide.wordpiece import WordPieces

CLS, SEP, MASK, PAD = 101, 102, 103, 0
SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE = 1, 2, 3, 4
MOST_TOKENS = 112  # of 512; news sentences of 60 words have about 90
MOST_OF_A_NAME = 24  # a long apposition says little of what its actor does


@dataclass(frozen=True, slots=True)
class Marked:
    """The token numbers of a marked sentence, and where the two opening marks stand in them."""

    ids: tuple[int, ...]
    source_at: int
    target_at: int


def mark(text: str, source: tuple[int, int], target: tuple[int, int], pieces: WordPieces) -> Marked:
    """Return the sentence `text` as numbers, with the actors at these spans (code points) marked."""
    left, right = sorted((source, target))
    right = (max(right[0], left[1]), max(right[1], left[1]))
    opening = {True: (SOURCE_OPEN, SOURCE_CLOSE), False: (TARGET_OPEN, TARGET_CLOSE)}
    edges = (0, *left, *right, len(text))
    before, first, between, second, after = (pieces.encode(text[a:b]) for a, b in pairwise(edges))
    first, second = first[:MOST_OF_A_NAME], second[:MOST_OF_A_NAME]
    before, between, after = _window(before, between, after, MOST_TOKENS - len(first) - len(second) - 6)
    in_order = source <= target
    ids = [CLS, *before]
    first_at = len(ids)
    ids += [opening[in_order][0], *first, opening[in_order][1], *between]
    second_at = len(ids)
    ids += [opening[not in_order][0], *second, opening[not in_order][1], *after, SEP]
    return Marked(tuple(ids), *((first_at, second_at) if in_order else (second_at, first_at)))


def _window(
    before: Sequence[int], between: Sequence[int], after: Sequence[int], room: int
) -> tuple[list[int], list[int], list[int]]:
    """Cut what is farthest from the two actors until the rest has room."""
    if len(between) > room:
        half = room // 2
        return [], [*between[:half], *between[len(between) - half :]], []
    room -= len(between)
    keep_after = min(len(after), max(room - len(before), room * 2 // 3))
    keep_before = min(len(before), room - keep_after)
    return list(before[len(before) - keep_before :]), list(between), list(after[:keep_after])
