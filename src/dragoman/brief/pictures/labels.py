"""A sheet that remembers where words and signs are, and finds room for more."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.brief.pictures.shapes import Box

_SPARE = 2.0


class Sheet:
    """Room of a width and height; what is taken once is not given again."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Note that the box is taken."""
        self.taken.append(box)

    def is_free(self, box: Box) -> bool:
        """Say whether the box lies on the sheet and nothing is on it."""
        return box.within(self.width, self.height) and not any(box.grown(_SPARE).overlaps(b) for b in self.taken)

    def beside(self, x: float, y: float, away: float, width: float, height: float) -> Box | None:
        """Take and return the first free box around a point, right of it best; None where all sides are taken."""
        return self._first(_around(x, y, away, width, height))

    def near(self, x: float, y: float, width: float, height: float) -> Box | None:
        """Take and return a free box with its middle on a point or a little off it, else None."""
        shifts = ((0, 0), (0, -14), (0, 14), (-24, 0), (24, 0), (-20, -18), (20, 18), (0, 28), (0, -28))
        return self._first(Box(x - width / 2 + dx, y - height / 2 + dy, width, height) for dx, dy in shifts)

    def _first(self, boxes: Iterator[Box]) -> Box | None:
        found = next((box for box in boxes if self.is_free(box)), None)
        if found:
            self.take(found)
        return found


def _around(x: float, y: float, away: float, width: float, height: float) -> Iterator[Box]:
    near = away * 0.7
    for far in (0, 5, 12, 20):
        yield Box(x + away + far, y - height / 2, width, height)
        yield Box(x - away - far - width, y - height / 2, width, height)
        yield Box(x - width / 2, y - away - far - height, width, height)
        yield Box(x - width / 2, y + away + far, width, height)
        yield Box(x + near + far, y - near - far - height, width, height)
        yield Box(x + near + far, y + near + far, width, height)
        yield Box(x - near - far - width, y - near - far - height, width, height)
        yield Box(x - near - far - width, y + near + far, width, height)
