"""The standing of what hangs on a preposition or a noun, and of arguments and modifiers."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import (
    WH_WORDS,
    find_predicate,
    find_raised,
    find_signature,
    has_to,
    is_gerund_before_object,
    is_subjunctive,
    reattach,
)
from dragoman.read.status.constructions import REJECTED, by_preposition, is_content, left_open, of_ordinal
from dragoman.read.status.polarity import SUBJECTS, Standing, is_definite, is_past
from dragoman.read.status.scope import is_negative
from dragoman.read.status.signatures import Effect
from dragoman.read.status.walk import Walk, embed, of_slot

ACTUAL = Standing()
PHASES = frozenset({"end", "close", "start", "beginning", "conclusion"})
ANYONE = frozenset({"anyone", "anybody", "whoever", "any"})


def after_preposition(token: Token, walk: Walk) -> Standing:
    """Return the standing of what follows a preposition, by the word that the preposition hangs on."""
    prep = token.head
    governor = prep.head
    if prep.lower_ == "without" and walk.stand(governor).status is Status.DENIED:
        return ACTUAL.under(Effect(Status.POSSIBLE), "not ... without")
    alone = by_preposition(prep, walk.words)
    if alone is not None:
        return alone
    if prep.lower_ == "of" and governor.lower_ == "ahead" and token.pos_ == "NOUN":
        return ACTUAL.under(Effect(Status.PLANNED), "'ahead of'")  # a report's "ahead of the summit" looks forward
    if governor.dep_ == "prep" or governor == prep:
        governor = governor.head
    governor = reattach(governor, prep.lower_, walk.words)
    signature = None if is_setting(prep, governor) else find_signature(governor, prep.lower_, walk.words)
    if is_end_ahead(token, governor, walk):
        return walk.stand(governor.head.head)
    if signature and not (signature.indefinite_only and is_definite(token, walk.words)):
        return embed(governor, signature, f"{governor.lower_} {prep.lower_}", walk)
    if prep.lower_ in walk.words.sets["possible_prepositions"]:
        return ACTUAL.under(Effect(Status.POSSIBLE), f"'{prep.lower_}'")
    if token.pos_ in {"NOUN", "PROPN"}:
        return default_noun(token, governor, walk)
    if any(child.lower_ in WH_WORDS for child in token.lefts):
        return ACTUAL
    standing = walk.stand(governor)
    return left_open(standing, prep, walk.words) if governor.pos_ == "NOUN" else standing


def is_setting(prep: Token, verb: Token) -> bool:
    """Say whether "at ..." only tells where, standing before the verb ("will at a meeting push for")."""
    return prep.lower_ == "at" and prep.i < verb.i and verb.pos_ == "VERB"


def is_end_ahead(noun: Token, end: Token, walk: Walk) -> bool:
    """Say whether a noun's end is when something will be ("will meet at the end of a visit"): the noun is ahead too."""
    if end.lemma_ not in PHASES or end.dep_ != "pobj" or end.head.lower_ != "at" or is_definite(noun, walk.words):
        return False
    return walk.stand(end.head.head).status is Status.PLANNED


def default_noun(noun: Token, governor: Token, walk: Walk) -> Standing:
    """Return the standing of a noun that its governor says nothing about: something definite is taken to be there."""
    if is_definite(noun, walk.words):
        return ACTUAL
    standing = walk.stand(governor)
    if standing.status is not Status.DENIED or is_negative(noun, walk.words.sets):
        return standing
    return ACTUAL if noun.dep_ in SUBJECTS else left_open(standing, noun.head, walk.words)


def of_argument(noun: Token, walk: Walk) -> Standing:
    """Return the standing of a verb's subject or object."""
    slot = "subj" if noun.dep_ == "nsubj" else "obj"
    verb = find_predicate(noun)
    signature = find_signature(verb, slot, walk.words)
    if signature and not (signature.indefinite_only and is_definite(noun, walk.words)):
        return embed(verb, signature, verb.lower_, walk)
    raised = find_raised(noun, walk.words)
    if raised is not None:
        return walk.stand(raised)
    return default_noun(noun, verb, walk)


def of_modifier(token: Token, walk: Walk) -> Standing:
    """Return the standing of a word that modifies a noun ("invasion plan", "peace talks")."""
    head = token.head
    if is_gerund_before_object(token) and find_signature(head.head, "ing", walk.words):
        return of_slot(head.head, "ing", walk)
    if token.dep_ == "poss" or (token.dep_ == "amod" and token.pos_ in {"VERB", "ADJ"}):
        return ACTUAL  # "attached files", "Cuba-backed rebels": true of what is spoken of
    signature = walk.words.find("noun", head.lemma_, "of")
    if signature:
        return embed(head, signature, head.lower_, walk)
    return ACTUAL if token.pos_ in {"VERB", "ADJ"} else walk.stand(head)


def of_noun_clause(verb: Token, walk: Walk) -> Standing:
    """Return the standing of a clause that hangs on a noun."""
    noun = verb.head
    if verb.dep_ == "acl" and noun.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ"}:
        return walk.stand(noun)
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "aux"}}
    if (verb.dep_ == "acl" and "that" in marks) or is_content(verb, noun, walk.words):
        return of_slot(noun, "that_subjunctive" if is_subjunctive(verb) else "that", walk)
    if verb.dep_ == "relcl" and is_under_rule(noun) and not is_past(verb):
        return ACTUAL.under(Effect(Status.POSSIBLE), f"'{noun.lower_} who'")
    if has_to(verb):
        return of_noun_infinitive(verb, noun, walk)
    if verb.dep_ == "relcl" and (is_past(verb) or verb.doc[verb.left_edge.i - 1].text == ","):
        return ACTUAL
    if verb.tag_ == "VBN" and not is_negative(noun, walk.words.sets):
        return ACTUAL  # "the shells bought last year"
    return stand_reference(noun, walk)


def is_under_rule(noun: Token) -> bool:
    """Say whether the noun is of whoever a rule may meet ("anyone who attacks will be punished")."""
    if noun.dep_ not in {*SUBJECTS, "dobj"} or not any(child.tag_ == "MD" for child in noun.head.lefts):
        return False
    return noun.lower_ in ANYONE or any(child.lower_ == "any" for child in noun.lefts)


def stand_reference(noun: Token, walk: Walk) -> Standing:
    """Return the standing of what a noun names; something definite, or not itself negated, is taken to be there."""
    if is_definite(noun, walk.words):
        return ACTUAL
    standing = walk.stand(noun)
    if (
        standing.status is Status.DENIED
        and not is_negative(noun, walk.words.sets)
        and not standing.reasons[-1].endswith(f"{REJECTED}: {Status.DENIED}")
    ):
        return ACTUAL
    return standing


def of_noun_infinitive(verb: Token, noun: Token, walk: Walk) -> Standing:
    """Return the standing of "to ..." after a noun: "a plan to", "the first to", "talks to be held"."""
    if noun.lower_ == "order" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return walk.stand(noun.head.head).under(Effect(Status.PLANNED), "purpose")
    if noun.lower_ == "time" and noun.dep_ == "attr" and any(child.lower_ == "it" for child in noun.head.lefts):
        return walk.stand(noun.head).under(Effect(Status.WANTED), "'it is time to'")
    signature = walk.words.find("noun", noun.lemma_, "inf")
    if signature:
        return embed(noun, signature, f"{noun.lower_} to", walk)
    ordinal = of_ordinal(noun)
    outer = ACTUAL if ordinal else stand_reference(noun, walk)
    return outer.under(Effect(ordinal or Status.PLANNED), f"'{noun.lower_} to'")
