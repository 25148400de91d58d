"""Who speaks in interviews and transcripts."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.model import Document
from dragoman.read.parse import load_parser, parse
from dragoman.read.reader import Reader
from dragoman.read.voices.find import find_attributions


def turns(text: str, nlp: Language) -> list[tuple[str, str]]:
    """Return the speaker and the words of each turn."""
    doc = parse(Document(id="t", name="t", uri="t", text=text), nlp)
    marks = {":", "(("}
    found = [a for a in find_attributions(doc) if a.cue and a.cue[0].of(text)[:2] in marks]
    return [(a.source[0].of(text), " / ".join(piece.of(text) for piece in a.content)) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "((LM)) Why did you leave?\n\n((Dora Luma)) They fired.\n\nWe ran.\n\n((LM)) What now?",
            [("LM", "Why did you leave"), ("Dora Luma", "They fired / We ran"), ("LM", "What now")],
        ),
        ("Q: Did they fire?\n\nA: They fired twice.", [("Q", "Did they fire"), ("A", "They fired twice")]),
        (
            "Luma Times: Did they fire?\n\nDora Kost: They fired.\n\nWe ran.\n\nLuma Times: Who fired?",
            [("Luma Times", "Did they fire"), ("Dora Kost", "They fired / We ran"), ("Luma Times", "Who fired")],
        ),
        ("((Spanish)) The mayor left.\n\nThe town is calm.", []),
    ],
)
def test_a_label_speaks_up_to_the_next(text: str, expected: list[tuple[str, str]]) -> None:
    """What follows a label is said by whom it names, up to the next label; one label alone makes no talk."""
    assert turns(text, load_parser()) == expected


def test_what_is_said_in_a_turn_has_its_speaker_and_i_is_the_speaker() -> None:
    """A statement of a turn has the labelled speaker for voice, who is "I" in it; a question asserts nothing."""
    text = "((LM)) Did Chad help you?\n\n((Dora Luma)) I criticised Chad.\n\n((LM)) Did Niger help you?"
    first, second, _ = Reader().read(Document(id="t", name="t", uri="t:", text=text)).statements
    assert [str(first.status), first.voices[0].name] == ["possible", "LM"]
    assert [str(second.status), second.voices[0].name, second.agents[0].name] == ["actual", "Dora Luma", "Dora Luma"]


def test_place_before_a_colon_says_nothing() -> None:
    """Datelines that head the items of a list are no speakers."""
    text = "TEHRAN: Chad attacked Niger.\n\nLIMA: Talks go on.\n\nTEHRAN: Mali attacked Togo."
    found = Reader().read(Document(id="t", name="t", uri="t", text=text)).statements
    assert found and not any(s.voices for s in found)
