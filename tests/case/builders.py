"""Small records to put into a case."""

from __future__ import annotations

from datetime import date

from dragoman.model import (
    ActorRef,
    Dispute,
    DisputeKind,
    Document,
    Event,
    Evidence,
    Force,
    Place,
    Quantity,
    Reading,
    Side,
    Span,
    Standing,
    Statement,
    Status,
    Theme,
    Time,
    Voice,
)

READER = "1"
TEXT = "The minister said that Ruritania needs grain.\n\nStrelsau denied it."

RUSSIA = ActorRef(code="RUS", actor="state:RUS", name="Russia", mention=Span(0, 3))
KOREA = ActorRef(code="PRK", actor="state:PRK", name="North Korea")
LAVROV = ActorRef(code="RUS", actor="person:sergey-lavrov", name="Sergey Lavrov", sector="GOV")


def make_document(id_: str = "d1", **fields: object) -> Document:
    """Return a document of two paragraphs."""
    known: dict[str, object] = {"name": f"{id_}.txt", "uri": f"/in/{id_}.txt", "text": TEXT, **fields}
    return Document(id=id_, **known)  # type: ignore[arg-type]


def make_statement(id_: str = "s1", document: str = "d1", **fields: object) -> Statement:
    """Return a statement of the document's first words."""
    known: dict[str, object] = {
        "type": "WANT",
        "agents": (RUSSIA,),
        "evidence": Evidence(start=0, end=44, quote=TEXT[:44], trigger=Span(33, 38)),
        **fields,
    }
    return Statement(id=id_, document=document, **known)  # type: ignore[arg-type]


def make_reading(*statements: Statement, document: str = "d1", reader: str = READER, **fields: object) -> Reading:
    """Return the reading that found these statements."""
    return Reading(document=document, statements=statements, reader=reader, **fields)  # type: ignore[arg-type]


def make_event(id_: str = "e1", *statements: str, **fields: object) -> Event:
    """Return an event of these statements."""
    known: dict[str, object] = {"type": "WANT", "standing": Standing.SINGLE_SOURCE, "agents": (RUSSIA,), **fields}
    return Event(id=id_, statements=statements, **known)  # type: ignore[arg-type]


def make_dispute(id_: str = "x1", *events: str) -> Dispute:
    """Return a dispute over these events."""
    side = Side(claim="it is so", statements=("s1",), interests=("RUS",))
    return Dispute(id=id_, kind=DisputeKind.OCCURRENCE, events=events, what="whether it is so", sides=(side,))


FULL = make_statement(
    mode="visit",
    contexts=("military",),
    targets=(KOREA, LAVROV),
    theme=Theme(
        text="3 million shells",
        goods=("ammunition",),
        quantities=(Quantity(value=3e6, unit="shells", text="3 million shells"),),
    ),
    time=Time(start=date(2023, 9, 1), end=date(2023, 9, 30), precision="month", text="September"),
    place=Place(text="Strelsau", country="RUS", lat=1.5, lon=-2.25, precision="city"),
    status=Status.POSSIBLE,
    voices=(Voice(code="RUS", actor="person:sergey-lavrov", name="Sergey Lavrov", cue="hinted", force=Force.HINTS),),
    confidence=0.75,
    reader=READER,
    reasons=("because",),
)
