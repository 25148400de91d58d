"""Floors of the accuracy of attributions on the cases written for the project."""

from __future__ import annotations

from dragoman.read.parse import load_parser
from tests.evals.programs import load_program

# F1 of cues, of cues with their source, of cues with their content; measured .98, .97, .96 on 2026-11-22.
CUE_FLOOR, SOURCE_FLOOR, CONTENT_FLOOR = 0.96, 0.95, 0.94


def test_cases_stay_above_their_floors() -> None:
    """Cues, sources and contents of the written cases stay above the pinned floors."""
    cases = load_program("polnear", "cases")
    assert len(cases.CASES.read_text(encoding="utf-8").splitlines()) >= 150
    scores, wrong = cases.score_cases(load_parser())
    report = "\n".join(wrong)
    assert scores.cue_f1 >= CUE_FLOOR, report
    assert scores.source_f1 >= SOURCE_FLOOR, report
    assert scores.content_f1 >= CONTENT_FLOOR, report
