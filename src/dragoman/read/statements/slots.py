"""The grammatical surroundings of a trigger: who fills its slots, looking through passives, control and relatives.

A slot's name is `subj`, `obj`, `dative`, `comp`, a preposition ("with"), or, for nouns, `poss`, `adj`, `carrier`,
`bearer`, `subject`. Its fillers are head tokens; a coordination gives each of its members.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dragoman.read.mentions.nouns import WORDS
from dragoman.read.statements.further_off import accompanying, answer, counted, helped, swallowed
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.subjects import (
    antecedent,
    conjuncts,
    has_child,
    inherited_subjects,
    is_hedged,
    is_passive,
    prepositional_objects,
    stands_apart,
    subjects_of,
)

Slots = dict[str, list[Token]]


def members_apart(slots: Slots) -> list[tuple[str, Token]]:
    """Return the members of lists that stand apart, each with the slot that it would fill.

    The comma of a list is often parsed as an apposition: "by Chad, now Niger".
    """
    found = []
    for name, fillers in slots.items():
        for filler in fillers:
            found += [(name, c) for c in filler.children if c.dep_ in ("conj", "appos") and stands_apart(c)]
    return found


def adjective_slots(adjective: Token) -> Slots:
    """Return the slots of an adjective that says something of its subject: "is desperate for", "remain close to"."""
    slots: Slots = {}
    add_prepositions(slots, adjective)
    governor = adjective.head
    if adjective.dep_ in ("acomp", "oprd", "advmod", "attr") and governor.lemma_ in slot_words("copulas"):
        for subject in subjects_of(governor):
            put(slots, "subj", subject)
        add_prepositions(slots, governor)
    elif adjective.dep_ in ("acl", "advcl", "ccomp", "conj", "ROOT", "appos"):
        for subject in [c for c in adjective.children if c.dep_ == "nsubj"] or inherited_subjects(adjective, 1):
            put(slots, "subj", subject)
    return slots


def verb_slots(verb: Token) -> Slots:
    """Return the slots of a verb, participle or verbal adjective."""
    slots: Slots = {}
    passive = is_passive(verb)
    for subject in subjects_of(verb):
        put(slots, "obj" if passive else "subj", subject)
    if passive and has_child(verb, "dobj") and "obj" in slots:
        slots["dative"] = slots.pop("obj")  # "Ukraine was given tanks"
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd"):
            put(slots, "obj", answer(child) or antecedent(child))
            slots.setdefault("dative", []).extend(swallowed(child, verb))
        elif child.dep_ == "dative":
            _add_dative(slots, child)
        elif child.dep_ == "agent":
            for noun in prepositional_objects(child):
                put(slots, "subj", noun)
        elif child.dep_ == "npadvmod" and is_hedged(child) and "subj" in slots:
            slots.setdefault("hedged", []).append(child)  # "armed by Chad, and perhaps Niger"
        elif child.dep_ in ("xcomp", "ccomp"):
            for subject in subjects_of(child, climb=False):
                put(slots, "comp", subject)
            slots.setdefault("clause", []).append(child)
            for thing in (c for c in child.children if c.dep_ == "dobj" and child.tag_ == "VB"):
                put(slots, "to do", thing)  # "helped Lima to build roads"
            if is_bound(child):
                slots["bound"] = [s for s in subjects_of(child, climb=False) if s.lower_ not in ("we", "i")]
    slots = {name: fillers for name, fillers in slots.items() if fillers}
    add_prepositions(slots, verb)
    for noun in accompanying(verb, slots.get("obj" if passive else "subj", ())):
        put(slots, "obj" if passive else "subj", noun)
    for noun in counted(verb) if "obj" not in slots else ():
        put(slots, "obj", noun)
    _add_gap(slots, verb)
    if verb.dep_ == "amod":
        _add_participle(slots, verb)
        _add_progressive(slots, verb)
    return slots


def is_bound(clause: Token) -> bool:
    """Say whether a clause says what someone must do: "must leave", "should be freed", "has to pay"."""
    return any(
        (c.dep_ == "aux" and c.lower_ in slot_words("obliging")) or (c.dep_ == "neg" and clause.lemma_ == "need")
        for c in clause.children
    ) or (clause.lemma_ in ("need", "have") and any(c.dep_ == "xcomp" for c in clause.children))


def noun_slots(noun: Token, carriers: Mapping[str, str], through: frozenset[str]) -> Slots:
    """Return the slots of a noun, with those of the verb that carries it ("imposed sanctions on")."""
    slots: Slots = {}
    _add_modifiers(slots, noun)
    add_prepositions(slots, noun)
    top = outermost(noun, through)
    if top is not noun:
        _add_modifiers(slots, top)
        add_prepositions(slots, top, skip=noun)
    for child in noun.children:
        if child.dep_ == "appos":
            put(slots, "appos", child)  # "a member of the cabinet, Ann Lee"
        if child.dep_ == "acl" and child.lemma_ in slot_words("amounting"):
            add_prepositions(slots, child)
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB" and carriers.get(child.lemma_):
            add_prepositions(slots, child)
            _add_carrier(slots, child, carriers, by_relative=True, noun=noun)
    governor = top.head
    if top.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and governor.pos_ in ("VERB", "AUX"):
        if governor.lemma_ in slot_words("copulas"):
            for subject in subjects_of(governor):
                put(slots, "subject", subject)
            add_prepositions(slots, governor)
        elif carriers.get(governor.lemma_):
            _add_carrier(slots, governor, carriers)
            add_prepositions(slots, governor)
    elif top.dep_ == "nsubj" and governor.pos_ in ("VERB", "AUX"):
        add_prepositions(slots, governor, after=top.i)  # not "For instance, the deal ..."
    elif top.dep_ == "pobj":
        _add_traveller(slots, top, governor)
        _add_bearer(slots, governor)
    elif top.dep_ == "appos":
        put(slots, "subject", governor)
    if top.dep_ in ("conj", "appos") and top.head.pos_ == "NOUN":
        beside = noun_slots(top.head, carriers, through)
        if not slots:
            return beside
        if "subject" in beside:  # "are partners, not allies"
            slots["subject"] = beside["subject"]
    return slots


def outermost(noun: Token, through: frozenset[str]) -> Token:
    """Return the noun that stands for this one in its clause: "existence" for "deal" in "the existence of a deal"."""
    top = noun
    for _ in range(4):
        if top.dep_ == "pobj" and top.head.lower_ in ("of", "for") and top.head.head.lemma_.lower() in through:
            top = top.head.head
        elif top.dep_ in ("compound", "nmod") and top.head.lemma_.lower() in through:
            top = top.head
        else:
            break
    return top


def put(slots: Slots, name: str, token: Token) -> None:
    """Add a filler and its conjuncts to a slot, once each."""
    fillers = slots.setdefault(name, [])
    fillers.extend(t for t in conjuncts(token) if t not in fillers)


def add_prepositions(slots: Slots, head: Token, skip: Token | None = None, after: int = -1) -> None:
    """Add a slot for each preposition that the head governs, of those that stand behind token number `after`."""
    for child in head.children:
        is_prepositional = child.dep_ in ("prep", "advmod") or (child.dep_ == "dative" and child.pos_ == "ADP")
        if child.i <= after or not is_prepositional:
            continue
        for noun in helped(child):
            put(slots, f"{child.lower_} doing", noun)
        for noun in prepositional_objects(child):
            is_means = child.lower_ == "with" and head.pos_ == "VERB" and noun.lemma_ in slot_words("means")
            if noun != skip and noun.lower_ not in slot_words("discourse nouns") and not is_means:
                fillers = slots.setdefault(child.lower_, [])
                if noun not in fillers:
                    fillers.append(noun)


def _add_dative(slots: Slots, child: Token) -> None:
    if child.pos_ == "ADP" or child.lower_ in ("to", "for"):
        for noun in prepositional_objects(child):
            put(slots, "dative", noun)
    else:
        put(slots, "dative", child)


def _add_gap(slots: Slots, verb: Token) -> None:
    """Fill the object that a relative clause leaves open: "the help (that) Oslo gives"."""
    if verb.dep_ != "relcl" or "obj" in slots or verb.pos_ != "VERB":
        return
    head = verb.head
    if head in slots.get("subj", []) or any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
        return
    slots["obj"] = [head]


def _add_participle(slots: Slots, verb: Token) -> None:
    """Read "Cuba-backed rebels": the compound does it, the modified noun undergoes it."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "compound", "amod", "nmod", "nsubj") and child.pos_ in ("PROPN", "NOUN", "ADJ"):
            slots["subj"] = [child]
    if verb.tag_ in ("VBN", "JJ"):
        slots["obj"] = [verb.head]


