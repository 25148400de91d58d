"""Attributions that a verb makes: who says it, and which of its complements is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.model import Force
from dragoman.read.cues import Cues
from dragoman.read.phrases import SUBJECTS, child, is_passive, noun_phrase, subject_of, whole
from dragoman.read.quotes import QuoteIndex

Takes = Mapping[str, Force]
Said = tuple[str, set[int], set[int]]


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
    said = _said(verb, takes, quotes)
    if said is None:
        return None
    construction, content, marker = said
    if _is_unasserted(verb, construction):
        return None
    force = (takes or {}).get(construction, Force.SAYS)
    top, cue = cue_span(verb, cues)
    cue |= marker
    source = source_of(top) or (_beside(top) if not is_passive(top) else set())
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
        root=_root_of(verb, construction),
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
    while top.dep_ == "xcomp" and cue_word(top.head, cues) in cues.carriers and top.head.i < top.i:
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


def _beside(verb: Token) -> set[int]:
    """Return the noun phrase next to a verb to which the parser gave no subject: "Maynard said", "said Maynard"."""
    doc = verb.doc
    for token in doc[verb.i + 1 : verb.i + 6]:
        if token.pos_ in _NOUNS and token.left_edge.i == verb.i + 1 and not child(token, "prep"):
            return whole(token) if verb.lemma_ in ("say", "add", "ask", "write", "reply", "argue", "note") else set()
    first = min(verb_group(verb))
    while first > verb.sent.start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    return set(range(first, verb.i)) - verb_group(verb)


def _below(verb: Token, noun: Token) -> Token:
    """Return the ancestor of the verb that hangs directly on the noun."""
    while verb.head != noun and verb.head != verb:
        verb = verb.head
    return verb


def _said(verb: Token, takes: Takes | None, quotes: QuoteIndex) -> Said | None:
    """Return the construction, the content and further tokens of the cue."""
    clauses = [c for c in verb.children if _is_clause(c, verb)]
    if any(c.i > verb.i for c in clauses):
        # "Some left: she said they fled": of two clauses the one before the verb is its own only in quotation marks.
        clauses = [c for c in clauses if c.i > verb.i or _is_quoted(c, quotes, verb)]
    if takes is None:
        said = [c for c in clauses if mark_of(c) == "that" or _is_quoted(c, quotes, verb)]
        return ("clause", _union(said), set()) if said else None
    if clauses and ("clause" in takes or any(_is_quoted(c, quotes, verb) for c in clauses)):
        return "clause", _union(clauses) | _passive_subject(verb) | _relative(verb), set()
    if "clause" in takes and _is_inserted(verb):
        return "inserted", whole(verb.head) - whole(verb), set()
    return _phrases(verb, takes)


def _is_clause(token: Token, verb: Token) -> bool:
    """Say whether the child is a finite clause, also where the parser calls it open ("which they say left")."""
    if token.dep_ == "ccomp":
        return (not is_infinitive(token) and token.tag_ != "VBG") or child(token, "nsubj", "nsubjpass") is not None
    return token.dep_ == "xcomp" and token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.i > verb.i


def _is_inserted(verb: Token) -> bool:
    """Say whether the verb stands in the midst of what it reports: "the war, he said, is over", "as he said, ..."."""
    if child(verb, "dobj", "prep") is not None and verb.dep_ != "parataxis":
        return False
    return verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and mark_of(verb) == "as")


def _phrases(verb: Token, takes: Takes) -> Said | None:
    thing = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dobj")
    if thing is None and is_passive(verb) and verb.dep_ in ("acl", "relcl"):
        thing = verb.head
    things = _thing_phrase(verb, thing)
    return (
        _labelled(verb, takes, things)
        or _infinitive(verb, takes, things)
        or _gerund(verb, takes)
        or _prepositional(verb, takes, things)
        or (("object", things | _after(verb), set()) if "object" in takes and things else None)
        or _gap(verb, takes)
    )


def _thing_phrase(verb: Token, thing: Token | None) -> set[int]:
    if thing is None:
        return set()
    phrase = whole(thing)
    return phrase - whole(verb) if verb.i in phrase else phrase


def _after(verb: Token) -> set[int]:
    """Return what goes with the object though the parser hangs it on the verb: "criticised him for lying"."""
    kept = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("for", "as", "of", "over")]
    return _union(kept) | _union([c for c in verb.rights if c.dep_ in ("xcomp", "oprd")])


def _labelled(verb: Token, takes: Takes, things: set[int]) -> Said | None:
    if "-as" in takes and things:
        label = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as"), None)
        if label is not None:
            return "-as", things | whole(label), set()
    if "verdict" in takes:
        label = next((c for c in verb.rights if c.dep_ in ("oprd", "ccomp", "acomp")), None)
        if label is not None:
            return "verdict", whole(label) | things, set()
    return None


def _infinitive(verb: Token, takes: Takes, things: set[int]) -> Said | None:
    infinitive = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(c)), None)
    if infinitive is None:
        return None
    hearer = _union([c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("on", "upon")])
    if "hearer" in takes and (things or hearer or infinitive.dep_ == "ccomp"):
        return "hearer", whole(infinitive) | things | hearer, set()
    if "infinitive" in takes and (infinitive.dep_ != "advcl" or not things):
        return "infinitive", whole(infinitive) | _passive_subject(verb), set()
    if is_passive(verb) and things and "clause" in takes:
        return "clause", whole(infinitive) | things, set()
    return None


def _gerund(verb: Token, takes: Takes) -> Said | None:
    if "gerund" not in takes and "clause" not in takes:
        return None
    gerund = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)
    return ("gerund", whole(gerund), set()) if gerund is not None else None


def _prepositional(verb: Token, takes: Takes, things: set[int]) -> Said | None:
    for prep in verb.rights:
        name = "-" + prep.lower_
        if prep.dep_ == "prep" and name in takes and name != "-as":
            return (name, whole(prep) | things, set()) if things else (name, whole(prep) - {prep.i}, {prep.i})
    return None


def _gap(verb: Token, takes: Takes) -> Said | None:
    """Return what a relative clause without an object says: "a fact that he mentions", "which he denied"."""
    if verb.dep_ != "relcl" or "object" not in takes or is_passive(verb):
        return None
    relative = _relative(verb)
    if relative:
        return "object", relative, set()
    return "object", whole(verb.head) - whole(verb), set()


def _relative(verb: Token) -> set[int]:
    return {
        c.i
        for c in verb.lefts
        if c.tag_ in ("WDT", "WP") and c.dep_ in ("dobj", "nsubj") and c.i != _subject_index(verb)
    }


def _subject_index(verb: Token) -> int:
    """Return the index of the nearest subject before the verb, -1 where it has none."""
    return max((c.i for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), default=-1)


def _root_of(verb: Token, construction: str) -> int | None:
    if construction == "inserted":
        return verb.head.i
    clause = child(verb, "ccomp") if construction == "clause" else None
    return clause.i if clause is not None else None


def _passive_subject(verb: Token) -> set[int]:
    subject = child(verb, "nsubjpass")
    return whole(subject) if subject is not None and subject.lower_ != "it" else set()


def mark_of(clause: Token) -> str:
    """Return the word that opens the clause ("that"), empty where none does."""
    mark = child(clause, "mark")
    return mark.lower_ if mark is not None else ""


def is_infinitive(clause: Token) -> bool:
    """Say whether the clause is an infinitive with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def _is_quoted(clause: Token, quotes: QuoteIndex, verb: Token) -> bool:
    return quotes.at(clause.i) is not None and quotes.at(clause.i) != quotes.at(verb.i)


def _union(tokens: list[Token]) -> set[int]:
    return set().union(*(whole(t) for t in tokens))
