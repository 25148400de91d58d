"""Names, descriptions and places: what is a mention, and of whom."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model import Actor, Document, Mention, MentionKind
from dragoman.read.mentions.find import Mentions, find_mentions
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


def read(
    nlp: Language, world: World, text: str, published: date | None = date(2023, 6, 1)
) -> tuple[Doc, tuple[Mention, ...], tuple[Actor, ...]]:
    """Parse the text and find its mentions."""
    document = Document(id="d", name="d", uri="d", text=text, published=published)
    doc = parse(document, nlp)
    mentions, new_actors = find_mentions(doc, document, world)
    return doc, mentions, new_actors


def codes_at(nlp: Language, world: World, text: str, word: str) -> list[str]:
    """Return the codes of whom the last occurrence of the word names as an actor."""
    doc, mentions, _ = read(nlp, world, text)
    token = [token for token in doc if token.text == word][-1]
    return [actor.code for actor in Mentions(doc, mentions, world).actors_of(token)]


PHRASES = [
    ("Russian forces crossed the river.", "forces", ["RUS"]),
    ("North Korea's army paraded.", "army", ["PRK"]),
    ("Egyptian officials met rebels.", "officials", ["EGY"]),
    ("The talks took place in Moscow.", "Moscow", []),
    ("Moscow rejected the plan.", "Moscow", ["RUS"]),
    ("They photographed Paris Hilton.", "Hilton", ["PARIS-HILTON"]),
    ("They cooked a turkey for lunch.", "turkey", []),
    ("President Xi of China spoke.", "Xi", ["CHN"]),
    ("Countries including Chad, Mali and Niger objected.", "Countries", ["TCD", "MLI", "NER"]),
    ("The Ukrainian counter-offensive began.", "offensive", []),
    ("Iran-backed militias fired rockets.", "militias", ["MILITIAS"]),
    ("Ahmad Haddad, a Jordanian official, resigned.", "Haddad", ["JOR"]),
    ("They spoke with a French analyst, Lucie Marchand.", "Marchand", ["FRA"]),
]


@pytest.mark.parametrize(("text", "word", "codes"), PHRASES)
def test_phrase_names_actor(nlp: Language, world: World, text: str, word: str, codes: list[str]) -> None:
    """A noun phrase names the state, person or body that it stands for, and a place names nobody."""
    assert codes_at(nlp, world, text, word) == codes


def test_place_keeps_its_state(nlp: Language, world: World) -> None:
    """A place is a mention with the label location whose state can be asked for."""
    doc, mentions, _ = read(nlp, world, "The war in Ukraine goes on.")
    index = Mentions(doc, mentions, world)
    token = next(token for token in doc if token.text == "Ukraine")
    state = index.state_at(token)
    assert index.actors_of(token) == ()
    assert state is not None and state.code == "UKR"


def test_unknown_person_is_a_new_actor(nlp: Language, world: World) -> None:
    """A person that the world does not know becomes an actor of the document, with one chain for all mentions."""
    text = "Jonas Petersholm wrote a book. Petersholm lives in a village."
    _, mentions, new_actors = read(nlp, world, text)
    assert [actor.id for actor in new_actors] == ["person:jonas-petersholm"]
    assert len({m.chain for m in mentions if m.label == "person"}) == 1


def test_spans_are_those_of_the_text(nlp: Language, world: World) -> None:
    """Every mention lies in the text, in order, with its head inside it."""
    text = "“We met,” said Emmanuel Macron — the French president — in Paris."
    _, mentions, _ = read(nlp, world, text)
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)
    assert all(m.span.contains(m.head) and m.span.of(text).strip() for m in mentions)


def test_nickname_is_the_person_of_the_document(nlp: Language, world: World) -> None:
    """A nickname by given name is the person of that name whom the document speaks of."""
    text = "Boris Johnson resigned on Monday. 'Bojo' was not missed, but Boris will write a book."
    assert codes_at(nlp, world, text, "Boris") == ["GBR"]


def test_adjective_is_a_mention_of_its_own(nlp: Language, world: World) -> None:
    """A nationality word before a noun is a mention of the state."""
    _, mentions, _ = read(nlp, world, "A Brazilian satellite failed.")
    assert [(m.kind, m.actors[0].code) for m in mentions if m.actors] == [(MentionKind.ADJECTIVE, "BRA")]


def test_empty_text_has_no_mentions(nlp: Language, world: World) -> None:
    """Nothing is found in nothing."""
    assert read(nlp, world, "")[1:] == ((), ())


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Critics of Russia fled abroad.", "Critics of Russia", ()),
        ("Putin's opponents were arrested.", "Putin's opponents", ()),
        ("The victims of Hezbollah sued a bank.", "The victims", ()),
        ("US allies met in Tokyo.", "US allies", ()),
        ("Russian critics of the war fled.", "Russian critics", ("RUS",)),
        ("The UN-backed government took the port.", "The UN-backed government", ()),
        ("The anti-Syria journalist was killed.", "The anti-Syria journalist", ()),
        ("Pro-Russia separatists took the town.", "Pro-Russia separatists", ()),
        ("The Turkish-led forces crossed the border.", "The Turkish-led forces", ("TUR",)),
    ],
)
def test_opponents_and_hyphens(nlp: Language, world: World, text: str, words: str, codes: tuple[str, ...]) -> None:
    """Who opposes or sides with someone isn't theirs, nor is what is X-backed or anti-X; what X leads is."""
    mentions = read(nlp, world, text)[1]
    head = words.split(" of ")[0]
    found = [m for m in mentions if m.kind is MentionKind.NOMINAL and m.span.of(text) in (words, head)]
    assert [tuple(a.code for a in m.actors if not a.actor.startswith("people:")) for m in found] == [codes]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Congress passed the bill.", "USA"),
        ("Congress passed a law on China. Trump signed it in Washington.", "USA"),
        ("India held a vote. Modi won in Delhi, and Congress lost.", "CONGRESS"),
        ("The Indonesian House of Representatives met.", "HOUSE-OF-REPRESENTATIVES"),
    ],
)
def test_bare_names_of_bodies(nlp: Language, world: World, text: str, code: str) -> None:
    """A bare "Congress" is no American one where the text speaks of other states only."""
    mentions = read(nlp, world, text)[1]
    found = [a.code for m in mentions if m.span.of(text) in ("Congress", "House of Representatives") for a in m.actors]
    assert found == [code]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Before he flew to Hanoi, Putin praised the pact.", "he", "person:vladimir-putin"),
        ("While she was in Berlin, Giorgia Meloni met Scholz.", "she", "person:giorgia-meloni"),
        ("Xi Jinping came home. After he met Xi, Biden left.", "he", "person:joe-biden"),
    ],
)
def test_cataphora(nlp: Language, world: World, text: str, words: str, actor: str) -> None:
    """The subject of a clause put first is the subject of the main clause that follows."""
    mentions = read(nlp, world, text)[1]
    assert [a.actor for m in mentions if m.span.of(text) == words for a in m.actors] == [actor]


