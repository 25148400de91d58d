"""Phrases of a parse: what a noun or a clause spans, who does what a verb says, and spans of tokens in characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from dragoman.model import Span
from dragoman.read.mentions.nouns import load_nouns
from dragoman.read.voices.cues import load_cues

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
QUOTING = frozenset({"quote", "cite"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
_MARKS = frozenset({'"', "''", "``", "'"})


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child that stands in one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def whole(token: Token) -> set[int]:
    """Return the indices of the token and all below it, from its left edge to its right edge."""
    return set(range(token.left_edge.i, token.right_edge.i + 1))


def noun_phrase(noun: Token) -> set[int]:
    """Return the indices of a speaker's noun phrase, with appositions and relative clauses."""
    return whole(noun)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of the verb itself, else of the verb that it shares one with; None when nobody is named."""
    seen = 0
    while seen < 6:
        own = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "expl"]
        if own:
            # Of two subjects ("which they say left") the nearer one speaks.
            return max((c for c in own if c.i < verb.i), key=lambda c: c.i, default=own[0])
        dep, head = verb.dep_, verb.head
        if dep == "acl" and verb.tag_ == "VBG" and (_follows_comma(verb) or not _can_speak(head)):
            # "he attacked the mayor, blaming ...", "he praised the pact saying ...": the parser hangs it on the noun.
            outer = _verb_above(head)
            if outer is not None:
                verb = outer
                seen += 1
                continue
        if dep in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM"):
            return head
        if dep == "xcomp":
            controller = child(head, "dobj", "dative")
            if controller is not None:
                return controller
        if dep == "pcomp" and head.head != head:
            verb = head.head
            quoted = child(verb, "dobj") if head.lower_ == "as" and verb.lemma_ in QUOTING else None
            if quoted is not None:  # "quoted a diplomat as saying": the diplomat says it
                return quoted
            if verb.pos_ not in ("VERB", "AUX"):
                return _owner(verb)
        elif dep in ("conj", "xcomp", "advcl", "acomp", "oprd", "dep", "ccomp") and head != verb:
            if dep == "ccomp" and verb.tag_ not in ("VBG", "VB"):
                return None
            verb = head
        else:
            return None
        seen += 1
    return None


def find_swallowed(verb: Token) -> Token | None:
    """Return the speaker whom the parser took for an apposition to the object before him.

    "Chad left Niger, a minister said": no comma closes what would be an apposition, and a clause runs up to "Niger".
    """
    subject = child(verb, "nsubj")
    beside = child(subject, "appos") if subject is not None else None
    if subject is None or beside is None or verb.i < beside.i or verb.doc[beside.left_edge.i - 1].text != ",":
        return None
    between = verb.doc[beside.right_edge.i + 1 : verb.i]
    if any(token.head != verb or token.dep_ not in ("aux", "neg", "advmod") for token in between):
        return None
    told = [c for c in verb.lefts if c.dep_ in ("ccomp", "xcomp") and c.tag_ in _FINITE]
    told += [verb.head] if verb.dep_ == "ccomp" and verb.head.i < subject.i and verb.head.tag_ in _FINITE else []
    ends = any(c.i < subject.i and subject.left_edge.i in (c.i + 1, c.right_edge.i + 1) for c in told)
    within = any(c.tag_ in _FINITE and child(c, "nsubj") is not None for c in subject.lefts)
    return beside if ends or within else None


def _follows_comma(verb: Token) -> bool:
    return verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","


def _can_speak(noun: Token) -> bool:
    """Say whether the noun may say something: somebody, or a text that one quotes as if it spoke."""
    if noun.pos_ != "NOUN":
        return True
    nouns, lemma = load_nouns(), noun.lemma_.lower()
    known = nouns.is_role(lemma) or lemma in nouns.collectives or lemma in nouns.bodies or lemma in nouns.people
    return known or lemma in load_cues().speaking_texts or lemma in load_cues().nouns


def _verb_above(noun: Token) -> Token | None:
    while noun.head != noun and noun.pos_ not in ("VERB", "AUX"):
        noun = noun.head
    return noun if noun.pos_ in ("VERB", "AUX") else None


def _owner(noun: Token) -> Token | None:
    return child(noun, "poss")


def is_passive(verb: Token) -> bool:
    """Say whether the verb is in the passive, a participle after its noun included."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and child(verb, *SUBJECTS) is None:
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl")


def clause_of(token: Token) -> set[int]:
    """Return the indices of the clause in which an adverbial stands; at the start of a sentence, of the sentence."""
    if token.is_sent_start:
        return set(range(token.sent.start, token.sent.end))
    clause = token.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    return whole(clause)


def runs_of(indices: Iterable[int], doc: Doc, trim: bool) -> Iterator[tuple[int, int]]:
    """Yield the runs (first, last) of the tokens, on demand without loose punctuation at their ends."""
    run: list[int] = []
    for index in [*(i for i in sorted(indices) if not doc[i].is_space), None]:
        if index is not None and (not run or _goes_on(doc, run[-1], index)):
            run.append(index)
            continue
        while trim and run and _is_loose(doc[run[0]]):
            run.pop(0)
        while trim and run and _is_loose(doc[run[-1]]):
            run.pop()
        if run:
            yield run[0], run[-1]
        run = [] if index is None else [index]


def _goes_on(doc: Doc, before: int, index: int) -> bool:
    """Say whether nothing but white space, and no paragraph's end, lies between the two tokens."""
    between = doc[before + 1 : index]
    if not all(token.is_space for token in between):
        return False
    return not (doc[index].is_sent_start and any("\n" in token.text for token in between))


def _is_loose(token: Token) -> bool:
    return token.is_punct and token.text not in _MARKS and token.text not in "()[]%"


def spans_of(indices: Iterable[int], doc: Doc, *, trim: bool = True) -> tuple[Span, ...]:
    """Return the pieces of text that the tokens cover."""
    return tuple(Span(doc[a].idx, doc[b].idx + len(doc[b])) for a, b in runs_of(indices, doc, trim))
