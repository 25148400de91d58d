"""Measure what weighing costs as a case grows: python bench/weigh.py [--sizes 1000 10000 100000].

With --add-one, what one more article costs in a case of 10,000: fresh processes open the case, store one more reading
each, and weigh; the baseline is weighing that case as a whole. --case keeps the made case for another time.

The statements are made up: two hundred parties, and one pair of them in a fifth of all statements; thirty in a
document, over as many days as there are ten documents. Prints the seconds for each size and the exponent of growth.

2026-11-22, processor time, two cores: 0.5 s, 3.3 s, 38 s; exponent 0.93. Earlier that day, when links across documents
needed no more than parties and days: 0.16 s, 1.6 s, 20 s; exponent 1.06. One article more of 10 statements in 10,000
documents: 0.17 s on the clock, at most 0.25 s; of 30 statements, at 4 times load, 0.44 s of processor, at most 0.71 s.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.model import (
    ActorRef,
    Document,
    Evidence,
    Place,
    Quantity,
    Reading,
    Span,
    Statement,
    Status,
    Theme,
    Time,
    Voice,
)
from dragoman.weigh import weigh

SEED = 20261122
RUNS = 7  # articles added, each by a process of its own
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


def make_reading(document: Document, number: int, statements: int) -> Reading:
    chance = random.Random(number)
    made = tuple(make_statement(i, document, chance) for i in range(statements))
    return Reading(document=document.id, statements=made, reader="bench")


def make_case(path: Path, documents: int, statements: int) -> None:
    """Make a case of so many documents with so many statements each, and weigh it."""
    from dragoman.case import open_case_file
    from dragoman.pipeline import weigh_case

    with open_case_file(path) as file:
        for number, document in enumerate(make_documents(documents)):
            file.store(document, make_reading(document, number, statements))
        begun = time.process_time()
        weigh_case(file)
        seconds = time.process_time() - begun
        counts = file.counts()
    (path.parent / f"{path.name}.whole").write_text(str(seconds))
    size = path.stat().st_size / 1e6
    print(f"{counts.documents:,} documents, {counts.statements:,} statements, {counts.events:,} events; {size:.0f} MB")


def add_one(path: Path, statements: int) -> None:
    """Add one article to the case, dated on its last day, and print the seconds that weighing it took.

    Seconds on the clock and of processor time; who is who, which reading has loaded, is loaded before.
    """
    from dragoman.case import open_case_file
    from dragoman.pipeline import weigh_case
    from dragoman.world import load_world

    load_world()
    with open_case_file(path) as file:
        number = file.counts().documents
        last = max(d.published for d in file.documents() if d.published)
        document = replace(
            make_documents(1)[0], id=f"d{number:07}", name=f"d{number}", uri=f"d{number}", published=last
        )
        file.store(document, make_reading(document, number, statements))
        begun = time.perf_counter(), time.process_time()
        weigh_case(file)
        print(time.perf_counter() - begun[0], time.process_time() - begun[1])


def measure_adding(path: Path, documents: int, statements: int) -> None:
    if not path.exists():
        make_case(path, documents, statements)
    whole = float((path.parent / f"{path.name}.whole").read_text())
    command = [sys.executable, __file__, "--case", str(path), "--statements", str(statements), "--add-this-one"]
    printed = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(RUNS)]
    clock, busy = zip(*(map(float, line.split()) for line in printed), strict=True)
    for what, seconds in (("on the clock", clock), ("of processor time", busy)):
        print(" ".join(f"{s:.2f}" for s in seconds), f"s {what} for one article more")
    middle = statistics.median(busy)
    figures = {
        "add_one": round(middle, 3),
        "worst": round(max(busy), 3),
        "on_the_clock": round(statistics.median(clock), 3),
    }
    print(json.dumps({**figures, "whole": round(whole, 1), "whole_over_one": round(whole / middle)}))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--add-one", action="store_true")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--statements", type=int, default=10, help="of a document (newswire has five)")
    parser.add_argument("--case", type=Path)
    parser.add_argument("--add-this-one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.add_this_one:
        add_one(asked.case, asked.statements)
    elif asked.add_one:
        with TemporaryDirectory() as folder:
            measure_adding(asked.case or Path(folder) / "made.case", asked.documents, asked.statements)
    else:
        measure_growth(asked.sizes)
    return 0


def measure_growth(sizes: Sequence[int]) -> None:
    points = []
    for size in sizes:
        seconds, events, disputes = measure(size)
        points.append((size, seconds))
        print(f"{size:>9,} statements  {seconds:8.2f} s  {events:,} events  {disputes:,} disputes", flush=True)
    print(json.dumps({"exponent": round(exponent(points), 3), "seconds": {str(n): round(s, 2) for n, s in points}}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
