"""What people decided, as JSON: rulings about events, and how far publishers are trusted."""

from __future__ import annotations

from dragoman.model import Publisher, Statement
from dragoman.ruling import Ruled
from dragoman.wire import Wire


def ruling_to_wire(ruled: Ruled) -> Wire:
    """Return the ruling with the statements and events that it is about now."""
    ruling = ruled.ruling
    return {
        "number": ruling.number,
        "kind": ruling.kind.value,
        "undoes": ruling.undoes,
        "undone": ruling.is_undone,
        "made_by": ruling.made_by,
        "made_at": ruling.made_at.isoformat(),
        "events": [event.id for event in ruled.events],
        "sides": [[_statement(statement) for statement in side] for side in ruled.sides],
    }


def _statement(statement: Statement) -> Wire:
    return {"statement": statement.id, "document": statement.document, "quote": statement.evidence.quote}


def publisher_to_wire(publisher: Publisher) -> Wire:
    """Return the publisher with its reliability, and who set it when."""
    rating = publisher.rating
    return {
        "name": publisher.name,
        "reliability": publisher.reliability.value,
        "documents": publisher.documents,
        "credited": publisher.credited,
        "spelled": list(publisher.spelled),
        "set_by": rating.made_by if rating else None,
        "set_at": rating.made_at.isoformat() if rating else None,
    }
