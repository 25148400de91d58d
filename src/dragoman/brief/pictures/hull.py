"""The shape around the names of a cluster."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.brief.pictures.shapes import Box, Shape, path, steps

Point = tuple[float, float]


def draw_hull(pills: Sequence[Box], members: Sequence[int]) -> Shape | None:
    """Return the shape around some names, None where it would hold a name that doesn't belong there."""
    inside = [pills[i] for i in members]
    corners = sorted({(x, y) for p in inside for x in (p.x, p.x + p.width) for y in (p.y, p.y + p.height)})
    hull = [*_half_hull(corners), *_half_hull(corners[::-1])]
    others = [pill.middle for i, pill in enumerate(pills) if i not in members]
    if any(_holds(hull, point) for point in others):
        return None
    return path(steps(hull, closed=True), "hull")


def _holds(hull: Sequence[Point], point: Point) -> bool:
    sides = [_turn(a, b, point) for a, b in zip(hull, [*hull[1:], hull[0]], strict=True)]
    return all(side >= 0 for side in sides) or all(side <= 0 for side in sides)


def _half_hull(points: Sequence[Point]) -> list[Point]:
    """Return one side of the convex hull of sorted points (Andrew's monotone chain), without its last point."""
    hull: list[Point] = []
    for point in points:
        while len(hull) > 1 and _turn(hull[-2], hull[-1], point) <= 0:
            hull.pop()
        hull.append(point)
    return hull[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
