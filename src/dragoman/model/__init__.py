"""The records that the stages exchange; they import nothing else of ours."""

from dragoman.model.actor import Actor, ActorKind, Form, FormUse, Term
from dragoman.model.document import DateSource, Dating, Document, Language
from dragoman.model.event import Dispute, DisputeKind, Event, Side, Standing
from dragoman.model.reading import Attribution, Mention, MentionKind, Reading, TimeMention
from dragoman.model.relation import Relation, RelationKind
from dragoman.model.span import Span
from dragoman.model.statement import (
    ActorRef,
    Evidence,
    Force,
    Link,
    Place,
    Quantity,
    Statement,
    Status,
    Theme,
    Time,
    Voice,
)

__all__ = [
    "Actor",
    "ActorKind",
    "ActorRef",
    "Attribution",
    "DateSource",
    "Dating",
    "Dispute",
    "DisputeKind",
    "Document",
    "Event",
    "Evidence",
    "Force",
    "Form",
    "FormUse",
    "Language",
    "Link",
    "Mention",
    "MentionKind",
    "Place",
    "Quantity",
    "Reading",
    "Relation",
    "RelationKind",
    "Side",
    "Span",
    "Standing",
    "Statement",
    "Status",
    "Term",
    "Theme",
    "Time",
    "TimeMention",
    "Voice",
]
