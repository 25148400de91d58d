"""Pronouns and descriptions are resolved to whom they stand for."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dragoman.model import Document, Mention, Span
from dragoman.read.mentions.find import find_mentions
from dragoman.read.parse import load_parser, parse
from dragoman.world import World, load_world


@pytest.fixture(scope="module")
def world() -> World:
    """Give the world data."""
    return load_world()


@pytest.fixture(scope="module")
def nlp(world: World) -> Language:
    """Give the parser with the world's hyphenated names."""
    return load_parser(whole_words=world.whole_words())


def codes_of(mentions: tuple[Mention, ...], text: str, words: str) -> set[str]:
    """Return the codes of the last mention with exactly these words."""
    found = [mention for mention in mentions if mention.span.of(text) == words]
    return {actor.code for actor in found[-1].actors} if found else {"no mention"}


REFERENCES = [
    ("Vladimir Putin met Narendra Modi. The two leaders talked.", "The two leaders", {"RUS", "IND"}),
    ("Peru and Chile signed a treaty. Both countries praised it.", "Both countries", {"PER", "CHL"}),
    ("Kenya accused Somalia and Ethiopia of spying. Both countries denied it.", "Both countries", {"SOM", "ETH"}),
    ("The United States said that Peru and Chile had met. The two nations agreed.", "The two nations", {"PER", "CHL"}),
    ("Angela Merkel called Vladimir Putin before she left.", "she", {"DEU"}),
    ("Angela Merkel called Vladimir Putin before he left.", "he", {"RUS"}),
    ("Brazil closed its border.", "its", {"BRA"}),
    ("It is clear that Brazil will wait.", "It", {"no mention"}),
    ("Turkey hurt itself.", "itself", {"TUR"}),
    ("Iceland is small. The island has no army.", "The island", {"ISL"}),
    ("Nepal and Bhutan thanked each other.", "other", {"NPL", "BTN"}),
    ("The envoy, who met Emmanuel Macron, left. The French president stayed.", "The French president", {"FRA"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), REFERENCES)
def test_words_take_up_actors(nlp: Language, world: World, text: str, words: str, codes: set[str]) -> None:
    """A pronoun or description names those whom the text spoke of."""
    document = Document(id="d", name="d", uri="d", text=text, published=date(2021, 3, 1))
    mentions, _ = find_mentions(parse(document, nlp), document, world)
    assert codes_of(mentions, text, words) == codes


def test_roles_are_filled_by_date(nlp: Language, world: World) -> None:
    """An office without a name is held by whoever held it when the document was written."""
    text = "The French president spoke on television."
    holders = []
    for published in (date(2010, 1, 1), date(2015, 1, 1)):
        document = Document(id="d", name="d", uri="d", text=text, published=published)
        mentions, _ = find_mentions(parse(document, nlp), document, world)
        holders.append(next(m.actors[0].actor for m in mentions if m.span.of(text) == "The French president"))
    assert holders == ["person:nicolas-sarkozy", "person:francois-hollande"]


def test_first_person_is_the_given_speaker(nlp: Language, world: World) -> None:
    """A first person within the content of an attribution is its source's side."""
    text = "The statement read, we shall respond. Sergei Lavrov had signed it."
    document = Document(id="d", name="d", uri="d", text=text, published=date(2019, 1, 1))
    content = Span(text.index("we shall"), text.index("."))
    source = Span(text.index("Sergei"), text.index(" had"))
    mentions, _ = find_mentions(parse(document, nlp), document, world, [(content, source)])
    assert codes_of(mentions, text, "we") == {"RUS"}
