"""How a status within a status comes out, and what a single clause or noun phrase says of its own status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.scope import find_negation, is_negation, is_superlative
from dragoman.read.status.signatures import Effect, Signature, StatusWords

A, PL, PO, W, D = Status.ACTUAL, Status.PLANNED, Status.POSSIBLE, Status.WANTED, Status.DENIED

# Row: the status around; column: the status within. Under "actual" the inner one stands, and nothing that is only
# possible gets firmer. A wish or a chance that something is not so makes it possible, not denied: "urged them not to
# attack" does not say that they did not. Two denials make a chance, not a fact: "did not deny selling arms".
_WITHIN = {
    PL: {A: PL, PL: PL, PO: PO, W: W, D: D},
    PO: {A: PO, PL: PO, PO: PO, W: PO, D: PO},
    W: {A: W, PL: W, PO: PO, W: W, D: PO},
    D: {A: D, PL: D, PO: D, W: PO, D: PO},
}
ADVERBIAL = frozenset({"advmod", "npadvmod", "amod", "intj"})
FUTURE_WORDS = frozenset({"tomorrow", "tonight", "next", "later", "upcoming", "coming", "soon", "shortly"})
TRAVEL = frozenset({"go", "travel", "fly", "leave", "return", "depart"})
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status reached so far on the way down to the trigger, with the reasons for it."""

    status: Status = Status.ACTUAL
    outcome: str | None = None
    reasons: tuple[str, ...] = ()
    condition: Token | None = None

    def under(self, effect: Effect, reason: str, condition: Token | None = None) -> Standing:
        """Return what becomes of `effect` within this standing."""
        status = within(self.status, effect.status)
        outcome = effect.outcome or self.outcome
        return Standing(status, outcome, (*self.reasons, f"{reason}: {status}"), condition or self.condition)

    def opened(self, reason: str) -> Standing:
        """Return this standing as merely possible."""
        return Standing(PO, None, (*self.reasons, f"{reason}: {PO}"), self.condition)

    def denied(self, reason: str) -> Standing:
        """Return this standing as denied."""
        return Standing(D, None, (*self.reasons, f"{reason}: {D}"), self.condition)

    def embed(self, signature: Signature, word: Token, reason: str) -> Standing:
        """Return the standing of the complement of `word`, which has this standing itself."""
        effect = choose_effect(self.status, signature, word)
        reasons = (*self.reasons, f"{reason}: {effect.status}")
        return Standing(effect.status, effect.outcome, reasons, self.condition)


def within(outer: Status, inner: Status) -> Status:
    """Return the status of what is `inner` according to something that is itself `outer`."""
    return inner if outer is A else _WITHIN[outer][inner]


def choose_effect(status: Status, signature: Signature, word: Token) -> Effect:
    """Return what a word of that status and signature makes of its complement."""
    positive = signature.positive
    if signature.past and is_past(word.head if word.dep_ == "acomp" else word):
        positive = signature.past
    if signature.presupposed or status is A:
        return positive
    if status is D:
        return signature.negative
    if status is W and signature.name == "ability":
        return Effect(W)  # who wants it allowed wants it
    return signature.otherwise or Effect(within(status, positive.status))


def is_past(verb: Token) -> bool:
    """Say whether a verb stands in the past or the perfect ("tried", "had tried", "has tried")."""
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ != "VBN":
        return False
    return any(
        child.dep_ in {"aux", "auxpass"} and (child.tag_ == "VBD" or child.lemma_ == "have") for child in verb.lefts
    )


def clause_effects(verb: Token, words: StatusWords, reported: bool) -> Iterator[tuple[Effect, str]]:
    """Yield what the words within the clause of `verb` say of it, the widest in scope first.

    `reported` says that the clause is the content of a report in the past, where "would" stands for "will".
    """
    children = list(verb.children)
    negation = find_negation(verb, children, words)
    modal = find_modal(verb, children, words, reported)
    if modal and any(is_negation(child) and is_superlative(child, verb) for child in children):
        return  # "could not have been clearer"
    for effect, word in order_effects(modal, negation, children):
        yield effect, f"'{word.lower_}'"
    if verb.i > 1 and verb.nbor(-1).lower_ == "but" and verb.nbor(-2).lower_ == "all":
        yield Effect(PO), "'all but'"
    for child in children:
        if child.lower_ == "necessarily" and child.i and child.nbor(-1).lower_ in {"not", "n't"}:
            yield Effect(PO), "'not necessarily'"
        status = words.clause_adverbs.get(child.lower_) if child.dep_ in ADVERBIAL else None
        if status and not (status is PL and (modal or is_past(verb))) and not is_of_next(child, verb):
            yield Effect(status), f"'{child.lower_}'"


def order_effects(
    modal: tuple[Effect, Token] | None, negation: tuple[Token, str | None] | None, children: list[Token]
) -> list[tuple[Effect, Token]]:
    """Return the effects of a clause's modal and negation, the wider in scope first."""
    if negation is None:
        return [modal] if modal else []
    denial = (Effect(D, negation[1]), negation[0])
    if modal is None:
        return [denial]
    word = modal[1].lower_
    if word in {"can", "could", "ca", "would", "'d"}:
        return [denial, modal]  # "cannot attack" denies that it can, "would not talk" that it did
    if word in {"shall", "sha"} and not any(child.lower_ in {"i", "we"} for child in children):
        return [(Effect(W), modal[1]), denial]  # "shall not" of others forbids: nobody says that they do not
    return [modal, denial]


