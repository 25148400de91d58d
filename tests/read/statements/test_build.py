from __future__ import annotations

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
