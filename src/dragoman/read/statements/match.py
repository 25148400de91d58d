"""Find the words that carry a type: the vocabulary's entries whose conditions hold in the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.ontology import Entry, Ontology
from dragoman.read.parse import is_parsed
from dragoman.read.statements.conditions import holds
from dragoman.read.statements.settings import is_barred
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.slots import Slots, add_prepositions, adjective_slots, noun_slots, verb_slots

# The parser's kinds of names whose words carry no event: "the Fund for Peace", "War and Peace".
NAMES = frozenset({"ORG", "WORK_OF_ART", "FAC", "LAW", "PRODUCT", "PERSON"})
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun", "ADV": "adverb"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """The token carries the entry's type; `slots` are its grammatical surroundings."""

    token: Token
    entry: Entry
    slots: Slots


def find_triggers(doc: Doc, ontology: Ontology) -> Iterator[tuple[Trigger, ...]]:
    """Yield for each word that may carry a type its readings, the most specific first; at most one of them holds."""
    for token in doc:
        if is_parsed(token) and token.pos_ in PARTS and not _is_in_title(token):
            readings = match(token, ontology)
            if readings:
                yield readings


def match(token: Token, ontology: Ontology) -> tuple[Trigger, ...]:
    """Return the readings of a token whose conditions hold, none when the vocabulary has nothing for it here."""
    for pos in _parts_of_speech(token):
        entries = _entries(token, pos, ontology)
        if not entries or (pos == "noun" and _is_modifier(token, ontology)):
            continue
        slots = slots_of(token, pos, ontology)
        readings = []
        for entry in entries:
            if holds(entry, token, slots, ontology):
                if entry.type is None:
                    break
                if not is_barred(token, entry, ontology) and not _only_describes(token, slots, entry, ontology):
                    readings.append(Trigger(token, entry, _with_carried(entry, slots)))
        return tuple(readings)
    return ()


def slots_of(token: Token, pos: str, ontology: Ontology) -> Slots:
    """Return the slots of a token read as this part of speech."""
    if pos == "noun":
        return noun_slots(token, ontology.carriers, ontology.through)
    if pos == "adjective" and token.dep_ != "amod":
        return adjective_slots(token)
    return verb_slots(token)


def _with_carried(entry: Entry, slots: Slots) -> Slots:
    """Add to a verb's slots those of the noun that makes it what it is: "held talks with", "wants jets from"."""
    if entry.pos != "verb" or not (entry.object or entry.theme or "from" in entry.frame.target):
        return slots
    joined = {name: list(fillers) for name, fillers in slots.items()}
    for noun in slots.get("obj", ()):
        own: Slots = {}
        add_prepositions(own, noun)
        for inner in own.get("of", ()):
            add_prepositions(own, inner)
        own.setdefault("at", []).extend(_aimed_at(noun))
        for name, fillers in own.items():
            joined.setdefault(name, []).extend(t for t in fillers if t not in joined.get(name, ()))
    if entry.type == "WANT":
        for noun in slots.get("to", ()):  # "look to its allies for arms"
            beside: Slots = {}
            add_prepositions(beside, noun)
            joined.setdefault("for", []).extend(t for t in beside.get("for", ()) if t not in joined.get("for", ()))
    return joined


def _aimed_at(weapon: Token) -> Iterator[Token]:
    """Yield what a weapon is sent against by a participle: "missiles targeting the port"."""
    for clause in weapon.children:
        if clause.dep_ in ("acl", "relcl") and clause.lemma_ in slot_words("aiming"):
            yield from (c for c in clause.children if c.dep_ == "dobj")


def _parts_of_speech(token: Token) -> tuple[str, ...]:
    if token.pos_ == "PROPN":
        # A capitalised event noun ("the Treaty") counts only where it isn't part of a name.
        return ("noun",) if token.dep_ != "compound" and not token.ent_type_ else ()
    if token.pos_ == "VERB" and token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound"):
        return ("adjective", "verb")
    if token.pos_ == "ADJ" and token.dep_ == "amod" and token.lower_.endswith("ed"):
        return ("adjective", "verb")
    if any(c.dep_ == "nsubj" for c in token.children) and any(c.dep_ == "dobj" for c in token.children):
        return ("verb",)  # "The Swedes back the motion", whatever the tagger made of "back"
    if token.pos_ == "ADV":
        return (
            ("adjective",) if token.head.lemma_ in slot_words("copulas") and token.dep_ in ("advmod", "acomp") else ()
        )
    return (PARTS[token.pos_],)


def _entries(token: Token, pos: str, ontology: Ontology) -> tuple[Entry, ...]:
    lemma = token.lemma_.lower()
    entries = ontology.entries_for(lemma, pos)
    if pos == "adjective":
        entries = ontology.entries_for(token.lower_, pos) or entries
    if pos == "noun":
        compound = next((c for c in token.lefts if c.dep_ in ("compound", "amod") and c.i == token.i - 1), None)
        if compound is not None:
            entries = ontology.entries_for(f"{compound.lower_} {lemma}", pos) + entries
    if pos == "verb" and token.pos_ == "ADJ":
        entries = ontology.entries_for(token.lower_.removesuffix("ed"), pos) or ontology.entries_for(
            token.lower_.removesuffix("d"), pos
        )
    return entries


def _is_in_title(token: Token) -> bool:
    """Say whether the word is part of a name: a verb with a capital within a sentence, "Doctors to Help Children"."""
    if not token.text[0].isupper() or token.i == token.sent.start:
        return False
    if token.ent_type_ in NAMES:
        return True
    return token.pos_ == "VERB" and (token.nbor(-1).is_alpha or token.nbor(-1).is_digit)


def _only_describes(token: Token, slots: Slots, entry: Entry, ontology: Ontology) -> bool:
    """Say whether the word only describes: a bare participle ("the pledged delegates"), the last word of a name."""
    if entry.pos == "noun" and _ends_a_name(token):
        return not ontology.types[entry.type or ""].named
    if token.dep_ != "amod" or token.tag_ not in ("VBN", "VBD", "JJ", "VBG"):
        return False
    if token.tag_ != "VBG" and slots.get("subj"):
        return False  # "the Syrian-backed rebels"
    return entry.pos == "verb" and not ontology.types[entry.type or ""].attributive


def _ends_a_name(token: Token) -> bool:
    """Say whether the noun and the noun before it have capitals: "the Baltic Sea Cooperation"."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    is_joined = (
        before.head == token and before.dep_ in ("compound", "amod", "nmod") and before.pos_ in ("PROPN", "NOUN")
    )
    return token.text[0].isupper() and is_joined and before.text[0].isupper()


def _is_modifier(token: Token, ontology: Ontology) -> bool:
    """Say whether the noun only modifies another that is an event or a person: "a ceasefire deal"."""
    if token.dep_ not in ("compound", "nmod", "amod"):
        return False
    head = token.head
    return (
        bool(ontology.entries_for(head.lemma_.lower(), "noun"))
        or bool(ontology.entries_for(f"{token.lower_} {head.lemma_.lower()}", "noun"))
        or head.pos_ == "PROPN"
        or head.lemma_ in slot_words("described by events")
    )
