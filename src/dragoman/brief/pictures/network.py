"""The network of actors: who is tied to whom, how, how strongly, and how surely."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dragoman.brief.pictures.hull import draw_hull
from dragoman.brief.pictures.labels import Sheet
from dragoman.brief.pictures.layout import Size, find_components, place_actors
from dragoman.brief.pictures.legend import Sign, draw_legend
from dragoman.brief.pictures.measure import SIZE, SMALL, width_of, wrap
from dragoman.brief.pictures.shapes import (
    WIDE,
    Box,
    Drawing,
    Mark,
    Shape,
    line,
    number,
    path,
    rect,
    steps,
    text,
)

_PILL = 22.0
_LINE = 13.5  # what a second line of a name adds
_LONGEST = {True: 140.0, False: 112.0}  # longer names stand on two lines
_BETWEEN = 8.0  # pixels between two ties of one pair
_THIN, _THICK = 1.3, 5.5
_BADGE = 6.5
_COLOURS = {1: "plan", -1: "no", 0: "soft"}
_SIGNS = {1: "+", -1: "−", 0: "±"}
_FINER = tuple(i / 40 for i in range(5, 36))  # ... where there is little room
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)  # where along a tie its sign may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor, by name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Ties of one sign as row `row` of the table, between two actors by number; `kinds` are what they are, in words.

    `sure` is "" where they are told as so, else disputed, alleged or planned; `directed` from source to target only.
    """

    row: int
    says: str
    kinds: tuple[str, ...]
    source: int
    target: int
    directed: bool
    sign: int
    strength: float
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Actors, the ties between them, and clusters of actors by number."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    clusters: tuple[tuple[int, ...], ...] = ()

    def net(self) -> dict[tuple[int, int], float]:
        """Return how each tied pair stands on balance, from -1 to 1."""
        found: dict[tuple[int, int], float] = {}
        for edge in self.edges:
            pair = (min(edge.source, edge.target), max(edge.source, edge.target))
            found[pair] = found.get(pair, 0.0) + edge.sign * edge.strength
        return {pair: max(-1.0, min(1.0, value)) for pair, value in sorted(found.items())}


@dataclass(frozen=True, slots=True)
class _Bow:
    """The curve of a tie: from the rim of one name to the rim of the other, by way of a point beside the middle."""

    edge: Edge
    start: tuple[float, float]
    towards: tuple[float, float]
    end: tuple[float, float]

    def at(self, t: float) -> tuple[float, float]:
        (x1, y1), (cx, cy), (x2, y2) = self.start, self.towards, self.end
        s = 1 - t
        return s * s * x1 + 2 * s * t * cx + t * t * x2, s * s * y1 + 2 * s * t * cy + t * t * y2


def draw_network(network: Network, width: float) -> Drawing:
    """Return the network for that width."""
    names = [_wrapped(node.name, _LONGEST[width >= WIDE]) for node in network.nodes]
    sizes = [
        (max(width_of(row, SIZE, bold=True) for row in name) + 18, _PILL + _LINE * (len(name) - 1)) for name in names
    ]
    middles, bottom = _place(network, sizes, width)
    pills = [Box(x - w / 2, y - h / 2, w, h) for (x, y), (w, h) in zip(middles, sizes, strict=True)]
    sheet = Sheet(width, bottom)
    for pill in pills:
        sheet.take(pill)
    bows = list(_bows(network.edges, pills))
    bows.sort(key=lambda bow: (-bow.edge.strength, bow.edge.row))
    badges = [_badge(bow, sheet) for bow in bows]
    hulls = [hull for members in network.clusters if (hull := draw_hull(pills, members))]
    on_top = [shape for badge, _ in badges for shape in badge]
    on_top += [shape for pill, name in zip(pills, names, strict=True) for shape in _pill(pill, name)]
    key, boxes, bottom = draw_legend(_signs(network, hulls=bool(hulls)), width, bottom + 8)
    return Drawing(
        width=width,
        height=bottom + 2,
        ground=(*hulls, *key),
        marks=tuple(sorted(map(_mark, bows), key=lambda mark: mark.row)),
        top=tuple(on_top),
        labels=(*pills, *(box for _, taken in badges for box in taken), *boxes),
    )