def test_words_that_open_a_sentence(nlp: Language, world: World) -> None:
    """A word that opens a sentence is no part of a name, and a title before a given name isn't either."""
    text = "First Moscow sent troops to the border. Tsar Vladimir wants more. Putin said so."
    mentions = read(nlp, world, text)[1]
    found = {m.span.of(text): [a.actor for a in m.actors] for m in mentions if m.kind is MentionKind.NAME}
    assert found["Moscow"] == ["state:RUS"]
    assert found["Vladimir"] == ["person:vladimir-putin"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Carter said the United States would fight the Islamic State.", "person:ash-carter"),
        ("In the United States, Nixon had resigned by then.", "person:richard-nixon"),
    ],
)
def test_surname_means_who_is_recent(nlp: Language, world: World, text: str, actor: str) -> None:
    """A surname alone is not that of someone who left office a generation ago where it may be another's."""
    mentions = read(nlp, world, text, date(2016, 5, 1))[1]
    assert [a.actor for m in mentions if m.span.of(text) in ("Carter", "Nixon") for a in m.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Rice exports from Thailand fell.", {"THA"}),
        ("Brown coal is mined in Poland.", {"POL"}),
        ("Bush administration officials visited Poland.", {"USA", "POL"}),
    ],
)
def test_surnames_that_are_words(nlp: Language, world: World, text: str, codes: set[str]) -> None:
    """A surname that is a common word names nobody where it opens a sentence as the modifier of a thing."""
    mentions = read(nlp, world, text, date(2005, 5, 1))[1]
    assert {actor.code for mention in mentions for actor in mention.actors} == codes


