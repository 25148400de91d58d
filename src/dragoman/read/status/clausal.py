"""The standing of clauses that complement a verb or an adjective, and of adverbial clauses."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import WH_WORDS, find_signature, find_slot, has_to
from dragoman.read.status.constructions import find_comparison, find_doing, find_unasserted, is_beside
from dragoman.read.status.infinitives import calls_for_purpose, find_hold
from dragoman.read.status.polarity import Standing, is_present
from dragoman.read.status.roots import is_question, of_root
from dragoman.read.status.signatures import Effect
from dragoman.read.status.walk import Walk, of_slot

ACTUAL = Standing()
TEMPORAL = frozenset({"when", "after", "before", "until", "once", "till", "as"})


def of_complement(verb: Token, walk: Walk) -> Standing:
    """Return the standing of a clause that complements a verb, a copula or an adjective."""
    governor, lefts = verb.head, list(verb.lefts)
    unasserted = find_unasserted(verb, lefts, walk.words)
    if unasserted is not None:
        return ACTUAL.under(*unasserted)
    if is_beside(verb, walk.words):
        return of_root(verb, walk.words)
    if is_question(verb, lefts):
        return ACTUAL.under(Effect(Status.POSSIBLE), "question")
    slot = find_slot(verb, lefts)
    if (
        slot == "ing"
        and governor.lemma_ in walk.words.sets["liking_verbs"]
        and any(c.tag_ == "MD" for c in governor.lefts)
    ):
        return walk.stand(governor).under(Effect(Status.WANTED), f"'would {governor.lower_}'")
    if slot == "to":
        return of_infinitive(verb, governor, walk)
    if slot in {"that", "subj"} and lefts and verb.left_edge.lower_ in WH_WORDS:
        return ACTUAL
    if governor.lemma_ == "be":
        doing = find_doing(governor) if slot == "inf" else None
        if doing is not None:
            return walk.stand(doing)
        governor = next(
            (child for child in governor.rights if child.dep_ in {"acomp", "attr"} and child.i < verb.i), governor
        )
    return of_slot(governor, slot, walk)


def of_infinitive(verb: Token, governor: Token, walk: Walk) -> Standing:
    """Return the standing of a to-infinitive after a verb."""
    hold = find_hold(verb, governor, walk.words)
    if hold.effect is None:
        return of_slot(hold.governor, "inf", walk)
    standing = walk.stand(hold.governor)
    if (
        hold.reason == "'to be to'" and standing.status is Status.DENIED
    ):  # "neither side is to attack": nobody says that they do not
        return standing.opened("'not to be to'")
    return standing.under(hold.effect, hold.reason)


def of_adverbial(verb: Token, walk: Walk) -> Standing:
    """Return the standing of an adverbial clause."""
    governor, lefts = verb.head, list(verb.lefts)
    unasserted = find_unasserted(verb, lefts, walk.words)
    if unasserted is not None:
        return ACTUAL.under(*unasserted)
    marks = {child.lower_ for child in lefts if child.dep_ in {"mark", "advmod", "prep"}}
    comparison = find_comparison(verb, governor)
    if comparison is not None:
        return walk.stand(governor).under(Effect(comparison), "'as if'")
    if has_to(verb):
        if find_signature(governor, "inf", walk.words) and not (
            governor.lemma_ == "call" and calls_for_purpose(governor)
        ):
            return of_slot(governor, "inf", walk)
        return walk.stand(governor).under(Effect(Status.PLANNED), "purpose")
    if marks & TEMPORAL and (verb.tag_ == "VBG" or is_present(verb)):
        outer = walk.stand(governor)
        return outer if outer.status in {Status.PLANNED, Status.POSSIBLE, Status.WANTED} else ACTUAL
    if marks or verb.tag_ == "VBD":
        return ACTUAL
    outer = walk.stand(governor)
    return ACTUAL if outer.status is Status.DENIED else outer
