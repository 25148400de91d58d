"""The standing of main clauses: questions, commands and headings in the infinitive are not asserted."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import Status
from dragoman.read.status.clauses import WH_WORDS, has_to, is_conditional
from dragoman.read.status.polarity import SUBJECTS, Standing
from dragoman.read.status.signatures import Effect, StatusWords

AUXILIARIES = frozenset({"aux", "auxpass"})
# Ways in which the parser hangs a command on what stands beside it: "Try the harbour, it is quiet".
QUOTES = frozenset({'"', "'", "''"})
LOOSE = frozenset({"ROOT", "parataxis", "dep", "advcl", "ccomp"})


def of_root(token: Token, words: StatusWords) -> Standing:
    """Return the standing of a main clause."""
    if is_pleaded(token):
        return Standing().under(Effect(Status.WANTED), "'please'")
    if token.pos_ not in {"VERB", "AUX"}:
        return Standing()
    lefts = list(token.lefts)
    if is_question(token, lefts):
        return Standing().under(Effect(Status.POSSIBLE), "question")
    if is_conditional(token, words):
        return Standing().under(Effect(Status.POSSIBLE), "if-clause")
    if token.tag_ == "VB" and lefts and lefts[0].lower_ in {"why", "what", "how"} and not has_subject(lefts):
        return Standing().under(Effect(Status.POSSIBLE), "question")  # "why not sign?", "how to sign"
    if is_command(token, lefts):
        polite = token.lemma_ in words.sets["polite_verbs"]
        return Standing() if polite else Standing().under(Effect(Status.WANTED), "command")
    if token.tag_ == "VB" and has_to(token) and has_subject(lefts):
        return Standing().under(Effect(Status.PLANNED), "infinitive of a heading")
    return Standing()


def has_subject(lefts: list[Token]) -> bool:
    """Say whether a subject is among the words before a verb."""
    return any(child.dep_ in SUBJECTS and child.lower_ != "please" for child in lefts)


def is_question(verb: Token, lefts: list[Token]) -> bool:
    """Say whether a sentence asks whether ("did it leave?", "it left?"), and not who, why or when."""
    if ends_in_question_mark(verb) or is_asked_before(verb):
        subject = next((child.i for child in verb.children if child.dep_ in SUBJECTS), verb.i)
        first = next((child.i for child in lefts if child.dep_ in AUXILIARIES), verb.i)
        end = verb.i if first < subject else verb.right_edge.i  # "did he say who left?", but "he left, and who came?"
        return not any(token.lower_ in WH_WORDS for token in verb.doc[verb.left_edge.i : end])
    return is_inverted_do(lefts)


def ends_in_question_mark(verb: Token) -> bool:
    """Say whether a clause ends in a question mark, within quotation marks or not."""
    last = verb.right_edge
    while (last.text in QUOTES or last.is_space) and last.i > verb.i:
        last = last.nbor(-1)
    return last.text == "?"


def is_asked_before(verb: Token) -> bool:
    """Say whether a clause ends in a question mark before the verb that tells who asks it."""
    after = verb.right_edge.i + 1
    return verb.dep_ == "ccomp" and verb.i < verb.head.i and after < len(verb.doc) and verb.doc[after].text == "?"


def is_inverted_do(lefts: list[Token]) -> bool:
    """Say whether "do" stands before its subject with nothing there that calls for that ("nor did it leave")."""
    auxiliary = next((child for child in lefts if child.dep_ == "aux"), None)
    if (
        auxiliary is None
        or auxiliary.lemma_ != "do"
        or any(child.i < auxiliary.i and child.dep_ != "cc" for child in lefts)
    ):
        return False
    before = auxiliary.nbor(-1).lower_ if auxiliary.i else ""
    return before not in {"nor", "neither", "so"} and any(child.dep_ in SUBJECTS for child in lefts)


def is_pleaded(token: Token) -> bool:
    """Say whether a main word follows "please": it is a command, whatever the parser took it for."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    if before.text == "," and before.i > token.sent.start:
        before = before.nbor(-1)
    return before != token and before.lower_ == "please"


def is_command(verb: Token, lefts: list[Token]) -> bool:
    """Say whether a bare verb that starts its clause is a command ("withdraw your troops", "do not attack")."""
    # A present without a subject that opens the sentence is a command that the parser has misread.
    opens = verb.tag_ == "VBP" and verb.dep_ == "ROOT" and verb == verb.left_edge and starts_clause(verb)
    if not (verb.tag_ == "VB" or opens) or verb.dep_ not in LOOSE:
        return False
    auxiliaries = [child for child in lefts if child.dep_ in AUXILIARIES]
    if any(child.lower_ != "do" for child in auxiliaries) or has_to(verb):
        return False
    if has_subject(lefts) or any(child.dep_ == "mark" or child.lower_ in WH_WORDS for child in lefts):
        return False
    return verb.dep_ not in {"advcl", "ccomp"} or starts_clause(verb.left_edge)


def starts_clause(token: Token) -> bool:
    """Say whether nothing of the sentence, or a stop within it, stands before the token."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).text in {";", ":", '"', "("}
