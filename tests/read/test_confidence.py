from __future__ import annotations

from datetime import date

import pytest

from dragoman.model import Document, Statement
from dragoman.read.confidence import LEAST, MOST, load_weights, probability
from dragoman.read.reader import Reader

READER = Reader()


def read(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text."""
    document = Document(id="t", name="t", uri="t", text=text, published=date(2022, 3, 1))
    return READER.read(document).statements


@pytest.mark.parametrize(
    ("features", "weights", "share"),
    [
        ({"constant": 1.0}, {"constant": 0.0}, 0.5),
        ({"constant": 1.0, "a pronoun": 1.0}, {"constant": 1.0, "a pronoun": -1.0}, 0.5),
        ({"constant": 1.0, "never seen": 1.0}, {"constant": 0.0}, 0.5),
        ({"constant": 1.0}, {"constant": 90.0}, MOST),
        ({"constant": 1.0}, {"constant": -90.0}, LEAST),
    ],
)
def test_features_add_up(features: dict[str, float], weights: dict[str, float], share: float) -> None:
    """The weights of what is seen add up to log odds; what has no weight doesn't count; nothing is certain."""
    assert probability(features, weights) == share


def test_weights_are_there() -> None:
    """The shipped weights have a constant and name features as reading does."""
    weights = load_weights()
    assert "constant" in weights
    assert all(name == name.strip() for name in weights)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Chile accused Norway of spying.", "Mirko Vornyk accused Norway of spying."),
        ("Norway met Chile. Norway condemned Chile.", "Norway met Chile. It condemned them."),
    ],
)
def test_what_is_plain_is_surer(surer: str, less_sure: str) -> None:
    """Named and known actors make a statement more likely right than pronouns and strangers do."""
    first, second = read(surer)[-1], read(less_sure)[-1]
    assert LEAST <= second.confidence < first.confidence <= MOST


def test_the_same_text_is_as_sure_each_time() -> None:
    """Reading twice gives the same probabilities."""
    text = "Norway recalled its ambassador from Chile on Monday after Chile expelled two diplomats."
    assert [s.confidence for s in read(text)] == [s.confidence for s in read(text)]
