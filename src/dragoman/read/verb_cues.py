"""Attributions that a verb makes: who says it, and which of its complements is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.model import Force
from dragoman.read.cues import Cues
from dragoman.read.phrases import child, is_passive, noun_phrase, subject_of, whole
from dragoman.read.quotes import QuoteIndex

Takes = Mapping[str, Force]


@dataclass(slots=True, kw_only=True)
class Found:
    """An attribution in the making: token indices, and `head`, the word that bears the cue."""

    head: Token
    verb: Token
    cue: set[int]
    source: set[int] = field(default_factory=set)
    content: set[int] = field(default_factory=set)
    force: Force = Force.SAYS
    construction: str = ""


def find_verb_cues(doc: Doc, cues: Cues, quotes: QuoteIndex) -> Iterator[Found]:
    """Yield what the verbs of the text attribute."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", ""):
            found = _attribution(token, cues, quotes)
            if found is not None:
                yield found


def _attribution(verb: Token, cues: Cues, quotes: QuoteIndex) -> Found | None:
    word = cue_word(verb, cues)
    takes = cues.verbs.get(word)
    if word in cues.never and takes is None:
        return None
    said = _said(verb, takes, quotes)
    if said is None:
        return None
    construction, content, marker = said
    force = (takes or {}).get(construction, Force.SAYS)
    top, cue = cue_span(verb, cues)
    cue |= marker
    source = source_of(top)
    carried = cues.carriers.get(cue_word(top, cues)) if top != verb else None
    content = content - cue
    if source & content:
        content -= source
    return Found(
        head=top, verb=verb, cue=cue, source=source, content=content, force=carried or force, construction=construction
    )


def cue_word(verb: Token, cues: Cues) -> str:
    """Return the verb's lemma, joined with what makes it a word of its own ("point_out", "make_clear")."""
    lemma = verb.lemma_.lower()
    for token in verb.children:
        if token.dep_ in ("prt", "acomp", "advmod", "ccomp", "oprd", "prep") and token.i > verb.i:
            joined = f"{lemma}_{token.lower_}"
            if joined in cues.verbs or joined in cues.carriers:
                return joined
    return lemma


def cue_span(verb: Token, cues: Cues) -> tuple[Token, set[int]]:
    """Return the topmost verb of the cue and the tokens of the cue ("has repeatedly declined to say")."""
    top, cue = verb, _verb_group(verb)
    while top.dep_ == "xcomp" and cue_word(top.head, cues) in cues.carriers and top.head.i < top.i:
        top = top.head
        cue |= _verb_group(top)
    return top, cue


def _verb_group(verb: Token) -> set[int]:
    group = {verb.i}
    for token in verb.children:
        if token.dep_ in ("aux", "auxpass", "neg", "prt"):
            group.add(token.i)
    before = min(group)
    for token in verb.lefts:
        if token.dep_ == "advmod" and token.i >= before - 1 and token.left_edge.i == token.right_edge.i:
            group.add(token.i)
    return group


def source_of(verb: Token) -> set[int]:
    """Return the tokens that name who the verb makes speak; none where nobody is named."""
    if is_passive(verb):
        agent = child(verb, "agent")
        by = child(agent, "pobj") if agent is not None else None
        return noun_phrase(by) if by is not None else set()
    subject = subject_of(verb)
    if subject is None or subject.dep_ == "expl" or (subject.lower_ in ("it", "there") and subject.dep_ == "nsubjpass"):
        return set()
    if subject.dep_ in ("csubj", "csubjpass"):
        return set()
    phrase = noun_phrase(subject)
    if verb.i in phrase:
        phrase -= whole(_below(verb, subject))
    return phrase


def _below(verb: Token, noun: Token) -> Token:
    """Return the ancestor of the verb that hangs directly on the noun."""
    while verb.head != noun and verb.head != verb:
        verb = verb.head
    return verb


def _said(verb: Token, takes: Takes | None, quotes: QuoteIndex) -> tuple[str, set[int], set[int]] | None:
    """Return the construction, the content and further tokens of the cue."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _is_infinitive(c)]
    if takes is None:
        said = [
            c for c in clauses if (child(c, "mark") is not None and _mark(c) == "that") or _is_quoted(c, quotes, verb)
        ]
        return ("clause", _union(said), set()) if said else None
    if clauses and ("clause" in takes or any(_is_quoted(c, quotes, verb) for c in clauses)):
        return "clause", _union(clauses) | _passive_subject(verb, takes), set()
    if (verb.dep_ == "parataxis" and "clause" in takes) or ("speech" in takes and verb.dep_ == "parataxis"):
        return "inserted", whole(verb.head) - whole(verb), set()
    return _phrases(verb, takes)


def _phrases(verb: Token, takes: Takes) -> tuple[str, set[int], set[int]] | None:
    infinitive = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and _is_infinitive(c)), None)
    thing = child(verb, "dobj") if not is_passive(verb) else child(verb, "nsubjpass")
    if "-as" in takes and thing is not None:
        label = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None)
        if label is not None:
            return "-as", whole(thing) | whole(label), set()
    if "verdict" in takes:
        label = next((c for c in verb.children if c.dep_ in ("oprd", "ccomp", "acomp") and c.i > verb.i), None)
        if label is not None:
            return "verdict", whole(label) | (whole(thing) if thing is not None else set()), set()
    if infinitive is not None:
        if "hearer" in takes and (thing is not None or infinitive.dep_ == "ccomp"):
            return "hearer", whole(infinitive) | (whole(thing) if thing is not None else set()), set()
        if "infinitive" in takes and infinitive.dep_ != "advcl":
            return "infinitive", whole(infinitive) | _passive_subject(verb, takes), set()
        if is_passive(verb) and thing is not None and infinitive.dep_ == "xcomp" and "clause" in takes:
            return "clause", whole(infinitive) | whole(thing), set()
    if "gerund" in takes:
        gerund = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)
        if gerund is not None:
            return "gerund", whole(gerund), set()
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.i > verb.i and "-" + prep.lower_ in takes and prep.lower_ != "as":
            said = whole(prep)
            if thing is not None:
                return "-" + prep.lower_, said | whole(thing), set()
            return "-" + prep.lower_, said - {prep.i}, {prep.i}
    if "object" in takes and thing is not None:
        return "object", whole(thing), set()
    return None


def _passive_subject(verb: Token, takes: Takes) -> set[int]:
    subject = child(verb, "nsubjpass")
    return whole(subject) if subject is not None and subject.lower_ != "it" else set()


def _mark(clause: Token) -> str:
    mark = child(clause, "mark")
    return mark.lower_ if mark is not None else ""


def _is_infinitive(clause: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def _is_quoted(clause: Token, quotes: QuoteIndex, verb: Token) -> bool:
    return quotes.at(clause.i) is not None and quotes.at(clause.i) != quotes.at(verb.i)


def _union(tokens: list[Token]) -> set[int]:
    return set().union(*(whole(t) for t in tokens))
