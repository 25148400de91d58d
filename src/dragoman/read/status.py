"""Say of an event's trigger whether the text has it that the event is so.

Reports keep the status that their speaker gives; whose words they are is found elsewhere (attribution).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.clauses import find_signature
from dragoman.read.embedding import stand
from dragoman.read.polarity import Standing
from dragoman.read.scope import is_negative
from dragoman.read.signatures import StatusWords, load_status_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The status of an event in the text (or in the voice that says it), and why.

    `outcome` is None, failed, ended, cancelled, suspended or began; `condition` is the head of the if-clause on which
    the event hangs.
    """

    status: Status
    outcome: str | None
    reasons: tuple[str, ...]
    condition: Token | None


def assess(token: Token) -> Assessment:
    """Return the status of the event or state whose trigger is `token`."""
    words = load_status_words()
    found = stand(token, words)
    if found.status is Status.DENIED and token.lemma_ in words.sets["message_nouns"] and is_rejected(token, words):
        found = Standing(Status.ACTUAL, None, (*found.reasons, "what is rejected was made: actual"), found.condition)
    return Assessment(
        status=found.status, outcome=found.outcome, reasons=found.reasons or ("asserted",), condition=found.condition
    )


def is_rejected(noun: Token, words: StatusWords) -> bool:
    """Say whether the noun is the object of a denial or a rejection that is not itself denied."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or is_negative(noun, words.sets):
        return False
    signature = find_signature(noun.head, "obj", words)
    return signature is not None and signature.name in {"denial", "rejection"}
