"""What our status is worth in the terms of MEANTIME, whose annotators marked words more than the world.

POS and NEG is whether the clause or noun is negated; certain or not, whether the author presents it as sure, a plan as
much as a fact; FUTURE, whether it lies after the time of speaking.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.assess import Assessment

UNCERTAIN = frozenset({"POSSIBLE", "PROBABLE"})
NEGATED = re.compile(r"'(not|n't|never|no|without|neither|nor)':")
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.WANTED})


def polarity_of(found: Assessment) -> str:
    """Return NEG where the event is denied, or its own clause negated within a wish or a chance ("may not leave")."""
    return "NEG" if found.status is Status.DENIED or NEGATED.match(found.reasons[-1]) else "POS"


def certainty_of(found: Assessment) -> str:
    return "uncertain" if found.status is Status.POSSIBLE else "certain"


def time_of(found: Assessment, token: Token) -> str:
    """Return FUTURE for what is planned, wished or possible, save in a past or a perfect ("may have left")."""
    return "FUTURE" if found.status in AHEAD and not has_past_form(token) else "NON_FUTURE"


def has_past_form(token: Token) -> bool:
    auxiliaries = [child for child in token.lefts if child.dep_ == "aux"]
    return token.tag_ == "VBD" or any(child.lemma_ == "have" or child.lower_ == "did" for child in auxiliaries)


def gold_certainty(certainty: str) -> str:
    """Return certain or uncertain; "" where the annotators left it open."""
    return "uncertain" if certainty in UNCERTAIN else "certain" if certainty == "CERTAIN" else ""
