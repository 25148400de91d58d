"""What a clause that follows a noun says of what the noun names ("the visit planned for May")."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import find_signature, has_to
from dragoman.read.status.polarity import Standing, clause_effects
from dragoman.read.status.signatures import Effect, StatusWords

# Classes of verbs that say whether what their argument names took place.
TELLING = frozenset(
    {"commitment", "occurrence", "cancellation", "completion", "failed attempt", "beginning", "prevention"}
)


def by_clause(standing: Standing, verb: Token, words: StatusWords) -> Standing:
    """Return the standing of a noun after the clause of `verb`, which follows it."""
    if verb.tag_ == "VBG":
        return standing
    slot = "subj" if any(child.dep_ == "nsubj" and child.tag_ in {"WDT", "WP"} for child in verb.lefts) else "obj"
    if slot == "obj" and verb.dep_ == "relcl" and any(child.dep_ == "dobj" for child in verb.rights):
        return standing
    signature = find_signature(verb, slot, words)
    if signature is None or signature.name not in TELLING:
        return standing
    inner = Standing()
    if has_to(verb):
        inner = inner.under(Effect(Status.PLANNED), "infinitive")
    for effect, reason in clause_effects(verb, words, False):
        inner = inner.under(effect, reason)
    inner = inner.embed(signature, verb, f"'{verb.lower_}'")
    if verb.dep_ == "acl" and inner.status is Status.ACTUAL and standing.status is not Status.DENIED:
        return inner  # "the accord signed in May" is there, whatever it may lead to
    return standing.under(Effect(inner.status, inner.outcome), f"followed by '{verb.lower_}'")
