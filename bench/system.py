"""Measure what building the system costs for a case of 10,000 documents: python bench/system.py [--events 40000].

The events are made up: pairs of some 200 states and groups, a few pairs with very many events, over ten years; one
statement an event. The baseline, in the same run, is decoding the same events as a case keeps them, which any list of
them costs. Prints the seconds and the ratio of each part to the baseline.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dragoman.case.codec import decode, encode
from dragoman.model import ActorRef, Document, Event, Evidence, Span, Standing, Statement, Theme, Time
from dragoman.system import build_system, load_scale
from dragoman.system.days import days_of
from dragoman.system.kinds import load_kinds
from dragoman.system.ties import find_ties
from dragoman.world import load_world

SEED = 20261122
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
TYPES = (
    "CONSULT CONSULT CONSULT AGREE ASSAULT ASSAULT ACCUSE ACCUSE REJECT REQUEST REQUEST SUPPORT ALLY OPPOSE WANT WANT "
    "MOBILIZE SANCTION COOPERATE AID COERCE CONCEDE THREATEN"
).split()
MODES = {"CONSULT": "meeting", "AGREE": "pact", "SANCTION": "sanctions", "CONCEDE": "ease"}
STANDINGS = [Standing.SINGLE_SOURCE] * 8 + [Standing.CONFIRMED, Standing.ALLEGED, Standing.EXPECTED, Standing.DENIED]
GOODS = "weapons ammunition food money energy technology".split()
TWO_SIDED = 0.4  # of the events of a sample of news, as read by the program
BASELINE = "decoding the events (baseline)"


def make_refs() -> list[ActorRef]:
    known = sorted(a.id for a in load_world().actors.values() if a.kind.value in ("state", "group"))
    chosen = [load_world().actors[id_] for id_ in known][::3][:220]
    return [ActorRef(code=actor.code, actor=actor.id, name=actor.name) for actor in chosen]


def make_event(number: int, refs: Sequence[ActorRef], chance: random.Random) -> Event:
    kind = chance.choice(TYPES)
    # Few parties are in most of the news: the place in the list is drawn with a heavy head.
    who = [refs[min(len(refs) - 1, int(chance.paretovariate(0.8)) - 1)] for _ in range(2)]
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    goods = chance.choice(GOODS)
    return Event(
        id=f"e{number:012x}",
        type=kind,
        mode=MODES.get(kind),
        statements=(f"s{number:015x}",),
        standing=chance.choice(STANDINGS),
        agents=tuple(who[:1]),
        targets=tuple(who[1:]) if chance.random() < TWO_SIDED else (),
        theme=Theme(text=f"some {goods}", goods=(goods,)) if kind in ("AID", "WANT", "COOPERATE") else None,
        time=Time(start=day, end=day, precision="day", text="then")
        if chance.random() < 0.5
        else Time(start=day, end=day),
    )


def make_statements(events: Sequence[Event]) -> list[Statement]:
    words = "sent some goods to the other side"
    evidence = Evidence(start=0, end=len(words), quote=words, trigger=Span(0, 4))
    return [
        Statement(
            id=e.statements[0],
            document=f"d{number % 10_000}",
            type=e.type,
            mode=e.mode,
            agents=e.agents,
            targets=e.targets,
            theme=e.theme,
            evidence=evidence,
        )
        for number, e in enumerate(events)
    ]


def seconds(run: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    run()
    return time.process_time() - begun


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=40_000)
    count = parser.parse_args(arguments).events
    chance, refs = random.Random(SEED), make_refs()
    events = [make_event(number, refs, chance) for number in range(count)]
    statements = make_statements(events)
    documents = [
        Document(
            id=f"d{n}", name=f"d{n}", uri=f"d{n}", text=words_of(n), published=FIRST_DAY + timedelta(days=n % DAYS)
        )
        for n in range(10_000)
    ]
    by_id = {statement.id: statement for statement in statements}
    scale, _ = load_scale(), load_kinds()
    stored = [encode(found) for found in events]
    took = {BASELINE: seconds(lambda: [decode(Event, text) for text in stored])}
    took["ties alone"] = seconds(lambda: find_ties(events, by_id, scale, days_of(events, by_id, documents)))
    took["all views"] = seconds(lambda: build_system(events, statements, documents))
    base = took[BASELINE]
    for what, spent in took.items():
        print(f"{what:<32} {spent:6.2f} s  {spent / base:5.2f} times the baseline")
    print(json.dumps({"events": count, **{what: round(spent, 2) for what, spent in took.items()}}))
    return 0


def words_of(number: int) -> str:
    return "sent some goods to the other side. " * (1 + number % 40)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
