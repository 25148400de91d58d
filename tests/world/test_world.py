from __future__ import annotations

from datetime import date

import pytest

from dragoman.model import ActorKind, FormUse
from dragoman.world import World, load_world


@pytest.fixture(scope="module")
def world() -> World:
    """Return the shipped world."""
    return load_world()


@pytest.mark.parametrize(
    ("text", "actor", "use"),
    [
        ("Russia", "state:RUS", FormUse.NAME),
        ("the Russian Federation", "state:RUS", FormUse.NAME),
        ("Russian", "state:RUS", FormUse.ADJECTIVE),
        ("Russians", "state:RUS", FormUse.PEOPLE),
        ("Moscow", "state:RUS", FormUse.CAPITAL),
        ("MOSCOW", "state:RUS", FormUse.CAPITAL),
        ("the Kremlin", "state:RUS", FormUse.SEAT),
        ("US", "state:USA", FormUse.ACRONYM),
        ("U.S.", "state:USA", FormUse.ACRONYM),
        ("the United States", "state:USA", FormUse.NAME),
        ("America", "state:USA", FormUse.NAME),
        ("White House", "state:USA", FormUse.SEAT),
        ("Downing Street", "state:GBR", FormUse.SEAT),
        ("Britons", "state:GBR", FormUse.PEOPLE),
        ("DPRK", "state:PRK", FormUse.ACRONYM),
        ("the North", "state:PRK", FormUse.SHORT),
        ("North Koreans", "state:PRK", FormUse.PEOPLE),
        ("Blue House", "state:KOR", FormUse.SEAT),
        ("Turks", "state:TUR", FormUse.PEOPLE),
        ("Türkiye", "state:TUR", FormUse.NAME),
        ("Polish", "state:POL", FormUse.ADJECTIVE),
        ("Dominican", "state:DOM", FormUse.ADJECTIVE),
        ("Nigerien", "state:NER", FormUse.ADJECTIVE),
        ("Nigerian", "state:NGA", FormUse.ADJECTIVE),
        ("the Congo", "state:COD", FormUse.NAME),
        ("Northern Ireland", "state:GBR", FormUse.NAME),
        ("Ireland", "state:IRL", FormUse.NAME),
        ("Georgia", "state:GEO", FormUse.NAME),
        ("Jordan", "state:JOR", FormUse.NAME),
        ("Chad", "state:TCD", FormUse.NAME),
        ("Ivory Coast", "state:CIV", FormUse.NAME),
        ("Côte d’Ivoire", "state:CIV", FormUse.NAME),
        ("the Soviet Union", "state:SUN", FormUse.NAME),
        ("Taiwan", "state:TWN", FormUse.NAME),
        ("Palestinians", "state:PSE", FormUse.PEOPLE),
        ("UN", "body:united-nations", FormUse.ACRONYM),
        ("the United Nations", "body:united-nations", FormUse.NAME),
        ("Security Council", "body:un-security-council", FormUse.NAME),
        ("Nato", "body:nato", FormUse.NAME),
        ("Unesco", "body:unesco", FormUse.ACRONYM),
        ("State Department", "body:state-department", FormUse.NAME),
        ("Hizbollah", "group:hezbollah", FormUse.NAME),
        ("Al-Qaeda", "group:al-qaeda", FormUse.NAME),
        ("Isis", "group:islamic-state", FormUse.NAME),
        ("the West", "bloc:west", FormUse.NAME),
        ("Western", "bloc:west", FormUse.ADJECTIVE),
        ("West", "bloc:west", FormUse.SHORT),
        ("experts", "people:experts", FormUse.NAME),
    ],
)
def test_forms_name_their_actor(world: World, text: str, actor: str, use: FormUse) -> None:
    """Names, acronyms, nationality words, capitals and seats name their actor in that sense."""
    assert (actor, use) in {(form.actor, form.use) for form in world.forms(text)}


@pytest.mark.parametrize("text", ["us", "china", "turkey", "polish", "chad", "jordan", "Ruritania", "", "the", "who"])
def test_other_words_name_nobody(world: World, text: str) -> None:
    """Common words in lower case, and names that nobody has, name nobody."""
    assert world.forms(text) == ()


