from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.ontology import load_ontology
from dragoman.read.parse import load_parser
from dragoman.read.statements.match import find_triggers


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The parser, loaded once."""
    return load_parser()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Norway beat Peru in the semi-final of the handball tournament. The coach said his team had fought well.",
            "beat",
        ),
        (
            "Norway beat Peru in the semi-final of the handball tournament. The coach said his team had fought well.",
            "fought",
        ),
        ("Investors sold stocks and the share index retreated from its high, dealers said.", "retreated"),
        ("A ferry capsized in a storm near Oslo and nine people were killed.", "killed"),
        ("An earthquake hit Peru at dawn.", "hit"),
        ("The virus has killed forty people in Chile.", "killed"),
    ],
)
def test_settings_empty_words_of_force(nlp: Language, text: str, word: str) -> None:
    """In reports of sport, markets and accidents words of force carry no event."""
    found = [t.token.text for readings in find_triggers(nlp(text), load_ontology()) for t in readings]
    assert word not in found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen killed nine people at the football stadium before the tournament.", "killed"),
        ("The ferry sank after rebels fired a rocket at it, and nine people were killed.", "killed"),
        ("Peru attacked the port. The price of oil rose.", "attacked"),
        ("The football federation condemned Peru.", "condemned"),
    ],
)
def test_violence_and_politics_stand_in_any_setting(nlp: Language, text: str, word: str) -> None:
    """An attack at a match is an attack, and what no setting bars is read."""
    found = [t.token.text for readings in find_triggers(nlp(text), load_ontology()) for t in readings]
    assert word in found
