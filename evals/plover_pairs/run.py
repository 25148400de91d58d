"""Measure the type of a given pair: python evals/plover_pairs/run.py --data DIR [--predictions FILE].

DIR holds tables (TSV) with `marked_sentence` (the pair in <s> and <t>), `source`, `target` and, where there is gold,
`gold_root`. CONCEDE and RETREAT count as YIELD. The last line is one JSON object of figures; FILE gets one JSON line
a row.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.read.reader import Reader
from dragoman.relation import relation_in

MARK = re.compile(r"</?[st]>")
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def read_rows(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of the tables."""
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from map(json.loads, file) if path.suffix == ".jsonl" else csv.DictReader(file, delimiter="\t")


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the sentence without marks, and the first span of each mark."""
    text, spans, starts, end = "", {}, {}, 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        end, name = mark.end(), mark.group().strip("</>")
        if mark.group().startswith("</"):
            spans.setdefault(name, (starts.get(name, 0), len(text)))
        else:
            starts[name] = len(text)
    return text + marked[end:], spans


def locate(text: str, span: tuple[int, int] | None, name: str) -> tuple[int, int]:
    """Return the marked span, else where the name stands, else nowhere."""
    if span is not None:
        return span
    start = text.find(name.strip())
    return (start, start + len(name.strip())) if start >= 0 else (0, 0)


def predict(row: dict[str, str], reader: Reader) -> str | None:
    """Return the type that the reader gives to the row's pair."""
    text, spans = unmark(row["marked_sentence"])
    source, target = (locate(text, spans.get(role[0]), row[role]) for role in ("source", "target"))
    return relation_in(reader, text, source, target)


def figures(gold: Sequence[str], found: Sequence[str | None]) -> dict[str, float]:
    """Return accuracy and macro F1 over the gold's classes."""
    given = [YIELD.get(kind or "", kind) for kind in found]
    right = Counter(g for g, p in zip(gold, given, strict=True) if g == p)
    named = Counter(gold) + Counter(given)
    return {
        "accuracy": round(sum(right.values()) / max(1, len(gold)), 4),
        "macro_f1": round(sum(2 * right[c] / named[c] for c in set(gold)) / max(1, len(set(gold))), 4),
        "n": len(gold),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    reader = Reader()
    rows = list(read_rows(options.data))
    found = [predict(row, reader) for row in rows]
    if options.predictions:
        lines = (json.dumps({"row": index, "type": kind or "NONE"}) for index, kind in enumerate(found))
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    gold = [row["gold_root"] for row in rows if row.get("gold_root")]
    print(json.dumps(figures(gold, found) if len(gold) == len(rows) and rows else {"n": len(rows)}))


if __name__ == "__main__":
    main()