@pytest.mark.parametrize(
    ("words", "at", "length", "actor"),
    [
        ("Equatorial Guinea held", 0, 2, "state:GNQ"),
        ("Guinea - Bissau held", 0, 3, "state:GNB"),
        ("Guinea-Bissau held", 0, 1, "state:GNB"),
        ("Papua New Guinea held", 0, 3, "state:PNG"),
        ("Guinea held", 0, 1, "state:GIN"),
        ("in Niger today", 1, 1, "state:NER"),
        ("in Nigeria today", 1, 1, "state:NGA"),
        ("Northern Ireland voted", 0, 2, "state:GBR"),
        ("the Democratic Republic of the Congo", 1, 5, "state:COD"),
        ("the Republic of the Congo", 1, 4, "state:COG"),
        ("South Sudan said", 0, 2, "state:SSD"),
        ("the West must", 0, 2, "bloc:west"),
        ("The North fired", 0, 2, "state:PRK"),
        ("the South Korean army", 1, 2, "state:KOR"),
        ("the U.N. Security Council met", 1, 3, "body:un-security-council"),
        ("the People 's Republic of China", 1, 5, "state:CHN"),
        ("Islamic State fighters", 0, 2, "group:islamic-state"),
        ("Islamic Jihad fired", 0, 2, "group:palestinian-islamic-jihad"),
        ("MOSCOW , May 4", 0, 1, "state:RUS"),
        ("Turks and Caicos", 0, 3, "state:TCA"),
        ("Turks and Greeks", 0, 1, "state:TUR"),
        ("Dominican Republic", 0, 2, "state:DOM"),
    ],
)
def test_longest_known_form(world: World, words: str, at: int, length: int, actor: str) -> None:
    """The longest name wins over the shorter ones inside it."""
    found, forms = world.longest(words.split(), at)
    assert (found, forms[0].actor) == (length, actor)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("in New Mexico .", 2),
        ("coach Michael Jordan won", 2),
        ("the Jordan River", 1),
        ("the West Bank", 0),
        ("the North Sea", 0),
        ("the South Korean army", 0),
        ("the United States", 0),
        ("Atlanta , Georgia ,", 2),
        ("across the Korean Peninsula", 2),
        ("the Indian Ocean", 1),
        ("signed the Paris Agreement", 2),
        ("give us time", 1),
        ("a china cup", 1),
        ("polish the turkey", 0),
        ("polish the turkey", 2),
        ("to chad", 1),
        ("African American voters", 1),
        ("He spoke in May", 0),
        ("He spoke in May", 3),
        ("on Friday", 1),
    ],
)
def test_names_inside_other_names_are_nobody(world: World, words: str, at: int) -> None:
    """What is but part of another name, or a common word, starts no form."""
    assert world.longest(words.split(), at) == (0, ())


@pytest.mark.parametrize(
    ("code", "actor"),
    [
        ("RUS", "state:RUS"),
        ("UN", "body:united-nations"),
        ("UNSC", "body:un-security-council"),
        ("NATO", "body:nato"),
        ("EU", "body:european-union"),
        ("WEST", "bloc:west"),
        ("HAMAS", "group:hamas"),
        ("EXPERTS", "people:experts"),
        ("INTERNATIONAL-COMMUNITY", "bloc:international-community"),
        ("XXX", None),
    ],
)
def test_codes_belong_to_their_owner(world: World, code: str, actor: str | None) -> None:
    """A code is that of the state, body, group, bloc or people itself, never of what acts for it."""
    found = world.by_code(code)
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("text", "code", "side", "sector"),
    [
        ("the Pentagon", "USA", "USA", "MIL"),
        ("IDF", "ISR", "ISR", "MIL"),
        ("KGB", "SUN", "SUN", "SPY"),
        ("Bundestag", "DEU", "DEU", "LEG"),
        ("Hezbollah", "HEZBOLLAH", "LBN", "INS"),
        ("TASS", "TASS", "RUS", "MED"),
        ("KCNA", "KCNA", "PRK", "MED"),
        ("BBC", "BBC", None, "MED"),
        ("Washington Post", "WASHINGTON-POST", None, "MED"),
        ("Al-Manar", "AL-MANAR", None, "MED"),
        ("IAEA", "IAEA", None, "IGO"),
        ("European Commission", "EU", None, "IGO"),
    ],
)
def test_codes_and_sides(world: World, text: str, code: str, side: str | None, sector: str) -> None:
    """A state's bodies carry its code, groups and state media their own beside the state's, other media only theirs."""
    actor = world.actor(world.forms(text)[0].actor)
    assert actor is not None
    assert (actor.code, actor.side, actor.sector) == (code, side, sector)


