"""Where an event takes place."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.model import Document, Place
from dragoman.read.parse import load_parser, parse
from dragoman.read.places import place_of
from dragoman.world import load_world


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Give the parser."""
    return load_parser()


def place_at(nlp: Language, text: str, word: str) -> Place | None:
    """Return the place of the event of that word."""
    doc = parse(Document(id="d", name="d", uri="d", text=text), nlp)
    return place_of(next(t for t in doc if t.text == word), load_world())


@pytest.mark.parametrize(
    ("text", "word", "name", "country"),
    [
        ("Last September, Kim met Putin in Vladivostok.", "met", "Vladivostok", "RUS"),
        ("Putin met Kim on Monday in Pyongyang, North Korea.", "met", "Pyongyang", "PRK"),
        ("The Helsinki summit ended without a deal.", "summit", "Helsinki", "FIN"),
        ("The talks were held in Geneva.", "talks", "Geneva", "CHE"),
        ("They signed a pact in Hanoi.", "signed", "Hanoi", "VNM"),
        ("The envoys met at a Moscow hotel.", "met", "Moscow", "RUS"),
        ("The US embassy in Nairobi was attacked.", "attacked", "Nairobi", "KEN"),
        ("The war in Ukraine goes on.", "war", "Ukraine", "UKR"),
        ("Envoys gathered in the Russian city of Kazan.", "gathered", "Kazan", "RUS"),
        ("The visit to Hanoi was announced in Moscow.", "visit", "Hanoi", "VNM"),
        ("The visit to Hanoi was announced in Moscow.", "announced", "Moscow", "RUS"),
    ],
)
def test_places_events(nlp: Language, text: str, word: str, name: str, country: str) -> None:
    """An event takes place where a phrase attached to it, or the name before its noun, says; a city beats its state."""
    place = place_at(nlp, text, word)
    assert place is not None
    assert (place.text, place.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("MOSCOW (AP) - Putin met Kim on Monday.", "met"),
        ("In Washington's view, Iran supplied drones.", "supplied"),
        ("The allies in NATO signed a pact.", "signed"),
        ("Moscow attacked the rebels.", "attacked"),
        ("Israel shelled Hamas.", "shelled"),
        ("The talks were held in March.", "talks"),
        ("He criticised the invasion in a speech.", "invasion"),
        ("The Russia deal was signed.", "deal"),
        ("The Moscow-Pyongyang pact was signed.", "pact"),
    ],
)
def test_leaves_events_without_a_place(nlp: Language, text: str, word: str) -> None:
    """Datelines, views, bodies, groups, actors and months are no places."""
    assert place_at(nlp, text, word) is None


def test_person_or_common_word_is_no_place(nlp: Language) -> None:
    """A president is not the town of his name, and the airport is no town called Airport."""
    for text in ("Chad met Bush on Monday.", "Chad met envoys at the Airport."):
        assert place_at(nlp, text, "met") is None
