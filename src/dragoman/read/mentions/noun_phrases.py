"""Questions about noun phrases that the parse answers: extent, number, role, and whether a phrase is a place."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dragoman.read.mentions.nouns import WORDS

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "punct"})
LEFT_PARTS = frozenset({"det", "nummod", "poss", "predet", "quantmod", "advmod", "preconj"}) | MODIFIERS
DEFINITES = frozenset({"the", "this", "that", "these", "those", "both", "either", "neither", "each"})

NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_EITHER = frozenset({"both", "either", "neither"})


def is_plural(token: Token) -> bool:
    """Say whether the phrase headed by the token is plural."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in ("police", "people")


def noun_of(token: Token) -> str:
    """Return the singular of a noun, in lower case ("Ministers": "minister")."""
    lemma = token.lower_ if token.tag_ in ("NNP", "NNPS") else token.lemma_.lower()
    if is_plural(token) and lemma == token.lower_ and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma


def phrase_of(head: Token) -> DocSpan:
    """Return the phrase from its determiner to its head, without what follows the head."""
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in LEFT_PARTS:
            break
        start = child.left_edge.i
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    return doc[start : head.i + 1]


def first_conjunct(token: Token) -> Token:
    """Return the first member of the conjunction or apposition that the token ends."""
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    return token


def role_of(head: Token) -> str:
    """Return what the phrase is in its clause: subject, object, possessor, modifier, prepositional or other."""
    token = first_conjunct(head)
    if token.dep_ in SUBJECTS:
        return "subject"
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "object"
    if token.dep_ in OBJECTS:
        return "object"
    if token.dep_ == "poss":
        return "possessor"
    if token.dep_ in MODIFIERS:
        return "modifier"
    return "prepositional" if token.dep_ in ("pobj", "pcomp") else "other"


def clause_of(token: Token) -> Token:
    """Return the verb (or root) of the innermost clause that the token stands in."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") or ancestor.dep_ == "ROOT":
            return ancestor
    return token


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or the one that it shares with the verb it is joined to or depends on."""
    for _ in range(4):
        for child in verb.lefts:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "aux") or verb.head == verb:
            return None
        verb = verb.head
    return None


def is_locative(head: Token) -> bool:
    """Say whether a land's or city's name stands for the place here and not for those who act there."""
    token = first_conjunct(head)
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in WORDS["visiting"]
    if token.dep_ not in ("pobj", "pcomp"):
        return token.dep_ == "npadvmod"
    prep, governor = token.head, token.head.head
    if prep.lower_ in WORDS["locative prepositions"]:
        return governor.lemma_.lower() not in WORDS["trusting"]
    if prep.lower_ == "of":
        return governor.lower_ in WORDS["parts of lands"] or governor.lemma_.lower() in WORDS["parts of lands"]
    return prep.lower_ in WORDS["prepositions of motion"] and governor.lemma_.lower() in WORDS["motion"]


def is_hyphenated_part(token: Token) -> bool:
    """Say whether a name only forms an adjective that makes nobody its owner ("X-backed", "X-based", "anti-X").

    Who leads, runs or owns it is its owner ("the X-led coalition").
    """
    doc, at = token.doc, token.i
    if at >= 2 and doc[at - 1].text == "-" and doc[at - 2].lower_ in WORDS["prefixes of stance"]:
        return True
    if at + 2 >= len(doc) or doc[at + 1].text != "-":
        return False
    after = doc[at + 2]
    return not after.text[:1].isupper() and after.lower_ not in WORDS["directing"]


def has_determiner(head: Token, words: frozenset[str]) -> bool:
    """Say whether the phrase has one of these words before its head."""
    return any(
        child.lower_ in words for child in head.lefts if child.dep_ in ("det", "predet", "preconj", "poss", "cc")
    )


def is_definite(head: Token) -> bool:
    """Say whether the phrase speaks of something as known ("the", "this", "both", a possessor)."""
    return has_determiner(head, DEFINITES) or any(child.dep_ == "poss" for child in head.lefts)


def number_of(head: Token) -> int | None:
    """Return the number in "the two leaders", or the two of "both"; None when there is none."""
    for child in head.lefts:
        if child.lower_ in _EITHER:
            return 2
        if child.dep_ == "nummod" and child.lower_ in NUMBERS:
            return NUMBERS[child.lower_]
    return None
