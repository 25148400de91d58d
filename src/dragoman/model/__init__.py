"""The records that the stages exchange; they import nothing else of ours."""

from dragoman.model.actor import Actor, ActorKind, Form, FormUse, Term
from dragoman.model.change import Change, ChangeKind
from dragoman.model.clause import Clause, Condition, Instrument, Modality
from dragoman.model.cluster import Broker, Cluster, Likeness, Triangle
from dragoman.model.document import CODED, DateSource, Dating, Document, Language
from dragoman.model.event import Contribution, Dispute, DisputeKind, Event, Side, Stance, Standing, Update
from dragoman.model.exchange import Exchange, Match, MatchSide, Reached, Stage, StageCertainty, Step, Wording
from dragoman.model.obligation import Breach, Obligation, Quoted, TriggerBy
from dragoman.model.party import Party
from dragoman.model.publisher import Publisher, Rating, Reliability
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
    "CODED",
    "Actor",
    "ActorKind",
    "ActorRef",
    "Anchor",
    "Attribution",
    "Bond",
    "Breach",
    "Broker",
    "Certainty",
    "Change",
    "ChangeKind",
    "Clause",
    "Cluster",
    "Condition",
    "Contribution",
    "DateSource",
    "Dating",
    "Dispute",
    "DisputeKind",
    "Document",
    "Event",
    "Evidence",
    "Exchange",
    "Force",
    "Form",
    "FormUse",
    "Instrument",
    "Language",
    "Likeness",
    "Link",
    "Mark",
    "Match",
    "MatchSide",
    "Mention",
    "MentionKind",
    "Modality",
    "Obligation",
    "Party",
    "Place",
    "Publisher",
    "Quantity",
    "Quoted",
    "Rating",
    "Reached",
    "Reading",
    "Relation",
    "RelationKind",
    "Reliability",
    "Ruling",
    "RulingKind",
    "Side",
    "Span",
    "Stage",
    "StageCertainty",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "Step",
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
    "TriggerBy",
    "Update",
    "Voice",
    "Wording",
]
