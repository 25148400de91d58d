"""Promises that bind: "they pledged to defend each other", "agreed not to use force"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import Instrument, Modality
from dragoman.read.clauses.bound import (
    Bound,
    around,
    has_condition,
    instrument_of,
    is_deed,
    is_hostile,
    turned,
)
from dragoman.read.clauses.mutual import says_each_other
from dragoman.read.clauses.scene import Scene, children
from dragoman.read.statements.subjects import is_passive, subjects_of


def promised(verb: Token, scene: Scene) -> Iterator[Bound]:
    """Yield what those who promise bind themselves to."""
    modality = scene.words.promising.get(verb.lemma_.lower())
    if modality is None or verb.pos_ != "VERB":
        return
    subjects = subjects_of(verb) if not is_passive(verb) else children(verb, "nsubjpass")
    own = next((t for t in subjects if instrument_of(t, scene)), None)
    instrument = own or around(verb, scene)
    for act in _promised_acts(verb):
        strong = instrument is not None or says_each_other(act, scene) or has_condition(act, verb, scene)
        if not strong:
            continue
        if act.pos_ == "PRON" or (
            act.pos_ in ("NOUN", "PROPN") and (not is_deed(act, scene) or instrument_of(act, scene))
        ):
            continue
        kind = (instrument_of(instrument, scene) if instrument is not None else None) or Instrument.PACT
        bearers = tuple(t for t in subjects if t is not own)
        if (
            is_hostile(act, scene)
            and instrument is None
            and modality is Modality.MUST
            and not says_each_other(act, scene)
        ):
            kind = Instrument.THREAT
        yield Bound(verb, act, turned(act, modality), kind, f"'{verb.lemma_}' promises", instrument, bearers)


def _promised_acts(verb: Token) -> Iterator[Token]:
    clauses = [c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i]
    yield from clauses
    preps = [c for c in children(verb, "prep") if c.lower_ in ("to", "from", "against", "on")]
    yield from (p for prep in preps for p in children(prep, "pcomp"))
    if not clauses:
        yield from children(verb, "dobj")
        yield from (p for prep in preps if prep.lower_ != "on" for p in children(prep, "pobj"))
