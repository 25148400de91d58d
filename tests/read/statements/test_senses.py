from __future__ import annotations

import pytest

from dragoman.model import Document
from dragoman.read.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader()


def told(reader: Reader, text: str) -> list[tuple[str, list[str], list[str]]]:
    """Return what the text tells: types with the codes of agents and targets."""
    statements = reader.read(Document(id="x", name="x", uri="x", text=text)).statements
    return [(s.type, [a.code for a in s.agents], [a.code for a in s.targets]) for s in statements]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway received a prize from Peru.", "CONSULT"),
        ("Peru deployed a new strategy for tourism.", "MOBILIZE"),
        ("Doctors in Chile found nine suspected cases of measles.", "ACCUSE"),
        ("Chile released its tax figures.", "CONCEDE"),
        ("Armed robbers fled to Peru.", "AID"),
        ("Peru is fighting poverty.", "ASSAULT"),
        ("Chile attacked the proposal of Peru as absurd.", "ASSAULT"),
        ("Norway issued a storm warning.", "THREATEN"),
        ("Chile filed an appeal with the court.", "REQUEST"),
        ("The pledged delegates of Ohio voted for him.", "AGREE"),
        ("The Fund to Protect Forests praised Peru.", "AID"),
        ("The president of Peru spoke to the BBC.", "CONSULT"),
        ("The president of Peru met reporters.", "CONSULT"),
        ("Members of the cabinet of Peru left.", "BELONG"),
        ("Exports from Chile declined.", "REJECT"),
        ("The price of gold from Peru retreated.", "RETREAT"),
        ("Chile and Peru are one step closer to a title.", "ALLY"),
        ("Norway asked whether Peru knew of it.", "REQUEST"),
        ("Norway insists that the report is false.", "REQUEST"),
        ("Norway took over the presidency of the council from Peru.", "ASSAULT"),
        ("The envoy of Peru is responsible for trade.", "ACCUSE"),
        ("Peru is fighting corruption.", "ASSAULT"),
        ("A freezing winter began in Norway.", "COERCE"),
        ("Norway conceded that the report was late.", "CONCEDE"),
        ("Police in Peru said residents close to the river left.", "ALLY"),
    ],
)
def test_words_in_another_sense_tell_nothing(reader: Reader, text: str, kind: str) -> None:
    """A word that has another sense here, or names no public act, makes no statement of its type."""
    assert kind not in [found for found, _, _ in told(reader, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway received a delegation from Peru.", ("CONSULT", ["NOR"], ["PER"])),
        ("Chile fired missiles targeting the army of Peru.", ("ASSAULT", ["CHL"], ["PER"])),
        ("Chile attacked the proposal of Peru as absurd.", ("ACCUSE", ["CHL"], ["PER"])),
        ("Norway is a member of NATO.", ("BELONG", ["NOR"], ["NATO"])),
        ("Norway joined NATO in 1949.", ("BELONG", ["NOR"], ["NATO"])),
        ("The army of Peru sent troops, and its soldiers landed in Chile.", ("MOBILIZE", ["PER"], ["CHL"])),
        ("President Joe Biden arrived on Monday for a two-day visit to Norway.", ("CONSULT", ["USA"], ["NOR"])),
        ("Iran froze its uranium enrichment.", ("RETREAT", ["IRN"], [])),
        ("Norway helped Peru rebuild the port.", ("AID", ["NOR"], ["PER"])),
        ("Norway withdrew its support for the plan of Peru.", ("REJECT", ["NOR"], ["PER"])),
    ],
)
def test_what_stands_beside_decides(reader: Reader, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    """The object, the preposition or the purpose gives the type, and with it who faces whom."""
    assert expected in told(reader, text)


def test_a_meeting_that_is_held_is_told_once(reader: Reader) -> None:
    """A verb and the noun that it carries make one statement, also through "a round of"."""
    found = [kind for kind, _, _ in told(reader, "Chile and Peru held a round of talks in Oslo.")]
    assert found == ["CONSULT"]


def test_private_wishes_are_left_out(reader: Reader) -> None:
    """A wish counts where someone acts for a power, or where it concerns another or goods."""
    assert told(reader, "I want to sing, the dancer Lola Quist said.") == []
    assert ("WANT", ["PER"], []) in told(reader, "Peru wants fighter jets.")
