"""The records that the stages exchange; they import nothing else of ours."""

from dragoman.model.actor import Actor, ActorKind, Form, FormUse, Term
from dragoman.model.cluster import Broker, Cluster, Likeness, Triangle
from dragoman.model.document import DateSource, Dating, Document, Language
from dragoman.model.event import Contribution, Dispute, DisputeKind, Event, Side, Stance, Standing, Update
from dragoman.model.party import Party
from dragoman.model.reading import Attribution, Mention, MentionKind, Reading, TimeMention
from dragoman.model.relation import Relation, RelationKind
from dragoman.model.ruling import Anchor, Mark, Ruling, RulingKind
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
from dragoman.model.system import System
from dragoman.model.tie import Bond, Certainty, Tie, TieEvent, TieKind, Trend

__all__ = [
    "Actor",
    "ActorKind",
    "ActorRef",
    "Anchor",
    "Attribution",
    "Bond",
    "Broker",
    "Certainty",
    "Cluster",
    "Contribution",
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
    "Likeness",
    "Link",
    "Mark",
    "Mention",
    "MentionKind",
    "Party",
    "Place",
    "Quantity",
    "Reading",
    "Relation",
    "RelationKind",
    "Ruling",
    "RulingKind",
    "Side",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "System",
    "Term",
    "Theme",
    "Tie",
    "TieEvent",
    "TieKind",
    "Time",
    "TimeMention",
    "Trend",
    "Triangle",
    "Update",
    "Voice",
]
