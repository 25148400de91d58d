"""Floors of the accuracy of statements on the cases written for the project."""

from __future__ import annotations

from dragoman.read.reader import Reader
from tests.evals.programs import load_program

WHOLE_FLOOR = 0.9  # share of the wanted statements read whole


def test_cases_stay_above_their_floor() -> None:
    """Type, actors, status and voice of the statements in the written cases stay above the pinned floor."""
    scored = load_program("seeds", "cases").score_cases(Reader())
    assert scored.n >= 40
    assert scored.whole >= WHOLE_FLOOR, "\n".join(scored.wrong)


def test_scorer_pools_mutual_types_and_counts_core_double() -> None:
    """The scorer matches one to one by span and type, pools the sides of mutual types, and doubles core records."""
    text = "A and B met. C gave D food."
    gold = [
        {"types": ["CONSULT"], "agents": [["A"], ["B"]], "targets": [], "status": ["actual"], "voice": [""]},
        {"types": ["AID"], "agents": [["C"]], "targets": [["D"]], "status": ["actual"], "voice": [""]},
    ]
    places = [(0, 11, True), (13, 26, False)]
    records = [{**g, "start": s, "end": e, "core": c} for g, (s, e, c) in zip(gold, places, strict=True)]
    meeting = {
        "type": "CONSULT",
        "agents": [{"code": "A"}],
        "targets": [{"code": "B"}],
        "status": "actual",
        "voices": [],
    }
    found = [{**meeting, "evidence": {"quote": "A and B met"}}]
    figures = load_program("seeds", "score").score([(text, records, found)])
    assert (figures["found"], figures["whole"], figures["precision"]) == (0.667, 0.667, 1.0)
    assert figures["unfaithful"] == 0
