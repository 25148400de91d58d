from __future__ import annotations

from datetime import date

import pytest

from dragoman.model import Document, Statement
from dragoman.read.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader()


def read(reader: Reader, text: str) -> tuple[Statement, ...]:
    """Return the statements of a text."""
    return reader.read(Document(id="t", name="t", uri="t:", text=text)).statements


def test_what_is_agreed_is_linked_to_the_agreement(reader: Reader) -> None:
    """An act within another is its content, whatever comes of it."""
    outer, inner = read(reader, "Iran agreed to supply Syria with missiles.")
    assert (outer.type, inner.type, inner.status) == ("AGREE", "AID", "planned")
    assert [(link.kind, link.statement) for link in inner.links] == [("content", outer.id)]


def test_purposes_are_linked_to_what_they_are_the_purpose_of(reader: Reader) -> None:
    """A clause of purpose is linked as such."""
    outer, inner = read(reader, "Japan sent food to Laos to help Laos.")
    assert [(link.kind, link.statement) for link in inner.links] == [("purpose", outer.id)]


@pytest.mark.parametrize(
    "text",
    [
        "Iran accused Israel of bombing Syria.",
        "The talks between Kenya and Uganda, which began on Monday, ended without a deal.",
        "Chad, according to Niger, has been sending weapons to rebels in Libya.",
    ],
)
def test_quotes_hold_trigger_and_stand_in_the_text(reader: Reader, text: str) -> None:
    """The quote of a statement is in the text where it says, and holds the trigger."""
    for statement in read(reader, text):
        evidence = statement.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.start <= evidence.trigger.start < evidence.trigger.end <= evidence.end


def test_reasons_name_the_rule(reader: Reader) -> None:
    """The reasons of a statement name the entry of the vocabulary, and who was found how."""
    (statement,) = (s for s in read(reader, "Laos threatened to attack Vietnam.") if s.type == "THREATEN")
    assert statement.reasons[0] == "verb 'threaten' is THREATEN (act)"
    assert any("Vietnam" in reason for reason in statement.reasons)


def test_a_wish_is_actual(reader: Reader) -> None:
    """That someone wants a thing is so, whatever comes of the thing."""
    wants = [s for s in read(reader, "Armenia badly needs ammunition.") if s.type == "WANT"]
    assert [(s.status, s.theme.text if s.theme else "") for s in wants] == [("actual", "ammunition")]


@pytest.mark.parametrize("text", ["The minister declined to comment.", "Kenya's allies left.", "The weather is fine."])
def test_nothing_is_made_of_nothing(reader: Reader, text: str) -> None:
    """A sentence without an event between actors gives no statement."""
    assert read(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets", "theme"),
    [
        ("Peru would help Chile to build satellites.", "AID", "PER", "CHL", "satellites"),
        ("Chad accused Niger of sending Malian fighters to Togo.", "AID", "NER", "TGO", "Malian fighters"),
        (
            "What does Peru want? Gas, money and a road to the sea.",
            "WANT",
            "PER",
            "",
            "Gas, money and a road to the sea",
        ),
        (
            "India is building a nuclear power plant for Nepal.",
            "COOPERATE",
            "IND",
            "NPL",
            "a nuclear power plant for Nepal",
        ),
        ("It promises Kenyan help for the Ugandan army.", "AID", "KEN", "UGA", None),
        (
            "It promises Kenyan help for the Ugandan space programme.",
            "AID",
            "KEN",
            "UGA",
            "the Ugandan space programme",
        ),
        ("Cuba sent North Korea sugar.", "AID", "CUB", "PRK", "North Korea sugar"),
        ("Police in Lima foiled an attempt to kill Putin.", "ASSAULT", "", "RUS", None),
        ("The blasts in Mumbai, which killed 180 people, shocked Peru.", "ASSAULT", "", "IND", None),
        ("Peru built the plant with the help of Chile.", "AID", "CHL", "PER", None),
        ("Militias backed by Chad fought Niger.", "ASSAULT", "MILITIAS", "NER", None),
        ("Any transfer of arms to Chad would violate the embargo.", "AID", "", "TCD", "arms to Chad"),
    ],
)
def test_parts_are_found_where_the_sentence_has_them(
    reader: Reader, text: str, kind: str, agents: str, targets: str, theme: str | None
) -> None:
    """Theme and parties come from an infinitive, an answer, a modifier; whom a thing is meant for has not done it."""
    (found,) = [s for s in read(reader, text) if s.type == kind]
    assert ("+".join(a.code for a in found.agents), "+".join(t.code for t in found.targets)) == (agents, targets)
    assert (found.theme.text if found.theme else None) == theme


def test_plural_verb_of_saying_is_no_noun(reader: Reader) -> None:
    """What two states "allege that" is alleged by both, and denied where "the accusation" is denied."""
    told = read(reader, "Peru and Chile allege that Chad supplied Niger with weapons. Chad has denied the accusation.")
    found = [(s.status.value, [v.code for v in s.voices]) for s in told if s.type == "AID"]
    assert found == [("possible", ["PER", "CHL"]), ("denied", ["TCD"])]


