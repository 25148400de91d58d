"""Measure the reading of clauses: python evals/clauses/run.py [--data DIR] [--misses] [--predictions FILE].

DIR holds files of JSON lines with `text` and `clauses` (kind, modality, bearers, act, to, trigger, unless); by default
the cases beside this program. A clause is found when one of the same modality is read whose act shares a word of
content with the gold's; of those found, `bearers`, `to`, `kind`, `trigger` and `unless` are each right or wrong. The
last line is one JSON object of figures, those of `unseen.jsonl` apart (keys that begin with unseen_). With --misses
what was missed, and what was read beside the gold, is printed; `unseen.jsonl` is left out there.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dragoman import read_text
from dragoman.model import Clause

HERE = Path(__file__).parent
UNSEEN = "unseen"
FIELDS = ("kind", "bearers", "to", "trigger", "unless")
EMPTY = frozenset("a an the to of in on for by its their and or from with at any all one".split())
Row = Mapping[str, Any]


def read_rows(folder: Path) -> dict[str, list[Row]]:
    """Return the rows of each file of JSON lines by the file's name."""
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        for path in sorted(folder.glob("*.jsonl"))
    }


def content(text: str | None) -> frozenset[str]:
    """Return the words of a text that say something, in lower case."""
    return frozenset(re.findall(r"[a-z0-9]+", (text or "").lower())) - EMPTY


def to_row(clause: Clause) -> dict[str, Any]:
    """Return what is compared of a clause, in the form of the gold."""
    return {
        "kind": clause.instrument.value,
        "modality": clause.modality.value,
        "bearers": [ref.code for ref in clause.bearers],
        "act": clause.act,
        "to": "each other" if clause.each_other else [ref.code for ref in clause.beneficiaries],
        "trigger": clause.trigger.text if clause.trigger else None,
        "unless": "; ".join(exception.text for exception in clause.exceptions) or None,
    }


def pair(gold: Iterable[Row], found: list[dict[str, Any]]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Return the pairs of gold and found, what was missed, and what was found beside the gold."""
    left, pairs, missed = list(found), [], []
    for row in gold:
        fit = [f for f in left if f["modality"] == row["modality"] and content(f["act"]) & content(row["act"])]
        best = max(fit, key=lambda f: len(content(f["act"]) & content(row["act"])), default=None)
        if best is None:
            missed.append(row)
        else:
            pairs.append((row, best))
            left.remove(best)
    return pairs, missed, left


def agrees(field: str, gold: Row, found: Row) -> bool:
    """Say whether a field is right: the same actors or kind; of conditions, that the words overlap."""
    if field in ("trigger", "unless"):
        return (gold[field] is None) == (found[field] is None) and (
            gold[field] is None or bool(content(gold[field]) & content(found[field]))
        )
    if field in ("bearers", "to") and "each other" not in (gold[field], found[field]):
        return set(gold[field]) == set(found[field])
    return bool(gold[field] == found[field])


def measure(rows: Iterable[Row], *, shows: bool = False, written: list[str] | None = None) -> Counter[str]:
    """Return counts of gold, found and paired clauses, and of right fields."""
    counts: Counter[str] = Counter()
    for row in rows:
        found = [to_row(clause) for clause in read_text(row["text"]).clauses]
        if written is not None:
            written.append(json.dumps({"text": row["text"], "clauses": found}, ensure_ascii=False))
        pairs, missed, beside = pair(row["clauses"], found)
        counts.update(n=1, gold=len(row["clauses"]), found=len(found), paired=len(pairs))
        for gold, one in pairs:
            wrong = [field for field in FIELDS if not agrees(field, gold, one)]
            counts.update(f"right_{field}" for field in FIELDS if field not in wrong)
            if shows and wrong:
                print(f"WRONG {wrong}: {row['text']}\n    gold  {gold}\n    found {one}")
        if shows and (missed or beside):
            print(f"MISSED {missed}\nBESIDE {beside}\n    {row['text']}")
    return counts


def figures(counts: Mapping[str, int], prefix: str = "") -> dict[str, float]:
    """Return precision, recall and F1 of the clauses, and the share of right fields among those found."""
    paired = counts.get("paired", 0)
    precision, recall = paired / max(1, counts.get("found", 0)), paired / max(1, counts.get("gold", 0))
    rates = {"precision": precision, "recall": recall, "f1": 2 * paired / max(1, counts["found"] + counts["gold"])}
    rates |= {field: counts.get(f"right_{field}", 0) / max(1, paired) for field in FIELDS}
    return {f"{prefix}{name}": round(rate, 4) for name, rate in rates.items()} | {f"{prefix}n": counts["n"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    result: dict[str, float] = {}
    written: list[str] = []
    seen: Counter[str] = Counter()
    for name, rows in read_rows(options.data).items():
        if name == UNSEEN and options.misses:
            continue
        counts = measure(rows, shows=options.misses, written=written)
        if name == UNSEEN:
            result |= figures(counts, f"{UNSEEN}_")
        else:
            seen += counts
    if options.predictions:
        options.predictions.write_text("\n".join([*written, ""]), encoding="utf-8")
    print(json.dumps((figures(seen) if seen else {}) | result))


if __name__ == "__main__":
    main()
