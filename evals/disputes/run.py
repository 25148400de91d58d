"""Measure disputes on cases with marked events: python evals/disputes/run.py --data DIR [--predictions FILE].

`precision` and `recall` are end to end, reading included; `handmade_*` weigh the same statements made by hand, so that
errors of reading and of weighing are told apart. FILE gets what was found for each case.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "same_event"))
from marked import Case, Mark, is_at, load_cases

from dragoman.model import Dispute, Statement
from dragoman.pipeline import load_reader, read_document
from dragoman.settings import load_settings
from dragoman.weigh import weigh


@dataclass(slots=True)
class Tally:
    """Disputes right, found and expected, by kind; `errors` says in words what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, case: Case, disputes: Sequence[Dispute], statements: Sequence[Statement]) -> None:
        """Match the disputes found in a case with those expected, each once."""
        marks = {s.id: events_at(s, case.marks) for s in statements}
        left = list(case.disputes)
        self.gold.update(kind for kind, _ in left)
        for dispute in disputes:
            kind = dispute.kind.value
            events = {e for side in dispute.sides for s in side.statements for e in marks[s]}
            self.found[kind] += 1
            match = next((row for row in left if row[0] == kind and row[1] & events), None)
            if match:
                left.remove(match)
                self.right[kind] += 1
            else:
                self.errors.append(f"{case.name}: too many: {kind}: {dispute.what}")
        self.errors.extend(f"{case.name}: missed: {kind} {' '.join(sorted(events))}" for kind, events in left)

    def figures(self) -> dict[str, Any]:
        right, found, gold = (sum(c.values()) for c in (self.right, self.found, self.gold))
        return {"precision": round(right / max(1, found), 3), "recall": round(right / max(1, gold), 3)}


def events_at(statement: Statement, marks: Sequence[Mark]) -> set[str]:
    return {mark.event for mark in marks if is_at(mark, statement)}


def measure(cases: Sequence[Case]) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return the figures, what went wrong in words, and a JSON line for each case."""
    reader = load_reader(load_settings())
    whole, handmade, lines = Tally(), Tally(), []
    for case in cases:
        made = [mark.statement for mark in case.marks]
        handmade.add(case, weigh(made, case.documents).disputes, made)
        read = [s for document in case.documents for s in read_document(document, reader).statements]
        disputes = weigh(read, case.documents).disputes
        whole.add(case, disputes, read)
        found = [{"kind": d.kind.value, "what": d.what, "sides": [s.claim for s in d.sides]} for d in disputes]
        lines.append(json.dumps({"case": case.name, "disputes": found}, ensure_ascii=False))
    errors = [f"{name}: {e}" for name, tally in (("read", whole), ("made by hand", handmade)) for e in tally.errors]
    by_kind = {k: f"{whole.right[k]} of {whole.found[k]} found, {n} expected" for k, n in sorted(whole.gold.items())}
    by_hand = {f"handmade_{key}": value for key, value in handmade.figures().items()}
    return {**whole.figures(), **by_hand, "by_kind": by_kind, "n": len(cases)}, errors, lines


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args(arguments)
    figures, errors, lines = measure(load_cases(options.data))
    if options.predictions:
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(errors))
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
