"""What relations may hold between, as the reader hands it over, and what it then finds."""

from __future__ import annotations

from dragoman.model import Document, RelationKind
from dragoman.read.parse import load_parser, parse
from dragoman.read.reader import Reader
from dragoman.read.relations.things import named_spans


def test_things_beside_mentions() -> None:
    """Arms, vehicles and numbers are found beside those who are mentioned; years and sums of money aren't."""
    text = "In 2019 the rebels lost 14 battle tanks and dozens of trucks worth 5 million dollars."
    doc = parse(Document(id="t", name="t", uri="t", text=text), load_parser())
    found = [(span.of(text), label) for span, label in named_spans(doc, ())]
    assert found == [("14", "quantity"), ("battle tanks", "platform"), ("dozens", "quantity"), ("trucks", "vehicle")]


def test_reader_fills_relations() -> None:
    """A reading has the relations between its own mentions, each with a cue and a reason."""
    text = "Turkish soldiers attacked Syrian rebels near Afrin."
    reading = Reader().read(Document(id="t", name="t", uri="t", text=text, language="en"))
    fights = [r for r in reading.relations if r.kind is RelationKind.FIGHTING]
    assert [(r.source.of(text), r.target.of(text)) for r in fights] == [("Turkish soldiers", "Syrian rebels")]
    assert fights[0].cue is not None and fights[0].cue.of(text) == "attacked"
    assert fights[0].reason == "fighting: 'attack'"
