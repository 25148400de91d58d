"""Who is bound: what sets a duty off, who then must, may or must not act, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.brief.pictures.measure import SIZE, SMALL, fit, width_of, wrap
from dragoman.brief.pictures.shapes import WIDE, Box, Drawing, Mark, Shape, line, path, rect, steps, text

_LEADING = 14.5
_PAD = 9.0
_ARROW = 22.0
_GAP = 14.0
_LINES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Row `row` of the table: if `trigger` (none: always), `bearers` must, may or must not (`modality`) do `act`.

    `sure` unless it is only announced, alleged or denied; `lifted` is what lifts it, in the words of the source.
    """

    row: int
    says: str
    trigger: str
    bearers: str
    modality: str
    act: str
    lifted: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """Obligations, one below the other."""

    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A framed piece of a duty: a small heading and lines of words."""

    head: str
    lines: tuple[str, ...]
    css: str
    width: float

    @property
    def height(self) -> float:
        return 2 * _PAD + 11 + _LEADING * len(self.lines)


def draw_duties(duties: Duties, width: float) -> Drawing:
    """Return the diagram for that width: from left to right when wide, from top to bottom when narrow."""
    marks: list[Mark] = []
    y = 2.0
    for duty in duties.duties:
        mark, y = _row(duty, width, y) if width >= WIDE else _column(duty, width, y)
        marks.append(mark)
        y += _GAP
    return Drawing(width=width, height=y - _GAP + 2, ground=(), marks=tuple(marks))


def _cells(duty: Duty, widths: Sequence[float]) -> list[_Cell]:
    """Return the pieces: what sets it off, where something does; who is bound; to what."""
    told = [
        ("who", duty.bearers, "cell who"),
        (duty.modality.replace("-", " "), duty.act, f"cell what {duty.modality}"),
    ]
    if duty.trigger:
        told.insert(0, ("if", duty.trigger, "cell when"))
    else:
        widths = widths[1:]
    dashed = "" if duty.sure else " dashes"
    cells = [
        _Cell(head, tuple(wrap(words, w - 2 * _PAD, _LINES, SIZE, bold="who" in css)), css + dashed, w)
        for (head, words, css), w in zip(told, widths, strict=True)
    ]
    if duty.lifted:
        last = cells[-1]
        extra = wrap(f"unless: {duty.lifted}", last.width - 2 * _PAD, 3, SIZE)
        cells[-1] = _Cell(last.head, (*last.lines, *extra), last.css, last.width)
    return cells


def _row(duty: Duty, width: float, y: float) -> tuple[Mark, float]:
    room = width - 4 - 2 * _ARROW
    when, who, what = room * 0.36, room * 0.24, room * 0.4
    cells = _cells(duty, (when, who, what if duty.trigger else when + what + _ARROW))
    height = max(cell.height for cell in cells)
    shapes: list[Shape] = []
    boxes: list[Box] = []
    x = 2.0
    for number, cell in enumerate(cells):
        if number:
            shapes += _arrow((x - _ARROW + 4, y + height / 2), (x - 4, y + height / 2))
        drawn, taken = _cell(cell, Box(x, y, cell.width, height))
        shapes += drawn
        boxes += taken
        x += cell.width + _ARROW
    return Mark(row=duty.row, says=duty.says, shapes=tuple(shapes), labels=tuple(boxes)), y + height


def _column(duty: Duty, width: float, y: float) -> tuple[Mark, float]:
    shapes: list[Shape] = []
    boxes: list[Box] = []
    for number, cell in enumerate(_cells(duty, (width - 4,) * 3)):
        if number:
            shapes += _arrow((width / 2, y + 2), (width / 2, y + _ARROW - 6))
            y += _ARROW - 4
        drawn, taken = _cell(cell, Box(2, y, cell.width, cell.height))
        shapes += drawn
        boxes += taken
        y += cell.height
    return Mark(row=duty.row, says=duty.says, shapes=tuple(shapes), labels=tuple(boxes)), y + 6


def _cell(cell: _Cell, box: Box) -> tuple[list[Shape], list[Box]]:
    head = fit(cell.head, box.width - 2 * _PAD, SMALL, bold=True)
    shapes = [rect(box, cell.css, 6), text(box.x + _PAD, box.y + _PAD + 7, head, "s b head")]
    boxes = [Box(box.x + _PAD, box.y + _PAD - 2, width_of(head, SMALL, bold=True), 11)]
    bold = "who" in cell.css.split()
    for i, words in enumerate(cell.lines):
        base = box.y + _PAD + 11 + 11 + i * _LEADING
        shapes.append(text(box.x + _PAD, base, words, "l b" if bold else "l"))
        boxes.append(Box(box.x + _PAD, base - 10, width_of(words, SIZE, bold=bold), 12.5))
    return shapes, boxes


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> list[Shape]:
    (x1, y1), (x2, y2) = start, end
    across = (
        [(x2 - 5, y2 - 4), (x2, y2), (x2 - 5, y2 + 4)] if x2 > x1 else [(x2 - 4, y2 - 5), (x2, y2), (x2 + 4, y2 - 5)]
    )
    return [line(x1, y1, x2, y2, "stroke soft"), path(steps(across), "stroke soft")]
