"""The conditions under which a word of the vocabulary means what its entry says, as the parse shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from dragoman.ontology import Entry, Ontology
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.slots import Slots
from dragoman.read.statements.subjects import is_passive
from dragoman.read.statements.themes import goods_of

# The parser's kinds of names that are not of persons: what is "released" there is a product, not a prisoner.
THINGS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})


def holds(entry: Entry, token: Token, slots: Slots, ontology: Ontology) -> bool:
    """Say whether the entry's conditions on its surroundings hold."""
    if entry.particle and not _has_particle(token, entry.particle):
        return False
    if entry.object and not _has_object(entry, entry.object, token, slots):
        return False
    if entry.unless and _has_object(entry, entry.unless, token, slots):
        return False
    if entry.subject and not entry.subject & _subject_lemmas(slots):
        return False
    if entry.unless_subject and any(entry.unless_subject & set(_forms(t)) for t in slots.get("subj", ())):
        return False
    if entry.theme:
        fillers = [t for name in ("obj", "with", "of", "to", "for") for t in slots.get(name, ())]
        if entry.pos == "noun":
            fillers = [token, *fillers]
        return any(entry.theme & set(goods_of(filler, ontology)) for filler in fillers)
    return True


def _has_particle(token: Token, particle: str) -> bool:
    below: set[str] = set()
    for child in token.children:
        if _is_date(child):
            continue  # "fired the minister on Monday" is no firing on anybody
        if child.dep_ in _PARTICLES:
            below.update(_forms(child))
        if child.dep_ in ("prep", "advmod", "prt"):
            below.update(form for c in child.children if c.dep_ in ("pobj", "prep") for form in _forms(c))
    return below.issuperset(particle.split())


_PARTICLES = {"prt", "prep", "advmod", "dobj", "acomp", "oprd", "attr", "xcomp", "npadvmod", "dative"}


def _subject_lemmas(slots: Slots) -> set[str]:
    found: set[str] = set()
    for filler in slots.get("subj", ()):
        found.update(_forms(filler))
        for child in filler.children:
            if child.dep_ in ("compound", "amod"):
                found.update(_forms(child))
            elif child.dep_ == "prep" and child.lower_ == "of":
                for noun in child.children:
                    found.update(_forms(noun))
                    found.update(form for c in noun.children if c.dep_ in ("compound", "amod") for form in _forms(c))
    return found


def _has_object(entry: Entry, wanted: frozenset[str], token: Token, slots: Slots) -> bool:
    if any(word.startswith("@") and _surrounded(word[1:], token, slots) for word in wanted):
        return True
    return any(form in wanted for form in _neighbour_lemmas(entry, token, slots))


def _surrounded(condition: str, token: Token, slots: Slots) -> bool:
    """Say whether the grammar around the word is as the condition says; any unknown name is a preposition's."""
    if condition in ON_SLOTS:
        return ON_SLOTS[condition](slots)
    if condition in ON_CHILDREN:
        return any(ON_CHILDREN[condition](child) for child in token.children)
    if condition == "clause":
        return token.dep_ == "parataxis" or any(c.dep_ in ("ccomp", "parataxis") for c in token.children)
    if condition == "passive":
        return is_passive(token) or (token.tag_ == "VBN" and token.dep_ in ("advcl", "acl"))
    near = [*token.children, *(c for p in token.children if p.dep_ == "prep" for n in p.children for c in n.children)]
    return any(c.lower_ == condition and c.dep_ in ("prep", "prt") and not _is_date(c) for c in near)


