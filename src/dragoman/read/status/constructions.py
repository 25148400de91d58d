"""Constructions that mean more than their parts: rejected reports, clauses side by side, "as if", "all it did was"."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import (
    find_signature,
    is_conditional,
    is_even_if,
    is_far_from,
    is_foregone,
    is_light,
    negated,
)
from dragoman.read.status.polarity import SUBJECTS, Standing, is_past, is_present
from dragoman.read.status.scope import is_negative
from dragoman.read.status.signatures import Effect, Signature, StatusWords

ORDINALS = frozenset({"first", "last", "only", "second", "third", "latest"})
# Nouns of these classes are words that someone said: who rejects them denies what they say, or has none of it.
TOLD = frozenset({"evidence", "allegation", "offer", "agreement in words", "desire", "insistence"})
REJECTED = " rejected"
REJECTING = frozenset({"denial", "rejection"})
ANY_WORDS = frozenset({"whatever", "whoever", "whomever", "whichever", "wherever", "whenever", "however"})
BEING = frozenset({"be", "become", "have"})
SEEMING = frozenset({"look", "seem", "appear", "sound", "feel"})


def find_unasserted(verb: Token, lefts: list[Token], words: StatusWords) -> tuple[Effect, str] | None:
    """Return the effect of a conjunction that leaves a clause open or denies it: if, whether, until, rather than."""
    if is_conditional(verb, words):
        return Effect(Status.POSSIBLE), "if-clause"
    if is_free_choice(verb, lefts):
        return Effect(Status.POSSIBLE), "'whatever'"
    marks = {child.lower_ for child in lefts if child.dep_ in {"mark", "advmod", "prep"}}
    if "whether" in marks or is_even_if(lefts) or (verb.dep_ == "ccomp" and "if" in marks):
        return Effect(Status.POSSIBLE), "'whether'"
    if verb.dep_ != "advcl":
        return None
    if is_foregone(verb):
        return Effect(Status.DENIED), "'rather than'"
    if marks & {"until", "till"} and is_present(verb):
        return Effect(Status.POSSIBLE), "'until'"
    return None


def of_ordinal(noun: Token) -> Status | None:
    """Return what "the first to" makes of its infinitive: it was done, unless the first is still to come."""
    if noun.lower_ not in {"first", "last"} and not any(child.lower_ in ORDINALS for child in noun.lefts):
        return None
    ahead = noun.dep_ == "attr" and noun.head.tag_ == "VB"  # "will not be the first to attack"
    return Status.POSSIBLE if ahead else Status.ACTUAL


def by_preposition(prep: Token, words: StatusWords) -> Standing | None:
    """Return the standing that a preposition gives by itself ("without firing", "except to extend"), None for most."""
    if prep.lower_ in words.sets["exceptive_prepositions"]:
        return Standing()
    if prep.lower_ in words.sets["denying_prepositions"] or is_foregone(prep) or is_far_from(prep):
        return Standing().under(Effect(Status.DENIED), f"'{prep.lower_}'")
    return None


def left_open(standing: Standing, prep: Token, words: StatusWords) -> Standing:
    """Return the standing of what a preposition merely adds: who denies the one leaves the other open."""
    if standing.status is not Status.DENIED:
        return standing
    return Standing() if prep.lower_ in words.sets["presupposing_prepositions"] else standing.opened("left open")


def is_rejected(noun: Token, words: StatusWords) -> bool:
    """Say whether the noun is the object of a denial or a rejection that is not itself denied."""
    if any(child.dep_ == "acl" and child.tag_ == "VBN" and is_denial(child, words) for child in noun.rights):
        return True  # "reports, denied by Athens, that"
    if noun.dep_ not in {"dobj", "nsubjpass"} or is_negative(noun, words.sets):
        return False
    signature = find_signature(noun.head, "obj", words)
    return signature is not None and (signature.name in REJECTING or signature.name == "cancellation")


def is_denial(verb: Token, words: StatusWords) -> bool:
    """Say whether the verb denies or rejects its object."""
    signature = find_signature(verb, "obj", words)
    return signature is not None and signature.name in REJECTING and not negated(verb)


def is_removed_chance(noun: Token, words: StatusWords) -> bool:
    """Say whether the noun names a chance that someone does away with ("cleared the possibility of")."""
    if noun.lemma_ not in words.sets["chance_nouns"] or noun.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return noun.head.lemma_ in words.sets["chance_removing_verbs"]


def is_rejected_telling(noun: Token, signature: Signature, words: StatusWords) -> bool:
    """Say whether the noun names words, by its signature, that someone rejects ("denied reports that")."""
    return signature.name in TOLD and is_rejected(noun, words)


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
    if signature is None:  # "it rained, so that was that": a word that takes no such content
        return governor.lemma_ in BEING
    return signature.name in REJECTING


def is_content(verb: Token, noun: Token, words: StatusWords) -> bool:
    """Say whether a relative clause is in truth what the noun tells ("the idea that Peru has mines").

    It has its own subject and object, so that nothing in it stands for the noun.
    """
    if verb.dep_ != "relcl" or words.find("noun", noun.lemma_, "that") is None or is_light(verb, words):
        return False
    lefts = list(verb.lefts)
    that = next((child for child in lefts if child.lower_ == "that" and child.dep_ not in SUBJECTS), None)
    if that is None:
        return False
    if that.tag_ == "IN" and any(child.dep_ in SUBJECTS for child in lefts):
        return True
    return any(child.dep_ in SUBJECTS for child in lefts) and any(
        child.dep_ in {"dobj", "attr", "acomp", "xcomp", "ccomp"} for child in verb.rights
    )


def is_free_choice(verb: Token, lefts: list[Token]) -> bool:
    """Say whether a clause leaves open what is the case ("whatever they decide"); in the past it was so."""
    word = next((child for child in lefts if child.lower_ in ANY_WORDS and child.dep_ != "advmod"), None)
    if word is None or is_past(verb):
        return False
    return not any(token.text == "," for token in verb.doc[word.i : verb.i])


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
            return next((token for token in subject.subtree if token.lemma_ == "do" and token.dep_ != "aux"), None)
    return None
