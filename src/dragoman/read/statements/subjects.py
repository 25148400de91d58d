"""Who does what a verb says: its subjects, looked for through passives, control, relatives and coordination."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.read.mentions.nouns import WORDS
from dragoman.read.statements.slot_words import slot_words

SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}


def subjects_of(verb: Token, *, climb: bool = True, depth: int = 0) -> list[Token]:
    """Return the heads of the subject noun phrases (of a passive: the grammatical ones), looking up if need be."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    if own:
        return [_someone(antecedent(c)) for c in own if c.lower_ != "there" and not _is_expletive(c)]
    if any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children):
        return [c for c in verb.children if c.dep_ == "attr"]  # "there are fighters ... battling"
    if not climb or depth > 6:
        return []
    return inherited_subjects(verb, depth + 1)


def _someone(subject: Token) -> Token:
    """Return the noun of a subject that the parser took for a clause: "the agency operating there said"."""
    if subject.tag_ != "VBG":
        return subject
    return next((c for c in subject.children if c.dep_ == "nsubj"), subject)


def inherited_subjects(verb: Token, depth: int) -> list[Token]:
    """Return the subjects that a verb, or an adjective, takes over from the words above it."""
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
    if verb.tag_ == "VBN" or (verb.tag_ == "VBG" and not has_child(verb, "aux")):
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
    if not own and noun.lemma_.lower() in WORDS["entitling"]:
        own = [n for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for n in prepositional_objects(c)]
    if own:
        return own
    if noun.dep_ in ("dobj", "attr", "pobj") and depth <= 6:
        governor = noun.head if noun.dep_ != "pobj" else noun.head.head
        is_others = noun.lemma_ in slot_words("attempts") and governor.lemma_ in slot_words("thwarting")
        if governor.pos_ in ("VERB", "AUX") and not is_others:
            return subjects_of(governor, depth=depth + 1)
    return []


def is_passive(verb: Token) -> bool:
    """Say whether the verb's grammatical subject is its object: "was supplied", "sanctions imposed", "accused of"."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "csubjpass") for c in verb.children):
        return verb.lemma_ not in slot_words("stative participles") or has_child(verb, "agent")
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ in ("acl", "amod", "advcl"):
        return not has_child(verb, "dobj") or verb.dep_ == "amod"
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head) and not has_child(verb, "nsubj")


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


def has_child(verb: Token, dep: str) -> bool:
    """Say whether the verb has a child in this relation."""
    return any(c.dep_ == dep for c in verb.children)


def _is_expletive(token: Token) -> bool:
    return (
        token.lower_ == "it"
        and any(c.dep_ in ("ccomp", "acomp") and c.lower_ not in slot_words("mindful") for c in token.head.children)
        and token.head.lemma_ == "be"
    )


def conjuncts(token: Token) -> list[Token]:
    """Return the token and the members coordinated with it, in text order."""
    members = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not stands_apart(child):
            members.extend(conjuncts(child))
    return members


def is_hedged(member: Token) -> bool:
    """Say whether a member of a list is hedged by itself: "and perhaps Niger"."""
    return any(child.lower_ in slot_words("hedges") for child in member.lefts)


def stands_apart(member: Token) -> bool:
    """Say whether a member of a list is told by itself, as doubtful or as of another time: "now Niger"."""
    return any(child.lower_ in slot_words("hedges") | slot_words("apart") for child in member.lefts)
