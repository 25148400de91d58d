"""Floors of disputes on the cases written for the project, and on those that are held out."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from tests.evals.programs import EVALS, load_module, load_program

# folder: fewest cases, precision and recall end to end (reading included), and the lower of both of weighing alone;
# measured on 2026-11-22: 1.00, .837, 1.00 on the cases; 1.00, .667, .833 on those held out.
FLOORS = {"cases": (67, 0.95, 0.81, 0.97), "held": (18, 0.90, 0.58, 0.80)}


@pytest.fixture(scope="module")
def program() -> ModuleType:
    """Return the eval's program, which reads its cases as that of same_event does."""
    before = sys.modules.get("marked")
    load_module(EVALS / "same_event" / "marked.py", "marked")
    try:
        return load_program("disputes")
    finally:
        sys.modules.pop("marked")
        if before is not None:
            sys.modules["marked"] = before


@pytest.mark.parametrize("folder", list(FLOORS))
def test_cases_stay_above_their_floors(folder: str, program: ModuleType) -> None:
    """Disputes are found, near misses are none, and neither gets worse."""
    fewest, precision, recall, handmade = FLOORS[folder]
    figures, errors, _ = program.measure(program.load_cases(EVALS / "disputes" / folder))
    assert figures["n"] >= fewest
    assert figures["precision"] >= precision, errors
    assert figures["recall"] >= recall, errors
    assert min(figures["handmade_precision"], figures["handmade_recall"]) >= handmade, errors


def test_all_seven_kinds_are_among_the_cases(program: ModuleType) -> None:
    """Each kind of dispute has cases in both sets, and so have near misses."""
    for folder in FLOORS:
        cases = program.load_cases(EVALS / "disputes" / folder)
        kinds = {kind for case in cases for kind, _ in case.disputes}
        assert kinds == {"occurrence", "responsibility", "place", "date", "number", "object", "characterisation"}
        assert any(not case.disputes for case in cases)
