from __future__ import annotations

from pathlib import Path

from dragoman.ontology import load_ontology


def test_more_conditions_come_first() -> None:
    """Of a word's entries those with most conditions are tried first."""
    rows = load_ontology().entries_for("send", "verb")
    assert [row.conditions for row in rows] == sorted((row.conditions for row in rows), reverse=True)
    assert len({row.type for row in rows}) > 2


def test_users_words_take_precedence(tmp_path: Path) -> None:
    """A user's file adds words, and wins over the shipped ones under equal conditions."""
    path = tmp_path / "own.yaml"
    path.write_text('type: SUPPORT\nentries:\n  - {verbs: "bombard, lionize", frame: support}\n', encoding="utf-8")
    ontology = load_ontology((path,))
    assert ontology.entries_for("bombard", "verb")[0].type == "SUPPORT"
    assert [entry.type for entry in ontology.entries_for("lionize", "verb")] == ["SUPPORT"]


def test_rule_names_the_entry() -> None:
    """An entry's rule says which word means which type, for people to look it up."""
    entry = next(e for e in load_ontology().entries_for("crack", "verb") if e.particle == "down")
    assert entry.rule == "verb 'crack down' is COERCE (act)"
