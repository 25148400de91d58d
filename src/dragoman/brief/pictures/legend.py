"""A row of signs with what each stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.brief.pictures.measure import SMALL, width_of
from dragoman.brief.pictures.shapes import Box, Shape, text

ROW = 19.0
_AFTER = 14.0
_SIGN = 20.0

Sign = tuple[Callable[[float, float], tuple[Shape, ...]], str]


def draw_legend(signs: Iterable[Sign], width: float, top: float) -> tuple[list[Shape], list[Box], float]:
    """Return the shapes, the boxes of their words, and where the legend ends; each sign is drawn around a point."""
    shapes: list[Shape] = []
    boxes: list[Box] = []
    x, y = 0.0, top
    for draw, name in signs:
        needed = _SIGN + width_of(name, SMALL)
        if x and x + needed > width:
            x, y = 0.0, y + ROW
        shapes += [*draw(x + _SIGN / 2 - 1, y + ROW / 2), text(x + _SIGN, y + ROW / 2 + 3.6, name, "s soft")]
        boxes.append(Box(x + _SIGN, y + 3, width_of(name, SMALL), ROW - 6))
        x += needed + _AFTER
    return shapes, boxes, (y + ROW if boxes else top)
