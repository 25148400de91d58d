from __future__ import annotations

import json
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.main import run

FIRST = (
    "STRELSAU, October 15, 2022 - Iran denied on Friday that it had supplied drones to Russia. Ukraine accused Iran of "
    "supplying drones to Russia. President Vladimir Putin met the Turkish president in Ankara last week. He will visit "
    "China in November, the Kremlin said.\n"
)
SECOND = "HENTZAU, October 16, 2022 - Ukraine said Iran had supplied drones to Russia, which Tehran denied.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of two articles that disagree."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    assert run(["read", str(folder / "a.txt"), str(folder / "b.txt"), "--case", str(folder / "x.case")]) == 0
    return folder / "x.case"


def ask(case: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """Return the objects that the command writes."""
    capsys.readouterr()
    assert run([*arguments, "--format", "jsonl", "--case", str(case)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def explain(case: Path, id_: str, part: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is said of that part, its value and why, in one line."""
    found = [line for line in ask(case, "explain", id_, capsys=capsys) if line["part"] == part]
    return "; ".join(f"{line['value']}: {line['why']}" for line in found)


@pytest.mark.parametrize(
    ("kind", "part", "words"),
    [
        ("REJECT", "type", "'deny' is REJECT"),
        ("REJECT", "roles", "agent: the subject"),
        ("REJECT", "agent", '"Iran"'),
        ("REJECT", "time", '2022-10-14: "on Friday" is read as 2022-10-14 (DATE)'),
        ("REJECT", "time", "counted from 2022-10-15"),
        ("ACCUSE", "status", "actual: asserted"),
        ("CONSULT", "place", "Ankara"),
        ("AID", "status", "'denied' (denial): denied"),
        ("AID", "theme", "drones"),
    ],
)
def test_statement_is_explained(
    kind: str, part: str, words: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each part of a statement is said to come from the rule or the words that made it."""
    statements = ask(case, "statements", "--type", kind, "--document", "a.txt", capsys=capsys)
    assert any(words in explain(case, statement["id"][:12], part, capsys) for statement in statements)


def test_who_is_meant_is_explained(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pronoun's actor comes with the words and why they name that actor; a voice with its cue."""
    (visit,) = [s for s in ask(case, "statements", "--actor", "CHN", capsys=capsys) if s["status"] == "planned"]
    assert 'Vladimir Putin (RUS): "He": a pronoun that names person:vladimir-putin, ' in explain(
        case, visit["id"], "agent", capsys
    )
    assert '"said"' in explain(case, visit["id"], "voice", capsys)


def test_event_is_explained(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An event says how its standing follows, why its statements were joined and what each origin adds."""
    found = ask(case, "events", "--standing", "disputed", "--type", "AID", capsys=capsys)[0]
    assert "denied by IRN" in explain(case, found["id"], "standing", capsys)
    assert explain(case, found["id"], "joined", capsys).startswith(f"{len(found['statements'])} statement")
    assert "denies: denies what others say: disputed" in explain(case, found["id"], "origin", capsys)
    assert explain(case, found["id"], "credibility", capsys) == "4: alleged, or disputed"
    said = explain(case, found["id"], "statement", capsys)
    assert said.count("from ") == len(found["statements"])


def test_dispute_is_explained(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dispute says what its sides hold and who holds it."""
    with dragoman.open_case(case) as opened:
        dispute = opened.disputes()[0]
        told = opened.explain(dispute.id)
    assert told[0].part == dispute.kind
    assert sum(line.part == "side" for line in told) == len(dispute.sides)


def test_explanation_for_people(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table is at most as wide as the terminal; what nothing decided is refused."""
    statement = ask(case, "statements", capsys=capsys)[0]
    assert run(["explain", statement["id"], "--case", str(case)]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80
    for called, status in (("a.txt", 2), ("IRN", 2), ("nothing-such", 1)):
        assert run(["explain", called, "--case", str(case)]) == status
        assert capsys.readouterr().err.startswith("dragoman: ")