def _place(network: Network, sizes: Sequence[Size], width: float) -> tuple[list[tuple[float, float]], float]:
    """Return the middles of all names and where they end: whom no tie joins to the most stand in rows below them."""
    net = network.net()
    found: dict[int, tuple[float, float]] = {}
    x, y, row = 0.0, 4.0, 0.0
    for nth, members in enumerate(find_components(len(sizes), net)):
        across, high = _room([sizes[i] for i in members], width, first=nth == 0)
        if nth and x + across > width:
            x, y = 0.0, y + row + 10
            row = 0.0
        at = {member: i for i, member in enumerate(members)}
        own = {(at[a], at[b]): value for (a, b), value in net.items() if a in at}
        clusters = [[at[i] for i in cluster if i in at] for cluster in network.clusters]
        placed = place_actors(own, clusters, [sizes[i] for i in members], Box(x + 2, y, across - 4, high))
        found |= dict(zip(members, placed, strict=True))
        row = max(row, high)
        x = x + across + 12 if nth else width
    return [found[i] for i in range(len(sizes))], y + row + 4


def _room(sizes: Sequence[Size], width: float, *, first: bool) -> tuple[float, float]:
    """Return how wide and high the frame of some names is: more and larger names need more room."""
    wide, count = width >= WIDE, len(sizes)
    across, high = sum(size[0] for size in sizes), sum(size[1] for size in sizes)
    if first and count > 2:
        least = high + 24 * count if across / count > width / 2.5 else 0.0
        return width, max(min(70 + count * 27, 520) if wide else min(90 + count * 40, 720), least)
    if count == 2 and across + 80 <= width:
        return min(max((width - 24) / 2.5 if wide else width, across + 80), width), max(size[1] for size in sizes) + 8
    return (width - 12) / 2 if wide and across / count < width / 5 else width, high + 26 * (count - 1) + 6


def _bows(edges: Sequence[Edge], pills: Sequence[Box]) -> Iterator[_Bow]:
    """Yield the curves, those of one pair side by side."""
    pairs: dict[tuple[int, int], list[Edge]] = {}
    for edge in edges:
        pairs.setdefault((min(edge.source, edge.target), max(edge.source, edge.target)), []).append(edge)
    for (low, high), found in sorted(pairs.items()):
        (x1, y1), (x2, y2) = pills[low].middle, pills[high].middle
        far = math.hypot(x2 - x1, y2 - y1) or 1.0
        nx, ny = -(y2 - y1) / far, (x2 - x1) / far
        for i, edge in enumerate(found):
            off = (i - (len(found) - 1) / 2) * (_BETWEEN + 5)
            shift = off * 0.45
            towards = ((x1 + x2) / 2 + nx * off * 1.6, (y1 + y2) / 2 + ny * off * 1.6)
            ends = [
                _rim(pills[n], (m[0] + nx * shift, m[1] + ny * shift), towards)
                for n, m in ((low, (x1, y1)), (high, (x2, y2)))
            ]
            start, end = ends if edge.source == low else ends[::-1]
            yield _Bow(edge, start, towards, end)


