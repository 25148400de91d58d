"""Resolve pronouns: the best antecedent by a readable table of weights, under the constraints of grammar.

1. A pronoun that stands for nothing ("it is said that") is left alone.
2. Reflexives and relatives take what syntax gives them; first persons take the speaker of the quotation.
3. All others: of the candidates that agree and that grammar allows, the one with the highest score.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.read.mentions.discourse import Discourse, Referent, Seen
from dragoman.read.mentions.noun_phrases import clause_of, noun_of, role_of, subject_of
from dragoman.read.mentions.nouns import WORDS, load_nouns

# Weights: each chosen by a sweep, the others fixed, over the documents of evals/reference (half of the gold set; its
# README has the figures).
PER_SENTENCE = -1.0
ROLE = {"subject": 2.0, "possessor": 1.2, "object": 1.0, "other": 0.8, "prepositional": 0.6, "modifier": 0.2}
SAME_ROLE = 0.5
NAMED = 0.5
SAYER = 1.0  # "X told Y he would": the subject of what is said takes up the one who says it
OWN_CLAUSE = 0.8  # a possessive takes up a phrase of its own clause
PER_LOG_MENTION = 0.5
UNKNOWN_GENDER = -0.3
PLURAL_THEY = 1.6  # "they" takes plurals before it takes bodies and states
THING = -0.3  # what is nobody, against somebody
EQUATED = -1.5  # in "it is a sign of" the "it" is hardly somebody
NEAR = -0.02  # for each token between, to part equals
SENTENCES_BACK = 4

SORTS = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "it": frozenset({"state", "body", "place", "thing"}),
    "they": frozenset({"several", "people", "state", "body", "thing", "person"}),
}
FORMS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
}  # fmt: skip
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
GENDERS = {"he": "m", "she": "f"}


@dataclass(frozen=True, slots=True)
class Choice:
    """The referent chosen for a pronoun, with the score and the reason in words."""

    referent: Referent
    score: float
    reason: str


def is_empty_it(token: Token) -> bool:
    """Say whether an "it" stands for nothing ("it is clear that", "it seems that", "it was then that")."""
    if token.lower_ != "it":
        return False
    verb = token.head
    if token.dep_ == "expl":
        return True
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "relcl") and c.i > verb.i]
    if verb.lemma_ == "be":
        about = [c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "advmod")]
        inner = [g for c in about for g in c.children if g.dep_ in ("relcl", "ccomp", "xcomp", "acl") and g.i > c.i]
        timely = any(c.ent_type_ in ("DATE", "TIME") or c.lower_ in ("time", "clear", "likely") for c in about)
        return timely or bool((clauses or inner) and any(c.dep_ == "acomp" for c in about))
    if verb.lemma_ in WORDS["raising"] or token.dep_ == "nsubjpass":
        return any(c.dep_ in ("ccomp", "advcl") or (c.dep_ == "xcomp" and verb.lemma_ == "take") for c in clauses)
    return False


def antecedent_of_relative(token: Token) -> Token | None:
    """Return the noun that a relative pronoun takes up."""
    if token.lower_ not in RELATIVES or token.tag_ not in ("WP", "WDT", "WP$"):
        return None
    for ancestor in [token, *token.ancestors]:
        if ancestor.dep_ in ("relcl", "acl"):
            return ancestor.head if ancestor.head.i < token.i else None
        if ancestor.dep_ in ("ccomp", "ROOT"):
            return None
    return None


def cataphor(token: Token) -> Token | None:
    """Return the later subject that a pronoun in a clause before it announces ("Before he left, Kim said")."""
    clause = clause_of(token)
    if token.dep_ not in ("nsubj", "nsubjpass", "poss") or clause.dep_ not in ("advcl", "pcomp"):
        return None
    main = clause.head if clause.dep_ == "advcl" else clause_of(clause)
    subject = next((child for child in main.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject if subject is not None and subject.i > token.i and subject.i > clause.i else None


def choose(token: Token, discourse: Discourse) -> Choice | None:
    """Return the antecedent of a third-person pronoun, or None when nothing fits."""
    form = FORMS[token.lower_]
    reflexive = token.lower_ in REFLEXIVES
    scored = list(_scored(token, form, discourse, reflexive)) or list(_scored(token, form, discourse, False))
    if not scored:
        return None
    score, referent, seen = max(scored, key=lambda row: (row[0], row[2].at))
    if form in GENDERS and referent.gender is None:
        referent.gender = GENDERS[form]
    return Choice(referent, score, f"'{token.text}' takes up {referent.key} ({seen.role}, score {score:.2f})")


def _scored(token: Token, form: str, discourse: Discourse, reflexive: bool) -> Iterator[tuple[float, Referent, Seen]]:
    here = discourse.sentence_of[token.i]
    for referent, seen in discourse.recent(token, SENTENCES_BACK):
        if not agrees(referent, form, token) or not is_allowed(token, seen.head, reflexive):
            continue
        yield weigh(token, form, referent, seen, here), referent, seen


def agrees(referent: Referent, form: str, token: Token) -> bool:
    """Say whether number, gender and sort let the pronoun take up the referent."""
    if referent.sort not in SORTS[form]:
        return False
    if form in GENDERS:
        return not referent.is_plural and referent.gender in (None, GENDERS[form])
    mindful = token.dep_ == "nsubj" and token.head.lemma_ in WORDS["mindful"]
    if referent.sort == "thing" and mindful:
        return False
    if form == "it":
        return not referent.is_plural
    if referent.sort in ("person", "thing"):
        return referent.is_plural
    return True


def is_allowed(token: Token, head: Token, reflexive: bool) -> bool:
    """Say whether grammar lets the pronoun take up a phrase with this head."""
    if head.is_ancestor(token) and token.dep_ == "poss" and token.head == head:
        return False
    same_clause = clause_of(token) == clause_of(head)
    if reflexive:
        subject = subject_of(clause_of(token))
        return head == subject or (same_clause and role_of(head) == "subject")
    if token.dep_ == "poss" or not same_clause:
        return not (token.dep_ == "poss" and head == token.head)
    inner = {role_of(token), role_of(head)}
    return not inner <= {"subject", "object", "prepositional", "other"} or _is_adjunct(head)


def _is_equated(token: Token) -> bool:
    """Say whether the pronoun is said to be something that no one is ("it is a sign of weakness")."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return False
    said = [child for child in verb.children if child.dep_ == "attr" and child.pos_ == "NOUN"]
    return bool(said) and not any(load_nouns().knows(noun_of(child)) for child in said)


