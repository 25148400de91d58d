"""Fit the confidence to judged statements: `python train/calibrate.py [--to FILE]`.

Reads `train/judged.jsonl`: a line a statement with its features (dragoman.read.confidence) and whether type, actors,
status and voices were found right. Fits a logistic regression with an L2 penalty by Newton's method, and writes the
weights. `evals/confidence` cross-validates it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
JUDGED = HERE / "judged.jsonl"
WEIGHTS = HERE.parent / "src" / "dragoman" / "read" / "confidence.yaml"
PARTS = ("type", "actors", "status", "voice")
PENALTY = 10.0  # of each weight but the constant's: cross-validated; a few hundred statements can't bear more freedom
LEAST_SEEN = 8  # a feature that fewer statements show gets no weight
STEPS = 50


def read_judged(path: Path = JUDGED) -> list[dict]:
    """Return the judged statements."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_right(row: dict) -> bool:
    """Say whether all parts were found right."""
    return all(row[part] for part in PARTS)


def fit(rows: Sequence[dict]) -> dict[str, float]:
    """Return the weight of each feature that is seen often enough."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in row["features"]:
            counts[name] = counts.get(name, 0) + 1
    names = ["constant", *sorted(n for n, c in counts.items() if c >= LEAST_SEEN and n != "constant")]
    x = np.array([[row["features"].get(name, 0.0) for name in names] for row in rows])
    y = np.array([float(is_right(row)) for row in rows])
    penalty = np.diag([1e-3, *[PENALTY] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty @ weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    rows = read_judged()
    weights = fit(rows)
    head = (
        "# What speaks for a statement's being right, as weights of a logistic regression: the features are named in\n"
        f"# confidence.py. Made by train/calibrate.py from {len(rows)} judged statements; not to be edited.\n"
    )
    lines = [f"{name}: {weight}\n" for name, weight in weights.items()]
    options.to.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
