"""Which complements of a verb that attributes are what is said."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.model import Force
from dragoman.read.voices.cues import load_cues
from dragoman.read.voices.phrases import child, find_swallowed, is_passive, whole
from dragoman.read.voices.quotes import QuoteIndex

Takes = Mapping[str, Force]
# Words that open a clause of time or condition, which a verb after the comma does not report.
_OPENERS = frozenset({"when", "asked", "while", "after", "before", "if", "since", "because", "although", "though"})
# The construction, the tokens of what is said, and further tokens of the cue (a preposition).
Said = tuple[str, set[int], set[int]]


def what_is_said(verb: Token, takes: Takes | None, quotes: QuoteIndex) -> Said | None:
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
    strayed = _strayed(verb) if "clause" in takes else None
    if strayed is not None:
        return "clause", whole(strayed), set()
    if "clause" in takes and _is_inserted(verb):
        return "inserted", whole(verb.head) - whole(verb), set()
    return _phrases(verb, takes) or (_reported_before(verb) if "clause" in takes else None)


def _reported_before(verb: Token) -> Said | None:
    """Return the rest of the sentence before a verb that the parser left bare: "It rained, police said"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or is_passive(verb) or mark_of(verb):
        return None
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    beside = find_swallowed(verb)
    start = min([verb.i, *(c.left_edge.i for c in own[-1:] if c.i < verb.i)]) if beside is None else beside.left_edge.i
    before = set(range(verb.sent.start, start))
    doc = verb.doc
    if not own or not before or doc[start - 1].text not in {",", '"', "''"}:
        return None
    told = any(doc[i].pos_ in ("VERB", "AUX") for i in before)
    return ("clause", before, set()) if told and doc[verb.sent.start].lower_ not in _OPENERS else None


def _is_clause(token: Token, verb: Token) -> bool:
    """Say whether the child is a finite clause, also where the parser calls it open ("which they say left")."""
    if token.dep_ == "ccomp":
        return (not is_infinitive(token) and token.tag_ != "VBG") or child(token, "nsubj", "nsubjpass") is not None
    if token.dep_ != "xcomp" or token.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return token.i > verb.i or child(token, "nsubj", "nsubjpass") is not None


def _strayed(verb: Token) -> Token | None:
    """Return the that-clause of the verb that the parser hung on a noun: "insisted in the interview that it was so"."""
    for branch in verb.rights:
        if branch.dep_ in ("prep", "dobj", "dative", "npadvmod"):
            for token in branch.subtree:
                if token.dep_ in ("acl", "relcl") and mark_of(token) == "that" and token.i > verb.i:
                    return token if token.head.lemma_.lower() not in _bearers() else None
    return None


def _bearers() -> frozenset[str]:
    """Return the nouns that take a that-clause of their own."""
    return load_cues().own_clause


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
        or (("object", things | _after(verb), set()) if "object" in takes and _is_told(verb, thing) else None)
        or _gap(verb, takes)
    )


def _is_told(verb: Token, thing: Token | None) -> bool:
    """Say whether the object is something that one can say with this verb: prisoners are released, not said."""
    cues = load_cues()
    if verb.lemma_ in cues.chance_verbs:
        return thing is not None and thing.lemma_.lower() in cues.chances
    return thing is not None and (verb.lemma_ not in cues.publishers or thing.lemma_.lower() in cues.texts)


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
        if prep.dep_ == "prep" and name in takes and name != "-as" and not _is_time(prep):
            return (name, whole(prep) | things, set()) if things else (name, whole(prep) - {prep.i}, {prep.i})
    return None


def _is_time(prep: Token) -> bool:
    """Say whether the phrase tells when: "reported on Tuesday" reports nothing on Tuesday."""
    noun = child(prep, "pobj")
    return prep.lower_ in ("on", "in", "at") and noun is not None and noun.ent_type_ in ("DATE", "TIME")


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


def root_of(verb: Token, construction: str) -> int | None:
    """Return the index of the head of the clause that is said, None where a phrase is."""
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
