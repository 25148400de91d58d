"""The cases written for the project: a sentence each, with the one PLOVER event that it tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from run import read_events
from score import figures, predicted_event

from dragoman.read.reader import Reader

CASES = Path(__file__).parent / "cases.jsonl"


@dataclass(frozen=True)
class Scored:
    """The figures over the cases, and what went wrong in words."""

    figures: dict[str, float]
    wrong: tuple[str, ...]


def score_cases(reader: Reader) -> Scored:
    """Return how well the reader does on the written cases."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    units, wrong = [], []
    for row in rows:
        events = read_events(row["text"], reader)
        gold = predicted_event(row["type"], row["source"], row["target"])
        found = [predicted_event(e.type, e.source, e.target) for e in events]
        units.append(([gold], found))
        if gold not in found:
            shown = "; ".join(f"{e.type} {'/'.join(e.source)} > {'/'.join(e.target)}" for e in events)
            wrong.append(
                f"{row['text']} wants {row['type']} {row['source']} > {row['target']}, has {shown or 'nothing'}"
            )
    return Scored(figures(units), tuple(wrong))


def lines(scored: Scored) -> Iterator[str]:
    """Yield what to print."""
    yield from scored.wrong
    yield json.dumps(scored.figures)


if __name__ == "__main__":
    for line in lines(score_cases(Reader())):
        print(line)
