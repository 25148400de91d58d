"""Measure whether confidence is a probability: python evals/confidence/run.py [--data FILE] [--corpus C] [--svg FILE].

FILE holds judged statements (`train/judged.jsonl`): their features, and whether type, actors, status and voices were
judged right. The confidence of each is that of weights fitted to the other documents (ten folds); with --shipped that
of the weights in the package, for judgements that these haven't seen. --corpus keeps those of one corpus. Prints ten
equally filled bins and, as last line, one JSON object: expected calibration error (and what chance alone makes of it,
were the probabilities exact), Brier score (and that of always saying the share right), the chance that a right
statement has more confidence than a wrong one, and the shares right. --svg draws the reliability diagram.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from dragoman.read.confidence import load_weights, probability

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "train"))
from calibrate import JUDGED, PARTS, fit, is_right, read_judged  # noqa: E402

BINS, FOLDS = 10, 10
CHANCES, SEED = 400, 20261122


def crossed(rows: Sequence[dict]) -> list[tuple[float, bool]]:
    """Return the confidence of each statement by weights fitted to other documents, and whether it is right."""
    documents = sorted({row["document"] for row in rows})
    random.Random(SEED).shuffle(documents)
    fold = {name: number % FOLDS for number, name in enumerate(documents)}
    weights = {f: fit([row for row in rows if fold[row["document"]] != f]) for f in range(FOLDS)}
    return [(probability(row["features"], weights[fold[row["document"]]]), is_right(row)) for row in rows]


def shipped(rows: Sequence[dict]) -> list[tuple[float, bool]]:
    """Return the same by the weights in the package."""
    return [(probability(row["features"], load_weights()), is_right(row)) for row in rows]


def bins_of(pairs: Sequence[tuple[float, bool]], count: int = BINS) -> list[tuple[float, float, int]]:
    """Return mean confidence, share right and size of bins of as many statements each, the least confident first."""
    ordered = sorted(pairs, key=lambda pair: pair[0])  # ties stay as they came: by id
    cuts = [round(i * len(ordered) / count) for i in range(count + 1)]
    groups = [ordered[a:b] for a, b in pairwise(cuts) if b > a]
    return [(sum(p for p, _ in g) / len(g), sum(y for _, y in g) / len(g), len(g)) for g in groups]


def error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error (Naeini et al. 2015) over equally filled bins."""
    return sum(abs(p - y) * size for p, y, size in bins_of(pairs)) / max(1, len(pairs))


def error_of_chance(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the mean error that as many statements would show if each probability were exact."""
    chance = random.Random(SEED)
    drawn = (error([(p, chance.random() < p) for p, _ in pairs]) for _ in range(CHANCES))
    return sum(drawn) / CHANCES


def above(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return how often a right statement is surer than a wrong one, ties counting half."""
    right, wrong = ([p for p, y in pairs if y is side] for side in (True, False))
    won = sum((p > q) + (p == q) / 2 for p in right for q in wrong)
    return won / max(1, len(right) * len(wrong))


def figures(rows: Sequence[dict], pairs: Sequence[tuple[float, bool]]) -> dict[str, float]:
    n = max(1, len(pairs))
    base = sum(right for _, right in pairs) / n
    return {
        "ece": round(error(pairs), 4),
        "ece_of_chance": round(error_of_chance(pairs), 4),
        "brier": round(sum((p - y) ** 2 for p, y in pairs) / n, 4),
        "brier_constant": round(base * (1 - base), 4),
        "auc": round(above(pairs), 4),
        "right": round(base, 4),
        **{part: round(sum(row[part] for row in rows) / n, 4) for part in PARTS},
        "n": len(pairs),
    }


def diagram(bins: Sequence[tuple[float, float, int]], side: int = 320) -> str:
    """Return the reliability diagram as SVG: the share right over the mean confidence, with the diagonal."""
    margin, size = 46, side - 66

    def at(p: float, y: float) -> tuple[float, float]:
        return margin + p * size, 20 + (1 - y) * size

    def label(x: float, y: float, words: str, anchor: str = "middle", turn: str = "") -> str:
        return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"{turn}>{words}</text>'

    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    marks = [
        label(at(v, 0)[0], y0 + 15, f"{v:.1f}") + label(x0 - 6, at(0, v)[1] + 4, f"{v:.1f}", "end") for v in (0, 0.5, 1)
    ]
    points = [f'<circle cx="{at(p, y)[0]:.1f}" cy="{at(p, y)[1]:.1f}" r="4"/>' for p, y, _ in bins]
    middle = f' transform="rotate(-90 12 {(y0 + y1) / 2:.0f})"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}"',
            ' role="img" aria-label="Reliability diagram: share of statements right over confidence"',
            ' font-family="sans-serif" font-size="11">',
            f'<rect width="{side}" height="{side}" fill="#fff"/>',
            f'<path d="M{x0} {y0}H{x1}V{y1}H{x0}Z" fill="none" stroke="#999"/>',
            f'<path d="M{x0} {y0}L{x1} {y1}" stroke="#999" stroke-dasharray="4 3"/>',
            f'<g fill="#1a5fb4">{"".join(points)}</g>',
            f'<g fill="#333">{"".join(marks)}',
            label((x0 + x1) / 2, side - 8, "confidence"),
            label(12, (y0 + y1) / 2, "share found right", turn=middle) + "</g>",
            "</svg>\n",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=JUDGED)
    parser.add_argument("--corpus")
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    rows = read_judged(options.data)
    told = list(zip(rows, (shipped if options.shipped else crossed)(rows), strict=True))
    told = [(row, pair) for row, pair in told if options.corpus in (None, row["corpus"])]
    pairs = [pair for _, pair in told]
    for confidence, right, size in bins_of(pairs):
        print(f"{confidence:.2f}  {right:.2f}  {size}")
    if options.svg:
        options.svg.write_text(diagram(bins_of(pairs)), encoding="utf-8")
    print(json.dumps(figures([row for row, _ in told], pairs)))


if __name__ == "__main__":
    main()
