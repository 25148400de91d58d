"""Three figures of attribution, over all documents: cue heads, those with their source, those with their content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus import Sample, Spans, Token, Told

# A content counts as found when it shares at least half of the characters that either of the two has.
CONTENT_OVERLAP = 0.5


@dataclass
class Counts:
    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        self.right, self.found, self.gold = self.right + right, self.found + found, self.gold + gold

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0


class Scores:
    def __init__(self) -> None:
        self.cue_head, self.cue_source, self.content = Counts(), Counts(), Counts()

    def add(self, sample: Sample, found: Sequence[Told]) -> None:
        gold = sample.gold or ()
        heads = [head(told.cue, sample.tokens) for told in found]
        gold_heads = [head(told.cue, sample.tokens) for told in gold]
        known, wanted = set(heads) - {None}, set(gold_heads) - {None}
        self.cue_head.add(len(known & wanted), len(known), len(wanted))

        def count(same: Callable[[Told, Told], bool]) -> int:
            return linked(list(zip(heads, found, strict=True)), list(zip(gold_heads, gold, strict=True)), same)

        text = sample.text
        self.cue_source.add(count(lambda a, b: same_source(a, b, text)), len(found), len(gold))
        self.content.add(count(lambda a, b: same_content(a, b, text)), len(found), len(gold))


def linked(
    found: list[tuple[int | None, Told]], gold: list[tuple[int | None, Told]], same: Callable[[Told, Told], bool]
) -> int:
    """Count the gold attributions with one of the same cue head, used once, that is the same."""
    used: set[int] = set()
    for gold_head, wanted in gold:
        for number, (found_head, told) in enumerate(found):
            if number not in used and found_head == gold_head and same(told, wanted):
                used.add(number)
                break
    return len(used)


def same_source(told: Told, gold: Told, text: str) -> bool:
    if not told.source or not gold.source:
        return not told.source and not gold.source
    return bool(characters(told.source, text) & characters(gold.source, text))


def same_content(told: Told, gold: Told, text: str) -> bool:
    a, b = characters(told.content, text), characters(gold.content, text)
    return bool(a and b) and len(a & b) >= CONTENT_OVERLAP * len(a | b)


def characters(spans: Spans, text: str) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def head(spans: Spans, tokens: Sequence[Token]) -> int | None:
    """Return the number of the token whose governor lies outside: a verb first, else the first word."""
    inside = [i for i, t in enumerate(tokens) if any(t.start < end and start < t.end for start, end in spans)]
    tops = [i for i in inside if tokens[i].governor not in inside] or inside
    words = [i for i in tops if tokens[i].tag[:1].isalpha()] or tops
    return next((i for i in words if tokens[i].tag.startswith("VB")), words[0] if words else None)
