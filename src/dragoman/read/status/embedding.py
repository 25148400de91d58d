"""The walk from a trigger up through the words that embed it, and down again with a status.

Each embedding word passes a status to its complement by its signature (see signatures.py), and each clause or noun
phrase on the way adds what its own modals, negations and adjectives say (see polarity.py).
"""

from __future__ import annotations

from functools import partial

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clausal import of_adverbial, of_complement
from dragoman.read.status.clauses import (
    find_condition,
    find_first,
    is_deverbal,
    is_past_or_beside,
    is_reported_past,
    shared_markers,
)
from dragoman.read.status.followed import by_clause
from dragoman.read.status.nominal import after_preposition, of_argument, of_modifier, of_noun_clause
from dragoman.read.status.polarity import Standing, clause_effects, noun_effects
from dragoman.read.status.roots import is_command, of_root
from dragoman.read.status.scope import is_contrasted, is_negative
from dragoman.read.status.signatures import Effect, StatusWords
from dragoman.read.status.walk import Walk

A, PL, PO, D = Status.ACTUAL, Status.PLANNED, Status.POSSIBLE, Status.DENIED
ACTUAL = Standing()
MAIN = frozenset({"ROOT", "parataxis", ""})
CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acomp"})
VERDICT = frozenset({"oprd", "ccomp", "xcomp", "acomp"})


def stand(token: Token, words: StatusWords) -> Standing:
    """Return the standing of a token: what its surroundings make of it, and then its own markers."""
    if token.pos_ in {"VERB", "AUX"}:
        return stand_clause(token, words)
    if token.pos_ in {"NOUN", "PROPN", "PRON"}:
        return stand_noun(token, words)
    return surround(token, words)


def stand_clause(verb: Token, words: StatusWords) -> Standing:
    """Return the standing of a verb's clause."""
    standing = surround(verb, words)
    shared = shared_markers(verb)
    if is_opinion(verb, shared or verb, standing, words):
        standing = stand(verb.head, words)
    for effect, reason in clause_effects(shared or verb, words, is_reported_past(verb)):
        standing = standing.under(effect, reason)
    condition = None if is_past_or_beside(verb) else find_condition(verb, words)
    if condition is not None:
        standing = standing.under(Effect(PO), "hangs on a condition", condition)
    return standing


def is_opinion(verb: Token, marked: Token, standing: Standing, words: StatusWords) -> bool:
    """Say whether a clause is what someone thinks should be: he wants it ("I think that they should leave")."""
    if standing.status is not PO or verb.dep_ != "ccomp" or verb.head.lemma_ not in words.sets["opinion_verbs"]:
        return False
    wished = any(words.modals.get(child.lower_) == "wanted" for child in marked.lefts if child.dep_ == "aux")
    perfect = any(child.lower_ in {"have", "'ve", "be"} for child in marked.lefts if child.dep_ == "aux")
    return wished and not perfect and stand(verb.head, words).status is A


def stand_noun(noun: Token, words: StatusWords) -> Standing:
    """Return the standing of what a noun names."""
    standing = surround(noun, words)
    if standing.status in {A, PL} and any(child.lower_ == "any" for child in noun.lefts):
        standing = standing.under(Effect(PO), "'any'")
    if is_negative(noun, words.sets) and standing.status is not D:  # else the verb's clause has counted it
        standing = standing.under(Effect(D), "negative determiner")
    if is_contrasted(noun) and standing.status is not D:
        standing = standing.under(Effect(D), "'not' before the noun")
    for effect, reason in noun_effects(noun, words):
        standing = standing.under(effect, reason)
    for child in noun.rights:
        if child.dep_ in {"acl", "relcl"} and child.pos_ == "VERB":
            standing = by_clause(standing, child, words)
    return standing


def surround(token: Token, words: StatusWords) -> Standing:
    """Return the standing that a token gets from what it hangs on."""
    dep, walk = token.dep_, Walk(words, partial(stand, words=words))
    if is_deverbal(token, words):
        return ACTUAL
    if dep in MAIN or (token.tag_ == "VB" and is_command(token, list(token.lefts))):
        return of_root(token, words)
    if dep == "conj":
        return of_conjunct(token, words)
    if token.pos_ == "ADJ" and dep in VERDICT and token.head.lemma_ in words.sets["verdict_verbs"]:
        return stand(token.head, words)  # "considers it important": that is what one thinks, not what may be
    if dep in {"pobj", "pcomp"}:
        return after_preposition(token, walk)
    if dep in {"advcl", "npadvmod"} and token.pos_ in {"VERB", "AUX"}:
        return of_adverbial(token, walk)
    if dep in {"relcl", "acl"}:
        return of_noun_clause(token, walk)
    if dep in CLAUSAL and token.pos_ != "NOUN" and (dep != "acomp" or token.tag_ == "VB"):
        return of_complement(token, walk)
    if dep in {"nsubj", "nsubjpass", "dobj", "dative", "ccomp", "xcomp", "oprd"}:
        return of_argument(token, walk)
    if dep in {"compound", "amod", "nmod", "poss"}:
        return of_modifier(token, walk)
    return stand(token.head, words)


def of_conjunct(token: Token, words: StatusWords) -> Standing:
    """Return the standing of a later member of a coordination: that of the first one's surroundings."""
    first = find_first(token)
    if first.lower_ == "anything" and token.i and token.nbor(-1).lower_ == "but":
        return stand(first, words).under(Effect(D), "'anything but'")
    if token.pos_ in {"VERB", "AUX"} and first.pos_ in {"VERB", "AUX"}:
        return surround(first, words)
    if token.pos_ in {"NOUN", "PROPN"} and first.pos_ in {"NOUN", "PROPN"}:
        standing = surround(first, words)
        if is_negative(first, words.sets) and standing.status is not D:
            standing = standing.under(Effect(D), "negative determiner")
        return standing
    return stand(first, words)