def _rim(pill: Box, inside: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Return where the line from a point within a name towards another leaves it."""
    x = min(max(inside[0], pill.x + 3), pill.x + pill.width - 3)
    y = min(max(inside[1], pill.y + 3), pill.y + pill.height - 3)
    dx, dy = towards[0] - x, towards[1] - y
    reach = [1.0]
    if dx:
        reach.append(((pill.x + pill.width + 2 if dx > 0 else pill.x - 2) - x) / dx)
    if dy:
        reach.append(((pill.y + pill.height + 2 if dy > 0 else pill.y - 2) - y) / dy)
    share = min(r for r in reach if r > 0)
    return x + dx * share, y + dy * share


def _mark(bow: _Bow) -> Mark:
    edge = bow.edge
    colour = _COLOURS[edge.sign]
    thick = _THIN + (_THICK - _THIN) * max(0.0, min(1.0, edge.strength))
    (x1, y1), (cx, cy), (x2, y2) = bow.start, bow.towards, bow.end
    tip = (x2, y2)
    if edge.directed:
        back = math.hypot(x2 - cx, y2 - cy) or 1.0
        x2, y2 = x2 - (x2 - cx) / back * (thick + 3), y2 - (y2 - cy) / back * (thick + 3)
    curve = f"M{number(x1)} {number(y1)}Q{number(cx)} {number(cy)} {number(x2)} {number(y2)}"
    shapes = [path(curve, "touch"), path(curve, f"stroke {colour} {edge.sure}", thick)]
    if edge.directed:
        shapes.append(_arrow(tip, (cx, cy), thick + 4, f"full {colour}"))
    return Mark(row=edge.row, says=edge.says, shapes=tuple(shapes), css="tie")


def _arrow(tip: tuple[float, float], origin: tuple[float, float], size: float, css: str) -> Shape:
    back = math.hypot(tip[0] - origin[0], tip[1] - origin[1]) or 1.0
    ux, uy = (tip[0] - origin[0]) / back, (tip[1] - origin[1]) / back
    half = size * 0.55
    base = (tip[0] - ux * size, tip[1] - uy * size)
    return path(
        steps(
            [tip, (base[0] - uy * half, base[1] + ux * half), (base[0] + uy * half, base[1] - ux * half)], closed=True
        ),
        css,
    )


def _badge(bow: _Bow, sheet: Sheet) -> tuple[list[Shape], tuple[Box, ...]]:
    """Return the sign of the ties with what they are in words, else the sign alone, where there is room on the line."""
    sign, colour = _SIGNS[bow.edge.sign], _COLOURS[bow.edge.sign]
    kinds = bow.edge.kinds
    tries = [", ".join(kinds), *([f"{kinds[0]} …"] if len(kinds) > 1 else []), ""]
    for words in tries:
        room = 2 * _BADGE + (width_of(words, SMALL) + 8 if words else 0)
        for t in _ALONG if words else (*_ALONG, *_FINER):
            x, y = bow.at(t)
            box = Box(x - room / 2, y - _BADGE, room, 2 * _BADGE)
            if sheet.is_free(box):
                sheet.take(box)
                return _signed(box, sign, words, colour), (box,)
    return [], ()


def _signed(box: Box, sign: str, words: str, colour: str) -> list[Shape]:
    y = box.y + _BADGE
    shapes = [rect(box, f"badge {colour}", _BADGE), text(box.x + _BADGE, y + 4, sign, f"s b {colour}", "middle")]
    if words:
        shapes.append(text(box.x + 2 * _BADGE + 1, y + 3.6, words, "s"))
    return shapes


def _wrapped(name: str, room: float) -> list[str]:
    """Return the name on one line where it fits, else on two or three of about the same length."""
    whole = width_of(name, SIZE, bold=True)
    return [name] if whole <= room else wrap(name, min(max(room * 0.8, whole * 0.4), room * 1.4), 3, SIZE, bold=True)


def _pill(pill: Box, name: Sequence[str]) -> list[Shape]:
    x, y = pill.middle
    first = y + 4.2 - _LINE * (len(name) - 1) / 2
    rows = [text(x, first + i * _LINE, row, "l b", "middle") for i, row in enumerate(name)]
    return [rect(pill, "pill", _PILL / 2), *rows]


def _signs(network: Network, *, hulls: bool) -> list[Sign]:
    signs: list[Sign] = []
    known = {edge.sign for edge in network.edges}
    for sign, colour, name in ((1, "plan", "+ friendly"), (-1, "no", "− hostile"), (0, "soft", "± neither")):
        if sign in known:
            signs.append((partial(_sign_of_line, css=f"stroke {colour} heavy"), name))
    signs.append((_sign_of_width, "stronger"))
    if any(edge.directed for edge in network.edges):
        signs.append((_sign_of_arrow, "from, to"))
    sure = {edge.sure for edge in network.edges}
    signs += [
        (partial(_sign_of_line, css=f"stroke soft heavy {kind}"), kind)
        for kind in ("disputed", "alleged", "planned")
        if kind in sure
    ]
    if hulls:
        signs.append((_sign_of_hull, "cluster found by the program"))
    return signs


def _sign_of_line(x: float, y: float, *, css: str) -> tuple[Shape, ...]:
    return (line(x - 9, y, x + 8, y, css),)


def _sign_of_width(x: float, y: float) -> tuple[Shape, ...]:
    return (path(steps([(x - 8, y), (x + 8, y - 2.7), (x + 8, y + 2.7)], closed=True), "full soft"),)


def _sign_of_arrow(x: float, y: float) -> tuple[Shape, ...]:
    return line(x - 8, y, x + 3, y, "stroke soft"), _arrow((x + 8, y), (x, y), 6, "full soft")


def _sign_of_hull(x: float, y: float) -> tuple[Shape, ...]:
    return (rect(Box(x - 7, y - 5, 14, 10), "hull small", 4),)
