"""Denials that point back: "The US accuses Iran of arming X, which Tehran denies" also denies that Iran arms X."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc, Token

from dragoman.model import Force, Link, Statement, Status, Voice
from dragoman.ontology.load import read_yaml
from dragoman.read.statements.sharing import sentences_between
from dragoman.read.statements.subjects import antecedent

# How many sentences back the denied words may stand.
REACH_SENTENCES = 3
# What is told of as done or alleged can be denied so; speech and wishes can't.
STEM = 4  # letters in which a verb and its noun agree
DENIABLE = {
    "AID",
    "COOPERATE",
    "ASSAULT",
    "COERCE",
    "MOBILIZE",
    "SANCTION",
    "AGREE",
    "CONSULT",
    "HOLD",
    "ALLY",
    "SUPPORT",
    "THREATEN",
    "RETREAT",
}


@lru_cache(maxsize=1)
def load_denials() -> Mapping[str, frozenset[str]]:
    """Return the words of denial as the vocabulary has them."""
    data = read_yaml(Path(__file__).parents[2] / "ontology" / "denials.yaml")
    return {key: frozenset(words) for key, words in data.items()}


def with_denials(statements: Sequence[Statement], doc: Doc) -> tuple[Statement, ...]:
    """Return the statements with, after each denial that points back, the denied form of what it points to.

    Whoever denies a part in a deed does not deny the deed: it stays as told, and that they did it is denied.
    """
    found: list[Statement] = []
    shares: dict[int, tuple[Statement, Token]] = {}
    for statement in statements:
        start = statement.evidence.trigger.start
        if start in shares and statement.type in DENIABLE:
            found.extend(_part_denied(statement, *shares[start]))
            continue
        found.append(statement)
        if statement.type == "REJECT" and statement.agents and statement.status is Status.ACTUAL:
            token = _token_at(doc, start)
            if token is None or not _points_back(token):
                continue
            told = _before(statement, token, statements, doc)
            deed = _shared_deed(token)
            if told is None and deed is not None:
                shares[deed.idx] = (statement, token)
            found.extend(_denied(statement, token, told))
    return tuple(found)


def _part_denied(deed: Statement, denial: Statement, token: Token) -> tuple[Statement, Statement]:
    """Return the deed without the denial's voice, and the denied statement that those who deny have done it."""
    own = tuple(v for v in deed.voices if v.force is not Force.DENIES)
    told = replace(deed, voices=own)
    codes = {a.code for a in denial.agents}
    others = tuple(t for t in deed.targets if t.code not in codes)
    (denied,) = _denied(denial, token, replace(told, agents=denial.agents, targets=others or deed.targets))
    return told, denied


def _points_back(verb: Token) -> bool:
    """Say whether the verb's object only points to what was said before."""
    words = load_denials()
    if verb.lemma_ not in words["verbs"]:
        return False
    for child in verb.children:
        if child.dep_ not in ("dobj", "nsubjpass"):
            continue
        if child.lower_ in words["pronouns"] or antecedent(child) is not child:
            return True
        if child.lemma_ in words["messages"] | words["shares"]:
            return not any(c.dep_ in ("acl", "pcomp", "ccomp") for c in child.subtree)
    if verb.dep_ == "acl":  # "a charge denied by Tehran"
        return verb.head.lemma_ in words["messages"] and not any(
            c.dep_ in ("ccomp", "pcomp") for c in verb.head.subtree
        )
    return verb.dep_ == "relcl"  # "which Tehran denies", the object being the clause before it


def _shared_deed(verb: Token) -> Token | None:
    """Return the deed of "denied any role in the killing", None where nothing names one."""
    words = load_denials()
    for noun in verb.children:
        if noun.lemma_ not in words["shares"]:
            continue
        for prep in (*noun.children, *(c for c in verb.rights if c.dep_ == "prep")):
            deed = next((child for child in prep.children if child.dep_ == "pobj"), None)
            if deed is not None and deed.pos_ == "NOUN":
                return deed
    return None


def _is_same_deed(deed: Token, trigger: Token) -> bool:
    """Say whether a noun may name what a trigger told of ("the killings": "killed"; "the attack": anything done)."""
    return deed.lemma_ in load_denials()["deeds"] or deed.lemma_[:STEM].lower() == trigger.lemma_[:STEM].lower()


def _before(denial: Statement, token: Token, statements: Iterable[Statement], doc: Doc) -> Statement | None:
    """Return the nearest thing told before the denial that the denier is said to have done."""
    deniers = {a.code for a in denial.agents}
    deed = _shared_deed(token)
    near: Statement | None = None
    for statement in statements:
        start = statement.evidence.trigger.start
        if start >= denial.evidence.trigger.start or statement.type not in DENIABLE:
            continue
        if statement.status not in (Status.POSSIBLE, Status.ACTUAL) or not deniers & {a.code for a in statement.agents}:
            continue
        told_by_others = bool(statement.voices) and not deniers & {v.code for v in statement.voices}
        accused = any(link.kind == "content" for link in statement.links)
        earlier = _token_at(doc, start)
        if earlier is not None and deed is not None and not _is_same_deed(deed, earlier):
            continue
        if (told_by_others or accused) and earlier is not None and sentences_between(earlier, token) <= REACH_SENTENCES:
            near = statement
    return near


def _denied(denial: Statement, token: Token, told: Statement | None) -> list[Statement]:
    if told is None:
        return []
    voices = tuple(
        Voice(code=a.code, actor=a.actor, name=a.name, cue=token.text, force=Force.DENIES, mention=a.mention)
        for a in denial.agents
    )
    key = f"{told.id}|denied|{denial.evidence.trigger.start}"
    return [
        replace(
            told,
            id=hashlib.sha256(key.encode()).hexdigest()[:16],
            status=Status.DENIED,
            outcome=None,
            voices=voices,
            evidence=denial.evidence,
            links=(Link(kind="content", statement=denial.id),),
            reasons=(*told.reasons[:1], f"'{token.text}' points back to '{told.evidence.quote[:80]}'"),
        )
    ]


def _token_at(doc: Doc, offset: int) -> Token | None:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