@pytest.mark.parametrize(
    ("state", "role", "on", "person"),
    [
        ("RUS", "head", date(2023, 9, 13), "person:vladimir-putin"),
        ("RUS", "president", date(2010, 6, 1), "person:dmitry-medvedev"),
        ("USA", "head", date(2023, 9, 14), "person:joe-biden"),
        ("USA", "foreign minister", date(2013, 5, 1), "person:john-kerry"),
        ("PRK", "head", None, "person:kim-jong-un"),
        ("PRK", "head", date(2005, 1, 1), "person:kim-jong-il"),
        ("GBR", "prime minister", date(1988, 1, 1), "person:margaret-thatcher"),
        ("SUN", "head", date(1987, 1, 1), "person:mikhail-gorbachev"),
    ],
)
def test_holders_by_day(world: World, state: str, role: str, on: date | None, person: str) -> None:
    """An office is looked up by the day; without one it is the latest holder."""
    holder = world.holder(state, role, on)
    assert holder is not None
    assert holder.id == person


def test_holder_of_nothing(world: World) -> None:
    """An office that nobody holds has no holder."""
    assert world.holder("RUS", "poet laureate", None) is None
    assert world.holder("ATA", "head", None) is None


@pytest.mark.parametrize(
    ("name", "on", "first"),
    [
        ("Kim", date(2024, 6, 19), "person:kim-jong-un"),
        ("Kim Jong-un", None, "person:kim-jong-un"),
        ("Kim Jong Un", None, "person:kim-jong-un"),
        ("Bush", date(1990, 8, 2), "person:george-h-w-bush"),
        ("Bush", date(2003, 3, 20), "person:george-w-bush"),
        ("Putin", None, "person:vladimir-putin"),
    ],
)
def test_persons_in_office_come_first(world: World, name: str, on: date | None, first: str) -> None:
    """A surname means whoever was in office on the day before anyone else of that name."""
    found = world.persons(name, on)
    assert first in [person.id for person in found if on is None or any(term.holds(on) for term in person.terms)]
    assert on is None or any(term.holds(on) for term in found[0].terms)


@pytest.mark.parametrize(
    ("name", "on", "first"),
    [
        ("Kim", date(2003, 6, 1), "person:kim-jong-il"),
        ("Kim", date(2024, 6, 1), "person:kim-jong-un"),
        ("Lee", date(2025, 9, 1), "person:lee-jae-myung"),
        ("Carter", date(1979, 1, 1), "person:jimmy-carter"),
        ("Carter", date(2016, 1, 1), "person:ash-carter"),
        ("Bhutto", date(1995, 1, 1), "person:benazir-bhutto"),
        ("Nixon", date(2024, 1, 1), "person:richard-nixon"),
        ("Nixon", None, "person:richard-nixon"),
        ("Tito", None, "person:josip-broz-tito"),
    ],
)
def test_highest_office_first(world: World, name: str, on: date | None, first: str) -> None:
    """Of those in office who leads comes first; who was in office long ago comes last but is still found."""
    assert world.persons(name, on)[0].id == first


def test_nobody_by_that_name(world: World) -> None:
    """A state is no person, and an unknown name is nobody's."""
    assert world.persons("Russia") == ()
    assert world.persons("Quintessa Nobodaddy") == ()


def test_whole_words_are_hyphenated(world: World) -> None:
    """The tokenizer is told of names with hyphens, one word each."""
    words = world.whole_words()
    assert "Guinea-Bissau" in words
    assert all("-" in word and " " not in word for word in words)


def test_ids_show_the_kind(world: World) -> None:
    """Every actor is kept under its id, which begins with its kind; states go by their code."""
    assert all(key == actor.id and key.startswith(f"{actor.kind}:") for key, actor in world.actors.items())
    assert all(a.id == f"state:{a.code}" for a in world.actors.values() if a.kind == ActorKind.STATE)


@pytest.mark.parametrize(
    ("text", "role", "sector", "state"),
    [
        ("president", "president", "GOV", None),
        ("premier", "prime minister", "GOV", None),
        ("secretary of state", "foreign minister", "GOV", "USA"),
        ("defense minister", "defence minister", "GOV", None),
        ("general", "officer", "MIL", None),
        ("lawmaker", "lawmaker", "LEG", None),
        ("spokeswoman", "spokesperson", "GOV", None),
    ],
)
def test_titles(world: World, text: str, role: str, sector: str, state: str | None) -> None:
    """A word for an office gives its role, its sector, and the state where only one has it."""
    title = world.title(text)
    assert title is not None
    assert (title.role, title.sector, title.state) == (role, sector, state)
