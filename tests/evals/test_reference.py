"""Floors of the accuracy of reference on the cases written for the project."""

from __future__ import annotations

from dragoman.read.parse import load_parser
from dragoman.world import load_world
from tests.evals.programs import load_program

FLOOR = 0.96  # of the marks of cases.jsonl; measured .971 on 2026-11-22


def test_cases_stay_above_their_floor() -> None:
    """Names, descriptions and pronouns of the written cases name the right actors as often as pinned."""
    world = load_world()
    right, total, wrong = load_program("reference", "cases").score_cases(
        load_parser(whole_words=world.whole_words()), world
    )
    assert total >= 250
    assert right / total >= FLOOR, "\n".join(wrong)
