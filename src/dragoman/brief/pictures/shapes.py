"""What a drawing is made of: shapes with their places, and marks that lead to what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NARROW, WIDE = 360, 720  # widths that pictures are drawn for: a telephone, and the column of findings on a desk


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that is taken, so that no other words are put there."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Return its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box) -> bool:
        """Say whether the two share some of their area."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def grown(self, by: float) -> Box:
        """Return the box with a rim around it."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def within(self, width: float, height: float) -> bool:
        """Say whether the box lies on a sheet of that size."""
        return self.x >= 0 and self.y >= 0 and self.x + self.width <= width and self.y + self.height <= height


@dataclass(frozen=True, slots=True)
class Shape:
    """One element of SVG: its tag, the classes that style it, its places, and its words where it is text."""

    tag: str
    css: str
    at: tuple[tuple[str, float | str], ...]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Shapes that stand for row `row` of the picture's table and lead to it; `says` is told when pointed at.

    `labels` are the boxes that its words take.
    """

    row: int
    says: str
    shapes: tuple[Shape, ...]
    labels: tuple[Box, ...] = ()
    css: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture for one width: the ground, the marks on it, what lies on top; `labels` are the boxes of words there."""

    width: float
    height: float
    ground: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    top: tuple[Shape, ...] = ()
    labels: tuple[Box, ...] = ()

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Return the boxes of all words."""
        return (*self.labels, *(box for mark in self.marks for box in mark.labels))


def rect(box: Box, css: str, radius: float = 0) -> Shape:
    """Return a rectangle, its corners rounded by `radius`."""
    places: list[tuple[str, float | str]] = [
        ("x", box.x),
        ("y", box.y),
        ("width", box.width),
        ("height", box.height),
    ]
    return Shape("rect", css, (*places, ("rx", radius)) if radius else tuple(places))


def circle(x: float, y: float, radius: float, css: str) -> Shape:
    """Return a circle."""
    return Shape("circle", css, (("cx", x), ("cy", y), ("r", radius)))


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> Shape:
    """Return a straight line."""
    return Shape("line", css, (("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)))


def path(steps: str, css: str, width: float | None = None) -> Shape:
    """Return a path of SVG's steps, `width` thick where that is told by the data rather than the style."""
    told: tuple[tuple[str, float | str], ...] = (
        (("style", f"stroke-width:{number(width)}"),) if width is not None else ()
    )
    return Shape("path", css, (("d", steps), *told))


def text(x: float, y: float, words: str, css: str, anchor: str = "start") -> Shape:
    """Return words on their base line; `anchor` is start, middle or end."""
    told: tuple[tuple[str, float | str], ...] = (("text-anchor", anchor),) if anchor != "start" else ()
    return Shape("text", css, (("x", x), ("y", y), *told), words)


def steps(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Return the steps of a path through the points."""
    told = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{told}{'Z' if closed else ''}"


def number(value: float) -> str:
    """Return a number with one decimal at most: a tenth of a pixel is finer than the eye."""
    return f"{round(value + 0.0, 1):g}"
