"""Where the actors of a network go: near those they stand with, apart from those they stand against."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.brief.pictures.shapes import Box

Points = NDArray[np.float64]
Pair = tuple[int, int]
Size = tuple[float, float]
FRIENDS, NEITHER, ENEMIES = 1.0, 1.2, 1.35  # how far apart, in lengths of a friendly tie
BUSY = 0.14  # for each further tie that one of the two has, to leave room around it
TOGETHER = 0.9  # two of one cluster are so much nearer
UNTIED = 3.0  # no way leads from one to the other
_STARTS = 16  # layouts are tried from so many starts, always the same ones; the best is kept
_FINALISTS = 5
_STEPS = 60
_PUSHES = 200
_AWAY = (22.0, 18.0)  # pixels between two names, across and down
_TIED = (58.0, 40.0)  # ... that are tied: room for what the tie is
_PASSING = 5.0  # pixels between a name and a tie that passes it
_CROSSING = 0.6  # how much strain one crossing of two ties is worth avoiding
_HIDING = 2.0  # ... and one tie behind a name


def place_actors(
    net: Mapping[Pair, float], clusters: Sequence[Collection[int]], sizes: Sequence[Size], frame: Box
) -> list[tuple[float, float]]:
    """Return the middle of each actor within the frame: the same for the same input, no two names on each other.

    `net` says how two who are tied stand, from -1 to 1; `sizes` are the width and height of each name.
    """
    count = len(sizes)
    if count == 1:
        return [(frame.x + frame.width / 2, frame.y + frame.height / 2)]
    wanted = _distances(count, net, clusters)
    upright = frame.height > frame.width
    ties = list(net)

    def cost(placed: Sequence[Sequence[float]]) -> float:
        clashes = _CROSSING * _crossings(placed, ties) + _HIDING * _hidden(placed, ties, sizes)
        return _strain(wanted, placed, frame) + clashes

    turned = (_turned(_settle(wanted, start), upright=upright) for start in range(_STARTS))
    settled = sorted((_fitted(points, sizes, frame) for points in turned), key=cost)
    best = min((_apart(points, ties, sizes, frame, _PUSHES // 3) for points in settled[:_FINALISTS]), key=cost)
    placed = _apart(best, ties, sizes, frame, _PUSHES)
    return [(round(x, 1), round(y, 1)) for x, y in placed]


def find_components(count: int, ties: Collection[Pair]) -> list[list[int]]:
    """Return the actors that ties join, however indirectly, the largest group first."""
    group = list(range(count))
    for one, other in ties:
        old, new = max(group[one], group[other]), min(group[one], group[other])
        group = [new if g == old else g for g in group]
    found = [[i for i in range(count) if group[i] == g] for g in sorted(set(group))]
    return sorted(found, key=lambda members: (-len(members), members[0]))


def _distances(count: int, net: Mapping[Pair, float], clusters: Sequence[Collection[int]]) -> Points:
    """Return how far apart any two should be: by their tie, else by the shortest way over others."""
    busy = [sum(i in pair for pair in net) for i in range(count)]
    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0)
    for (one, other), value in net.items():
        base = FRIENDS if value > 0 else ENEMIES if value < 0 else NEITHER
        base *= 1 + BUSY * (busy[one] + busy[other] - 2)
        base *= TOGETHER if any(one in c and other in c for c in clusters) else 1
        far[one, other] = far[other, one] = base
    for middle in range(count):
        far = np.minimum(far, far[:, middle : middle + 1] + far[middle : middle + 1, :])
    return np.asarray(np.where(np.isinf(far), UNTIED, far))


def _settle(wanted: Points, start: int) -> Points:
    """Return points whose distances come near to those wanted (stress majorization: Gansner, Koren, North 2004)."""
    count = len(wanted)
    order = list(range(count))
    random.Random(start).shuffle(order)
    angles = 2 * math.pi * np.argsort(order) / count
    points = np.column_stack((np.cos(angles), np.sin(angles))) * wanted.max() / 2
    weights = 1 / np.where(wanted > 0, wanted, 1) ** 2
    np.fill_diagonal(weights, 0)
    for _ in range(_STEPS):
        delta = points[:, None, :] - points[None, :, :]
        length = np.maximum(np.sqrt((delta**2).sum(axis=2)), 1e-9)
        pull = (weights * wanted / length)[:, :, None] * delta
        points = ((weights[:, :, None] * points[None, :, :]) + pull).sum(axis=1) / weights.sum(axis=1)[:, None]
    return np.asarray(points)


def _strain(wanted: Points, placed: Sequence[Sequence[float]], frame: Box) -> float:
    """Return how far the distances are from those wanted, whatever the scale."""
    points = np.array(placed) / math.sqrt(frame.width * frame.height)
    delta = points[:, None, :] - points[None, :, :]
    length = np.sqrt((delta**2).sum(axis=2))
    weights = 1 / np.where(wanted > 0, wanted, 1) ** 2
    np.fill_diagonal(weights, 0)
    scale = (weights * length * wanted).sum() / max((weights * length**2).sum(), 1e-9)
    return round(float((weights * (scale * length - wanted) ** 2).sum()), 6)


def _crossings(placed: Sequence[Sequence[float]], ties: Sequence[Pair]) -> int:
    """Return how many pairs of ties cross."""
    apart = ((a, b) for a, b in itertools.combinations(ties, 2) if not set(a) & set(b))
    return sum(_cross(*(placed[i] for i in (*a, *b))) for a, b in apart)


def _hidden(placed: Sequence[Sequence[float]], ties: Sequence[Pair], sizes: Sequence[Size]) -> int:
    """Return how often a tie runs behind the name of another."""
    count = 0
    for one, other in ties:
        for i, ((x, y), (width, height)) in enumerate(zip(placed, sizes, strict=True)):
            if i in (one, other):
                continue
            left, right, up, down = x - width / 2, x + width / 2, y - height / 2, y + height / 2
            sides = (((left, up), (right, down)), ((left, down), (right, up)))
            count += any(_cross(placed[one], placed[other], a, b) for a, b in sides)
    return count


def _cross(a: Sequence[float], b: Sequence[float], c: Sequence[float], d: Sequence[float]) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _turned(points: Points, *, upright: bool) -> Points:
    """Return the points turned so that they reach furthest along the longer side of the frame."""
    centred = points - points.mean(axis=0)
    xx, yy, xy = (centred[:, 0] ** 2).sum(), (centred[:, 1] ** 2).sum(), (centred[:, 0] * centred[:, 1]).sum()
    angle = 0.5 * math.atan2(2 * xy, xx - yy) - (math.pi / 2 if upright else 0)
    cos, sin = math.cos(-angle), math.sin(-angle)
    turned = np.column_stack((centred[:, 0] * cos - centred[:, 1] * sin, centred[:, 0] * sin + centred[:, 1] * cos))
    return np.asarray(turned * np.where(turned[0] < -1e-9, -1.0, 1.0))  # the first on the same side each time


def _fitted(points: Points, sizes: Sequence[Size], frame: Box) -> list[list[float]]:
    """Return the points stretched over the frame, names and all."""
    half = [max(size[axis] for size in sizes) / 2 + 4 for axis in (0, 1)]
    room = (frame.width - 2 * half[0], frame.height - 2 * half[1])
    low, high = points.min(axis=0), points.max(axis=0)
    spread = [high[axis] - low[axis] or 1.0 for axis in (0, 1)]
    start = (frame.x + half[0], frame.y + half[1])
    return [[float(start[a] + (p[a] - low[a]) / spread[a] * room[a]) for a in (0, 1)] for p in points]


def _apart(
    start: Sequence[Sequence[float]], ties: Sequence[Pair], sizes: Sequence[Size], frame: Box, pushes: int
) -> list[list[float]]:
    """Push names off each other and off the ties of others, and keep them within the frame."""
    placed = [list(point) for point in start]
    tied = frozenset((max(pair), min(pair)) for pair in ties)
    for step in range(pushes):
        moved = _push_names(placed, sizes, tied if step < pushes * 0.5 else frozenset(), frame)
        if step < pushes * 0.95:
            moved |= _push_off_ties(placed, ties, sizes)
        for point, (width, height) in zip(placed, sizes, strict=True):
            point[0] = min(max(point[0], frame.x + width / 2), frame.x + frame.width - width / 2)
            point[1] = min(max(point[1], frame.y + height / 2), frame.y + frame.height - height / 2)
        if not moved:
            break
    return placed


def _push_names(placed: list[list[float]], sizes: Sequence[Size], tied: Collection[Pair], frame: Box) -> bool:
    moved = False
    for i in range(len(placed)):
        for j in range(i):
            dx, dy = placed[i][0] - placed[j][0], placed[i][1] - placed[j][1]
            away = _TIED if (i, j) in tied else _AWAY
            over_x = (sizes[i][0] + sizes[j][0]) / 2 + away[0] - abs(dx)
            over_y = (sizes[i][1] + sizes[j][1]) / 2 + away[1] - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            stacks = sizes[i][1] + sizes[j][1] <= frame.height
            axis, over, sign = (1, over_y, dy) if stacks and over_y < over_x else (0, over_x, dx)
            shift = over * 0.4 * (1 if sign >= 0 else -1)
            placed[i][axis] += shift
            placed[j][axis] -= shift
    return moved


def _push_off_ties(placed: list[list[float]], ties: Sequence[Pair], sizes: Sequence[Size]) -> bool:
    moved = False
    for one, other in ties:
        (x1, y1), (x2, y2) = placed[one], placed[other]
        length = math.hypot(x2 - x1, y2 - y1)
        if length < 1:
            continue
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        for i, (x, y) in enumerate(placed):
            along = (x - x1) * ux + (y - y1) * uy
            if i in (one, other) or not 0 < along < length:
                continue
            off = (x - x1) * -uy + (y - y1) * ux
            needed = sizes[i][0] / 2 * abs(uy) + sizes[i][1] / 2 * abs(ux) + _PASSING
            if abs(off) < needed:
                moved = True
                shift = (needed - abs(off)) * 0.5 * (1 if off >= 0 else -1)
                placed[i][0] -= uy * shift
                placed[i][1] += ux * shift
                for end in (one, other):  # the tie gives way too, half as far
                    placed[end][0] += uy * shift / 4
                    placed[end][1] -= ux * shift / 4
    return moved
