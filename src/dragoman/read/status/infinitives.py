"""What stands behind a to-infinitive after a verb: "agreed to", "is to", "has to", "the aim is to", "is going to"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import find_signature, negated
from dragoman.read.status.polarity import SUBJECTS, Standing, is_past
from dragoman.read.status.signatures import Effect, StatusWords


@dataclass(frozen=True, slots=True)
class Hold:
    """The word that an infinitive hangs on; `effect` is what it says of it, None where its signature says so."""

    governor: Token
    effect: Effect | None = None
    reason: str = ""


def find_hold(verb: Token, governor: Token, words: StatusWords) -> Hold:
    """Return what the infinitive `verb` hangs on, given the verb that the parser hung it on."""
    lemma = governor.lemma_
    if is_performing(verb, governor, words):
        return Hold(governor, Effect(Status.ACTUAL), f"'{governor.lower_} to {verb.lower_}'")
    if lemma in words.sets["liking_verbs"] and not any(child.dep_ == "aux" for child in governor.lefts):
        return Hold(governor, Effect(Status.ACTUAL), f"'{governor.lower_} to'")
    if lemma == "call" and calls_for_purpose(governor):
        return Hold(governor, Effect(Status.PLANNED), "purpose")
    if lemma == "be":
        return of_being(verb, governor, words)
    if lemma == "have":
        if is_yet([*governor.children, *verb.lefts]):
            return Hold(governor, Effect(Status.DENIED), "'yet to'")
        status = Status.ACTUAL if is_past(governor) else Status.WANTED  # what one had to do, one did
        return Hold(governor, Effect(status), "'have to'")
    if lemma == "get" and is_gotta(governor, verb):
        return Hold(governor, Effect(Status.WANTED), "'got to'")
    if lemma == "go" and governor.tag_ == "VBG":
        return Hold(governor, Effect(Status.PLANNED), "'going to'")
    if (
        lemma == "use"
        and governor.tag_ == "VBD"
        and not any(child.dep_ in {"dobj", "auxpass"} for child in governor.children)
    ):
        return Hold(governor, Effect(Status.DENIED, "ended"), "'used to'")
    return Hold(governor)


def of_being(verb: Token, governor: Token, words: StatusWords) -> Hold:
    """Return what an infinitive after "to be" hangs on: an adjective, the subject ("the aim is to"), or "is to"."""
    adjective = next(
        (child for child in governor.rights if child.dep_ in {"acomp", "attr", "prep"} and child.i < verb.i), None
    )
    if adjective is not None and (adjective.dep_ == "acomp" or find_signature(adjective, "inf", words)):
        return Hold(adjective)
    if is_yet([*governor.rights, *verb.lefts]):
        return Hold(governor, Effect(Status.DENIED), "'yet to'")
    subject = next((child for child in governor.lefts if child.dep_ in SUBJECTS), None)
    if subject is not None and words.find("noun", subject.lemma_, "inf"):
        return Hold(subject)
    if any(child.lower_ == "have" for child in verb.lefts):
        return Hold(governor, Effect(Status.DENIED), "'was to have'")
    if adjective is not None and adjective.lower_ == "up":
        return Hold(governor, Effect(Status.WANTED), "'up to'")
    # "Is not to attack" forbids: nobody says that it does not, as "is to leave" says that it will.
    return Hold(governor, Effect(Status.WANTED if negated(verb) else Status.PLANNED), "'to be to'")


def of_bare_infinitive(standing: Standing, governor: Token) -> Standing:
    """Return the standing of an infinitive after a word without a signature, which has that standing itself."""
    reason = f"'{governor.lower_} to'"
    if any(child.lower_ == "too" for child in governor.lefts):  # "too weak to attack"
        return standing.under(Effect(Status.DENIED), f"'too {governor.lower_} to'")
    if governor.pos_ in {"VERB", "NOUN"}:
        return standing.under(Effect(Status.WANTED), reason)
    if governor.pos_ == "ADJ":  # hard to do or not: nobody says that it is not done
        return Standing().under(Effect(Status.POSSIBLE), reason)
    return standing


def is_performing(verb: Token, governor: Token, words: StatusWords) -> bool:
    """Say whether a speaker does what he wishes to by saying so ("I would like to thank", "I have to admit")."""
    if governor.lemma_ not in {"want", "wish", "like", "love", "have"} or governor.tag_ == "VBD":
        return False
    if verb.lemma_ not in words.sets["performative_verbs"] and verb.lemma_ not in words.sets["telling_verbs"]:
        return False
    lefts = list(governor.lefts)
    return not negated(governor) and any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in lefts)


def is_gotta(governor: Token, verb: Token) -> bool:
    """Say whether "got to" stands for "must" ("have got to leave", "gotta leave"), and not for what came about."""
    if governor.lower_ != "got":
        return False
    has = any(child.lower_ in {"have", "has", "'ve", "'s"} for child in governor.lefts if child.dep_ == "aux")
    return has or any(child.lower_ == "ta" for child in verb.lefts)


def calls_for_purpose(governor: Token) -> bool:
    """Say whether "called" has a thing or a hearer on the telephone, and an infinitive that says what for."""
    children = list(governor.children)
    return any(child.dep_ == "dobj" for child in children) and not any(
        child.dep_ == "prep" and child.lower_ in {"on", "upon"} for child in children
    )


def is_yet(near: list[Token]) -> bool:
    """Say whether "yet" is among the words."""
    return any(child.lower_ == "yet" for child in near)
