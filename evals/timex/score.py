"""The measures of TempEval-3, task A: relaxed (overlap, one to one), strict (same extent), value (same value)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


class Expression(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(slots=True)
class Counts:
    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def add(self, gold: Sequence[Expression], found: Sequence[Expression]) -> None:
        self.gold += len(gold)
        self.found += len(found)
        for theirs, ours in pair_up(gold, found):
            self.relaxed += 1
            self.strict += _trimmed(theirs) == _trimmed(ours)
            self.value += theirs.value == ours.value

    def f1(self, right: int) -> float:
        total = self.gold + self.found
        return 2 * right / total if total else 0.0

    def figures(self) -> dict[str, float | int]:
        return {
            "relaxed_f1": round(self.f1(self.relaxed), 4),
            "strict_f1": round(self.f1(self.strict), 4),
            "value_f1": round(self.f1(self.value), 4),
            "precision": round(self.relaxed / self.found, 4) if self.found else 0.0,
            "recall": round(self.relaxed / self.gold, 4) if self.gold else 0.0,
            "n": self.gold,
        }


def pair_up(gold: Sequence[Expression], found: Sequence[Expression]) -> Iterable[tuple[Expression, Expression]]:
    """Pair each gold expression with at most one found one: the same extent first, then any that overlaps."""
    free = list(found)
    pairs: list[tuple[Expression, Expression]] = []
    rest: list[Expression] = []
    for theirs in gold:
        ours = next((o for o in free if _trimmed(o) == _trimmed(theirs)), None)
        if ours is None:
            rest.append(theirs)
        else:
            free.remove(ours)
            pairs.append((theirs, ours))
    for theirs in rest:
        ours = next((o for o in free if o.start < theirs.end and theirs.start < o.end), None)
        if ours is not None:
            free.remove(ours)
            pairs.append((theirs, ours))
    return pairs


def _trimmed(expression: Expression) -> tuple[int, int]:
    """Extents are compared by their words: white space and stops at the ends don't count."""
    text = expression.text
    start = expression.start + len(text) - len(text.lstrip(" \n\t"))
    return start, expression.start + len(text.rstrip(" \n\t.,"))
