"""What a denial denies: classes of statements that look as if they contradicted each other, and do or don't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model import ActorRef, Statement
from tests.weigh.builders import kinds, told

DAY = {"when": "2024-06-09"}


def read_by(statement: Statement, *rules: str) -> Statement:
    """Return the statement as reading by these rules gives it."""
    return replace(statement, reasons=("'sent' is it (deed)", *rules))


def of_person(statement: Statement, name: str) -> Statement:
    """Return the statement with a person in the place of the doer."""
    (doer,) = statement.agents
    return replace(statement, agents=(ActorRef(code=doer.code, actor=f"person:{name}", name=name),))


def by_state(statement: Statement) -> Statement:
    """Return the statement in the voice of the state itself."""
    return replace(statement, voices=tuple(replace(v, actor=f"state:{v.code}") for v in statement.voices))


def strike(document: str = "a", **more: str) -> Statement:
    """Return what one says of an attack."""
    return told(document, "ASSAULT RUS UKR", **{"by": "UKR", "word": "struck", **DAY, **more})


def denial(document: str = "b", **more: str) -> Statement:
    """Return a denial of that attack."""
    return told(document, "ASSAULT RUS UKR", **{"by": "RUS", "word": "struck", "status": "denied", **DAY, **more})


CASES: list[tuple[str, list[Statement], bool]] = [
    ("plainly negated", [strike(), read_by(denial(), "'not': denied")], True),
    ("denied", [strike(), read_by(denial(force="denies"), "'denied' (denial): denied")], True),
    ("an allegation rejected", [strike(), read_by(denial(), "'charge' (allegation) rejected: denied")], True),
    (
        "a failure, where another says that it was done",
        [strike(), read_by(denial(), "'failing' (failed attempt): denied")],
        True,
    ),
    ("a plan ruled out", [strike(), read_by(denial(), "'ruled' (ruling out): denied")], False),
    ("not meant", [strike(), read_by(denial(), "'not': denied", "'plans to' (intention): denied")], False),
    ("would not", [strike(), read_by(denial(), "'not': denied", "'would': denied")], False),
    ("refused", [strike(), read_by(denial(), "'refused' (negative implicative): denied")], False),
    ("not ready to", [strike(word="ready"), denial(word="ready")], False),
    ("a possibility", [read_by(strike(status="possible"), "'might': possible"), denial()], False),
    ("an allegation", [read_by(strike(status="possible", force="alleges"), "'accused of': possible"), denial()], True),
    ("another person of the state", [of_person(strike(), "Lavrov"), of_person(denial(), "Shoigu")], False),
    ("the state, and a person of it", [strike(), of_person(denial(), "Shoigu")], True),
    (
        "what 'it' points back to",
        [strike(), read_by(denial("a", word="denied"), "'denied' points back to 'struck'")],
        True,
    ),
    (
        "what 'it' points back to is another thing",
        [strike(), read_by(denial("a", word="denied"), "'denied' points back to 'shot'")],
        False,
    ),
    (
        "a state beside its own speaker, in one report",
        [strike(by="Lavrov/RUS"), by_state(denial("a", by="RUS"))],
        False,
    ),
    ("two speakers of one state, in one report", [strike(by="Lavrov/RUS"), denial("a", by="Shoigu/RUS")], True),
]


@pytest.mark.parametrize(("statements", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_denial_contradicts_only_what_it_denies(statements: list[Statement], expected: bool) -> None:
    """It is disputed whether something was so only where one says so, and another that this very thing was not."""
    assert kinds(*statements) == (["occurrence"] if expected else [])
