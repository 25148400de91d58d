"""The floor of the confidence: its probabilities hold on judged statements that their weights haven't seen."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from tests.evals.programs import load_program

MOST_ERROR = 0.06  # measured .047 on 2026-11-22, of which chance makes .054 at this size
LEAST_ABOVE = 0.56  # measured .589


@pytest.fixture(scope="module")
def run() -> ModuleType:
    """Return the eval's program."""
    return load_program("confidence")


def test_probabilities_hold(run: ModuleType) -> None:
    """Over ten bins the share right is the confidence, and the right are surer than the wrong."""
    rows = run.read_judged()
    found = run.figures(rows, run.crossed(rows))
    assert found["n"] >= 500
    assert found["ece"] <= MOST_ERROR
    assert found["auc"] >= LEAST_ABOVE
    assert found["brier"] < found["brier_constant"]


def test_figures_of_known_probabilities(run: ModuleType) -> None:
    """Exact probabilities have no error but chance's; the wrong way round they have much."""
    exact = [(0.25, i % 4 == 0) for i in range(400)] + [(0.75, i % 4 != 0) for i in range(400)]
    assert run.error(exact) < 0.06 < run.error([(1 - p, right) for p, right in exact])
    assert run.above(exact) > 0.6
    assert sum(size for _, _, size in run.bins_of(exact)) == len(exact)


def test_diagram_has_a_point_a_bin(run: ModuleType) -> None:
    """The diagram is one SVG with a point for each bin, within its frame."""
    drawn = run.diagram([(0.1, 0.2, 5), (0.9, 0.8, 5)])
    assert drawn.startswith("<svg") and drawn.count("<circle") == 2
    assert all(0 <= float(x) <= 320 for x in re.findall(r'c[xy]="([\d.]+)"', drawn))
