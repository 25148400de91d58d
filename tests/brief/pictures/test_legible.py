"""Whatever is drawn, its words stand clear of each other."""

from __future__ import annotations

import itertools
import random
from datetime import date, timedelta

import pytest

from dragoman.brief.pictures.draw import draw
from dragoman.brief.pictures.exchanges import Bundle, Card, Exchanges, Flow
from dragoman.brief.pictures.glyphs import NAMES
from dragoman.brief.pictures.network import Edge, Network, Node
from dragoman.brief.pictures.obligations import Duties, Duty
from dragoman.brief.pictures.places import PlaceMap, Spot
from dragoman.brief.pictures.shapes import NARROW, WIDE
from dragoman.brief.pictures.timeline import Lane, Moment, Timeline

CALLED = (
    "Russia",
    "北朝鮮",
    "الجزيرة",
    "X" * 60,
    "the Democratic Republic of the Congo and more of it",
    "a b",
    "United States",
)


def words(chance: random.Random, most: int) -> str:
    """Return some names in a row."""
    return " ".join(chance.choice(CALLED) for _ in range(chance.randint(1, most)))


def timeline(chance: random.Random) -> Timeline:
    """Return events anywhere in time, short and long, with open ends."""
    moments = []
    for row in range(chance.randint(1, 26)):
        start = date(1, 1, 1) + timedelta(
            days=chance.randint(0, 3_600_000 if row == 3 else 12_000) + 700_000 * (row != 3)
        )
        end = chance.choice([start, None, start + timedelta(days=chance.randint(1, 900))])
        manner = "day" if end == start else "period"
        standing, rank = chance.choice(list(NAMES)), chance.random()
        moments.append(
            Moment(
                row=row,
                label=words(chance, 5),
                says="",
                standing=standing,
                manner=manner,
                start=start,
                end=end,
                rank=rank,
            )
        )
    middle = len(moments) // 2
    lanes = [Lane(title=words(chance, 2), moments=tuple(part)) for part in (moments[:middle], moments[middle:]) if part]
    return Timeline(lanes=tuple(lanes))


def network(chance: random.Random) -> Network:
    """Return actors with ties of all sorts, some in groups of their own."""
    count = chance.randint(2, 24)
    edges = []
    for row in range(chance.randint(1, 40)):
        source, target = chance.sample(range(count), 2)
        edges.append(
            Edge(
                row=row, says="", kinds=("war", "at odds")[: chance.randint(1, 2)], source=source, target=target,
                directed=chance.random() < 0.5, sign=chance.choice([1, -1, 0]), strength=chance.random(), sure="",
            )
        )  # fmt: skip
    return Network(
        nodes=tuple(Node(name=chance.choice(CALLED)) for _ in range(count)), edges=tuple(edges), clusters=((0, 1),)
    )


def exchanges(chance: random.Random) -> Exchanges:
    """Return cards of goods at all stages."""
    rows = itertools.count()
    stages, sure = ("wanted", "offered", "agreed", "delivered", "match"), ("held", "disputed", "alleged", "denied")

    def flow() -> Flow:
        return Flow(
            row=next(rows), says="", what=words(chance, 3), below=words(chance, 2), stage=chance.choice(stages),
            sure=chance.choice(sure), forth=chance.random() < 0.5, meets=chance.random() < 0.3,
        )  # fmt: skip

    bundles = ((Bundle(flows=tuple(flow() for _ in range(chance.randint(1, 4)))),) for _ in range(chance.randint(1, 6)))
    return Exchanges(cards=tuple(Card(left=chance.choice(CALLED), right="", bundles=found) for found in bundles))


def places(chance: random.Random) -> PlaceMap:
    """Return places all over the world."""
    return PlaceMap(
        spots=tuple(
            Spot(
                row=row, name=chance.choice(CALLED)[:30], says="",
                lat=chance.uniform(-90, 90), lon=chance.uniform(-180, 180),
                count=chance.randint(1, 9), rough=chance.random() < 0.3,
            )
            for row in range(chance.randint(1, 30))
        )
    )  # fmt: skip


def duties(chance: random.Random) -> Duties:
    """Return duties with and without a trigger."""
    return Duties(
        duties=tuple(
            Duty(
                row=row, says="", trigger=chance.choice(["", words(chance, 5)]), bearers=words(chance, 2),
                modality=chance.choice(["must", "may", "must-not"]), act=words(chance, 8),
                lifted=words(chance, 3),
            )
            for row in range(chance.randint(1, 6))
        )
    )  # fmt: skip


@pytest.mark.parametrize("make", [timeline, network, exchanges, places, duties])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_words_overlap_or_leave_the_picture(make: object, width: int) -> None:
    """Long names, names in other scripts, crowds and lone marks: no label lies on another or beyond the edge."""
    for seed in range(5):
        drawing = draw(make(random.Random(seed)), width)  # type: ignore[operator]
        for i, box in enumerate(drawing.boxes):
            assert box.within(drawing.width + 1, drawing.height + 1), (seed, box)
            assert not any(box.overlaps(other) for other in drawing.boxes[:i]), (seed, box)
