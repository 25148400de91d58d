"""Constructions that mean more than their parts: rejected reports, clauses side by side, "as if", "all it did was"."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.clauses import find_signature, is_light
from dragoman.read.polarity import SUBJECTS, is_past
from dragoman.read.scope import is_negative
from dragoman.read.signatures import StatusWords

REJECTING = frozenset({"denial", "rejection"})
ANY_WORDS = frozenset({"whatever", "whoever", "whomever", "whichever", "wherever", "whenever", "however"})
SEEMING = frozenset({"look", "seem", "appear", "sound", "feel"})


def is_rejected(noun: Token, words: StatusWords) -> bool:
    """Say whether the noun is the object of a denial or a rejection that is not itself denied."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or is_negative(noun, words.sets):
        return False
    signature = find_signature(noun.head, "obj", words)
    return signature is not None and (signature.name in REJECTING or signature.name == "cancellation")


def is_beside(verb: Token, words: StatusWords) -> bool:
    """Say whether what the parser took for a complement stands beside its governor ("X accuses Y; Y denies it").

    What comes before a denial is no content of it, as it is of "said"; nor is what a semicolon parts from it.
    """
    governor = verb.head
    if verb.i > governor.i or verb.dep_ != "ccomp":
        return False
    if any(token.text == ";" for token in verb.doc[verb.i + 1 : governor.i]):
        return True
    signature = find_signature(governor, "that", words)
    return signature is not None and signature.name in REJECTING


def is_content(verb: Token, noun: Token, words: StatusWords) -> bool:
    """Say whether a relative clause is in truth what the noun tells ("the idea that Peru has mines").

    It has its own subject and object, so that nothing in it stands for the noun.
    """
    if verb.dep_ != "relcl" or words.find("noun", noun.lemma_, "that") is None or is_light(verb, words):
        return False
    lefts = list(verb.lefts)
    if not any(child.lower_ == "that" and child.dep_ not in SUBJECTS for child in lefts):
        return False
    return any(child.dep_ in SUBJECTS for child in lefts) and any(
        child.dep_ in {"dobj", "attr", "acomp", "xcomp", "ccomp"} for child in verb.rights
    )


def is_free_choice(verb: Token) -> bool:
    """Say whether a clause leaves open what is the case ("whatever they decide"); in the past it was so."""
    if is_past(verb):
        return False
    return any(
        child.lower_ in ANY_WORDS
        and child.dep_ != "advmod"
        and not any(t.text == "," for t in verb.doc[child.i : verb.i])
        for child in verb.lefts
    )


def find_comparison(verb: Token, governor: Token) -> Status | None:
    """Return what "as if" makes of a clause: what only looks so is possible, else it is not so."""
    for child in verb.lefts:
        if child.dep_ == "mark" and child.lower_ in {"if", "though"} and child.i and child.nbor(-1).lower_ == "as":
            return Status.POSSIBLE if governor.lemma_ in SEEMING else Status.DENIED
    return None


def find_doing(copula: Token) -> Token | None:
    """Return the "do" of which a bare verb after "is" is the content ("all they did was talk")."""
    for subject in copula.lefts:
        if subject.dep_ in SUBJECTS:
            return next((token for token in subject.subtree if token.lemma_ == "do" and token.pos_ == "VERB"), None)
    return None
