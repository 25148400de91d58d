from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import UnreadableFile
from dragoman.model import Document, Span
from dragoman.read import sections
from dragoman.read.reader import Reader
from dragoman.read.sections import cut_sections, read_in_sections

PARAGRAPHS = (
    "France accused Iran of supplying drones to Russia on Monday.",
    "Iran denied it. The French president said he would visit Ankara.",
    "France accused Iran of supplying drones to Russia on Monday.",
)
TEXT = "\n\n".join(PARAGRAPHS)
DOCUMENT = Document(id="d", name="d", uri="d", text=TEXT)


@pytest.mark.parametrize(
    ("text", "most", "pieces"),
    [
        ("One.\n\nTwo.\n\nThree.", 100, ["One.\n\nTwo.\n\nThree."]),
        ("One.\n\nTwo.\n\nThree.", 12, ["One.\n\nTwo.\n\n", "Three."]),
        ("One two three. Four five six seven.", 16, ["One two three. ", "Four five six ", "seven."]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("", 10, [""]),
    ],
)
def test_sections_cover_the_text(text: str, most: int, pieces: list[str]) -> None:
    """A text is cut at paragraphs, else after a sentence, a word, or as it comes, and nothing of it is lost."""
    spans = list(cut_sections(replace(DOCUMENT, text=text), most))
    assert [span.of(text) for span in spans] == pieces
    assert "".join(pieces) == text


def test_sections_are_read_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found in sections has its place in the whole document, and each statement an id of its own."""
    whole = Reader().read(DOCUMENT)
    assert len(list(cut_sections(DOCUMENT, 70))) == 3
    monkeypatch.setattr(sections, "SECTION_CHARACTERS", 70)
    reading = Reader().read(DOCUMENT)
    assert [(s.type, s.evidence.quote) for s in reading.statements if s.type == "ACCUSE"] == [
        (s.type, s.evidence.quote) for s in whole.statements if s.type == "ACCUSE"
    ]
    assert all(TEXT[s.evidence.start : s.evidence.end] == s.evidence.quote for s in reading.statements)
    assert len({s.id for s in reading.statements}) == len(reading.statements)
    assert {link.statement for s in reading.statements for link in s.links} <= {s.id for s in reading.statements}
    names, all_names = ([m.span for m in r.mentions if m.kind == "name"] for r in (reading, whole))
    assert names == all_names
    assert [t.span.of(TEXT) for t in reading.times] == ["Monday", "Monday"]
    assert reading.sentences == whole.sentences
    assert len({m.chain for m in reading.mentions if m.span.of(TEXT) == "Iran"}) == 3


def test_furniture_and_pages_move(monkeypatch: pytest.MonkeyPatch) -> None:
    """A section has the furniture and the pages that lie in it, in its own offsets."""
    seen: list[Document] = []
    document = replace(DOCUMENT, furniture=(Span(0, 10), Span(55, 80)), pages=(0, 62))
    spans = [Span(0, 62), Span(62, len(TEXT))]
    monkeypatch.setattr(sections, "cut_sections", lambda document, most: iter(spans))
    reader = Reader()
    monkeypatch.setattr(reader, "_read", lambda section: seen.append(section) or sections.Reading(document="d"))
    read_in_sections(document, reader._read)
    assert [s.furniture for s in seen] == [(Span(0, 10), Span(55, 62)), (Span(0, 18),)]
    assert [s.pages for s in seen] == [(0,), (0,)]


def test_too_long_a_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that would not fit into memory is refused with what to do."""
    monkeypatch.setattr(sections, "MOST_CHARACTERS", 100)
    with pytest.raises(UnreadableFile, match="cut it"):
        Reader().read(DOCUMENT)
