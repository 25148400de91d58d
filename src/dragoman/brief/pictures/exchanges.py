"""What passes between two: a card a pair, an arrow a good, drawn by how far it has come and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dragoman.brief.pictures.legend import Sign, draw_legend
from dragoman.brief.pictures.measure import SIZE, SMALL, fit, width_of, wrap
from dragoman.brief.pictures.shapes import WIDE, Box, Drawing, Mark, Shape, circle, line, path, rect, steps, text

_CARD_GAP = 14.0
_SIDE = 84.0  # width of the names at both sides
_TOP = 12.0
_FLOW = 45.0  # height of an arrow with one line of words above it and one below
_LINE = 13.5  # what a second line adds
_TIE = 46.0  # height of the words below goods that are given for one another
_AT_TIP = 22.0  # pixels from an arrow's head to the sign that it meets a want
_WIDTHS = {"wanted": 1.2, "offered": 1.8, "agreed": 2.8, "delivered": 4.0}
_COLOURS = {"held": "plan", "disputed": "maybe", "alleged": "maybe", "possible": "soft", "denied": "no"}
_DASHED = ("alleged", "possible")
MATCH = "match"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A good as row `row` of the table, from left to right where `forth`; both ways round where neither is told.

    `stage` is wanted, offered, agreed, delivered, or match where the program has found it; `sure` is how surely. What
    `meets` a want of its receiver is marked at that end: the program found that too.
    """

    row: int
    says: str
    what: str
    below: str
    stage: str
    sure: str
    forth: bool
    both: bool = False
    meets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Goods of one pair; where `says` is given, a source names them as given for one another (row `row`)."""

    flows: tuple[Flow, ...]
    says: str = ""
    row: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What passes between two; an empty name is someone whom nobody names."""

    left: str
    right: str
    bundles: tuple[Bundle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanges:
    """Cards, the most telling first."""

    cards: tuple[Card, ...]


def draw_exchanges(exchanges: Exchanges, width: float) -> Drawing:
    """Return the cards for that width: two columns when wide, one when narrow."""
    columns = 2 if width >= WIDE and len(exchanges.cards) > 1 else 1
    across = (width - (columns - 1) * _CARD_GAP) / columns
    bottoms = [0.0] * columns
    ground: list[Shape] = []
    marks: list[Mark] = []
    labels: list[Box] = []
    for card in exchanges.cards:
        column = bottoms.index(min(bottoms))
        frame = Box(column * (across + _CARD_GAP) + 1, bottoms[column] + 1, across - 2, _height(card, across - 2))
        shapes, boxes, found = _card(card, frame)
        ground += shapes
        labels += boxes
        marks += found
        bottoms[column] += frame.height + _CARD_GAP
    key, boxes, bottom = draw_legend(_signs(exchanges), width, max(bottoms) - 4)
    return Drawing(
        width=width,
        height=bottom + 2,
        ground=(*ground, *key),
        marks=tuple(sorted(marks, key=lambda mark: mark.row)),
        labels=(*labels, *boxes),
    )


def _height(card: Card, width: float) -> float:
    flows = [flow for bundle in card.bundles for flow in bundle.flows]
    high = sum(_high(flow, width - 2 * _SIDE - 32) for flow in flows)
    return 2 * _TOP + high + sum(_TIE for bundle in card.bundles if bundle.says)


def _high(flow: Flow, room: float) -> float:
    return _FLOW + _LINE * (len(wrap(flow.what, room)) - 1)


def _card(card: Card, frame: Box) -> tuple[list[Shape], list[Box], list[Mark]]:
    shapes = [rect(frame, "card", 8)]
    boxes: list[Box] = []
    for name, x in ((card.left, frame.x + 8), (card.right, frame.x + frame.width - 8 - _SIDE)):
        side = Box(x, frame.y + _TOP - 2, _SIDE, frame.height - 2 * _TOP + 4)
        drawn, taken = _side(name, side)
        shapes += drawn
        boxes += taken
    left, right = frame.x + 8 + _SIDE + 8, frame.x + frame.width - 8 - _SIDE - 8
    marks: list[Mark] = []
    y = frame.y + _TOP
    for bundle in card.bundles:
        top = y
        for flow in bundle.flows:
            marks.append(_flow(flow, left, right, y))
            y += _high(flow, right - left)
        if bundle.says:
            marks.append(_return(bundle, Box(left, top, right - left, y - top)))
            y += _TIE
    return shapes, boxes, marks


def _side(name: str, box: Box) -> tuple[list[Shape], list[Box]]:
    """Return the name of one side in the middle of its bar, on as many lines as it needs."""
    longest = max((name or "not named").split(), key=len)
    size = SIZE if width_of(longest, SIZE, bold=True) <= box.width - 10 else SMALL
    words = wrap(name or "not named", box.width - 10, 4, size, bold=bool(name))
    middle = box.y + box.height / 2
    first = middle - (len(words) - 1) * 7.2 + 4.2
    css = f"{'l' if size == SIZE else 's'} b" if name else "s soft"
    shapes = [rect(box, "side" if name else "side nobody", 6)]
    boxes = []
    for i, told in enumerate(words):
        shapes.append(text(box.x + box.width / 2, first + i * 14.4, told, css, "middle"))
        wide = width_of(told, size, bold=True)
        boxes.append(Box(box.x + (box.width - wide) / 2, first + i * 14.4 - 10.5, wide, 12.5))
    return shapes, boxes


def _flow(flow: Flow, left: float, right: float, top: float) -> Mark:
    """Return the arrow with what is given above it and how far it has come below."""
    room = right - left
    what, below = wrap(flow.what, room), fit(flow.below, room, SMALL)
    middle, y = (left + right) / 2, top + 21.5 + _LINE * (len(what) - 1)
    told = [text(middle, top + 12 + i * _LINE, words, "l", "middle") for i, words in enumerate(what)]
    shapes = [
        line(left, y, right, y, "touch"),
        *told,
        *_arrow(flow, left, right, y),
        text(middle, y + 15, below, "s soft", "middle"),
    ]
    wide, small = max(map(width_of, what)), width_of(below, SMALL)
    boxes = (
        Box(middle - wide / 2, top + 1.5, wide, 12.5 + _LINE * (len(what) - 1)),
        Box(middle - small / 2, y + 6, small, 11),
    )
    return Mark(row=flow.row, says=flow.says, shapes=tuple(shapes), labels=boxes)


def _arrow(flow: Flow, left: float, right: float, y: float) -> list[Shape]:
    if flow.stage == MATCH:
        dots = line(left + 4, y, right - 4, y, "stroke accent dots heavy")
        return [dots, *(circle(x, y, 3, "ring accent") for x in (left + 4, right - 4))]
    colour, thick = _COLOURS.get(flow.sure, "soft"), _WIDTHS[flow.stage]
    tips = [right, left] if flow.both else [right if flow.forth else left]
    reach = 5 + thick * 1.2
    start = left + (reach if left in tips else 0)
    end = right - (reach if right in tips else 0)
    dashes = " dashed" if flow.sure in _DASHED else ""
    shapes = [path(steps([(start, y), (end, y)]), f"stroke {colour}{dashes}", thick)]
    if flow.stage == "wanted":  # an open ring at the end of who wants it
        shapes += [circle(tip - 3.5 if tip == right else tip + 3.5, y, 3.5, f"ring {colour}") for tip in tips]
    else:
        shapes += [_tip(tip, y, reach, flow.stage, colour, forth=tip == right) for tip in tips]
    met = (
        [shape for tip in tips for shape in _want(tip + (-_AT_TIP if tip == right else _AT_TIP), y)]
        if flow.meets
        else []
    )
    return [*shapes, *met, *_doubt(flow.sure, (left + right) / 2, y)]


def _want(x: float, y: float) -> list[Shape]:
    """Return the sign of a want that is met."""
    return [circle(x, y, 5, "ring accent"), circle(x, y, 2, "full accent")]


def _tip(x: float, y: float, reach: float, stage: str, colour: str, *, forth: bool) -> Shape:
    """Return the head of an arrow: full where something was agreed or given, open before that."""
    back = x - reach if forth else x + reach
    half = reach * 0.6
    if stage in ("agreed", "delivered"):
        return path(steps([(x, y), (back, y - half), (back, y + half)], closed=True), f"full {colour}")
    inner = x - 1 if forth else x + 1
    return path(steps([(back, y - half), (inner, y), (back, y + half), (back, y)]), f"stroke {colour}", 1.6)


def _doubt(sure: str, x: float, y: float) -> list[Shape]:
    """Return the sign on an arrow for what is disputed or denied."""
    if sure == "disputed":
        r = 5.8
        whole = steps([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], closed=True)
        return [path(whole, "ring maybe"), path(steps([(x, y - r), (x, y + r), (x - r, y)], closed=True), "full maybe")]
    if sure == "denied":
        r = 4.5
        return [
            circle(x, y, 7.5, "blank"),
            path(steps([(x - r, y - r), (x + r, y + r)]) + steps([(x - r, y + r), (x + r, y - r)]), "stroke no heavy"),
        ]
    return []


def _return(bundle: Bundle, box: Box) -> Mark:
    """Return the bracket around goods that a source names as given for one another."""
    bottom = box.y + box.height + 2
    words = wrap(bundle.says, box.width + 8, 3, SMALL)
    x = box.x + box.width / 2
    left, right = box.x - 3, box.x + box.width + 3
    bracket = steps([(left, bottom - 6), (left, bottom), (right, bottom), (right, bottom - 6)])
    told = [text(x, bottom + 12.5 + i * 12, row, "s accent", "middle") for i, row in enumerate(words)]
    wides = [width_of(row, SMALL) for row in words]
    return Mark(
        row=bundle.row,
        says=bundle.says,
        shapes=(path(bracket, "stroke accent"), *told),
        labels=tuple(Box(x - w / 2, bottom + 3 + i * 12, w, 11) for i, w in enumerate(wides)),
    )


def _signs(exchanges: Exchanges) -> list[Sign]:
    flows = [flow for card in exchanges.cards for bundle in card.bundles for flow in bundle.flows]
    stages = {flow.stage for flow in flows}
    signs: list[Sign] = [(partial(_sign_of_stage, stage=stage), stage) for stage in _WIDTHS if stage in stages]
    sure = {flow.sure for flow in flows if flow.stage != MATCH}
    dashed = [word for word in _DASHED if word in sure]
    if dashed:
        signs.append((partial(_sign_of_dashes, colour=_COLOURS[dashed[0]]), " or ".join(dashed)))
    signs += [(partial(_sign_of_doubt, sure=word), word) for word in ("disputed", "denied") if word in sure]
    if any(flow.meets for flow in flows):
        signs.append((lambda x, y: tuple(_want(x, y)), "meets a want, as the program found"))
    if MATCH in stages:
        signs.append((_sign_of_match, "match found by the program"))
    return signs


def _sign_of_stage(x: float, y: float, *, stage: str) -> tuple[Shape, ...]:
    flow = Flow(row=0, says="", what="", below="", stage=stage, sure="held", forth=True)
    return tuple(_arrow(flow, x - 10, x + 9, y))


def _sign_of_dashes(x: float, y: float, *, colour: str) -> tuple[Shape, ...]:
    return (path(steps([(x - 9, y), (x + 8, y)]), f"stroke {colour} dashed", 2.4),)


def _sign_of_doubt(x: float, y: float, *, sure: str) -> tuple[Shape, ...]:
    return tuple(_doubt(sure, x, y))


def _sign_of_match(x: float, y: float) -> tuple[Shape, ...]:
    return (
        line(x - 6, y, x + 6, y, "stroke accent dots heavy"),
        circle(x - 8, y, 2.5, "ring accent"),
        circle(x + 8, y, 2.5, "ring accent"),
    )


def order_flows(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """Return the flows of a bundle as a card has them: those from left to right first."""
    return tuple(sorted(flows, key=lambda flow: (not flow.forth, flow.stage == MATCH, flow.row)))
