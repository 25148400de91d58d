"""Floors of clauses on the cases written for the project."""

from __future__ import annotations

from tests.evals.programs import EVALS, load_program

# On the half that the rules were mended on; measured 1.00, .97 and .97 on 2026-11-22.
PRECISION_FLOOR, RECALL_FLOOR, FIELDS_FLOOR = 0.95, 0.93, 0.90


def test_cases_stay_above_their_floors() -> None:
    """Clauses of pacts, resolutions, sanctions and threats are found, with who, whom, when and unless what."""
    program = load_program("clauses")
    rows = program.read_rows(EVALS / "clauses")["cases"]
    figures = program.figures(program.measure(rows))
    assert figures["n"] >= 30
    assert figures["precision"] >= PRECISION_FLOOR
    assert figures["recall"] >= RECALL_FLOOR
    assert min(figures[field] for field in program.FIELDS) >= FIELDS_FLOOR


def test_there_are_sixty_clauses_and_half_are_kept_unseen() -> None:
    """The halves are of one size."""
    rows = load_program("clauses").read_rows(EVALS / "clauses")
    assert sum(len(row["clauses"]) for half in rows.values() for row in half) >= 59
    assert abs(len(rows["cases"]) - len(rows["unseen"])) <= 1
