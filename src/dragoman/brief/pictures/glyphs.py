"""The signs of the standings: told apart by shape first, by colour second."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.brief.pictures.shapes import Shape, circle, path, steps

RADIUS = 5.0
NAMES = {
    "confirmed": "confirmed",
    "single-source": "one origin",
    "disputed": "disputed",
    "denied": "denied",
    "alleged": "alleged",
    "expected": "planned",
    "wanted": "wished",
}


def glyph(standing: str, x: float, y: float) -> tuple[Shape, ...]:
    """Return the sign of a standing around a point."""
    return _GLYPHS.get(standing, _dot)(x, y)


def _ringed(x: float, y: float) -> tuple[Shape, ...]:
    return circle(x, y, RADIUS + 1, "ring yes"), circle(x, y, RADIUS - 1.7, "full yes")


def _dot(x: float, y: float) -> tuple[Shape, ...]:
    return (circle(x, y, RADIUS, "full soft"),)


def _half(x: float, y: float) -> tuple[Shape, ...]:
    r = RADIUS + 1.5
    whole = steps([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], closed=True)
    return path(whole, "ring maybe"), path(steps([(x, y - r), (x, y + r), (x - r, y)], closed=True), "full maybe")


def _cross(x: float, y: float) -> tuple[Shape, ...]:
    r = RADIUS - 0.5
    both = steps([(x - r, y - r), (x + r, y + r)]) + steps([(x - r, y + r), (x + r, y - r)])
    return circle(x, y, RADIUS + 1.5, "blank"), path(both, "stroke no heavy")


def _dashed(x: float, y: float) -> tuple[Shape, ...]:
    return (circle(x, y, RADIUS, "ring maybe dashes"),)


def _ahead(x: float, y: float) -> tuple[Shape, ...]:
    r = RADIUS
    return (path(steps([(x - r, y - r), (x + r, y), (x - r, y + r)], closed=True), "ring plan"),)


def _square(x: float, y: float) -> tuple[Shape, ...]:
    r = RADIUS - 0.5
    return (path(steps([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], closed=True), "ring maybe"),)


_GLYPHS: dict[str, Callable[[float, float], tuple[Shape, ...]]] = {
    "confirmed": _ringed,
    "single-source": _dot,
    "disputed": _half,
    "denied": _cross,
    "alleged": _dashed,
    "expected": _ahead,
    "wanted": _square,
}