def _is_subjunctive(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and clause.tag_ == "VB" and not any(c.dep_ == "aux" for c in clause.children)


def _intends(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll") for c in verb.children)


def _is_telling(verb: Token) -> bool:
    told = any(c.dep_ == "dobj" and c.lemma_ in slot_words("things told") for c in verb.children)
    return told or verb.lemma_ in slot_words("saying")


def _is_question(clause: Token) -> bool:
    """Say whether the clause is an indirect question: "asked whether it was true", "asked why he left"."""
    if clause.dep_ not in ("ccomp", "advcl", "xcomp"):
        return False
    return any(c.lower_ in slot_words("question words") and c.i < clause.i for c in clause.children)


def _is_date(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _neighbour_lemmas(entry: Entry, token: Token, slots: Slots) -> Iterator[str]:
    if entry.pos == "noun":
        if token.dep_ in ("dobj", "nsubjpass"):
            yield f"{token.head.lemma_.lower()} {token.lemma_.lower()}"
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod", "poss"):
                yield from _forms(child)
                for grand in child.children:
                    yield from _forms(grand)
            elif child.dep_ == "prep" and child.lower_ in ("of", "on", "against", "from"):
                for noun in child.children:
                    yield from _forms(noun)
                    yield from (form for c in noun.children if c.dep_ == "compound" for form in _forms(c))
        return
    yield from _aims(token)
    yield from (f"for {t.lemma_.lower()}" for t in slots.get("for", ()))
    for name, fillers in slots.items():
        if name in _NOT_OBJECTS or ("obj" in slots and name not in _BESIDE_OBJECT):
            continue
        for filler in fillers:
            if "obj" in slots and name in ("in", "under"):
                yield f"{name} {filler.lemma_.lower()}"
                continue
            yield from _forms(filler)
            for child in filler.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    for noun in child.children:
                        yield from _forms(noun)
                        yield f"{filler.lemma_.lower()} of {noun.lemma_.lower()}"
                        yield from (f"{c.lower_} {noun.lemma_.lower()}" for c in noun.children if c.dep_ == "compound")
                elif child.dep_ == "prep" and child.lower_ == "on":
                    yield from (f"on {noun.lemma_.lower()}" for noun in child.children)
                elif child.dep_ in ("compound", "amod"):
                    yield from _forms(child)
                    yield f"{child.lower_} {filler.lemma_.lower()}"


_NOT_OBJECTS = frozenset({"subj", "clause", "bound", "hedged"})
# What makes a verb with an object what it is: "put under investigation", "held as shields", "sent into space".
_BESIDE_OBJECT = frozenset({"obj", "comp", "dative", "as", "under", "on", "into", "in"})


def _aims(token: Token) -> Iterator[str]:
    """Yield the infinitives below a verb and its object: "sent experts to investigate" has "to investigate"."""
    near = [token, *(c for c in token.children if c.dep_ in ("dobj", "nsubjpass"))]
    for word in near:
        for child in word.children:
            if child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and _has_to(child):
                yield f"to {child.lemma_.lower()}"
            elif child.dep_ in ("xcomp", "ccomp", "pcomp") and child.tag_ == "VBG":
                yield child.lower_


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma_.lower(), token.lower_


# Conditions on who or what fills a slot.
ON_SLOTS: dict[str, Callable[[Slots], bool]] = {
    "must": lambda slots: bool(slots.get("bound")),
    "none": lambda slots: "obj" not in slots,
    "obj": lambda slots: "obj" in slots,
    "subj": lambda slots: "subj" in slots,
    "reflexive": lambda slots: any(t.lower_.endswith(("self", "selves")) for t in slots.get("obj", ())[:1]),
    "person": lambda slots: any(
        t.ent_type_ == "PERSON" or t.lower_ in ("he", "she", "i") for t in slots.get("subj", ())
    ),
    "thing": lambda slots: any(t.ent_type_ in THINGS for t in slots.get("obj", ())),
}
# Conditions on one of the words that depend on it.
ON_CHILDREN: dict[str, Callable[[Token], bool]] = {
    "infinitive": lambda child: child.dep_ in ("xcomp", "ccomp", "acl") and _has_to(child),
    "say": lambda child: child.dep_ in ("xcomp", "ccomp") and _is_telling(child),
    "intent": lambda child: child.dep_ == "ccomp" and _intends(child),
    "subjunctive": _is_subjunctive,
    "question": _is_question,
    "oprd": lambda child: child.dep_ == "oprd",
    "attr": lambda child: child.dep_ == "attr",
    "guilty": lambda child: child.lower_ in ("guilty", "liable"),
    "as": lambda child: child.lower_ == "as" and child.dep_ == "prep",
}
