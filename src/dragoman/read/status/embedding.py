"""The walk from a trigger up through the words that embed it, and down again with a status.

Each embedding word passes a status to its complement by its signature (see signatures.py), and each clause or noun
phrase on the way adds what its own modals, negations and adjectives say (see polarity.py).
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import (
    WH_WORDS,
    find_condition,
    find_first,
    find_predicate,
    find_raised,
    find_signature,
    find_slot,
    has_to,
    is_deverbal,
    is_gerund_before_object,
    is_past_or_beside,
    is_reported_past,
    is_subjunctive,
    reattach,
    shared_markers,
)
from dragoman.read.status.constructions import (
    REJECTED,
    by_preposition,
    find_comparison,
    find_doing,
    find_unasserted,
    is_beside,
    is_content,
    is_rejected_telling,
    is_removed_chance,
    left_open,
    of_ordinal,
)
from dragoman.read.status.followed import by_clause
from dragoman.read.status.infinitives import calls_for_purpose, find_hold, of_bare_infinitive
from dragoman.read.status.polarity import (
    SUBJECTS,
    Standing,
    clause_effects,
    is_definite,
    is_past,
    is_present,
    noun_effects,
)
from dragoman.read.status.roots import is_command, is_question, of_root
from dragoman.read.status.scope import is_contrasted, is_negative
from dragoman.read.status.signatures import Effect, Signature, StatusWords

A, PL, PO, W, D = Status.ACTUAL, Status.PLANNED, Status.POSSIBLE, Status.WANTED, Status.DENIED
ACTUAL = Standing()
MAIN = frozenset({"ROOT", "parataxis", ""})
CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acomp"})
VERDICT = frozenset({"oprd", "ccomp", "xcomp", "acomp"})
TEMPORAL = frozenset({"when", "after", "before", "until", "once", "till", "as"})


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
    for effect, reason in clause_effects(shared or verb, words, is_reported_past(verb)):
        standing = standing.under(effect, reason)
    condition = None if is_past_or_beside(verb) else find_condition(verb, words)
    if condition is not None:
        standing = standing.under(Effect(PO), "hangs on a condition", condition)
    return standing


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
    dep = token.dep_
    if is_deverbal(token, words):
        return ACTUAL
    if dep in MAIN or (token.tag_ == "VB" and is_command(token, list(token.lefts))):
        return of_root(token, words)
    if dep == "conj":
        return of_conjunct(token, words)
    if token.pos_ == "ADJ" and dep in VERDICT and token.head.lemma_ in words.sets["verdict_verbs"]:
        return stand(token.head, words)  # "considers it important": that is what one thinks, not what may be
    if dep in {"pobj", "pcomp"}:
        return after_preposition(token, words)
    if dep in {"advcl", "npadvmod"} and token.pos_ in {"VERB", "AUX"}:
        return of_adverbial(token, words)
    if dep in {"relcl", "acl"}:
        return of_noun_clause(token, words)
    if dep in CLAUSAL and token.pos_ != "NOUN" and (dep != "acomp" or token.tag_ == "VB"):
        return of_complement(token, words)
    if dep in {"nsubj", "nsubjpass", "dobj", "dative", "ccomp", "xcomp", "oprd"}:
        return of_argument(token, words)
    if dep in {"compound", "amod", "nmod", "poss"}:
        return of_modifier(token, words)
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


def embed(governor: Token, signature: Signature, reason: str, words: StatusWords) -> Standing:
    """Return the standing of the complement of a word with that signature."""
    standing = stand(governor, words)
    reason = f"'{reason}' ({signature.name})"
    if is_removed_chance(governor, words):
        return stand(governor.head, words).under(Effect(D), reason + REJECTED)
    rejected = is_rejected_telling(governor, signature, words) and standing.status in {A, D}
    return standing.denied(reason + REJECTED) if rejected else standing.embed(signature, governor, reason)


def after_preposition(token: Token, words: StatusWords) -> Standing:
    """Return the standing of what follows a preposition, by the word that the preposition hangs on."""
    prep = token.head
    governor = prep.head
    if prep.lower_ == "without" and stand(governor, words).status is D:
        return ACTUAL.under(Effect(PO), "not ... without")
    alone = by_preposition(prep, words)
    if alone is not None:
        return alone
    if governor.dep_ == "prep" or governor == prep:
        governor = governor.head
    governor = reattach(governor, prep.lower_, words)
    signature = find_signature(governor, prep.lower_, words)
    if signature and not (signature.indefinite_only and is_definite(token, words)):
        return embed(governor, signature, f"{governor.lower_} {prep.lower_}", words)
    if prep.lower_ in words.sets["possible_prepositions"]:
        return ACTUAL.under(Effect(PO), f"'{prep.lower_}'")
    if token.pos_ in {"NOUN", "PROPN"}:
        return default_noun(token, governor, words)
    if any(child.lower_ in WH_WORDS for child in token.lefts):
        return ACTUAL
    standing = stand(governor, words)
    return left_open(standing, prep, words) if governor.pos_ == "NOUN" else standing


def default_noun(noun: Token, governor: Token, words: StatusWords) -> Standing:
    """Return the standing of a noun that its governor says nothing about: something definite is taken to be there."""
    if is_definite(noun, words):
        return ACTUAL
    standing = stand(governor, words)
    if standing.status is not D or is_negative(noun, words.sets):
        return standing
    return ACTUAL if noun.dep_ in SUBJECTS else left_open(standing, noun.head, words)


def of_argument(noun: Token, words: StatusWords) -> Standing:
    """Return the standing of a verb's subject or object."""
    slot = "subj" if noun.dep_ == "nsubj" else "obj"
    verb = find_predicate(noun)
    signature = find_signature(verb, slot, words)
    if signature and not (signature.indefinite_only and is_definite(noun, words)):
        return embed(verb, signature, verb.lower_, words)
    raised = find_raised(noun, words)
    if raised is not None:
        return stand(raised, words)
    return default_noun(noun, verb, words)


