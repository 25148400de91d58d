"""Attributions that a verb makes: who says it, and which of its complements is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.model import Force
from dragoman.read.voices.complements import is_infinitive, mark_of, root_of, what_is_said
from dragoman.read.voices.cues import Cues
from dragoman.read.voices.phrases import SUBJECTS, child, find_swallowed, is_passive, noun_phrase, subject_of, whole
from dragoman.read.voices.quotes import QuoteIndex


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
    root: int | None = None  # the word at the head of the clause that is said
    spoken: bool = False  # in direct speech


_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
# Verbs whose subject belongs to what they report.
_RAISING = frozenset({"seem", "appear"})


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
    if word in cues.never and takes is None and child(verb, "acomp") is None:
        return None
    if word in ("be", "remain", "feel", "seem", "become", "sound", "appear") and child(verb, "acomp") is not None:
        return _adjective_attribution(verb, cues)
    said = what_is_said(verb, takes, quotes)
    if said is None:
        return None
    construction, content, marker = said
    force = (takes or {}).get(construction, Force.SAYS)
    top, cue = cue_span(verb, cues)
    if top == verb and _is_unasserted(verb, construction):
        return None
    cue |= marker
    source = source_of(top) or (_beside(top, cues) if not is_passive(top) else set())
    swallowed = _swallowed(top, source) if construction == "clause" else None
    if swallowed is not None:
        content, source = content | (source - swallowed), swallowed
    if not source and construction == "clause" and not is_passive(top):
        source = _apposed(top, content)
    if top.lemma_ in _RAISING:
        # "Iran seems to agree": it seems so to the writer, and Iran is in what seems.
        content, source = content | source, set()
    carried = cues.carriers.get(cue_word(top, cues)) if top != verb else None
    content = content - cue
    if source & content:
        content -= source
    return Found(
        head=top,
        verb=verb,
        cue=cue,
        source=source,
        content=content,
        force=carried or force,
        construction=construction,
        root=root_of(verb, construction),
    )


def _is_unasserted(verb: Token, construction: str) -> bool:
    """Say whether the verb only names a purpose or an order: "met to denounce the deal", "support the deal!"."""
    if construction in ("clause", "inserted") or verb.tag_ not in ("VB", "VBG") or child(verb, "aux") is None:
        return (
            construction not in ("clause", "inserted")
            and verb.tag_ == "VB"
            and child(verb, *SUBJECTS) is None
            and (verb.dep_ != "conj")
        )
    is_bare = all(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    return (
        is_bare and verb.dep_ in ("advcl", "acl", "relcl", "csubj", "ccomp", "xcomp") and child(verb, *SUBJECTS) is None
    )


def _adjective_attribution(verb: Token, cues: Cues) -> Found | None:
    """Return what "is confident that", "was clear that" attribute."""
    adjective = child(verb, "acomp")
    takes = cues.adjectives.get(adjective.lemma_.lower()) if adjective is not None else None
    if adjective is None or takes is None:
        return None
    for c in [*adjective.rights, *verb.rights]:
        if c.dep_ in ("ccomp", "csubj", "advcl") and mark_of(c) in ("that", "whether", "if") and "clause" in takes:
            construction, content, marker = "clause", whole(c), set[int]()
        elif c.dep_ == "xcomp" and is_infinitive(c) and "infinitive" in takes:
            construction, content, marker = "infinitive", whole(c), set()
        elif c.dep_ == "prep" and "-" + c.lower_ in takes:
            construction, content, marker = "-" + c.lower_, whole(c) - {c.i}, {c.i}
        else:
            continue
        return Found(
            head=verb,
            verb=verb,
            cue=verb_group(verb) | marker | set(range(verb.i, adjective.i + 1)),
            source=source_of(verb),
            content=content,
            force=takes[construction],
            construction="adjective " + construction,
        )
    return None


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
    top, cue = verb, verb_group(verb)
    while (
        (top.dep_ == "xcomp" or (top.dep_ == "advcl" and is_infinitive(top)))
        and cue_word(top.head, cues) in cues.carriers
        and top.head.i < top.i
    ):
        top = top.head
        cue |= verb_group(top)
    return top, cue


def verb_group(verb: Token) -> set[int]:
    """Return the verb with its auxiliaries, negation, particle, and the adverbs before it."""
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


def _beside(verb: Token, cues: Cues) -> set[int]:
    """Return the noun phrase next to a verb to which the parser gave no subject: "Maynard said", "said Maynard"."""
    doc = verb.doc
    for token in doc[verb.i + 1 : verb.i + 6]:
        if token.ent_type_ in ("DATE", "TIME"):
            break  # "SIRPA said Wednesday"
        if token.pos_ in _NOUNS and token.left_edge.i == verb.i + 1:
            return whole(token) if verb.lemma_ in cues.inverting_verbs else set()
    first = min(verb_group(verb))
    while first > verb.sent.start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    return set(range(first, verb.i)) - verb_group(verb)


def _swallowed(verb: Token, source: set[int]) -> set[int] | None:
    """Return the speaker alone, where the parser took the object before it for the subject."""
    beside = find_swallowed(verb)
    return whole(beside) if beside is not None and whole(beside) < source else None


def _apposed(verb: Token, content: set[int]) -> set[int]:
    """Return the speaker right before a verb without a subject, which the parser hung on what is said."""
    end = min(verb_group(verb)) - 1
    end -= verb.doc[end].text == ","  # "X left, Chad's leader, Ann Lee, said"
    token = verb.doc[end]
    while token.head != token and token.head.right_edge.i == end and token.dep_ != "appos":
        token = token.head
    if token.dep_ != "appos" or token.right_edge.i != end or token.i not in content:
        return set()
    while token.head.dep_ == "appos" and token.head.right_edge.i == end:
        token = token.head
    return whole(token) if verb.doc[token.left_edge.i - 1].text == "," else set()


def _below(verb: Token, noun: Token) -> Token:
    """Return the ancestor of the verb that hangs directly on the noun."""
    while verb.head != noun and verb.head != verb:
        verb = verb.head
    return verb
