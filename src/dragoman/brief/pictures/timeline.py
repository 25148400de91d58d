"""The timeline: lanes of parties, a sign for each event, a line as long as the time that is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from dragoman.brief.pictures.axis import Axis, make_axis
from dragoman.brief.pictures.glyphs import NAMES, RADIUS, glyph
from dragoman.brief.pictures.legend import Sign, draw_legend
from dragoman.brief.pictures.measure import SIZE, SMALL, fit, width_of, wrap
from dragoman.brief.pictures.shapes import WIDE, Box, Drawing, Mark, Shape, circle, line, path, rect, steps, text

DAY, PERIOD, REPORTED = "day", "period", "reported"
_AXIS = 30.0
_LANE_TITLE = 20.0
_ROW = 15.0  # a row of one line of words
_SECOND = 13.0  # what a second line adds
_GAP = 9.0  # between the words of one mark and the next mark
_EDGE = 12.0
MOST_ROWS = {True: 7, False: 9}  # rows of a lane when wide and when narrow; what doesn't fit stays without words
_LABEL = {True: 205.0, False: 168.0}
_LINES = {True: 2, False: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An event as row `row` of the table: from `start` to `end`, known by `manner`; the higher `rank` gets words first.

    The manner is a day, a period (one end may be open), or reported: told of on `end`, and nobody says when it was.
    """

    row: int
    label: str
    says: str
    standing: str
    manner: str
    start: date | None
    end: date | None
    rank: float = 0.0

    @property
    def span(self) -> tuple[date, date]:
        """Return the days that place it."""
        first, last = self.start or self.end or date.min, self.end or self.start or date.min
        return (last, last) if self.manner == REPORTED else (first, last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The moments of one party, or of two between each other."""

    title: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What happened and is planned, by time, in lanes."""

    lanes: tuple[Lane, ...]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Return the moments of all lanes."""
        return tuple(moment for lane in self.lanes for moment in lane.moments)


@dataclass(slots=True)
class _Row:
    """One row of a lane while it fills: what is taken of it."""

    taken: list[tuple[float, float]] = field(default_factory=list)
    lines: int = 1

    def is_free(self, left: float, right: float) -> bool:
        return all(right <= start or end <= left for start, end in self.taken)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a moment goes: its row, its sign and the end of its line, and its words on one side."""

    moment: Moment
    row: int
    x: float
    until: float
    words: tuple[str, ...]
    at: float
    anchor: str


def draw_timeline(timeline: Timeline, width: float) -> Drawing:
    """Return the timeline for that width."""
    axis = make_axis([m.span for m in timeline.moments], _EDGE, width - _EDGE)
    ground: list[Shape] = []
    marks: list[Mark] = []
    labels: list[Box] = []
    y = _AXIS
    for number, lane in enumerate(timeline.lanes):
        places, heights = _pack(lane, axis, width)
        height = _LANE_TITLE + sum(heights) + 8
        ground.append(rect(Box(0, y, width, height), "band even" if number % 2 else "band"))
        title = fit(lane.title, width - 16, SMALL, bold=True)
        ground.append(text(8, y + 14, title, "s lane"))
        labels.append(Box(8, y + 4, width_of(title, SMALL, bold=True), 12))
        tops = [y + _LANE_TITLE + sum(heights[:i]) for i in range(len(heights))]
        marks += [_mark(place, tops[place.row] + 4 + SIZE / 2) for place in places]
        y += height
    scale, names = _scale(axis, width, y)
    shapes, boxes, bottom = draw_legend(_signs(timeline), width, y + 10)
    lanes = [s for s in ground if s.tag == "rect"]
    titles = [s for s in ground if s.tag != "rect"]
    ordered = sorted(marks, key=lambda mark: mark.row)
    return Drawing(
        width=width,
        height=bottom + 2,
        ground=(*lanes, *scale, *titles, *shapes),
        marks=tuple(ordered),
        labels=(*labels, *names, *boxes),
    )


def _pack(lane: Lane, axis: Axis, width: float) -> tuple[list[_Place], list[float]]:
    """Return where each moment of a lane goes, and how high its rows are; the first ranked get words first."""
    rows: list[_Row] = []
    found: dict[int, _Place] = {}
    ordered = sorted(lane.moments, key=lambda m: (-m.rank, m.span, m.row))
    for moment in ordered:
        start, end = moment.span
        x, until = axis.place(start), axis.place(end)
        place = _first_free(moment, x, until, rows, width)
        found[moment.row] = place or _unlabelled(moment, x, until, rows)
    heights = [_ROW + _SECOND * (row.lines - 1) + 4 for row in rows]
    return _by_time(list(found.values()), rows, heights)


def _by_time(places: list[_Place], rows: Sequence[_Row], heights: list[float]) -> tuple[list[_Place], list[float]]:
    """Put the rows into the order of what begins first in each, so that a lane reads down and to the right."""
    first = [min((p.x for p in places if p.row == i), default=0.0) for i in range(len(rows))]
    order = sorted(range(len(rows)), key=lambda i: (first[i], i))
    new = {old: at for at, old in enumerate(order)}
    moved = [_Place(p.moment, new[p.row], p.x, p.until, p.words, p.at, p.anchor) for p in places]
    return moved, [heights[i] for i in order]


def _first_free(moment: Moment, x: float, until: float, rows: list[_Row], width: float) -> _Place | None:
    """Return the first row where the moment has room with its words, to the right of it or to the left; else None."""
    most, room, lines = MOST_ROWS[width >= WIDE], _LABEL[width >= WIDE], _LINES[width >= WIDE]
    around = _around(moment, x, until)
    after, before = until + around + 5, x - around - 5
    sides = [(after, "start", min(room, width - 4 - after)), (before, "end", min(room, before - 4))]
    if until - x > 30:  # a long line has its words on itself, from its sign on
        sides = [(x + RADIUS + 5, "start", min(room, width - 9 - RADIUS - x)), *sides]
    options = [(at, anchor, tuple(wrap(moment.label, space, lines))) for at, anchor, space in sides if space >= 70]
    best = max((_told(words) for _, _, words in options), default=0)
    options = [option for option in options if _told(option[2]) >= 0.8 * best]
    for number in range(most):
        if number == len(rows):
            rows.append(_Row())
        for at, anchor, words in options:
            wide = max(map(width_of, words))
            left = min(x - around - 2, at if anchor == "start" else at - wide) - _GAP / 2
            right = max(until + around + 2, at + wide if anchor == "start" else at) + _GAP / 2
            if rows[number].is_free(left, right):
                rows[number].taken.append((left, right))
                under = anchor == "start" and at < until  # below its own line
                rows[number].lines = max(rows[number].lines, len(words) + under)
                return _Place(moment, number, x, until, words, at, anchor)
    return None


def _around(moment: Moment, x: float, until: float) -> float:
    """Return how far the sign of a moment, with the ends of a short time on both sides, reaches from its middle."""
    if moment.manner == DAY:
        return RADIUS
    return RADIUS + 9 if moment.manner == REPORTED or moment.end is None else RADIUS + 4


def _told(words: Iterable[str]) -> int:
    return sum(map(len, words))


def _unlabelled(moment: Moment, x: float, until: float, rows: list[_Row]) -> _Place:
    """Return a place for the sign alone: the first row where it is free, else the last, over others."""
    left, right = x - RADIUS - 2, until + RADIUS + 2
    free = [i for i, row in enumerate(rows) if row.is_free(left, right)]
    number = free[0] if free else len(rows) - 1
    if not free and len(rows) < 2 * max(MOST_ROWS.values()):
        rows.append(_Row())
        number = len(rows) - 1
    rows[number].taken.append((left, right))
    return _Place(moment, number, x, until, (), 0.0, "start")


def _mark(place: _Place, y: float) -> Mark:
    moment = place.moment
    shapes = [*_duration(place, y), *glyph(moment.standing, place.x, y)]
    boxes = []
    under = _SECOND if place.anchor == "start" and place.at < place.until else 0.0
    for i, words in enumerate(place.words):
        base = y + 4.2 + i * _SECOND + under
        shapes.append(text(place.at, base, words, "l", place.anchor))
        wide = width_of(words)
        boxes.append(Box(place.at - (wide if place.anchor == "end" else 0), base - 10, wide, 12.5))
    return Mark(row=moment.row, says=moment.says, shapes=tuple(shapes), labels=tuple(boxes))


def _duration(place: _Place, y: float) -> list[Shape]:
    """Return the line that tells for how long, with an open or a closed end; dots before what is only reported."""
    moment, x, until = place.moment, place.x, place.until
    colour = f"stroke {_colour(moment.standing)}"
    if moment.manner == REPORTED:
        return [line(x - RADIUS - 10, y, x - RADIUS - 2, y, f"{colour} dots")]
    if moment.manner == DAY:
        return []
    if moment.end is None:
        tip = x + RADIUS + 9
        return [
            line(x + RADIUS, y, tip, y, colour),
            path(steps([(tip - 3, y - 3), (tip, y), (tip - 3, y + 3)]), colour),
        ]
    if until - x < 2 * RADIUS:
        return [line(x - RADIUS - 4, y, x + RADIUS + 4, y, colour), *_ends(x - RADIUS - 4, x + RADIUS + 4, y, colour)]
    return [line(x, y, until, y, f"{colour} bar"), *_ends(until, until, y, colour)]


def _ends(left: float, right: float, y: float, css: str) -> list[Shape]:
    return [line(at, y - 3.5, at, y + 3.5, css) for at in dict.fromkeys((left, right))]


def _colour(standing: str) -> str:
    return {"confirmed": "yes", "single-source": "soft", "denied": "no", "expected": "plan"}.get(standing, "maybe")


def _scale(axis: Axis, width: float, bottom: float) -> tuple[list[Shape], list[Box]]:
    """Return the axis: named days with a line down through the lanes, and zigzags where time is left out."""
    y = _AXIS - 8
    shapes: list[Shape] = []
    boxes: list[Box] = []
    for segment in axis.segments:
        shapes.append(line(segment.left - _EDGE + 2, y, segment.right + _EDGE - 2, y, "axis"))
    for tick in axis.ticks():
        shapes += [line(tick.x, y, tick.x, bottom, "grid"), line(tick.x, y - 4, tick.x, y, "axis")]
        wide = width_of(tick.name, SMALL)
        x = min(max(tick.x, wide / 2), width - wide / 2)
        shapes.append(text(x, y - 8, tick.name, "s soft", "middle"))
        boxes.append(Box(x - wide / 2, y - 17, wide, 11))
    for x in axis.breaks():
        shapes += [path(steps([(x + d - 2, y + 4), (x + d + 2, y - 4)]), "axis") for d in (-2.5, 2.5)]
        shapes.append(line(x, y + 8, x, bottom, "cut"))
    return shapes, boxes


def _signs(timeline: Timeline) -> list[Sign]:
    moments = timeline.moments
    shown = {m.standing for m in moments}
    signs: list[Sign] = [(partial(glyph, standing), name) for standing, name in NAMES.items() if standing in shown]
    if any(m.manner == PERIOD for m in moments):
        signs.append((_sign_of_period, "some time within"))
    if any(m.manner == REPORTED for m in moments):
        signs.append((_sign_of_report, "day of the report; its own day is not told"))
    if timeline.lanes and len(make_axis([m.span for m in moments], 0, WIDE).segments) > 1:
        signs.append((_sign_of_break, "time left out"))
    return signs


def _sign_of_period(x: float, y: float) -> tuple[Shape, ...]:
    return line(x - 7, y, x + 7, y, "stroke soft bar"), *_ends(x - 7, x + 7, y, "stroke soft")


def _sign_of_report(x: float, y: float) -> tuple[Shape, ...]:
    return line(x - 8, y, x + 1, y, "stroke soft dots"), circle(x + 5, y, 3.5, "full soft")


def _sign_of_break(x: float, y: float) -> tuple[Shape, ...]:
    return tuple(path(steps([(x + d - 2, y + 4), (x + d + 2, y - 4)]), "axis") for d in (-2.5, 2.5))
