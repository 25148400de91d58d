"""Measure the trained decision by itself: python evals/decision/run.py [--data FILE] [--misses] [--predictions FILE].

FILE holds JSON lines with `marked_sentence` (the pair in <s> and <t>) and `gold_root`, one of the 16 types or NONE;
by default the cases beside this program. The last line is one JSON object of figures. With --misses the ten most
frequent confusions come before it; with --predictions each row is written as one JSON line (row, type, share).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dragoman.read.decide import NOTHING
from dragoman.read.decide.pairs import Pair, PairDecision, load_pair_decision

CASES = Path(__file__).parent / "cases.jsonl"
MARK = re.compile(r"</?([st])>")
MOST_CONFUSIONS = 10


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def unmark(marked: str) -> Pair:
    """Return the sentence without its marks, and the spans that they were around."""
    text, end = "", 0
    edges: dict[str, list[int]] = {"s": [], "t": []}
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        edges[mark.group(1)].append(len(text))
        end = mark.end()
    if [len(span) for span in edges.values()] != [2, 2]:
        raise ValueError(f"one <s> and one <t> are needed: {marked}")
    source, target = edges.values()
    return Pair(text + marked[end:], (source[0], source[1]), (target[0], target[1]))


def decide(rows: Sequence[dict[str, str]], decision: PairDecision) -> list[tuple[str, float]]:
    """Return for each row the type with the largest share, and that share."""
    shares = decision.decide([unmark(row["marked_sentence"]) for row in rows])
    return [max(share.items(), key=lambda item: item[1]) for share in shares]


def figures(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Return accuracy, macro F1 over the gold's types, and how well NONE is told."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    of_gold, of_found = Counter(gold), Counter(found)
    f1 = [2 * right[kind] / (of_gold[kind] + of_found[kind]) for kind in of_gold]
    return {
        "accuracy": round(sum(right.values()) / max(1, len(gold)), 4),
        "macro_f1": round(sum(f1) / max(1, len(f1)), 4),
        "none_precision": round(right[NOTHING] / max(1, of_found[NOTHING]), 4),
        "none_recall": round(right[NOTHING] / max(1, of_gold[NOTHING]), 4),
        "n": len(gold),
    }


def count_confusions(gold: Sequence[str], found: Sequence[str]) -> list[tuple[tuple[str, str], int]]:
    """Return the most frequent pairs of a gold type and another that was given for it."""
    pairs = Counter(pair for pair in zip(gold, found, strict=True) if pair[0] != pair[1])
    return pairs.most_common(MOST_CONFUSIONS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=CASES)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    decision = load_pair_decision()
    if decision is None:
        raise SystemExit("the pair decision has no weights: see train/")
    rows = read_rows(options.data)
    given = decide(rows, decision)
    if options.predictions:
        lines = (
            json.dumps({"row": i, "type": kind, "share": round(share, 4)}) for i, (kind, share) in enumerate(given)
        )
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    gold, found = [row["gold_root"] for row in rows], [kind for kind, _ in given]
    if options.misses:
        for (was, said), count in count_confusions(gold, found):
            print(f"{count:4d}  {was} taken for {said}")
    print(json.dumps(figures(gold, found)))


if __name__ == "__main__":
    main()
