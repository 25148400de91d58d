"""Relations in the sentences written for the project.

USAGE  python evals/re3d/relations_cases.py [--misses]

A line has the sentence with its things marked `[words|label]`, and the relations between them: `kind: source > target`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.model import Document, Span
from dragoman.read.parse import load_parser, parse
from dragoman.read.relations.find import MUTUAL, find_relations
from dragoman.world import load_world

CASES = Path(__file__).with_name("relations_cases.jsonl")
_MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")
Spans = list[tuple[Span, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    counts, lines = measure()
    print(*(lines if options.misses else ()), sep="\n", end="\n" if options.misses else "")
    print(json.dumps(figures(counts)))


def measure() -> tuple[Counter[str], list[str]]:
    """Return how many relations are right, found and marked, and a line for each one missed or made up."""
    nlp = load_parser(whole_words=load_world().whole_words())
    counts: Counter[str] = Counter()
    lines = []
    for text, spans, marked in read_cases():
        doc = parse(Document(id="c", name="c", uri="c", text=text), nlp)
        found = {(r.kind.value, r.source.of(text), r.target.of(text)) for r in find_relations(doc, spans)}
        ours, theirs = set(map(_canon, found)), set(map(_canon, marked))
        counts += Counter(right=len(ours & theirs), found=len(ours), marked=len(theirs))
        lines += [f"- {' | '.join(row)} | {text}" for row in sorted(theirs - ours)]
        lines += [f"+ {' | '.join(row)} | {text}" for row in sorted(ours - theirs)]
    return counts, lines


def figures(counts: Counter[str]) -> dict[str, float]:
    """Return precision, recall and F1."""
    precision, recall = counts["right"] / max(counts["found"], 1), counts["right"] / max(counts["marked"], 1)
    f1 = 2 * counts["right"] / max(counts["found"] + counts["marked"], 1)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "n": counts["marked"]}


def read_cases() -> Iterator[tuple[str, Spans, list[tuple[str, str, str]]]]:
    """Yield each sentence without its marks, the spans marked, and the relations."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans: Spans = []
        shift = 0
        for match in _MARK.finditer(row["text"]):
            start = match.start() - shift
            shift += len(match[0]) - len(match[1])
            spans.append((Span(start, start + len(match[1])), match[2]))
        relations = [tuple(re.split(r": | > ", relation)) for relation in row["relations"]]
        yield _MARK.sub(r"\1", row["text"]), spans, [(a, b, c) for a, b, c in relations]


def _canon(relation: tuple[str, str, str]) -> tuple[str, str, str]:
    kind, *ends = relation
    first, second = sorted(ends) if kind in MUTUAL else ends
    return kind, first, second


if __name__ == "__main__":
    main()
