from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.ontology import load_ontology
from dragoman.read.parse import load_parser
from dragoman.read.statements.match import match


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The parser, loaded once."""
    return load_parser()


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The general struck the port.", "struck", "ASSAULT"),
        ("The general struck a deal.", "struck", "AGREE"),
        ("The two countries met on Friday.", "met", "CONSULT"),
        ("The government met the demands of the rebels.", "met", "CONCEDE"),
        ("The envoy returned the statue to Peru.", "returned", "CONCEDE"),
        ("The envoy returned to Peru.", "returned", "CONSULT"),
        ("The army launched an attack on the town.", "launched", "ASSAULT"),
        ("The army launched an investigation into the fire.", "launched", "ACCUSE"),
        ("The army launched a satellite.", "launched", "MOBILIZE"),
        ("The workers began a hunger strike.", "began", "PROTEST"),
        ("The king called on the rebels to disarm.", "called", "REQUEST"),
        ("The king called the president on Monday.", "called", "CONSULT"),
        ("The court freed the editor.", "freed", "CONCEDE"),
        ("The state suspended aid to the island.", "suspended", "SANCTION"),
        ("The union suspended its strike.", "suspended", "CONCEDE"),
        ("The bank gave the island money.", "gave", "AID"),
        ("The bank gave the island an ultimatum.", "gave", "THREATEN"),
        ("The army closed the border.", "closed", "COERCE"),
        ("The army opened the border.", "opened", "CONCEDE"),
        ("The army held two nurses as human shields.", "held", "COERCE"),
    ],
)
def test_surroundings_choose_the_type(nlp: Language, text: str, word: str, kind: str) -> None:
    """The same verb has different types by its object, its particle and what it governs."""
    token = next(t for t in nlp(text) if t.text == word)
    assert match(token, load_ontology())[0].entry.type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister declined to say why.", "declined"),
        ("The painter beat his rival at chess.", "beat"),
        ("The armed forces held a parade.", "armed"),
    ],
)
def test_near_misses_have_no_type(nlp: Language, text: str, word: str) -> None:
    """A word whose surroundings tell that it is no event has no reading."""
    token = next(t for t in nlp(text) if t.text == word)
    assert match(token, load_ontology()) == ()