def of_modifier(token: Token, words: StatusWords) -> Standing:
    """Return the standing of a word that modifies a noun ("invasion plan", "peace talks")."""
    head = token.head
    if is_gerund_before_object(token) and find_signature(head.head, "ing", words):
        return of_slot(head.head, "ing", words)
    if token.dep_ == "poss" or (token.dep_ == "amod" and token.pos_ in {"VERB", "ADJ"}):
        return ACTUAL  # "attached files", "Cuba-backed rebels": true of what is spoken of
    signature = words.find("noun", head.lemma_, "of")
    if signature:
        return embed(head, signature, head.lower_, words)
    return ACTUAL if token.pos_ in {"VERB", "ADJ"} else stand(head, words)


def of_noun_clause(verb: Token, words: StatusWords) -> Standing:
    """Return the standing of a clause that hangs on a noun."""
    noun = verb.head
    if verb.dep_ == "acl" and noun.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ"}:
        return stand(noun, words)
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "aux"}}
    if (verb.dep_ == "acl" and "that" in marks) or is_content(verb, noun, words):
        return of_slot(noun, "that_subjunctive" if is_subjunctive(verb) else "that", words)
    if has_to(verb):
        return of_noun_infinitive(verb, noun, words)
    if verb.dep_ == "relcl" and (is_past(verb) or verb.doc[verb.left_edge.i - 1].text == ","):
        return ACTUAL
    if verb.tag_ == "VBN" and not is_negative(noun, words.sets):
        return ACTUAL  # "the shells bought last year"
    return stand_reference(noun, words)


def stand_reference(noun: Token, words: StatusWords) -> Standing:
    """Return the standing of what a noun names; something definite, or not itself negated, is taken to be there."""
    if is_definite(noun, words):
        return ACTUAL
    standing = stand(noun, words)
    if (
        standing.status is D
        and not is_negative(noun, words.sets)
        and not standing.reasons[-1].endswith(f"{REJECTED}: {D}")
    ):
        return ACTUAL
    return standing


