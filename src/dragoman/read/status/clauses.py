"""The shapes of clauses that matter for status: infinitives, conditions, subjunctives, shared auxiliaries.

Here too is found which word governs a complement, and that word's signature; parsers often hang a phrase one word off.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from dragoman.read.status.polarity import SUBJECTS, is_past
from dragoman.read.status.signatures import Signature, StatusWords

PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
WH_WORDS = frozenset({"how", "why", "when", "where", "what", "who", "whom", "which"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OWN_CLAUSE = SUBJECTS | {"aux", "auxpass"}
REPORTED = frozenset({"VBD", "VBN", "VBG"})  # "said", "has said", "..., adding that it would"
DEVERBAL = frozenset({"prep", "advcl", "acl"})
COPULAS = frozenset({"be", "remain", "seem", "appear", "become", "look"})
FOREGONE = frozenset({("instead", "of"), ("rather", "than")})


def has_to(verb: Token) -> bool:
    """Say whether the verb is a to-infinitive."""
    return any(child.tag_ == "TO" for child in verb.lefts)


def negated(verb: Token) -> bool:
    """Say whether the verb has a negation of its own."""
    return any(child.dep_ == "neg" for child in verb.children)


def shared_markers(verb: Token) -> Token | None:
    """Return the first verb of a coordination whose auxiliaries and negation `verb` shares ("may sign and ratify")."""
    if verb.dep_ != "conj":
        return None
    if verb.head.pos_ not in {"VERB", "AUX"}:  # "must double and raise": a verb that the parser took for a noun
        return verb.head if verb.tag_ == "VB" and any(child.tag_ == "MD" for child in verb.head.lefts) else None
    own = {"aux", "auxpass", "neg", *SUBJECTS}
    if any(child.dep_ in own and child.tag_ != "TO" for child in verb.lefts):
        return None
    first = verb.head
    if first.tag_ != verb.tag_ and not (verb.tag_ == "VB" and first.tag_ == "VB"):
        return None
    if any(child.dep_ == "cc" and child.lower_ == "but" for child in first.rights) and negated(first):
        return None
    return shared_markers(first) or first


def find_first(token: Token) -> Token:
    """Return the member of a coordination whose surroundings a later one shares; parsers take a nearer one."""
    first = token.head
    if token.tag_ in FINITE and first.tag_ in {"VB", "VBG"} and first.dep_ in {"xcomp", "advcl", "acl", "pcomp"}:
        return first.head  # a finite verb is no conjunct of an infinitive
    if token.tag_ == "VB" and first.tag_ in FINITE and not any(child.dep_ in OWN_CLAUSE for child in token.lefts):
        earlier = next((child for child in first.rights if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
        if earlier is not None and earlier.i < token.i:  # "agreed to hold talks and sign a treaty"
            return earlier
    return first


def is_reported_past(verb: Token) -> bool:
    """Say whether the clause is reported by a verb in the past, or by a noun ("said that it would")."""
    head = verb.head
    if verb.dep_ == "conj":
        return head != verb and is_reported_past(head)
    if verb.dep_ not in {"ccomp", "acl", "xcomp"}:
        return False
    return head.tag_ in REPORTED or head.pos_ == "NOUN"


def find_condition(verb: Token, words: StatusWords) -> Token | None:
    """Return the head of the if-clause that the verb's clause hangs on."""
    for child in verb.children:
        if is_asked(child, verb, words) or is_if_not(child):
            continue
        if child.dep_ in {"advcl", "ccomp"} and is_conditional(child, words):
            if child.lower_ == "were":  # "were they to attack"
                return next((inner for inner in child.rights if has_to(inner)), child)
            return child
    return None


def is_past_or_beside(verb: Token) -> bool:
    """Say whether a verb tells of what is past, or stands beside its clause: a condition near it is another's.

    "Had threatened to leave if", "warned of war, referring to a raid if".
    """
    if verb.tag_ == "VBD":
        return True
    auxiliaries = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ == "VBG":
        return verb.dep_ in {"advcl", "acl"} and not auxiliaries
    return is_past(verb) and not any(child.tag_ == "MD" for child in auxiliaries)


def is_if_not(clause: Token) -> bool:
    """Say whether "if not" only heightens what was said ("dozens if not hundreds")."""
    if clause.pos_ in {"VERB", "AUX"}:
        return False
    mark = next((child for child in clause.lefts if child.lower_ == "if"), None)
    return mark is not None and mark.i + 1 < len(mark.doc) and mark.nbor().lower_ == "not"


def is_asked(clause: Token, verb: Token, words: StatusWords) -> bool:
    """Say whether an if-clause is what the verb asks or finds out ("wondered if", "to see if"), and no condition."""
    if verb.lemma_ not in words.sets["asking_verbs"] or clause.i < verb.i:
        return False
    mark = next((child for child in clause.lefts if child.lower_ == "if"), None)
    return mark is not None and (clause.dep_ == "ccomp" or mark.i == verb.i + 1)


def is_conditional(verb: Token, words: StatusWords) -> bool:
    """Say whether the verb heads an if-clause, or an inverted one ("should either be attacked")."""
    lefts = list(verb.lefts)
    for child in lefts:
        if child.dep_ in {"mark", "advmod"} and child.lower_ in words.sets["conditional_marks"]:
            before = child.nbor(-1).lower_ if child.i else ""
            return before not in {"even", "as"}
    return verb.dep_ != "ROOT" and is_inverted(verb, lefts)


def is_even_if(lefts: list[Token]) -> bool:
    """Say whether a clause begins with "even if": nobody says that it is so, and nothing hangs on it."""
    return any(child.lower_ == "if" and child.i and child.nbor(-1).lower_ == "even" for child in lefts)