def test_calling_oneself_something_is_no_telephone_call(reader: Reader) -> None:
    """Two who call themselves something have not talked."""
    assert not read(reader, "Peru and Chile call themselves one nation.")


@pytest.mark.parametrize("words", ["Last June", "On 15 June", "In June"])
def test_month_before_a_name_is_a_time(reader: Reader, words: str) -> None:
    """A month right before who does it dates the deed; it is no given name."""
    document = Document(id="t", name="t", uri="t:", text=f"{words} Putin met Xi in Moscow.", published=date(2022, 3, 3))
    (met,) = reader.read(document).statements
    assert ([a.code for a in met.agents], met.time.start and met.time.start.month) == (["RUS"], 6)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Peru is not supplying weapons to Chile, or perhaps it is.", ["denied", "possible"]),
        ("Peru does not send arms to Chile. Or maybe it does.", ["denied", "possible"]),
        ("Peru is not supplying weapons to Chile, but Chad is.", ["denied"]),
        ("Peru is not supplying weapons to Chile, and perhaps it is wise.", ["denied"]),
    ],
)
def test_bare_auxiliary_takes_up_what_was_denied(reader: Reader, text: str, statuses: list[str]) -> None:
    """A writer in doubt says both: that it is not so, and that it may be."""
    assert [s.status.value for s in read(reader, text)] == statuses


def test_government_is_that_of_where_it_sits(reader: Reader) -> None:
    """The government in a capital is its state's, whoever was spoken of last."""
    fought = [
        s
        for s in read(reader, "Peru warned Chad. Rebels are fighting the government in Mogadishu.")
        if s.type == "ASSAULT"
    ]
    assert [[t.code for t in s.targets] for s in fought] == [["SOM"]]


def test_place_of_an_agreement_is_no_party(reader: Reader) -> None:
    """Two who agree in a third one's capital agree with each other."""
    (agreed,) = [
        s for s in read(reader, "Chad and Niger agreed in Ankara on Monday to open a border.") if s.type == "AGREE"
    ]
    assert ([a.code for a in agreed.agents], agreed.targets) == (["TCD", "NER"], ())


def test_speaker_with_a_title_between_commas_is_heard(reader: Reader) -> None:
    """Who says it at the sentence's end, after the thing said, is its voice."""
    told = read(reader, "Peru would consider recognising the region, Chad's president, Mahamat Deby, said.")
    assert [[v.code for v in s.voices] for s in told if s.type == "SUPPORT"] == [["TCD"]]


def test_first_time_in_years_is_no_date(reader: Reader) -> None:
    """How long ago something last happened doesn't tell when it happens."""
    (given,) = read(reader, "Peru has delivered weapons to Chile for the first time in more than four decades.")
    assert given.time.text is None


def test_thing_that_cannot_speak_is_no_voice(reader: Reader) -> None:
    """Who praises a pact "saying" something says it, not the pact."""
    told = read(reader, "Putin praised the pact saying Russia and China have never been closer.")
    assert [[v.code for v in s.voices] for s in told if s.type == "ALLY"] == [["RUS"]]


def test_cleared_possibility_is_denied_by_who_clears_it(reader: Reader) -> None:
    """Whoever excludes a chance denies it, in their own voice; to clear a road says nothing."""
    (denied,) = read(reader, "French officials have cleared the possibility of Chad possessing a nuclear weapon.")
    assert (denied.status.value, [(v.code, v.force.value) for v in denied.voices]) == ("denied", [("FRA", "denies")])
    assert not read(reader, "Chad cleared the road to Niger.")


def test_denied_part_in_a_deed_leaves_the_deed(reader: Reader) -> None:
    """Whoever denies a role in a killing does not deny the killing: that they did it is denied, in their voice."""
    told = read(reader, "Syria has strongly denied any role in the bombing of Israel.")
    found = [
        (s.status.value, [a.code for a in s.agents], [v.code for v in s.voices]) for s in told if s.type == "ASSAULT"
    ]
    assert found == [("actual", [], []), ("denied", ["SYR"], ["SYR"])]


def test_ahead_of_looks_forward(reader: Reader) -> None:
    """What envoys meet ahead of is still to come."""
    told = read(reader, "Envoys met ahead of Putin's visit to India.")
    assert [s.status.value for s in told if s.mode == "visit"] == ["planned"]


def test_charge_that_is_denied_points_back(reader: Reader) -> None:
    """ "A charge denied by X" denies what X is charged with, as "which X denies" does."""
    told = read(reader, "Peru accuses Chad of supplying Niger with missiles, a charge denied by Chad.")
    assert [(s.status.value, [v.code for v in s.voices]) for s in told if s.type == "AID"] == [
        ("possible", ["PER"]),
        ("denied", ["TCD"]),
    ]