def _sayer(token: Token) -> Token | None:
    """Return the subject of the verb of saying or thinking whose content the pronoun is the subject of."""
    verb = token.head
    if (
        token.dep_ not in ("nsubj", "nsubjpass")
        or verb.dep_ != "ccomp"
        or verb.head.lemma_.lower() not in WORDS["mindful"]
    ):
        return None
    return subject_of(verb.head)


def _is_adjunct(head: Token) -> bool:
    """Say whether the phrase stands in a clause-initial "For Kim, ..." and so may be taken up in the clause."""
    return head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.i < head.head.head.i


def weigh(token: Token, form: str, referent: Referent, seen: Seen, here: int) -> float:
    """Return the score of a candidate; higher is better."""
    score = PER_SENTENCE * (here - seen.sentence) + NEAR * min(token.i - seen.at, 50)
    roles = {s.role for s in referent.seen if s.sentence == seen.sentence and s.at < token.i}
    score += max(ROLE[role] for role in roles)
    score += PER_LOG_MENTION * math.log(len(referent.seen))
    score += NAMED * referent.is_named
    score += SAME_ROLE * (role_of(token) in roles)
    if seen.head == _sayer(token):
        score += SAYER
    if token.dep_ == "poss" and clause_of(token) == clause_of(seen.head):
        score += OWN_CLAUSE
    if form in GENDERS and referent.gender is None:
        score += UNKNOWN_GENDER
    if form == "they" and (referent.is_plural or referent.sort == "several"):
        score += PLURAL_THEY
    if referent.sort == "thing":
        score += THING
    elif form == "it" and _is_equated(token):
        score += EQUATED
    return score