def is_inverted(verb: Token, lefts: list[Token]) -> bool:
    """Say whether a clause is a condition by its order: "should war break out", "were they to attack"."""
    if verb.lower_ == "were" and verb.dep_ == "advcl":
        return not lefts and any(child.dep_ in SUBJECTS for child in verb.rights)
    first = next((child for child in lefts if child.dep_ != "cc"), None)
    if first is None or first.dep_ not in {"aux", "auxpass"} or first.lower_ not in {"should", "were", "had"}:
        return False
    subject = next((child.i for child in lefts if child.dep_ in SUBJECTS), None)
    return first.i < subject if subject is not None else first.lower_ == "should" and verb.dep_ == "advcl"


def is_subjunctive(verb: Token) -> bool:
    """Say whether a finite clause has a bare verb ("that the troops leave", "that he be released")."""
    lefts = list(verb.lefts)
    if not any(child.lower_ == "that" for child in lefts) or any(child.dep_ == "aux" for child in lefts):
        return False
    if verb.tag_ == "VBP" and verb.head.tag_ == "VBD":  # a true present would have been shifted to the past
        return True
    return verb.tag_ == "VB" or any(child.dep_ == "auxpass" and child.lower_ == "be" for child in lefts)


def find_slot(verb: Token, lefts: list[Token]) -> str:
    """Return how a clause hangs on its governor: to, inf (bare), ing, that_subjunctive, that; subj for a subject."""
    bare = not any(child.dep_ == "aux" for child in lefts)
    if verb.dep_.startswith("csubj"):
        return "subj"
    if has_to(verb):
        return "to"
    if verb.tag_ == "VBG" and bare:
        return "ing"
    if is_subjunctive(verb):
        return "that_subjunctive"
    return "inf" if verb.tag_ == "VB" and bare else "that"


def is_foregone(head: Token) -> bool:
    """Say whether a phrase names what was not done in favour of something else ("instead of", "rather than")."""
    start = head.left_edge.i
    near = [word.lower_ for word in head.doc[max(0, start - 2) : start + 2]]
    return any(pair in FOREGONE for pair in pairwise(near))


def is_far_from(prep: Token) -> bool:
    """Say whether the preposition denies, as in "far from winning"."""
    far = prep.lower_ == "from" and prep.i > 0 and prep.nbor(-1).lower_ == "far"
    return far and any(child.dep_ == "pcomp" for child in prep.rights)  # not "far from home"


def find_signature(governor: Token, slot: str, words: StatusWords) -> Signature | None:
    """Return the signature of a governor for a slot; an adjective may be tagged as a verb, and the reverse."""
    part = PARTS.get(governor.pos_)
    if part is None:
        part = "adjective" if governor.dep_ in {"acomp", "amod"} else None
    if part is None:
        return None
    lemma = governor.lemma_.lower()
    if part == "verb":
        particle = next(
            (child.lower_ for child in governor.rights if child.dep_ == "prt" or child.lower_ == "place"), None
        )
        found = words.find(part, f"{lemma} {particle}", slot) if particle else None
        if found:
            return found
    found = words.find(part, lemma, slot)
    if found is None and part != "noun":
        found = words.find("adjective", governor.lower_, slot) or words.find("verb", governor.lemma_, slot)
    return found


def find_predicate(noun: Token) -> Token:
    """Return the word that says something of a subject or object: its verb, or what follows a copula ("is likely")."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in COPULAS:
        return next((child for child in verb.children if child.dep_ in {"acomp", "prep"}), verb)
    return verb


def find_raised(noun: Token, words: StatusWords) -> Token | None:
    """Return the infinitive that the subject of a passive belongs to ("the talks are expected to fail")."""
    if noun.dep_ != "nsubjpass":
        return None
    inner = next((child for child in noun.head.children if child.dep_ == "xcomp" and has_to(child)), None)
    return inner if inner is not None and words.find("verb", inner.lemma_, "subj") else None


def reattach(governor: Token, prep: str, words: StatusWords) -> Token:
    """Return the verb instead of its argument, where the parser hung on the latter what belongs to the former.

    "Accused by Greece of supplying", "accused Iran of supplying": only the verb has a signature for the preposition.
    """
    verb = governor.head.head if governor.dep_ == "pobj" else governor.head
    if governor.pos_ not in {"PROPN", "NOUN"} or governor.dep_ not in {"pobj", "dobj"} or verb.pos_ != "VERB":
        return governor
    if words.find("noun", governor.lemma_, prep) or not words.find("verb", verb.lemma_, prep):
        return governor
    return verb if prep in {"of", "from", "against"} and not is_light(verb, words) else governor


def is_light(verb: Token, words: StatusWords) -> bool:
    """Say whether the verb merely carries its object ("made an offer of")."""
    signature = words.find("verb", verb.lemma_, "obj")
    return signature is not None and signature.name == "occurrence"


def is_deverbal(token: Token, words: StatusWords) -> bool:
    """Say whether a participle is a preposition in all but form ("including", "regarding the talks")."""
    if token.tag_ != "VBG" or token.lemma_ not in words.sets["deverbal_prepositions"] or token.dep_ not in DEVERBAL:
        return False
    return not any(child.dep_ in OWN_CLAUSE or child.dep_ == "neg" for child in token.lefts)


def is_gerund_before_object(token: Token) -> bool:
    """Say whether the parser took a gerund for an adjective of its object ("did not deny supplying arms")."""
    noun = token.head
    opens = token.tag_ == "VBG" and token.dep_ == "amod" and token == noun.left_edge
    return opens and noun.dep_ == "dobj" and noun.head.i + 1 == token.i
