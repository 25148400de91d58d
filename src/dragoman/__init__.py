"""Dragoman reads news about affairs between states and builds the system that it describes, each fact with its source.

import dragoman

with dragoman.open_case("korea.case") as case:
    case.read("articles/")
    for event in case.events(actors="PRK", since="2023-09"):
        print(event.standing, event.type, event.reasons)
"""

from dragoman.errors import DragomanError
from dragoman.library import Case, open_case, read_text
from dragoman.model import Actor, Dispute, Document, Event, Span, Standing, Statement, Status
from dragoman.relation import relation_type
from dragoman.version import __version__

__all__ = [
    "Actor",
    "Case",
    "Dispute",
    "Document",
    "DragomanError",
    "Event",
    "Span",
    "Standing",
    "Statement",
    "Status",
    "__version__",
    "open_case",
    "read_text",
    "relation_type",
]