def _add_progressive(slots: Slots, verb: Token) -> None:
    """Read "has been shelling towns", parsed as towns that something has been."""
    noun = verb.head
    if verb.tag_ != "VBG" or noun.dep_ != "attr" or any(c.dep_ in ("det", "poss", "nummod") for c in noun.children):
        return
    copula = noun.head
    if copula.lemma_ == "be" and copula.tag_ == "VBN" and noun.i - copula.i <= 4:
        slots["subj"] = subjects_of(copula)
        slots["obj"] = [noun]


def _add_modifiers(slots: Slots, noun: Token) -> None:
    for child in noun.children:
        if child.dep_ == "poss":
            put(slots, "poss", child)
        elif child.dep_ in ("amod", "compound", "nmod"):
            slots.setdefault("adj", []).extend(_modifier_chain(child))


def _modifier_chain(token: Token) -> Iterator[Token]:
    """Yield a modifier and those hyphened or coordinated with it ("Russian-Iranian", "US and Israeli")."""
    for child in token.children:
        if child.dep_ in ("amod", "compound", "conj", "nmod", "npadvmod"):
            yield from _modifier_chain(child)
    yield token


# What the subject of a carrying verb is to the event: who does it, who undergoes it, who is to take part in it.
_CARRIED = {"by subject": "carrier", "to subject": "bearer", "with subject": "partner"}


