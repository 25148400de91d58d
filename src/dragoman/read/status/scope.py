"""What a negation denies: the clause, or only a word or a phrase that takes it for itself.

"Did not act alone" and "did not meet until Friday" have it that something was done; "food, not weapons" denies a noun,
and "have never been better" denies nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.read.status.signatures import StatusWords

Sets = Mapping[str, frozenset[str]]
DENIABLE = frozenset({"nsubj", "nsubjpass", "expl"})  # "no state signed", "few states signed"
OBJECTS = frozenset({"dobj", "attr"})  # "signed no treaty"
FOCUSED = frozenset({"prep", "dobj", "npadvmod", "advmod", "advcl", "xcomp", "dative"})
PASTS = frozenset({"did", "was", "were", "had"})
COMPARATIVES = frozenset({"JJR", "RBR"})
NEGATIONS = frozenset({"not", "never", "n't"})
QUANTIFIED = frozenset({"all", "every", "each", "only", "just", "even", "least", "many", "more", "less", "much"})


def find_negation(verb: Token, children: list[Token], words: StatusWords) -> tuple[Token, str | None] | None:
    """Return the word that negates the clause, and the outcome that it tells of ("no longer": ended)."""
    sets = words.sets
    if verb.dep_ == "conj" and (before := find_nor(verb)) is not None:
        return before, None
    for child in children:
        if child.lower_ == "nor" and child.i < verb.i:  # "nor did they leave"
            return child, None
        if is_negation(child) and not is_elsewhere(child, verb, children, sets):
            return child, None
        if child.dep_ == "preconj" and child.lower_ == "neither":
            return child, None
        if is_no_longer(child):
            return child, "ended"
        if child.dep_ in DENIABLE and child.lower_ not in sets["undenying_nouns"] and is_negative(child, sets):
            return child, None
        if child.dep_ in OBJECTS and child.lower_ not in sets["undenying_nouns"] and is_none(child, sets):
            return child, None
        if child.dep_ == "advmod" and child.lower_ in sets["denying_adverbs"] and is_near(child, verb, children, sets):
            return child, None
    return None


def is_negation(child: Token) -> bool:
    """Say whether a word is "not" or "never"; "nt" is how hurried writers spell it."""
    return child.dep_ == "neg" or child.lower_ == "nt"


def is_no_longer(child: Token) -> bool:
    """Say whether a word heads "no longer" or "any more"."""
    if child.dep_ != "advmod" or child.lower_ not in {"longer", "more"}:
        return False
    return any(word.lower_ in {"no", "any"} for word in child.lefts)


def is_near(adverb: Token, verb: Token, children: list[Token], sets: Sets) -> bool:
    """Say whether "hardly" denies the verb: not in "almost a month after", nor in "had hardly signed when"."""
    if adverb.i < verb.i - 1 or verb.lemma_ in sets["measuring_verbs"]:
        return False
    return not any(child.dep_ == "advcl" and any(w.lower_ == "when" for w in child.lefts) for child in children)


def find_nor(verb: Token) -> Token | None:
    """Return the "nor" that joins a verb to the one before it."""
    for child in verb.head.rights:
        if child.dep_ == "cc" and child.lower_ == "nor" and child.i < verb.i:
            return child
    return None


def is_elsewhere(negation: Token, verb: Token, children: list[Token], sets: Sets) -> bool:
    """Say whether something other than the clause takes the negation for itself."""
    if is_absorbed(negation, sets["negation_absorbers"]) or is_superlative(negation, verb):
        return True
    if negation.i > verb.i and negation.nbor(-1).lower_ in {",", "but"}:
        return True  # "sent food, not weapons"
    told = any(child.lower_ in PASTS and child.i < verb.i for child in children) or verb.lower_ in PASTS
    return any(child.i > verb.i and (takes_focus(child, sets) or (told and is_until(child))) for child in children)


def is_absorbed(negation: Token, absorbers: frozenset[str]) -> bool:
    """Say whether the word after the negation takes it for itself ("not only", "not because")."""
    following = negation.i + 1
    if following < len(negation.doc) and negation.doc[following].lower_ == "all":
        # "They do not all agree": that they do is denied, where "not all of them agreed" leaves some who did.
        return negation.doc[following].head != negation.head or negation.doc[following].dep_ != "advmod"
    return following < len(negation.doc) and negation.doc[following].lower_ in absorbers and negation.lower_ != "never"


def takes_focus(phrase: Token, sets: Sets) -> bool:
    """Say whether a phrase after the verb is what is denied: how, when, with whom or why, and not that.

    "Did not act alone", "did not sign the same document", "did not meet in person", "not for nothing".
    """
    if phrase.dep_ not in FOCUSED:
        return False
    if phrase.left_edge.lower_ in sets["focus_particles"]:
        # "It did not stop just because it was found out": there the act is denied, the reason only set aside.
        return not (phrase.left_edge.lower_ == "just" and phrase.left_edge.nbor().lower_ == "because")
    if phrase.dep_ == "advmod":
        return phrase.lower_ in sets["focus_adverbs"]
    noun = next((child for child in phrase.rights if child.dep_ == "pobj"), None) if phrase.dep_ == "prep" else phrase
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "ADJ", "PRON"}:
        return False
    if phrase.dep_ == "prep" and (f"{phrase.lower_} {noun.lower_}" in sets["focus_phrases"] or is_none(noun, sets)):
        return True
    return any(child.lower_ == "same" for child in noun.lefts)


def is_until(phrase: Token) -> bool:
    """Say whether a phrase tells when something came about ("did not arrive until Friday": then it did)."""
    if phrase.dep_ == "advcl":
        return any(child.dep_ == "mark" and child.lower_ in {"until", "till"} for child in phrase.lefts)
    return phrase.dep_ == "prep" and phrase.lower_ in {"until", "till"}


def is_superlative(negation: Token, verb: Token) -> bool:
    """Say whether "never" or "could not" with a comparative says that something is so as never before.

    "Have never been better", "have never been as close as", "could not have come at a worse time".
    """
    could = any(child.lower_ == "could" for child in verb.lefts)
    if negation.lower_ != "never" and not could:
        return False
    for child in verb.rights:
        near = [child, *child.lefts, *(word for noun in child.rights for word in (noun, *noun.lefts))]
        if any(word.tag_ in COMPARATIVES for word in near):
            return True
        if not could and any(word.lower_ in {"so", "as"} and word.dep_ == "advmod" for word in child.lefts):
            return True
    return False


def is_contrasted(noun: Token) -> bool:
    """Say whether a noun is what another one is set against ("partners, not allies", "grain but not oil")."""
    edge = noun.left_edge
    word = edge if edge.lower_ in NEGATIONS else edge.nbor(-1) if edge.i else edge
    if word.lower_ not in NEGATIONS or not word.i or word.nbor().lower_ in QUANTIFIED:
        return False
    return word.nbor(-1).lower_ in {",", "but", "and"} and noun.dep_ in {"appos", "conj", "dobj", "pobj", "attr"}


def is_none(noun: Token, sets: Sets) -> bool:
    """Say whether a noun phrase speaks of none at all ("no treaty", "nothing"); "No. 1" is a rank."""
    if noun.lower_ in sets["negative_pronouns"]:
        return True
    for child in noun.lefts:
        if child.lower_ in sets["negative_determiners"]:
            return not (child.text == "No" and child.nbor().text[:1] in "#.0123456789")
    return False


def is_negative(noun: Token, sets: Sets) -> bool:
    """Say whether a noun phrase denies that there is such a thing, or all but ("no country", "few states")."""
    if is_none(noun, sets):
        return True
    scarce = next((child for child in noun.lefts if child.lower_ in sets["scarce_determiners"]), None)
    return scarce is not None and scarce == noun.left_edge  # but "a few states"
