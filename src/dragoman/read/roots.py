"""The standing of main clauses: questions, commands and headings in the infinitive are not asserted."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.clauses import WH_WORDS, has_to
from dragoman.read.polarity import SUBJECTS, Standing
from dragoman.read.signatures import Effect, StatusWords

AUXILIARIES = frozenset({"aux", "auxpass"})
# Ways in which the parser hangs a command on what stands beside it: "Try the harbour, it is quiet".
LOOSE = frozenset({"ROOT", "parataxis", "dep", "advcl", "ccomp"})


def of_root(token: Token, words: StatusWords) -> Standing:
    """Return the standing of a main clause."""
    if token.pos_ not in {"VERB", "AUX"}:
        return Standing()
    lefts = list(token.lefts)
    if is_polar(token, lefts):
        return Standing().under(Effect(Status.POSSIBLE), "question")
    if token.tag_ == "VB" and lefts and lefts[0].lower_ in {"why", "what"} and not has_subject(lefts):
        return Standing().under(Effect(Status.POSSIBLE), "question")  # "why not sign?"
    if is_command(token, lefts):
        polite = token.lemma_ in words.sets["polite_verbs"]
        return Standing() if polite else Standing().under(Effect(Status.WANTED), "command")
    if token.tag_ == "VB" and has_to(token) and has_subject(lefts):
        return Standing().under(Effect(Status.PLANNED), "infinitive of a heading")
    return Standing()


def has_subject(lefts: list[Token]) -> bool:
    """Say whether a subject is among the words before a verb."""
    return any(child.dep_ in SUBJECTS for child in lefts)


def is_polar(verb: Token, lefts: list[Token]) -> bool:
    """Say whether a question asks whether ("did it leave?"), and not who, why or when."""
    if any(child.lower_ in WH_WORDS for child in lefts) or verb.right_edge.text != "?":
        return False
    subject = next((child.i for child in verb.children if child.dep_ in SUBJECTS), None)
    first = next((child.i for child in lefts if child.dep_ in AUXILIARIES), verb.i)
    return subject is not None and first < subject


def is_command(verb: Token, lefts: list[Token]) -> bool:
    """Say whether a bare verb that starts its clause is a command ("withdraw your troops", "do not attack")."""
    if verb.tag_ != "VB" or verb.dep_ not in LOOSE:
        return False
    auxiliaries = [child for child in lefts if child.dep_ in AUXILIARIES]
    if any(child.lower_ != "do" for child in auxiliaries) or has_to(verb):
        return False
    if has_subject(lefts) or any(child.dep_ == "mark" or child.lower_ in WH_WORDS for child in lefts):
        return False
    return verb.dep_ not in {"advcl", "ccomp"} or starts_clause(verb.left_edge)


def starts_clause(token: Token) -> bool:
    """Say whether nothing of the sentence, or a stop within it, stands before the token."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).text in {",", ";", ":", '"', "-", "("}