def _add_carrier(
    slots: Slots, verb: Token, carriers: Mapping[str, str], *, by_relative: bool = False, noun: Token | None = None
) -> None:
    passive = is_passive(verb)
    own = [] if passive else subjects_of(verb)
    doers = [t for t in own if t != noun]
    for child in verb.children:
        if child.dep_ == "agent":
            doers.extend(prepositional_objects(child))
    name = _CARRIED[carriers[verb.lemma_]]
    for doer in doers:
        put(slots, name, doer)
    for child in verb.children:
        if child.dep_ == "dative" and not by_relative:
            _add_dative(slots, child)


def _add_traveller(slots: Slots, noun: Token, preposition: Token) -> None:
    """Add who does something on a journey: "arrived on a visit to Rome", "flew to Rome for talks with X"."""
    if preposition.lower_ == "for" and noun.lemma_ in slot_words("aims of journeys"):
        if preposition.head.lemma_ in WORDS["motion"] | WORDS["visiting"]:
            for subject in subjects_of(preposition.head):
                put(slots, "carrier", subject)
        return
    if noun.lemma_ not in slot_words("journeys") or "poss" in slots or "by" in slots:
        return
    governor = preposition.head
    is_own = preposition.lower_ in ("on", "for", "during") and any(c.lower_ in ("a", "an") for c in noun.children)
    if is_own and governor.pos_ in ("VERB", "AUX"):
        for subject in subjects_of(governor):
            put(slots, "carrier", subject)


def _add_bearer(slots: Slots, preposition: Token) -> None:
    governor = preposition.head
    if preposition.lower_ == "with" and "of" in slots and governor.pos_ == "VERB":
        for subject in subjects_of(governor):
            put(slots, "helped", subject)
    if preposition.lower_ == "in" and governor.pos_ == "NOUN":
        _add_modifiers(slots, governor)  # "Peru's letter in support of"
        return
    if preposition.lower_ == "with" and governor.lemma_ in slot_words("bearing"):
        for subject in subjects_of(governor):
            put(slots, "carrier", subject)
    if preposition.lower_ not in slot_words("undergoing"):
        return
    if governor.pos_ in ("NOUN", "PROPN", "PRON"):
        put(slots, "bearer", governor)
    elif governor.pos_ in ("VERB", "AUX"):
        for subject in subjects_of(governor):
            put(slots, "bearer", subject)
