"""Measure the finding of copies: python evals/copies/run.py --data DIR [--predictions FILE].

DIR holds articles as JSON lines (`id`, `publisher`, `date`, `title`, `text`) of which reprints are made here, or pairs
written for the project (`cases.yaml`: `first`, `second`, `copy`).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from dragoman.model import Document
from dragoman.weigh.origins import find_copies

SEED = 20261122
# Too short a story has nothing left when a third is cut.
SHORTEST_WORDS = 120
EDITS = (("said", "stated"), ("will", "is going to"), ("on", "last"), ("in", "inside"), ("the", "this"), ("of", "from"))


def read_articles(folder: Path) -> list[Document]:
    lines = [line for file in sorted(folder.glob("newswire*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    return [as_document(row) for row in rows if len(row["text"].split()) >= SHORTEST_WORDS]


def as_document(row: dict[str, Any]) -> Document:
    return Document(
        id=row["id"],
        name=row["id"],
        uri=row["id"],
        text=row["text"],
        title=row.get("title"),
        publisher=row.get("publisher"),
        published=date.fromisoformat(row["date"]),
    )


def reprint(document: Document, chance: random.Random) -> Document:
    """Cut the last third, swap two paragraphs, edit one sentence in ten, and give it another outlet."""
    paragraphs = [p for p in document.text.split("\n\n") if p.strip()]
    words = len(document.text.split())
    while len(paragraphs) > 1 and sum(len(p.split()) for p in paragraphs[:-1]) >= words * 2 / 3:
        paragraphs.pop()
    if len(paragraphs) > 1:
        i, j = chance.sample(range(len(paragraphs)), 2)
        paragraphs[i], paragraphs[j] = paragraphs[j], paragraphs[i]
    text = "\n\n".join(" ".join(edit(s, chance) for s in re.split(r"(?<=[.!?]) ", p)) for p in paragraphs)
    return replace(document, id=document.id + "-reprint", text=text, publisher="Reprint", title="Another headline")


def edit(sentence: str, chance: random.Random) -> str:
    if chance.random() >= 0.1:
        return sentence
    words = sentence.split(" ")
    table = dict(EDITS)
    words = [table.get(word, word) for word in words]
    if len(words) > 4:
        del words[chance.randrange(len(words))]
    return " ".join(words)


def pairs_of(roots: dict[str, str]) -> Iterator[tuple[str, str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for document, root in sorted(roots.items()):
        groups[root].append(document)
    for members in groups.values():
        yield from combinations(members, 2)


def measure_articles(articles: Sequence[Document]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Count reprints that are found, and pairs of two agencies' stories that are taken for copies.

    Pairs of one agency are left out of both: it sends the same story several times a day.
    """
    chance = random.Random(SEED)
    reprints = [reprint(article, chance) for article in articles]
    begun = time.perf_counter()
    roots = find_copies([*articles, *reprints])
    seconds = time.perf_counter() - begun
    agency = {a.id: a.publisher for a in articles}
    found, wrong, same = 0, [], 0
    for first, second in pairs_of(roots):
        a, b = first.removesuffix("-reprint"), second.removesuffix("-reprint")
        if a == b:
            found += 1
        elif agency[a] != agency[b]:
            wrong.append((first, second))
        else:
            same += first == a and second == b
    figures = {
        "precision": round(found / max(1, found + len(wrong)), 4),
        "recall": round(found / len(reprints), 4),
        "same_agency_pairs": same,
        "seconds": round(seconds, 2),
        "n": len(reprints),
    }
    return figures, wrong


def measure_cases(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    right = found = gold = 0
    for number, row in enumerate(rows):
        told = [
            Document(id=f"{number}{side}", name=side, uri=side, text=row[side], publisher=side)
            for side in ("first", "second")
        ]
        copied = len(set(find_copies(told).values())) == 1
        found, gold, right = found + copied, gold + row["copy"], right + (copied and row["copy"])
    return {"precision": round(right / max(1, found), 4), "recall": round(right / max(1, gold), 4), "n": len(rows)}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args(arguments)
    cases = options.data / "cases.yaml"
    if cases.exists():
        print(json.dumps(measure_cases(yaml.safe_load(cases.read_text(encoding="utf-8")))))
        return 0
    figures, wrong = measure_articles(read_articles(options.data))
    if options.predictions:
        options.predictions.write_text("".join(f"{a}\t{b}\n" for a, b in wrong), encoding="utf-8")
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
