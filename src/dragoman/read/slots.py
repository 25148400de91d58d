"""The grammatical surroundings of a trigger: who fills its slots, looking through passives, control and relatives.

A slot's name is `subj`, `obj`, `dative`, `comp`, a preposition ("with"), or, for nouns, `poss`, `adj`, `carrier`,
`bearer`, `subject`. Its fillers are head tokens; a coordination gives each of its members.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dragoman.read.slot_words import slot_words

Slots = dict[str, list[Token]]

SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}


def conjuncts(token: Token) -> list[Token]:
    """Return the token and the members coordinated with it, in text order."""
    members = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not stands_apart(child):
            members.extend(conjuncts(child))
    return members


def is_hedged(member: Token) -> bool:
    """Say whether a member of a list is hedged by itself: "and just maybe China"."""
    return any(child.lower_ in slot_words("hedges") for child in member.lefts)


def stands_apart(member: Token) -> bool:
    """Say whether a member of a list is told by itself, as doubtful or as of another time: "now North Korea"."""
    return any(child.lower_ in slot_words("hedges") | slot_words("apart") for child in member.lefts)


def members_apart(slots: Slots) -> list[tuple[str, Token]]:
    """Return the members of lists that stand apart, each with the slot that it would fill.

    The comma of a list is often parsed as an apposition: "by Iran, now North Korea".
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
        for subject in [c for c in adjective.children if c.dep_ == "nsubj"] or _inherited_subjects(adjective, 1):
            put(slots, "subj", subject)
    return slots


def verb_slots(verb: Token) -> Slots:
    """Return the slots of a verb, participle or verbal adjective."""
    slots: Slots = {}
    passive = is_passive(verb)
    for subject in subjects_of(verb):
        put(slots, "obj" if passive else "subj", subject)
    if passive and _has(verb, "dobj") and "obj" in slots:
        slots["dative"] = slots.pop("obj")  # "Ukraine was given tanks"
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd"):
            put(slots, "obj", antecedent(child))
        elif child.dep_ == "dative":
            _add_dative(slots, child)
        elif child.dep_ == "agent":
            for noun in prepositional_objects(child):
                put(slots, "subj", noun)
        elif child.dep_ == "npadvmod" and is_hedged(child) and "subj" in slots:
            slots.setdefault("hedged", []).append(child)  # "supplied by Iran, and just maybe China"
        elif child.dep_ in ("xcomp", "ccomp"):
            for subject in subjects_of(child, climb=False):
                put(slots, "comp", subject)
            slots.setdefault("clause", []).append(child)
            if is_bound(child):
                slots["bound"] = subjects_of(child, climb=False)
    add_prepositions(slots, verb)
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
        _add_bearer(slots, governor)
    elif top.dep_ == "appos":
        put(slots, "subject", governor)
    if top.dep_ == "conj" and top.head.pos_ == "NOUN" and not slots:
        return noun_slots(top.head, carriers, through)
    return slots


def subjects_of(verb: Token, *, climb: bool = True, depth: int = 0) -> list[Token]:
    """Return the heads of the subject noun phrases (of a passive: the grammatical ones), looking up if need be."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    if own:
        return [_someone(antecedent(c)) for c in own if c.lower_ != "there" and not _is_expletive(c)]
    if any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children):
        return [c for c in verb.children if c.dep_ == "attr"]  # "there are fighters ... battling"
    if not climb or depth > 6:
        return []
    return _inherited_subjects(verb, depth + 1)


def _someone(subject: Token) -> Token:
    """Return the noun of a subject that the parser took for a clause: "the agency operating there said"."""
    if subject.tag_ != "VBG":
        return subject
    return next((c for c in subject.children if c.dep_ == "nsubj"), subject)


def _inherited_subjects(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head is verb:
        return []
    if verb.dep_ == "conj":
        shared = subjects_of(head, depth=depth)
        return shared if is_passive(head) == is_passive(verb) or not shared else ([] if is_passive(verb) else shared)
    if verb.dep_ in ("xcomp", "ccomp", "oprd"):
        return controller(head, depth)
    if verb.dep_ in ("advcl", "acomp"):
        return subjects_of(head, depth=depth)
    if verb.dep_ == "pcomp":
        return _through_preposition(head, depth)
    if verb.dep_ == "acl":
        return _of_modified_noun(verb, head, depth)
    if verb.dep_ == "relcl":
        return [head] if not any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in verb.children) else []
    if verb.dep_ == "amod" and verb.tag_ == "VBG":
        return [head]
    if verb.dep_ in ("aux", "auxpass", "dep", "parataxis"):
        return subjects_of(head, depth=depth) if head.pos_ in ("VERB", "AUX") else []
    return []


def controller(governor: Token, depth: int = 0) -> list[Token]:
    """Return who does what the governor's infinitive or clause without a subject says."""
    if governor.pos_ not in ("VERB", "AUX", "ADJ"):
        return []
    if governor.lemma_ in slot_words("prepositional control"):
        for child in governor.children:
            if child.dep_ == "prep" and child.lower_ in ("on", "upon", "to", "for"):
                return prepositional_objects(child)
    if not is_passive(governor) and governor.lemma_ not in slot_words("subject control"):
        objects = [c for c in governor.children if c.dep_ in ("dobj", "dative") and c.pos_ in ("PROPN", "PRON", "NOUN")]
        if objects:
            return [antecedent(o) for o in objects]
    return subjects_of(governor, depth=depth)


