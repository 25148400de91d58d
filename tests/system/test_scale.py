from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology import load_ontology
from dragoman.system import build_system, load_scale
from tests.system.builders import NEWS, event, statement_of


def test_every_type_and_mode_has_a_value() -> None:
    """The program's scale gives each type and mode of the vocabulary a value from -10 to 10, and nothing else."""
    ontology, values = load_ontology(), load_scale().values
    assert set(values) == {(kind, None) for kind in ontology.types} | set(ontology.modes)
    assert all(-10 <= value <= 10 for value in values.values())


@pytest.mark.parametrize(
    ("friendlier", "than"),
    [
        (("AID", None), ("SUPPORT", None)),
        (("AGREE", "pact"), ("CONSULT", "visit")),
        (("CONSULT", None), ("REQUEST", None)),
        (("ACCUSE", None), ("THREATEN", None)),
        (("SANCTION", None), ("ASSAULT", None)),
        (("ASSAULT", None), ("ASSAULT", "massacre")),
    ],
)
def test_order(friendlier: tuple[str, str | None], than: tuple[str, str | None]) -> None:
    """Deeds weigh more than words, on either side of nothing."""
    assert load_scale().value(*friendlier) > load_scale().value(*than)


def test_own_values(tmp_path: Path) -> None:
    """A file of one's own replaces what it names, and ties are built by it; other values stay."""
    own = tmp_path / "own.yaml"
    own.write_text("AID: 2\nagree pact: 9.5  # in either case\n", "utf-8")
    scale = load_scale(own)
    assert (scale.value("AID", None), scale.value("AGREE", "pact"), scale.value("AGREE", None)) == (2, 9.5, 3)
    gift = event("IRN AID RUS", "2024-06-30")
    assert build_system([gift], [statement_of(gift)], [NEWS], scale=scale).ties[0].events[0].weight == 2


def test_hostile_value_of_a_friendly_kind(tmp_path: Path) -> None:
    """An event whose value goes against its kind adds nothing to the tie."""
    own = tmp_path / "own.yaml"
    own.write_text("AID: -2\n", "utf-8")
    gift = event("IRN AID RUS")
    assert build_system([gift], [statement_of(gift)], [NEWS], scale=load_scale(own)).ties == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("AGREE: 3\nAGRE: 2\n", "own.yaml, line 2: there is no type AGRE"),
        ("ASSAULT punch: -2\n", "own.yaml, line 1: ASSAULT has no mode punch; it has beating"),
        ("WANT x: 2\n", "own.yaml, line 1: WANT has no mode x"),
        ("\nAID: 11\n", "own.yaml, line 2: the value of AID is no number from -10 to 10 (11.0)"),
        ("AID: much\n", "the value of AID is no number from -10 to 10 (much)"),
        ("AID: [1]\n", "the value of AID is no number from -10 to 10 (a list)"),
        ("AID: nan\n", "the value of AID is no number from -10 to 10"),
        ("AID: 1\nWANT: 0\nAID: 2\n", "own.yaml, line 3: AID has a value in line 1 already"),
        ("- AID\n", "own.yaml: wants lines such as 'AGREE: 3'"),
        ("AID: [\n", "own.yaml: can't be read"),
    ],
)
def test_bad_values(content: str, message: str, tmp_path: Path) -> None:
    """What is wrong in a file of one's own is told with its line."""
    own = tmp_path / "own.yaml"
    own.write_text(content, "utf-8")
    with pytest.raises(DataError) as raised:
        load_scale(own)
    assert message in str(raised.value)
