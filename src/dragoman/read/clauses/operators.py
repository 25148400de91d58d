"""Words that bind: which word says that an act must, may or must not be done, and what binds.

1. A verb of binding whose subject is an instrument ("the pact obliges each side to help"), or one that binds by
   itself ("the Council banned the sale of arms").
2. A verb of promising with an instrument, a condition or "each other" ("they pledged to defend each other").
3. An auxiliary in what an instrument says, or of its parties ("under the treaty, both must consult").
4. A threat: "threatened to close the strait unless", "will respond if".
5. One deed that counts as another: "an attack on one is considered an attack on all".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.model import Instrument, Modality
from dragoman.read.clauses.auxiliaries import bound_by_auxiliary, counted_as_another
from dragoman.read.clauses.bound import (
    SUBJECTS,
    Bound,
    around,
    auxiliary,
    instrument_of,
    is_deed,
    is_negated,
    objects_after,
    turned,
)
from dragoman.read.clauses.promises import promised
from dragoman.read.clauses.scene import Scene, children
from dragoman.read.clauses.threats import threatened
from dragoman.read.clauses.words import load_clause_words
from dragoman.read.statements.subjects import is_passive, subjects_of

_CLAUSAL = ("xcomp", "ccomp", "advcl", "pcomp")
_INFINITIVES = ("xcomp", "ccomp", "advcl", "acl", "relcl")


def find_bound(scene: Scene) -> Iterator[Bound]:
    """Yield what binds in the document, each act once, by the first rule that finds it."""
    seen: set[int] = set()
    for token in scene.doc:
        if not token.dep_ or not (token.pos_ in ("VERB", "AUX", "ADJ") or is_mistagged(token, scene)):
            continue
        for bound in map(_unwrapped, _by_rules(token, scene)):
            if bound.act.i not in seen:
                seen.add(bound.act.i)
                yield bound


def _unwrapped(bound: Bound) -> Bound:
    """Return what binds with the act that is given up as the act: "shall refrain from the use of force"."""
    if bound.act.lemma_.lower() not in load_clause_words().giving_up or bound.act.pos_ != "VERB":
        return bound
    preps = [c for c in children(bound.act, "prep") if c.lower_ == "from"]
    inner = [p for c in preps for p in (*children(c, "pobj"), *children(c, "pcomp"))] or children(bound.act, "dobj")
    if not inner:
        return bound
    modality = Modality.MUST_NOT if bound.modality is Modality.MUST else Modality.MUST
    return replace(bound, act=inner[0], modality=modality)


def _by_rules(token: Token, scene: Scene) -> Iterator[Bound]:
    yield from counted_as_another(token, scene)
    yield from _bound_by_verb(token, scene)
    if token.pos_ == "NOUN":
        return
    yield from promised(token, scene)
    yield from threatened(token, scene)
    yield from bound_by_auxiliary(token, scene)


def is_mistagged(token: Token, scene: Scene) -> bool:
    """Say whether the tagger took a binding verb for a plural noun: "a decision obliges Sudan to disarm"."""
    if token.pos_ != "NOUN" or token.lower_ not in scene.words.mistagged:
        return False
    return any(c.dep_ in ("appos", "dobj") for c in token.rights) and any(
        c.dep_ in _INFINITIVES and any(x.lower_ == "to" for x in c.lefts) for c in token.rights
    )


def _bound_by_verb(verb: Token, scene: Scene) -> Iterator[Bound]:
    lemma = verb.lemma_.lower()
    modality = scene.words.binding.get(lemma) or (scene.words.binding.get(verb.lower_) if verb.pos_ == "NOUN" else None)
    if modality is None or verb.pos_ == "AUX":
        return
    if verb.pos_ == "NOUN":
        yield from _bound_by_mistagged(verb, modality, scene)
        return
    passive = is_passive(verb)
    doers = [p for c in children(verb, "agent") for p in children(c, "pobj")] if passive else subjects_of(verb)
    doers += children(verb, "compound")
    instrument = next((t for t in doers if instrument_of(t, scene)), None) or around(verb, scene)
    own = lemma in scene.words.by_themselves
    if instrument is None and not own:
        return
    if lemma in scene.words.promising and instrument is None:
        return
    kind = (instrument_of(instrument, scene) if instrument is not None else None) or Instrument.RESOLUTION
    if instrument is None and modality is Modality.MUST_NOT:
        kind = Instrument.SANCTION
    authors = tuple(t for t in doers if t is not instrument)
    reporting = lemma in scene.words.reporting
    if verb.dep_ == "amod" or (reporting and instrument not in doers):
        return
    for act, bearers in _acts_under(verb, scene, modality, passive=passive):
        if reporting and auxiliary(act, scene) is None:
            continue
        inner = turned(act, auxiliary(act, scene) or modality) if reporting else _under_negation(verb, act, modality)
        if inner is None:
            continue
        if (
            act.pos_ == "PRON"
            or act.lemma_.lower() in scene.words.no_acts
            or (act.pos_ in ("NOUN", "PROPN") and not is_deed(act, scene))
        ):
            continue
        yield Bound(verb, act, inner, kind, f"'{verb.lemma_}' binds", instrument, bearers, authors)


def _under_negation(verb: Token, act: Token, modality: Modality) -> Modality | None:
    """Return what a verb of binding makes of its act where one of them is negated; None where it binds no more.

    "Does not oblige" binds to nothing, "does not allow" forbids, "does not forbid" allows; "obliges not to" forbids.
    """
    if is_negated(verb):
        return {Modality.MAY: Modality.MUST_NOT, Modality.MUST_NOT: Modality.MAY}.get(modality)
    return turned(act, modality) if act.pos_ == "VERB" else modality


def _bound_by_mistagged(verb: Token, modality: Modality, scene: Scene) -> Iterator[Bound]:
    before = (t for t in verb.sent if t.i < verb.i)
    instrument = next((t for t in before if instrument_of(t, scene)), None)
    if instrument is None:
        return
    kind = instrument_of(instrument, scene) or Instrument.PACT
    bearers = tuple(children(verb, "appos", "dobj"))
    for act in (c for c in children(verb, *_INFINITIVES) if c.i > verb.i):
        yield Bound(verb, act, modality, kind, f"'{verb.lower_}' binds", instrument, bearers)


def _acts_under(
    verb: Token, scene: Scene, modality: Modality, *, passive: bool
) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """Yield the acts that a verb governs, with the words for who would do them where they stand beside."""
    objects = children(verb, "nsubjpass") if passive else children(verb, "dobj")
    found = False
    for clause in (c for c in verb.children if c.dep_ in _CLAUSAL and c.i > verb.i):
        aimed = bool(objects) and modality is not Modality.MUST_NOT and any(c.lower_ == "to" for c in clause.lefts)
        if clause.dep_ == "advcl" and not (aimed or _is_infinitive_for(clause)):
            continue
        own = children(clause, *SUBJECTS)
        yield clause, tuple(own or objects or objects_after(verb, ("on", "upon")) or _dangling(clause))
        found = True
    for prep in children(verb, "prep"):
        if prep.lower_ in ("from", "to", "for", "of", "against"):
            for act in children(prep, "pcomp"):
                yield act, tuple(children(act, *SUBJECTS) or objects)
                found = True
            for act in children(prep, "pobj"):
                inner = _infinitives_of(act)
                if inner and prep.lower_ in ("for", "of"):
                    yield inner[0], (act,)
                    found = True
                elif not found and prep.lower_ in ("for", "to", "from") and is_deed(act, scene):
                    yield act, tuple(objects)
                    found = True
    for noun in objects if not found else ():
        inner = _infinitives_of(noun)
        if inner:
            yield inner[0], (noun,)
        else:
            yield noun, ()


def _infinitives_of(noun: Token) -> list[Token]:
    return [c for c in children(noun, "relcl", "acl") if any(x.lower_ == "to" for x in c.lefts)]


def _dangling(clause: Token) -> list[Token]:
    """Return a pronoun that the parser hung on an infinitive without a role: "requires both to consult"."""
    return [c for c in clause.lefts if c.dep_ in ("dep", "preconj", "advmod") and c.pos_ in ("PRON", "DET", "CCONJ")][
        :1
    ]


def _is_infinitive_for(clause: Token) -> bool:
    return any(c.lower_ == "for" and c.dep_ == "mark" for c in clause.lefts)