def _through_preposition(preposition: Token, depth: int) -> list[Token]:
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        objects = [c for c in governor.children if c.dep_ in ("dobj", "dative")]
        if objects and preposition.lower_ in slot_words("object prepositions"):
            return [antecedent(o) for o in objects]
        return subjects_of(governor, depth=depth)
    return _holders(governor, depth)


def _of_modified_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    if verb.tag_ == "VBN" or (verb.tag_ == "VBG" and not _has(verb, "aux")):
        return [noun, *_outside_place(noun)]
    return _holders(noun, depth) or [noun]


def _outside_place(noun: Token) -> list[Token]:
    """Return who is at the place that a participle was hung on: "fighters in the hills of X battling Y"."""
    if noun.dep_ == "conj":
        return _outside_place(noun.head)
    if noun.dep_ != "pobj" or noun.head.lower_ not in slot_words("locative prepositions"):
        return []
    holder = noun.head.head
    return [holder, *_outside_place(holder)] if holder.pos_ in ("NOUN", "PROPN") else []


def _holders(noun: Token, depth: int) -> list[Token]:
    """Return whose the noun is: "Russia's decision to", "the US threat to", "made a promise to"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return []
    own = [
        c for c in noun.children if c.dep_ in ("poss", "nmod") or (c.dep_ in ("amod", "compound") and c.pos_ == "PROPN")
    ]
    if own:
        return own
    if noun.dep_ in ("dobj", "attr", "pobj") and depth <= 6:
        governor = noun.head if noun.dep_ != "pobj" else noun.head.head
        if governor.pos_ in ("VERB", "AUX"):
            return subjects_of(governor, depth=depth + 1)
    return []


def is_passive(verb: Token) -> bool:
    """Say whether the verb's grammatical subject is its object: "was supplied", "sanctions imposed", "accused of"."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "csubjpass") for c in verb.children):
        return verb.lemma_ not in slot_words("stative participles") or _has(verb, "agent")
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ in ("acl", "amod", "advcl"):
        return not _has(verb, "dobj") or verb.dep_ == "amod"
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head) and not _has(verb, "nsubj")


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for, any other token as it is."""
    if token.tag_ not in ("WDT", "WP") and token.lower_ not in slot_words("relative words"):
        return token
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor.head
        if ancestor.dep_ in ("ccomp", "ROOT") and ancestor.dep_ != "relcl":
            break
    return token


def prepositional_objects(preposition: Token) -> list[Token]:
    """Return the head nouns that a preposition governs; of a clause ("agreed to Ukraine using") its subjects."""
    found: list[Token] = []
    for child in preposition.children:
        if child.dep_ in ("pobj", "appos", "conj") and child.pos_ != "ADP":
            found.extend(antecedent(c) for c in conjuncts(child))
        elif child.dep_ == "pcomp":
            found.extend(subjects_of(child, climb=False))
        elif child.dep_ == "prep":
            found.extend(prepositional_objects(child))
    return found


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
        for noun in prepositional_objects(child):
            if noun != skip and noun.lower_ not in slot_words("discourse nouns"):
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
    """Fill the object that a relative clause leaves open: "the aid (that) Moscow renders"."""
    if verb.dep_ != "relcl" or "obj" in slots or verb.pos_ != "VERB":
        return
    head = verb.head
    if head in slots.get("subj", []) or any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
        return
    slots["obj"] = [head]


def _add_participle(slots: Slots, verb: Token) -> None:
    """Read "Iran-backed militias": the compound does it, the modified noun undergoes it."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "compound", "amod", "nmod", "nsubj") and child.pos_ in ("PROPN", "NOUN", "ADJ"):
            slots["subj"] = [child]
    if verb.tag_ in ("VBN", "JJ"):
        slots["obj"] = [verb.head]


def _add_progressive(slots: Slots, verb: Token) -> None:
    """Read "has been test-firing rockets", parsed as rockets that something has been."""
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


def _add_bearer(slots: Slots, preposition: Token) -> None:
    governor = preposition.head
    if preposition.lower_ == "in" and governor.pos_ == "NOUN":
        _add_modifiers(slots, governor)  # "Kim's statement in support of"
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


def _has(verb: Token, dep: str) -> bool:
    return any(c.dep_ == dep for c in verb.children)


def _is_expletive(token: Token) -> bool:
    return (
        token.lower_ == "it"
        and any(c.dep_ in ("ccomp", "acomp") and c.lower_ not in slot_words("mindful") for c in token.head.children)
        and token.head.lemma_ == "be"
    )
