"""Measure what weighing costs as a case grows: python bench/weigh.py [--sizes 1000 10000 100000].

The statements are made up: two hundred parties, and one pair of them in a fifth of all statements; thirty in a
document, over as many days as there are ten documents. Prints the seconds for each size and the exponent of growth.

2026-11-22, two cores at 2 to 3 times load: 0.16 s, 1.6 s, 20 s; exponent 1.06 (runs between 1.04 and 1.15).
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.model import ActorRef, Document, Evidence, Place, Quantity, Span, Statement, Status, Theme, Time, Voice
from dragoman.weigh import weigh

SEED = 20261122
PARTIES = [f"P{i:02}" for i in range(200)]
HOT = ("P00", "P01")
HOT_SHARE = 0.2
STATEMENTS_A_DOCUMENT = 30
DOCUMENTS_A_DAY = 10
FIRST_DAY = date(2015, 1, 1)
TYPES = "CONSULT AID AGREE ASSAULT ACCUSE REJECT REQUEST SUPPORT ALLY OPPOSE WANT MOBILIZE SANCTION COOPERATE".split()
GOODS = "weapons ammunition food money energy technology satellites troops".split()
WORDS = "grain ports prisoners border gas bank truce treaty island convoy".split()
STATUSES = [Status.ACTUAL] * 6 + [Status.PLANNED, Status.POSSIBLE, Status.DENIED, Status.WANTED]


def make_documents(count: int) -> list[Document]:
    days = max(30, count // DOCUMENTS_A_DAY)
    chance = random.Random(SEED)
    return [
        Document(
            id=f"d{i:07}",
            name=f"d{i}",
            uri=f"d{i}",
            text=" ".join(str(chance.random()) for _ in range(40)),
            publisher=f"Outlet {i % 40}",
            published=FIRST_DAY + timedelta(days=i * days // max(1, count)) if i % 20 else None,
        )
        for i in range(count)
    ]


def make_statement(number: int, document: Document, chance: random.Random) -> Statement:
    kind = chance.choice(TYPES)
    first, second = HOT if chance.random() < HOT_SHARE else chance.sample(PARTIES, 2)
    theme = f"{chance.choice(WORDS)} {kind.lower()}"
    return Statement(
        id=f"{chance.getrandbits(64):016x}",
        document=document.id,
        type=kind,
        mode=chance.choice(["visit", "meeting", None]) if kind == "CONSULT" else None,
        agents=(actor(first),),
        targets=(actor(second),) if chance.random() < 0.8 else (),
        theme=Theme(
            text=theme,
            goods=(chance.choice(GOODS),) if chance.random() < 0.5 else (),
            quantities=(Quantity(value=chance.randrange(1, 90), unit="dead", text="dead"),) if number % 9 == 0 else (),
        ),
        time=make_time(document, chance),
        place=Place(text=f"City {chance.randrange(50)}", country=second, precision="city")
        if chance.random() < 0.3
        else None,
        status=chance.choice(STATUSES),
        voices=(Voice(code=first, actor=first, name=first, cue="said"),) if chance.random() < 0.3 else (),
        evidence=Evidence(start=number, end=number + len(theme), quote=theme, trigger=Span(number, number + 5)),
    )


def make_time(document: Document, chance: random.Random) -> Time:
    if document.published is None or chance.random() < 0.6:
        return Time()
    if chance.random() < 0.1:
        year = document.published.year
        return Time(start=date(year, 1, 1), end=date(year, 12, 31), precision="year", text=str(year))
    day = document.published - timedelta(days=chance.randrange(5))
    return Time(start=day, end=day, precision="day", text=str(day))


def actor(code: str) -> ActorRef:
    return ActorRef(code=code, actor=f"state:{code}", name=code)


def measure(size: int) -> tuple[float, int, int]:
    chance = random.Random(SEED)
    documents = make_documents(max(1, size // STATEMENTS_A_DOCUMENT))
    statements = [make_statement(i, documents[i % len(documents)], chance) for i in range(size)]
    gc.collect()
    begun = time.process_time()
    weighed = weigh(statements, documents)
    return time.process_time() - begun, len(weighed.events), len(weighed.disputes)


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Return the slope of log seconds over log size, by least squares."""
    xs, ys = [math.log(size) for size, _ in points], [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    points = []
    for size in parser.parse_args(arguments).sizes:
        seconds, events, disputes = measure(size)
        points.append((size, seconds))
        print(f"{size:>9,} statements  {seconds:8.2f} s  {events:,} events  {disputes:,} disputes", flush=True)
    print(json.dumps({"exponent": round(exponent(points), 3), "seconds": {str(n): round(s, 2) for n, s in points}}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