def of_noun_infinitive(verb: Token, noun: Token, words: StatusWords) -> Standing:
    """Return the standing of "to ..." after a noun: "a plan to", "the first to", "talks to be held"."""
    if noun.lower_ == "order" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return stand(noun.head.head, words).under(Effect(PL), "purpose")
    signature = words.find("noun", noun.lemma_, "inf")
    if signature:
        return embed(noun, signature, f"{noun.lower_} to", words)
    ordinal = of_ordinal(noun)
    outer = ACTUAL if ordinal else stand_reference(noun, words)
    return outer.under(Effect(ordinal or PL), f"'{noun.lower_} to'")


def of_slot(governor: Token, slot: str, words: StatusWords) -> Standing:
    """Return the standing of the complement of `governor` in `slot`; without a signature it shares the governor's."""
    signature = find_signature(governor, slot, words)
    if signature:
        return embed(governor, signature, governor.lower_, words)
    standing = stand(governor, words)
    if slot == "that_subjunctive":
        return of_slot(governor, "that", words)
    if slot == "that" and standing.status is D:  # "did not mention that"
        return standing.opened(f"'{governor.lower_}' denied")
    return of_bare_infinitive(standing, governor) if slot == "inf" else standing


def of_complement(verb: Token, words: StatusWords) -> Standing:
    """Return the standing of a clause that complements a verb, a copula or an adjective."""
    governor, lefts = verb.head, list(verb.lefts)
    unasserted = find_unasserted(verb, lefts, words)
    if unasserted is not None:
        return ACTUAL.under(*unasserted)
    if is_beside(verb, words):
        return of_root(verb, words)
    if is_question(verb, lefts):
        return ACTUAL.under(Effect(PO), "question")
    slot = find_slot(verb, lefts)
    if slot == "ing" and governor.lemma_ in words.sets["liking_verbs"] and any(c.tag_ == "MD" for c in governor.lefts):
        return stand(governor, words).under(Effect(W), f"'would {governor.lower_}'")
    if slot == "to":
        return of_infinitive(verb, governor, words)
    if slot in {"that", "subj"} and lefts and verb.left_edge.lower_ in WH_WORDS:
        return ACTUAL
    if governor.lemma_ == "be":
        doing = find_doing(governor) if slot == "inf" else None
        if doing is not None:
            return stand(doing, words)
        governor = next(
            (child for child in governor.rights if child.dep_ in {"acomp", "attr"} and child.i < verb.i), governor
        )
    return of_slot(governor, slot, words)


def of_infinitive(verb: Token, governor: Token, words: StatusWords) -> Standing:
    """Return the standing of a to-infinitive after a verb."""
    hold = find_hold(verb, governor, words)
    if hold.effect is None:
        return of_slot(hold.governor, "inf", words)
    standing = stand(hold.governor, words)
    if (
        hold.reason == "'to be to'" and standing.status is D
    ):  # "neither side is to attack": nobody says that they do not
        return standing.opened("'not to be to'")
    return standing.under(hold.effect, hold.reason)


def of_adverbial(verb: Token, words: StatusWords) -> Standing:
    """Return the standing of an adverbial clause."""
    governor, lefts = verb.head, list(verb.lefts)
    unasserted = find_unasserted(verb, lefts, words)
    if unasserted is not None:
        return ACTUAL.under(*unasserted)
    marks = {child.lower_ for child in lefts if child.dep_ in {"mark", "advmod", "prep"}}
    comparison = find_comparison(verb, governor)
    if comparison is not None:
        return stand(governor, words).under(Effect(comparison), "'as if'")
    if has_to(verb):
        if find_signature(governor, "inf", words) and not (governor.lemma_ == "call" and calls_for_purpose(governor)):
            return of_slot(governor, "inf", words)
        return stand(governor, words).under(Effect(PL), "purpose")
    if marks & TEMPORAL and (verb.tag_ == "VBG" or is_present(verb)):
        outer = stand(governor, words)
        return outer if outer.status in {PL, PO, W} else ACTUAL
    if marks or verb.tag_ == "VBD":
        return ACTUAL
    outer = stand(governor, words)
    return ACTUAL if outer.status is D else outer
