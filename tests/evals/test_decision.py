"""Floor of the accuracy of the trained decision on the cases written for the project."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest

from dragoman.read.decide import NOTHING
from dragoman.read.decide.pairs import Pair, load_pair_decision
from tests.evals.programs import load_program

FLOOR = 0.74


@pytest.fixture(scope="module")
def run() -> ModuleType:
    """Return the eval's program."""
    return load_program("decision")


def test_cases_stay_above_their_floor(run: ModuleType) -> None:
    """The decision gives the written cases their types as often as pinned."""
    decision = load_pair_decision()
    if decision is None:
        pytest.skip("no weights of the pair decision are shipped")
    rows = run.read_rows(run.CASES)
    given = run.decide(rows, decision)
    pairs = list(zip(rows, given, strict=True))
    wrong = [f"{r['gold_root']} has {kind}: {r['marked_sentence']}" for r, (kind, _) in pairs if kind != r["gold_root"]]
    found = run.figures([row["gold_root"] for row in rows], [kind for kind, _ in given])
    assert found["accuracy"] >= FLOOR, "\n".join(wrong)


def test_every_type_has_ten_cases(run: ModuleType) -> None:
    """Each of the 16 types has ten cases, NONE twenty, and no sentence stands twice."""
    rows = run.read_rows(run.CASES)
    kinds = Counter(row["gold_root"] for row in rows)
    assert len(kinds) == 17
    assert min(kinds.values()) >= 10
    assert kinds[NOTHING] >= 20
    assert len({row["marked_sentence"] for row in rows}) == len(rows)


def test_marks_become_spans(run: ModuleType) -> None:
    """The marks are taken out and leave the spans that they were around, whichever stands first."""
    assert run.unmark("<t>Oslo</t> was shelled by <s>Rome</s>.") == Pair("Oslo was shelled by Rome.", (20, 24), (0, 4))
    assert all(run.unmark(row["marked_sentence"]) for row in run.read_rows(run.CASES))
    with pytest.raises(ValueError, match="one <s> and one <t>"):
        run.unmark("<s>Oslo</s> stands alone.")


def test_figures_tell_none_apart(run: ModuleType) -> None:
    """NONE has a precision and a recall of its own, and macro F1 is over the gold's types."""
    gold, found = ["AID", "AID", "NONE", "NONE"], ["AID", "NONE", "NONE", "ASSAULT"]
    assert run.figures(gold, found) == {
        "accuracy": 0.5,
        "macro_f1": 0.5833,
        "none_precision": 0.5,
        "none_recall": 0.5,
        "n": 4,
    }
    assert run.count_confusions(gold, found) == [(("AID", "NONE"), 1), (("NONE", "ASSAULT"), 1)]
