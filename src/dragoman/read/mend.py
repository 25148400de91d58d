"""Mends of the parse that hold for any text.

1. Verbs of saying that the parser took for nouns ("Both allege that ..."): the clause with "that" gives them away.
2. Months that it took for given names ("Last June Luma met ..."): the word before the month gives them away.
"""

from __future__ import annotations

import calendar

from spacy.tokens import Doc, Token

from dragoman.read.voices.cues import load_cues

_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)
_BEFORE_MONTHS = frozenset(("last", "next", "this", "early", "late", "mid", "in", "during", "since", "by", "until"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_BEFORE = frozenset(("nmod", "compound", "amod", "poss", "dep"))


def mend(doc: Doc) -> None:
    """Mend the parse in place."""
    mend_saying_verbs(doc)
    mend_months(doc)


def mend_months(doc: Doc) -> None:
    """Hang a month before the subject of a verb on the verb, as the time that it is."""
    for token in doc[1:]:
        if token.lower_ not in _MONTHS or token.dep_ not in _BEFORE or token.head.i != token.i + 1:
            continue
        before, name = token.nbor(-1), token.head
        if name.dep_ not in ("nsubj", "nsubjpass") or not (before.like_num or before.lower_ in _BEFORE_MONTHS):
            continue
        _rehang(token, before, name.head)


def _rehang(month: Token, before: Token, verb: Token) -> None:
    """Put "last June", "on 15 June" under the verb, with what stands before the month."""
    for modifier in [t for t in month.head.lefts if t.i < month.i]:
        modifier.head = month
    preposition = month.doc[before.i - 1] if before.like_num and before.i else before
    if preposition.dep_ == "prep" and preposition.sent.start == month.sent.start and not list(preposition.children):
        month.head, month.dep_ = preposition, "pobj"
    else:
        month.head, month.dep_ = verb, "npadvmod"


def mend_saying_verbs(doc: Doc) -> None:
    """Make verbs again of nouns at the root that a that-clause follows and that are verbs of saying."""
    for token in doc:
        if token.dep_ == "ROOT" and token.tag_ in _NOUNS and token.lower_ in load_cues().verbs:
            subject = _subject(token)
            if subject is not None and _says_that(token):
                token.tag_, token.pos_, token.lemma_ = "VBP", "VERB", token.lower_
                subject.dep_ = "nsubj"


def _says_that(token: Token) -> bool:
    clause = next((c for c in token.rights if c.dep_ in ("ccomp", "acl", "relcl")), None)
    return clause is not None and clause.left_edge.i == token.i + 1 and clause.left_edge.lower_ == "that"


def _subject(token: Token) -> Token | None:
    """Return who says it: the name or noun before the verb, as the parser hung it on the supposed noun."""
    before = [c for c in token.lefts if c.dep_ in _BEFORE and c.tag_ in _NOUNS]
    return before[-1] if before and before[-1].right_edge.i == token.i - 1 else None
