"""Where what is said ends: the parser hangs on the words said what the sentence goes on with.

"She said the talks failed, and urged both sides to return, adding that ...": the second and third verbs are hers.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.read.voices.cues import load_cues
from dragoman.read.voices.phrases import SUBJECTS, child
from dragoman.read.voices.quotes import QuoteIndex
from dragoman.read.voices.verb_cues import Found

_TURNING = frozenset({"while", "although", "though", "whereas"})
_INDIRECT = frozenset({"clause", "infinitive", "hearer", "object"})
_APPOSED = frozenset({"appos", "dobj", "npadvmod", "attr"})  # where the parser puts an apposition to a clause
_PAST = frozenset({"VBD"})


def settle_borders(doc: Doc, found: Sequence[Found], quotes: QuoteIndex) -> None:
    """Take out of each indirect speech the cues, and what they say, that belong to the sentence around it."""
    for outer in found:
        if outer.spoken or outer.construction not in _INDIRECT:
            continue
        _cut_at_dash(doc, outer, quotes)
        _cut_at_remark(doc, outer, quotes)
        for inner in found:
            if inner is not outer and inner.head.i in outer.content and inner.head.i > outer.head.i:
                start = _own_start(doc, outer, inner, quotes)
                if start is not None:
                    _detach(doc, outer, inner, start)


def _own_start(doc: Doc, outer: Found, inner: Found, quotes: QuoteIndex) -> int | None:
    """Return where the inner cue's own part of the sentence starts, None when it is part of what is said."""
    verb = inner.head
    if quotes.at(verb.i) is not None or verb.i == outer.root:
        return None
    if verb.dep_ == "advcl":
        mark = child(verb, "mark", "advmod")
        if verb.tag_ == "VBG" and (mark is None or mark.lower_ in _TURNING):
            return _after_comma(doc, verb)
        return _after_comma(doc, verb) if mark is not None and mark.lower_ in _TURNING else None
    if (
        verb.dep_ == "ccomp"
        and verb.head == outer.verb
        and child(verb, *SUBJECTS) is None
        and doc[verb.i - 1].dep_ == "cc"
    ):
        return verb.i - 1
    if verb.dep_ == "conj" and child(verb, *SUBJECTS) is None and verb.tag_ == outer.head.tag_ in _PAST:
        return max((c.i for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i), default=verb.left_edge.i)
    return None


def _cut_at_dash(doc: Doc, found: Found, quotes: QuoteIndex) -> None:
    """Drop what follows a single dash: it is the writer's remark; two dashes enclose one."""
    dashes = [i for i in found.content if doc[i].text in {"-", "--"} and doc[i].whitespace_ and quotes.at(i) is None]
    if len(dashes) == 1 and dashes[0] > found.head.i:
        found.content = {i for i in found.content if i < dashes[0]}


def _cut_at_remark(doc: Doc, found: Found, quotes: QuoteIndex) -> None:
    """Drop the writer's own summing up: ", a claim that Moscow denies"."""
    for index in sorted(found.content):
        noun = doc[index]
        if noun.dep_ not in _APPOSED or noun.lemma_ not in load_cues().remarks or quotes.at(index) is not None:
            continue
        start = noun.left_edge.i
        if (
            start - 1 in found.content
            and doc[start - 1].text == ","
            and child(noun, "relcl", "acl", "prep") is not None
        ):
            found.content -= set(range(start - 1, noun.right_edge.i + 1))
            return


def _after_comma(doc: Doc, verb: Token) -> int | None:
    start = verb.left_edge.i
    return start if start > 0 and doc[start - 1].text in {",", "-", "while"} else None


def _detach(doc: Doc, outer: Found, inner: Found, start: int) -> None:
    end = inner.head.right_edge.i + 1
    if end >= max(outer.content):
        end = max(outer.content) + 1
    outer.content -= set(range(start, end))
    if child(inner.head, *SUBJECTS) is None:
        inner.source = set(outer.source)
        inner.content -= inner.source
