from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.ontology.check import check_ontology


def test_shipped_vocabulary_is_sound() -> None:
    """The linter finds nothing in the vocabulary that is shipped."""
    assert check_ontology() == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{verbs: "Maraud", frame: act}', "not in lower case"),
        ('{verbs: "maraud, maraud", frame: act}', "stands 2 times"),
        ('{verbs: "maraud", frame: act, mode: piracy}', "not in modes.yaml"),
        ('{verbs: "maraud", frame: act, theme: "spices"}', "theme has no 'spices'"),
        ('{verbs: "maraud", frame: act, needs: "victim"}', "needs has no 'victim'"),
        ('{verbs: "maraud", frame: act, object: "@gerund"}', "is no condition"),
        ('{verbs: "maraud", frame: acting}', "unknown frame 'acting'"),
        ('{verbs: "maraud", fame: act}', "unknown key 'fame'"),
        ("{frame: act}", "names no words"),
        ('{verbs: "", nouns: " , "}', "names no words"),
        ("{verbs: maraud, status: maybe}", "unknown status 'maybe'; known are actual"),
        ("{verbs: 5}", "verbs is no text"),
        ("{verbs: maraud, type: RAID}", "unknown type 'RAID'"),
        ("maraud", "wants a mapping"),
    ],
)
def test_each_mistake_of_a_user_has_its_message(tmp_path: Path, row: str, message: str) -> None:
    """A user's file with one mistake gives one message that names the file and the mistake."""
    path = tmp_path / "own.yaml"
    path.write_text(f"type: ASSAULT\nentries:\n  - {row}\n", encoding="utf-8")
    found = check_ontology([path])
    assert len(found) == 1
    assert found[0].startswith("own.yaml: entry 1 (line 3): ")
    assert message in found[0]


def test_same_word_under_same_conditions_is_doubled(tmp_path: Path) -> None:
    """A word that a file gives twice under the same conditions is reported, under different ones not."""
    rows = '- {verbs: "maraud", frame: act}\n  - {verbs: "maraud", frame: seize}\n  - {verbs: "maraud", object: "town"}'
    path = tmp_path / "own.yaml"
    path.write_text(f"type: ASSAULT\nentries:\n  {rows}\n", encoding="utf-8")
    assert check_ontology([path]) == [
        "own.yaml: entry 2 (line 4): 'maraud' stands in own.yaml: entry 1 (line 3) with the same conditions"
    ]


def test_all_bad_entries_are_named(tmp_path: Path) -> None:
    """Every bad entry of every file is named, whether the reader or the check refuses it; good ones are not."""
    own, other = tmp_path / "own.yaml", tmp_path / "other.yaml"
    own.write_text("entries:\n- {verbs: maraud}\n- {verbs: ravage, type: ASSAULT}\n- {nouns: '', type: }\n", "utf-8")
    other.write_text("type: AID\nentries:\n- {verbs: convoy, frame: giv}\n- {verbs: Wheel}\n", "utf-8")
    found = check_ontology([own, other])
    assert [line.partition(" (")[0] for line in found] == [
        "own.yaml: entry 1",
        "own.yaml: entry 3",
        "other.yaml: entry 1",
        "other.yaml: entry 2",
    ]
    assert "has no type" in found[0]
