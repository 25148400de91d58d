"""Floor of the accuracy of types of given pairs on the cases written for the project."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from dragoman.read.reader import Reader

FOLDER = Path(__file__).parents[2] / "evals" / "plover_pairs"
FLOOR = 0.95  # measured 1.00 on 2026-11-22


def test_cases_stay_above_their_floor() -> None:
    """Types of the pairs in the written cases stay above the pinned floor."""
    spec = importlib.util.spec_from_file_location("plover_pairs_run", FOLDER / "run.py")
    assert spec is not None and spec.loader is not None
    run = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = run
    spec.loader.exec_module(run)
    rows = list(run.read_rows(FOLDER / "cases.jsonl"))
    reader = Reader()
    found = [run.predict(row, reader) for row in rows]
    wrong = [f"{row['marked_sentence']} has {kind}" for row, kind in zip(rows, found, strict=True)]
    assert len(rows) >= 30
    assert run.figures([row["gold_root"] for row in rows], found)["accuracy"] >= FLOOR, "\n".join(wrong)
