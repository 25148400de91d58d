"""The map: places of events as circles by how many, ways between them, the towns of the world as ground."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dragoman.brief.pictures.labels import Sheet
from dragoman.brief.pictures.legend import Sign, draw_legend
from dragoman.brief.pictures.measure import SIZE, SMALL, width_of
from dragoman.brief.pictures.projection import Projection, make_projection
from dragoman.brief.pictures.shapes import (
    WIDE,
    Box,
    Drawing,
    Mark,
    Shape,
    circle,
    line,
    number,
    path,
    rect,
    steps,
    text,
)
from dragoman.brief.pictures.towns import Towns, load_towns

_SHAPE = {True: (0.38, 0.66), False: (0.5, 1.15)}  # least and most height for the width, when wide and when narrow
_CELL = {True: 3, False: 3}  # pixels: of the towns in one cell one is drawn
_LEAST, _MOST = 5.0, 15.0
LEAST_TOWNS = 14  # cells of towns that a country needs in the cut to be named
MOST_COUNTRIES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place as row `row` of the table, with how many events it has; `rough` where only the country is told."""

    row: int
    name: str
    says: str
    lat: float
    lon: float
    count: int
    rough: bool = False
    country: str | None = None

    @property
    def radius(self) -> float:
        """Return how large its circle is: the area goes by the number of events."""
        return min(_LEAST * math.pow(self.count, 0.45), _MOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Someone or something goes from one place to another, as row `row`; `sure` unless only alleged or planned."""

    row: int
    says: str
    kind: str  # visit or goods
    start: tuple[float, float]
    end: tuple[float, float]
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """Where events happened, and the ways that are told of."""

    spots: tuple[Spot, ...]
    ways: tuple[Way, ...] = ()


def draw_places(places: PlaceMap, width: float) -> Drawing:
    """Return the map for that width."""
    wide = width >= WIDE
    ends = [(s.lat, s.lon) for s in places.spots] + [end for way in places.ways for end in (way.start, way.end)]
    cut = make_projection(ends, width, _SHAPE[wide])
    towns = load_towns()
    sheet = Sheet(width, cut.height)
    for spot in places.spots:
        x, y = cut.place(spot.lat, spot.lon)
        sheet.take(Box(x - spot.radius, y - spot.radius, 2 * spot.radius, 2 * spot.radius))
    frame, taken = _frame(cut)
    for box in taken:
        sheet.take(box)
    curves = [_curve(way, cut, places.spots) for way in places.ways]
    marks = [_way(way, curve) for way, curve in zip(places.ways, curves, strict=True)]
    for curve in curves:
        for box in curve.boxes():
            sheet.take(box)
    marks += list(_spots(places.spots, cut, sheet))
    ground = [rect(Box(0, 0, width, cut.height), "sea", 4), _land(towns, cut, _CELL[wide]), *frame]
    names = list(_countries(places.spots, towns, cut, sheet))
    key, boxes, bottom = draw_legend(_signs(places), width, cut.height + 6)
    return Drawing(
        width=width,
        height=bottom + 2,
        ground=(*ground, *(shape for shape, _ in names), *key),
        marks=tuple(sorted(marks, key=lambda mark: mark.row)),
        labels=(*taken, *(box for _, box in names), *boxes),
    )


def _land(towns: Towns, cut: Projection, cell: int) -> Shape:
    """Return the towns as one path of points, one a cell at most."""
    cells = set()
    for lat, lon, _ in towns.towns:
        if cut.holds(lat, lon):
            x, y = cut.place(lat, lon)
            cells.add((round(y / cell), round(x / cell)))
    told, last = [], (0, 0)
    for y, x in sorted(cells):
        told.append(f"m{(x - last[1]) * cell} {(y - last[0]) * cell}h0")
        last = (y, x)
    return path(f"M0 0{''.join(told)}" if told else "M0 0", "land")


def _frame(cut: Projection) -> tuple[list[Shape], list[Box]]:
    """Return the graticule with its names at the edges, and the bar of scale."""
    shapes: list[Shape] = []
    boxes: list[Box] = []
    length, km = cut.scale()
    bar = Box(10, cut.height - 22, max(length, width_of(f"{km} km", SMALL)) + 4, 20)
    for x, name in cut.meridians():
        shapes.append(line(x, 0, x, cut.height, "graticule"))
        wide = width_of(name, SMALL)
        box = Box(x + 3, cut.height - 14, wide, 11)
        if x + 3 + wide < cut.width and not box.overlaps(bar):
            shapes.append(text(x + 3, cut.height - 5, name, "s faint"))
            boxes.append(box)
    for y, name in cut.parallels():
        shapes.append(line(0, y, cut.width, y, "graticule"))
        wide = width_of(name, SMALL)
        box = Box(cut.width - wide - 4, y - 13, wide, 11)
        if y > 14 and not any(box.overlaps(other) for other in (*boxes, bar)):
            shapes.append(text(cut.width - 4, y - 4, name, "s faint", "end"))
            boxes.append(box)
    y = cut.height - 8
    shapes += [path(steps([(10, y - 3), (10, y), (10 + length, y), (10 + length, y - 3)]), "axis")]
    shapes.append(text(12, y - 5, f"{km} km", "s soft"))
    return shapes, [*boxes, bar]


def _spots(spots: Sequence[Spot], cut: Projection, sheet: Sheet) -> Iterator[Mark]:
    """Yield the circles, the largest first, with their names where there is room."""
    for spot in sorted(spots, key=lambda s: (-s.count, s.rough, s.row)):
        x, y = cut.place(spot.lat, spot.lon)
        told = f"{spot.name} {spot.count}" if spot.count > 1 else spot.name
        found = sheet.beside(x, y, spot.radius + 3, width_of(told, SIZE), 12.5)
        shapes = [circle(x, y, spot.radius, "place rough" if spot.rough else "place")]
        if not spot.rough:
            shapes.append(circle(x, y, 1.6, "full ink"))
        if found:
            shapes += _leader(x, y, spot.radius, found)
            shapes.append(text(found.x, found.y + 10, told, "l halo"))
        yield Mark(row=spot.row, says=spot.says, shapes=tuple(shapes), labels=(found,) if found else ())


def _leader(x: float, y: float, radius: float, label: Box) -> list[Shape]:
    """Return a fine line to words that don't stand right beside their circle."""
    near = min(max(x, label.x), label.x + label.width), min(max(y, label.y), label.y + label.height)
    far = math.dist((x, y), near)
    if far < radius + 6:
        return []
    start = x + (near[0] - x) / far * radius, y + (near[1] - y) / far * radius
    return [line(*start, *near, "leader")]


@dataclass(frozen=True, slots=True)
class _Curve:
    """A bent line from a point to another by way of a third that it is drawn towards."""

    start: tuple[float, float]
    towards: tuple[float, float]
    end: tuple[float, float]

    def boxes(self) -> Iterator[Box]:
        """Yield small boxes along it, for words to keep clear of."""
        far = math.dist(self.start, self.end)
        count = max(2, int(far // 6))
        for i in range(count + 1):
            t = i / count
            x, y = (
                (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
                for a, b, c in zip(self.start, self.towards, self.end, strict=True)
            )
            yield Box(x - 1.5, y - 1.5, 3, 3)


def _curve(way: Way, cut: Projection, spots: Sequence[Spot]) -> _Curve:
    """Return the line of a way, which ends at the rim of the place that it leads to."""
    (x1, y1), (x2, y2) = cut.place(*way.start), cut.place(*way.end)
    radius = max((s.radius for s in spots if (s.lat, s.lon) == way.end), default=3.0) + 3
    far = math.hypot(x2 - x1, y2 - y1) or 1.0
    bend = min(far * (0.18 if way.kind == "visit" else -0.18), 40)
    cx, cy = (x1 + x2) / 2 + (y2 - y1) / far * bend, (y1 + y2) / 2 - (x2 - x1) / far * bend
    back = math.hypot(x2 - cx, y2 - cy) or 1.0
    return _Curve((x1, y1), (cx, cy), (x2 - (x2 - cx) / back * radius, y2 - (y2 - cy) / back * radius))


def _way(way: Way, curve: _Curve) -> Mark:
    """Return the line with an arrow at its end, and a wide one that can't be seen to be pointed at."""
    (x1, y1), (cx, cy), (ex, ey) = curve.start, curve.towards, curve.end
    back = math.hypot(ex - cx, ey - cy) or 1.0
    ux, uy = (ex - cx) / back, (ey - cy) / back
    colour = "plan" if way.kind == "visit" else "maybe"
    bent = f"M{number(x1)} {number(y1)}Q{number(cx)} {number(cy)} {number(ex)} {number(ey)}"
    left = (ex - ux * 7 - uy * 3.5, ey - uy * 7 + ux * 3.5)
    right = (ex - ux * 7 + uy * 3.5, ey - uy * 7 - ux * 3.5)
    shapes = (
        path(bent, "touch"),
        path(bent, f"stroke {colour}{'' if way.sure else ' dashes'}"),
        path(steps([left, (ex, ey), right]), f"stroke {colour}"),
        circle(x1, y1, 2.2, f"full {colour}"),
    )
    return Mark(row=way.row, says=way.says, shapes=shapes)


def _countries(spots: Sequence[Spot], towns: Towns, cut: Projection, sheet: Sheet) -> Iterator[tuple[Shape, Box]]:
    """Yield faint names of countries in the middle of their towns, those with events first, where there is room."""
    inside: dict[str, list[tuple[float, float]]] = {}
    for lat, lon, code in towns.towns:
        if code and cut.holds(lat, lon):
            inside.setdefault(code, []).append(cut.place(lat, lon))
    told = {s.country for s in spots}
    named = {s.name for s in spots if s.rough}
    sizes = {code: len(_cells(points)) for code, points in inside.items()}
    shown = 0
    for code in sorted(sizes, key=lambda c: (c not in told, -sizes[c], c)):
        country = towns.countries.get(code)
        if country is None or country.name in named or shown == MOST_COUNTRIES or sizes[code] < LEAST_TOWNS:
            continue
        name = country.name.upper()
        x, y = (sorted(axis)[len(axis) // 2] for axis in zip(*inside[code], strict=True))
        found = sheet.near(x, y, width_of(name, 9) + len(name) * 1.2, 10)
        if found:
            shown += 1
            yield text(found.x, found.y + 8.5, name, "country"), found


def _cells(points: Sequence[tuple[float, float]]) -> set[tuple[int, int]]:
    return {(int(x / 8), int(y / 8)) for x, y in points}


def _signs(places: PlaceMap) -> list[Sign]:
    signs: list[Sign] = []
    if any(not s.rough for s in places.spots):
        signs.append((partial(_sign_of_place, rough=False), "place of events, larger for more"))
    if any(s.rough for s in places.spots):
        signs.append((partial(_sign_of_place, rough=True), "somewhere in the country"))
    kinds = {w.kind for w in places.ways}
    if "visit" in kinds:
        signs.append((partial(_sign_of_way, css="stroke plan"), "visit, from the visitor's capital"))
    if "goods" in kinds:
        signs.append((partial(_sign_of_way, css="stroke maybe"), "goods, from the giver's capital"))
    if any(not w.sure for w in places.ways):
        signs.append((partial(_sign_of_way, css="stroke soft dashes"), "planned, alleged or disputed"))
    signs.append((_sign_of_towns, "towns"))
    return signs


def _sign_of_place(x: float, y: float, *, rough: bool) -> tuple[Shape, ...]:
    return (circle(x, y, 5, "place rough"),) if rough else (circle(x, y, 5, "place"), circle(x, y, 1.6, "full ink"))


def _sign_of_way(x: float, y: float, *, css: str) -> tuple[Shape, ...]:
    return line(x - 7, y, x + 7, y, css), path(
        steps([(x + 3, y - 3), (x + 7, y), (x + 3, y + 3)]), css.replace(" dashes", "")
    )


def _sign_of_towns(x: float, y: float) -> tuple[Shape, ...]:
    return (path("".join(f"M{number(x + dx)} {number(y + dy)}h0" for dx, dy in ((-4, 1), (0, -3), (3, 2))), "land"),)