def is_of_next(adverb: Token, verb: Token) -> bool:
    """Say whether an adverb after the verb speaks of the phrase that follows ("sent ships, likely in exchange for")."""
    if adverb.i <= verb.i + (verb.lemma_ == "be") or adverb.i + 1 >= len(adverb.doc) or adverb.dep_ == "intj":
        return False
    following = adverb.nbor()
    return following.sent == adverb.sent and not following.is_punct and following.dep_ not in {"cc", "punct"}


def find_modal(verb: Token, children: list[Token], words: StatusWords, reported: bool) -> tuple[Effect, Token] | None:
    """Return the effect of the clause's modal or future form, with the word that shows it."""
    perfect = any(child.lower_ in {"have", "'ve"} and child.dep_ == "aux" for child in children)
    for child in children:
        name = words.modals.get(child.lower_) if child.dep_ == "aux" else None
        if name == "conditional" and verb.lemma_ in words.sets["polite_verbs"] and not perfect:
            continue  # who "would like" something wants it
        if name == "conditional" and not perfect and is_advised(verb, children, words):
            continue
        if name in {"wanted", "possible"} and is_performed(verb, children, words):
            continue  # who "must say" something says it
        if name == "conditional":
            status = PL if reported else D if perfect and has_condition(children) else PO
            return Effect(status), child
        if name == "wanted" and perfect:  # "must have known" is a guess, "should have known" is not so
            return Effect(D if child.lower_ in {"should", "ought"} else PO), child
        if name:
            return Effect(Status(name)), child
    return find_future(verb, children)


def find_future(verb: Token, children: list[Token]) -> tuple[Effect, Token] | None:
    """Return the effect of a present tense with a word of future time ("arrives tomorrow", "is meeting next week")."""
    progressive = verb.tag_ == "VBG" and any(child.lower_ in {"is", "are", "'re", "'s", "am"} for child in children)
    if not (progressive or verb.tag_ in {"VBZ", "VBP"}):
        return None
    if progressive and verb.lemma_ in TRAVEL:
        place = next((child for child in children if child.lower_ == "to" or is_going(child, verb)), None)
        if place is not None:
            return Effect(PL), place  # "is going to Oman", "is going to sign"
    for child in children:
        if child.dep_ in {"npadvmod", "advmod"}:
            for word in (child, *child.lefts):
                if word.lower_ in FUTURE_WORDS and word.lower_ not in {"later", "soon"}:
                    return Effect(PL), word
        if verb.lemma_ in TRAVEL and is_on_weekday(child):
            return Effect(PL), child  # "leaves for Oman on Monday"
        if progressive and child.lower_ == "in" and any(word.lemma_ in UNITS for word in child.rights):
            return Effect(PL), child  # "is leaving in two weeks"
    return None


def is_on_weekday(phrase: Token) -> bool:
    """Say whether a phrase names a single day of the week ("on Monday"), for which a present tense is a timetable's."""
    noun = next((word for word in phrase.rights if word.dep_ == "pobj"), None) if phrase.lower_ == "on" else phrase
    return noun is not None and noun.lower_ in WEEKDAYS and not any(w.lower_ in {"every", "each"} for w in noun.lefts)


def is_going(token: Token, verb: Token) -> bool:
    """Say whether the token is the infinitive of "going to"."""
    return verb.lemma_ == "go" and token.dep_ == "xcomp" and any(child.tag_ == "TO" for child in token.lefts)


def is_present(verb: Token) -> bool:
    """Say whether a clause stands in the present, perfect and passive included ("until they have been freed")."""
    if verb.tag_ in {"VBZ", "VBP"}:
        return True
    first = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), None)
    return first is not None and first.tag_ in {"VBZ", "VBP"}


def is_performed(verb: Token, children: list[Token], words: StatusWords) -> bool:
    """Say whether a speaker does what the verb names by naming it ("I must say", "we can confirm")."""
    if verb.lemma_ not in words.sets["telling_verbs"] or any(is_negation(child) for child in children):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in children)


def is_advised(verb: Token, children: list[Token], words: StatusWords) -> bool:
    """Say whether a speaker gives advice or makes a point by saying that he would ("I would urge you")."""
    if verb.lemma_ not in words.sets["advising_verbs"] or has_condition(children) or any(map(is_negation, children)):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in children)


def has_condition(children: list[Token]) -> bool:
    """Say whether one of the children is an if-clause."""
    return any(child.dep_ == "advcl" and any(w.lower_ in {"if", "had"} for w in child.lefts) for child in children)


def noun_effects(noun: Token, words: StatusWords) -> Iterator[tuple[Effect, str]]:
    """Yield what the adjectives of a noun say of its status."""
    for child in noun.children:
        if child.dep_ == "amod" and child.i > noun.i and words.find("adjective", child.lower_, "obj"):
            yield Effect(PL), f"'{child.lower_}'"  # "the meeting, due in May"
        if child.dep_ == "advmod" and words.clause_adverbs.get(child.lower_) is PO:
            yield Effect(PO), f"'{child.lower_}'"
        if child.dep_ in {"amod", "compound", "acl", "advmod", "nmod"} and child.i < noun.i:
            effect = words.noun_adjectives.get(child.lower_)
            if effect and not child.n_lefts:  # not "a well planned attack"
                yield effect, f"'{child.lower_}'"


def is_definite(noun: Token, words: StatusWords) -> bool:
    """Say whether the noun phrase speaks of something as known to be there ("the attack", "Iran's latest attack")."""
    if noun.pos_ == "PROPN":
        return True
    definite = words.sets["definite_determiners"]
    for child in noun.lefts:
        word = child.lower_
        if child.dep_ == "poss" or word in definite or words.noun_adjectives.get(word, 0) is None:
            return True
    return False
