"""One step of the walk: what a word makes of its complement by its signature."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import find_signature
from dragoman.read.status.constructions import REJECTED, is_rejected_telling, is_removed_chance
from dragoman.read.status.infinitives import of_bare_infinitive
from dragoman.read.status.polarity import Standing
from dragoman.read.status.signatures import Effect, Signature, StatusWords


@dataclass(frozen=True, slots=True)
class Walk:
    """What the walk needs at each step: the vocabulary, and how the next token up stands."""

    words: StatusWords
    stand: Callable[[Token], Standing]


def embed(governor: Token, signature: Signature, reason: str, walk: Walk) -> Standing:
    """Return the standing of the complement of a word with that signature."""
    standing = walk.stand(governor)
    reason = f"'{reason}' ({signature.name})"
    if is_removed_chance(governor, walk.words):
        return walk.stand(governor.head).under(Effect(Status.DENIED), reason + REJECTED)
    told = standing.status in {Status.ACTUAL, Status.DENIED}
    rejected = told and is_rejected_telling(governor, signature, walk.words)
    return standing.denied(reason + REJECTED) if rejected else standing.embed(signature, governor, reason)


def of_slot(governor: Token, slot: str, walk: Walk) -> Standing:
    """Return the standing of the complement of `governor` in `slot`; without a signature it shares the governor's."""
    signature = find_signature(governor, slot, walk.words)
    if signature:
        return embed(governor, signature, governor.lower_, walk)
    standing = walk.stand(governor)
    if slot == "that_subjunctive":
        return of_slot(governor, "that", walk)
    if slot == "that" and standing.status is Status.DENIED:  # "did not mention that"
        return standing.opened(f"'{governor.lower_}' denied")
    return of_bare_infinitive(standing, governor) if slot == "inf" else standing