@pytest.mark.parametrize(
    ("text", "word", "codes"),
    [
        ("The envoys met UN mediator Ivo Brandt in Geneva.", "Brandt", ["UN"]),
        ("Hamas commander Walid Qasim was killed.", "Qasim", ["HAMAS"]),
        ("Ghanaian Fisheries Minister Kofi Adusei resigned.", "Adusei", ["GHA"]),
        ("A member of the Peruvian parliament, Rosa Quispe, was freed.", "Quispe", ["PER"]),
        ("The mayor of Lagos, Ada Eze, resigned.", "Eze", ["NGA"]),
        ("Fisheries Minister Kofi Adusei said Ghana would sign.", "Adusei", ["GHA"]),
        ("Reuters reporter Ivo Brandt was freed.", "Brandt", ["IVO-BRANDT"]),
        ("Nigerian President Olusegun Obasanjo arrived.", "Obasanjo", ["NGA"]),
    ],
)
def test_persons_act_for_whom_the_text_gives(
    nlp: Language, world: World, text: str, word: str, codes: list[str]
) -> None:
    """Land, body, or the only state spoken of: a person of the document's own acts for it; a reporter for nobody."""
    assert codes_at(nlp, world, text, word) == codes


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Lin Brown won the race.", "Brown", "person:lin-brown"),
        ("Dan Kenny Larsen won the race.", "Larsen", "person:dan-kenny-larsen"),
        ("Joe Biden and Hunter Biden spoke. Joe Biden left. Later Biden returned.", "Biden", "person:joe-biden"),
        ("President Bush met a farmer.", "Bush", "person:george-w-bush"),
    ],
)
def test_surnames_inside_longer_names(nlp: Language, world: World, text: str, word: str, actor: str) -> None:
    """A surname that is part of a longer name is that name's; alone it is who is named in full most often."""
    doc, mentions, _ = read(nlp, world, text, published=None)
    token = [token for token in doc if token.text == word][-1]
    assert [a.actor for a in Mentions(doc, mentions, world).actors_of(token)] == [actor]


def test_town_that_is_a_surname(nlp: Language, world: World) -> None:
    """After a preposition of place the town is meant, not the president of that name."""
    _, mentions, _ = read(nlp, world, "Workers marched in Lagos on Friday.")
    assert [(m.label, [a.code for a in m.actors]) for m in mentions if m.kind is MentionKind.NAME] == [
        ("location", ["NGA"])
    ]


@pytest.mark.parametrize(
    ("text", "word", "codes"),
    [
        ("President Barroso met the mayor in Lisbon. Activists from the Fatah Party left.", "Party", ["FATAH"]),
        ("The Ukranian army withdrew.", "army", ["UKR"]),
        ("The two groups -- Hamas and Fatah -- agreed.", "groups", ["HAMAS", "FATAH"]),
        ("Kurdish groups and Turkey agreed.", "groups", ["KURDS"]),
        (
            "Emmanuel Macron received Angela Merkel. Heiko Maas was there. The two leaders dined.",
            "leaders",
            ["FRA", "DEU"],
        ),
        ("Peru recognised Israel and opened ties with the nation.", "nation", ["ISR"]),
        ("Hu Jintao met Yoweri Museveni. Hu Jintao said the two countries share goals.", "countries", ["CHN", "UGA"]),
        (
            "Peru met Chile in May. Spain's envoys doubted that Chile had signed. "
            "Spain warned of quarrels as the two countries wrote to each other.",
            "countries",
            ["PER", "CHL"],
        ),
    ],
)
def test_descriptions_by_what_is_near(nlp: Language, world: World, text: str, word: str, codes: list[str]) -> None:
    """Lists beside a number, factions of a people, leaders rather than ministers, and what the sentence names."""
    assert sorted(codes_at(nlp, world, text, word)) == sorted(codes)


def test_a_nearby_house_is_another(nlp: Language, world: World) -> None:
    """What is said to be nearby or new does not take up a place spoken of before."""
    assert codes_at(nlp, world, "Troops left the Alamo building. Rebels hid in a nearby building.", "building") == []
