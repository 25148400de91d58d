"""The sentences written for the project: each with its document's date, and the spans, types and values to find."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from run import parse_sample, predict
from score import Counts
from spacy.language import Language
from tml import Sample, Timex

CASES = Path(__file__).parent / "cases.jsonl"


def read_cases(path: Path = CASES) -> Iterator[Sample]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        published = date.fromisoformat(row["published"]) if row["published"] else None
        yield Sample(f"case {number}", row["text"], published, tuple(Timex(**time) for time in row["times"]))


def score_cases(nlp: Language) -> tuple[Counts, list[str]]:
    """Return the counts, and a line for each case that differs."""
    counts, wrong = Counts(), []
    for sample in read_cases():
        found = predict(sample, parse_sample(sample, nlp))
        counts.add(sample.gold, found)
        if [(t.start, t.end, t.type, t.value) for t in found] != [
            (t.start, t.end, t.type, t.value) for t in sample.gold
        ]:
            shown = ", ".join(f"{t.text} {t.type} {t.value}" for t in found)
            wrong.append(f"{sample.name}: {sample.text} -> {shown or 'nothing'}")
    return counts, wrong


if __name__ == "__main__":
    from dragoman.read.parse import load_parser

    counts, wrong = score_cases(load_parser())
    sys.stdout.write("\n".join([*wrong, json.dumps(counts.figures())]) + "\n")
