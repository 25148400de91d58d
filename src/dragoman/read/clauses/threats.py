"""Threats: "threatened to close the strait unless", "warned that it would", "will respond if"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import Instrument, Modality
from dragoman.read.clauses.bound import (
    ANSWER,
    SUBJECTS,
    Bound,
    answers,
    auxiliary,
    has_condition,
    is_hostile,
    objects_after,
    turned,
)
from dragoman.read.clauses.scene import Scene, children
from dragoman.read.statements.subjects import is_passive, subjects_of

_AHEAD = frozenset({"will", "would", "shall", "'ll"})


def threatened(verb: Token, scene: Scene) -> Iterator[Bound]:
    """Yield what somebody threatens to do, or to answer with."""
    lemma = verb.lemma_.lower()
    words = scene.words
    if lemma in words.threatening:
        if is_passive(verb) or _is_borne(verb):
            return
        if not any(scene.mentions.actors_of(t) or t.pos_ == "PRON" for t in subjects_of(verb)):
            return  # "tensions threaten to split the cabinet" is nobody's threat
        for act in (c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i):
            hangs = has_condition(act, verb, scene)
            ahead = act.dep_ == "xcomp" or auxiliary(act, scene) is not None
            subjects = tuple(children(act, *SUBJECTS) or subjects_of(verb))
            itself = bool(subjects) and subjects[0].pos_ == "PRON" and lemma != "say"
            own = lemma in words.always_threatening or (
                hangs and (is_hostile(act, scene) or answers(act, scene) or itself)
            )
            if own and ahead and not _others(subjects, verb):
                yield Bound(
                    verb, act, turned(act, Modality.MUST), Instrument.THREAT, f"'{lemma}' threatens", None, subjects
                )
        for prep in children(verb, "prep") if lemma in words.always_threatening else ():
            for act in (*children(prep, "pobj"), *children(prep, "pcomp")) if prep.lower_ == "with" else ():
                yield Bound(
                    verb, act, Modality.MUST, Instrument.THREAT, f"'{lemma}' threatens", None, tuple(subjects_of(verb))
                )
        return
    ahead = any(c.lower_ in _AHEAD for c in children(verb, "aux"))
    if ahead and answers(verb, scene) and (has_condition(verb, verb, scene) or objects_after(verb, ("to", "against"))):
        subjects = tuple(subjects_of(verb))
        yield Bound(verb, verb, Modality.MUST, Instrument.THREAT, ANSWER, None, subjects)


def _is_borne(verb: Token) -> bool:
    """Say whether a past form without a subject of its own hangs on what undergoes it: "homes threatened with"."""
    return (
        verb.tag_ in ("VBD", "VBN")
        and verb.dep_ in ("acl", "advcl", "amod")
        and not any(c.dep_ in SUBJECTS for c in verb.children)
    )


def _others(subjects: tuple[Token, ...], verb: Token) -> bool:
    """Say whether somebody else than who warns would do it: "warned that Iran would attack" is no threat."""
    own = subjects_of(verb)
    return bool(subjects) and bool(own) and all(s not in own for s in subjects) and subjects[0].pos_ != "PRON"
