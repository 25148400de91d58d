from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

from dragoman.model import DateSource, Reading, Relation, RelationKind, Span, Status
from dragoman.wire import annotation_to_wire, dispute_to_wire, document_to_wire, event_to_wire, statement_to_wire
from tests.case.builders import FULL, make_dispute, make_document, make_event, make_statement


def test_full_statement() -> None:
    """Every part of a statement is on the wire, with days as text and spans as offsets."""
    wire = json.loads(json.dumps(statement_to_wire(FULL, "a.txt", "e1")))
    assert wire["agents"] == [
        {"code": "RUS", "actor": "state:RUS", "name": "Russia", "sector": None, "mention": {"start": 0, "end": 3}}
    ]
    assert wire["theme"] == {
        "text": "3 million shells",
        "goods": ["ammunition"],
        "quantities": [{"value": 3e6, "unit": "shells", "text": "3 million shells"}],
    }
    assert wire["time"] == {"start": "2023-09-01", "end": "2023-09-30", "precision": "month", "text": "September"}
    assert wire["place"] == {"text": "Strelsau", "country": "RUS", "lat": 1.5, "lon": -2.25, "precision": "city"}
    assert [(voice["cue"], voice["force"]) for voice in wire["voices"]] == [("hinted", "hints")]
    assert wire["evidence"]["trigger"] == {"start": 33, "end": 38}
    assert (wire["document"], wire["event"], wire["status"]) == ("a.txt", "e1", "possible")


def test_bare_statement() -> None:
    """What a statement does not know is null or empty on the wire, never left out."""
    bare, full = statement_to_wire(make_statement(), "a.txt", None), statement_to_wire(FULL, "a.txt", "e1")
    assert list(bare) == list(full)
    assert (bare["mode"], bare["theme"], bare["place"], bare["event"]) == (None, None, None, None)


def test_the_rest() -> None:
    """Events, disputes and documents can be written as JSON; an event's actors carry no offsets."""
    event = event_to_wire(make_event("e1", "s1", time=FULL.time, place=FULL.place))
    document = document_to_wire(make_document(furniture=(Span(0, 1),)), "1")
    dispute = dispute_to_wire(make_dispute("x1", "e1"))
    assert json.loads(json.dumps([event, document, dispute]))[0]["statements"] == ["s1"]
    assert "mention" not in event["agents"][0]
    assert "text" not in document


def test_relations_of_an_annotation() -> None:
    """A relation is on the wire with the words of its ends, and null for a cue that word order stands for."""
    relation = Relation(kind=RelationKind.SYNONYM_OF, source=Span(0, 3), target=Span(5, 8), reason="synonym: brackets")
    document = make_document()
    wire = annotation_to_wire(document, Reading(document=document.id, relations=(relation,)))["relations"]
    assert wire == [
        {
            "kind": "synonym-of",
            "source": {"start": 0, "end": 3, "text": document.text[:3]},
            "target": {"start": 5, "end": 8, "text": document.text[5:8]},
            "cue": None,
            "reason": "synonym: brackets",
        }
    ]


def test_reference_names_every_field_and_value() -> None:
    """The reference names each field that is on the wire, each outcome, and how a date can be known."""
    page = Path("docs/reference/statement.md").read_text("utf-8")
    signatures = resources.files("dragoman.ontology").joinpath("signatures.yaml").read_text("utf-8")
    outcomes = set(re.findall(r"\b(?:actual|denied|planned|possible|wanted)/(\w+)", signatures))
    fields = {
        *statement_to_wire(FULL, "a.txt", None),
        *event_to_wire(make_event("e1", "s1")),
        *document_to_wire(make_document(), "1"),
        *annotation_to_wire(make_document(), Reading(document="d", reader="1")),
    }
    assert len(outcomes) > 3
    missing = [name for name in sorted({*fields, *outcomes, *DateSource, *Status}) if f"`{name}`" not in page]
    assert missing == []
