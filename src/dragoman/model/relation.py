"""What holds between two things that a sentence names, whether or not a state acts in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.span import Span


class RelationKind(StrEnum):
    """What the words say of the pair; the source comes first in each reading below."""

    BELONGS_TO = "belongs-to"  # "the 3rd Battalion of the brigade": the battalion belongs to the brigade
    IN_CHARGE_OF = "in-charge-of"  # "rebels seized the port": the rebels are in charge of the port
    ATTRIBUTE_OF = "attribute-of"  # "14 tanks", "Syrian children": 14 is an attribute of the tanks
    SYNONYM_OF = "synonym-of"  # "the minister, Ana Reis": either way round
    CO_LOCATED = "co-located"  # "troops in Kabul": either way round
    APART = "apart"  # "they fled from Kabul": either way round
    LIKES = "likes"
    DISLIKES = "dislikes"
    FIGHTING = "fighting"  # either way round
    ALLIES = "allies"  # either way round
    COMMUNICATES = "communicates"  # either way round


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """The words at `source` and `target` stand in a relation, as the words at `cue` show (none: word order does).

    `reason` names the rule and the word that it rests on.
    """

    kind: RelationKind
    source: Span
    target: Span
    cue: Span | None = None
    reason: str = ""
