"""Statements that come with another: what is given in return, the accusation that lies in a charge."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.model import ActorRef, Evidence, Link, Statement, Status
from dragoman.read.statements.drafts import Draft
from dragoman.read.statements.evidence import evidence_of
from dragoman.read.statements.roles import Filled
from dragoman.read.statements.subjects import prepositional_objects
from dragoman.read.statements.themes import theme_of

if TYPE_CHECKING:
    from dragoman.read.statements.build import Context


def counterpart(draft: Draft, statement: Statement, context: Context) -> Statement | None:
    """Return what is given back: "supplies arms to Y in exchange for food" also says that Y gives food."""
    if statement.type not in ("AID", "COOPERATE", "AGREE", "CONCEDE") or not statement.agents or not statement.targets:
        return None
    found = _return_of(draft.trigger.token)
    if found is None:
        return None
    word, heads = found
    filled = Filled(statement.targets, statement.agents, tuple(heads), ())
    evidence = evidence_of(word, heads, context.document.text)
    return replace(
        statement,
        id=identity_of(context.document.id, "AID", evidence, filled),
        type="AID",
        mode=None,
        agents=filled.agents,
        targets=filled.targets,
        theme=theme_of(heads, context.document.text, context.ontology),
        evidence=evidence,
        outcome=None,
        links=(Link(kind="in-exchange-for", statement=statement.id),),
        reasons=(f"'{word.text}' names what is given in return",),
    )


def as_speakers_act(statement: Statement) -> Statement:
    """Return an accusation that names no accuser as the act of whoever voices it ("X said Y was responsible")."""
    if statement.type != "ACCUSE" or statement.agents or not statement.voices:
        return statement
    voices = [v for v in statement.voices if v.cue == statement.voices[0].cue]
    accusers = tuple(ActorRef(code=v.code, actor=v.actor, name=v.name, mention=v.mention) for v in voices)
    rest = tuple(v for v in statement.voices if v not in voices)
    reasons = (*statement.reasons, "who says so accuses")
    return replace(statement, agents=accusers, voices=rest, status=Status.ACTUAL, reasons=reasons)


def accusation(draft: Draft, statement: Statement) -> Statement | None:
    """Return the accusation that lies in saying that another breaks a law or a promise."""
    voices = [v for v in statement.voices if v.cue == statement.voices[0].cue]
    if draft.trigger.entry.mode != "breach" or not voices or not statement.agents:
        return None
    if {v.code for v in voices} & {a.code for a in statement.agents}:
        return None
    accusers = tuple(ActorRef(code=v.code, actor=v.actor, name=v.name, mention=v.mention) for v in voices)
    filled = Filled(accusers, statement.agents)
    return replace(
        statement,
        id=identity_of(statement.document, "ACCUSE", statement.evidence, filled),
        type="ACCUSE",
        mode=None,
        agents=accusers,
        targets=statement.agents,
        status=Status.ACTUAL,
        outcome=None,
        voices=(),
        links=(),
        reasons=("to say that another breaks a law or a promise is to accuse",),
    )


def _return_of(token: Token) -> tuple[Token, list[Token]] | None:
    for word in token.sent:
        if word.lower_ not in ("exchange", "return") or word.dep_ != "pobj" or word.head.lower_ != "in":
            continue
        if token not in word.ancestors and not any(
            a.dep_ in ("advmod", "prep") and a.head.i <= token.i for a in word.ancestors
        ):
            continue
        heads = [h for c in word.children if c.dep_ == "prep" and c.lower_ == "for" for h in prepositional_objects(c)]
        if heads and word.i > token.i:
            return word, heads
    return None


def identity_of(document: str, kind: str, evidence: Evidence, filled: Filled) -> str:
    """Return the id of a statement: the same for the same words, type and actors."""
    who = ",".join(a.code for a in filled.agents) + ">" + ",".join(t.code for t in filled.targets)
    key = f"{document}|{kind}|{evidence.trigger.start}|{evidence.trigger.end}|{who}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
