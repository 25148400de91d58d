"""Say of an event's trigger whether the text has it that the event is so.

Reports keep the status that their speaker gives; whose words they are is found elsewhere (attribution).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.constructions import is_rejected
from dragoman.read.status.embedding import stand
from dragoman.read.status.polarity import Standing
from dragoman.read.status.signatures import StatusWords, load_status_words

OWN_WORDS = frozenset({"comment", "remark", "statement"})  # "declined comment"


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
    if found.status is Status.DENIED and is_message(token, words) and is_rejected(token, words):
        found = Standing(
            Status.ACTUAL, found.outcome, (*found.reasons, "what is rejected was made: actual"), found.condition
        )
    if found.status is Status.ACTUAL and is_in_opening_condition(token):
        found = Standing(Status.POSSIBLE, found.outcome, (*found.reasons, "inverted condition: possible"), token.head)
    return Assessment(
        status=found.status, outcome=found.outcome, reasons=found.reasons or ("asserted",), condition=found.condition
    )


def is_in_opening_condition(token: Token) -> bool:
    """Say whether it stands in a condition that opens the sentence: "Should X attack again, Y will"."""
    sentence = token.sent
    first = sentence[0]
    if first.lower_ != "should" or first == token or any(t.text == "?" for t in sentence):
        return False
    comma = next((t.i for t in sentence if t.text == ","), None)
    return comma is not None and token.i < comma


def is_message(noun: Token, words: StatusWords) -> bool:
    """Say whether the noun is of what someone says to another; a comment that is declined is the decliner's own."""
    return noun.lemma_ in words.sets["message_nouns"] and not (noun.lemma_ in OWN_WORDS and noun.dep_ == "dobj")
