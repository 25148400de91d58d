"""Mends of the parse that hold for any text: verbs of saying that the parser took for nouns ("Both allege that ...").

The tagger has seen few plural subjects with the rarer verbs of saying; the clause with "that" gives them away.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.read.voices.cues import load_cues

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_BEFORE = frozenset(("nmod", "compound", "amod", "poss", "dep"))


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
