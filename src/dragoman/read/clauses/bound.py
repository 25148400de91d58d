"""What binds whom to do what, and the words around a verb by which that is known."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import Instrument, Modality
from dragoman.read.clauses.conditions import condition_heads
from dragoman.read.clauses.scene import Scene, children
from dragoman.read.statements.subjects import antecedent, subjects_of

_UNDER = frozenset({"under", "according", "pursuant", "per"})
_WITHIN = frozenset({"in", "by"})
SUBJECTS = ("nsubj", "nsubjpass")
ANSWER = "an answer that is announced"
COUNTS = "one attack counts as another"


@dataclass(frozen=True, slots=True)
class Bound:
    """`act` must, may or must not be done, as `operator` says; `bearer` are the words for who is bound, if any.

    `instrument` is the noun of what binds; `author` the words for who laid it down.
    """

    operator: Token
    act: Token
    modality: Modality
    kind: Instrument
    rule: str
    instrument: Token | None = None
    bearers: tuple[Token, ...] = ()
    authors: tuple[Token, ...] = ()


def instrument_of(token: Token, scene: Scene) -> Instrument | None:
    """Return what kind of instrument a noun names, None when it names none; a bare weak noun is none by itself."""
    return scene.words.instruments.get(token.lemma_.lower()) if token.pos_ in ("NOUN", "PROPN") else None


def has_condition(act: Token, operator: Token, scene: Scene) -> bool:
    """Say whether the act hangs on something: an if-clause, "unless", "in the event of"."""
    return any(True for _ in condition_heads(act, operator, scene))


def around(verb: Token, scene: Scene, *, strictly: bool = False) -> Token | None:
    """Return the instrument under which a verb stands: "under the treaty", "a pact which requires", "a deal to".

    `strictly` takes of relative clauses only those with "under which", and no instrument beside another verb.
    """
    token = verb
    for _ in range(4):
        found = _under(token, scene, strictly=strictly)
        if found is not None:
            return found
        noun = token.head
        if token.dep_ in ("relcl", "acl") and instrument_of(noun, scene) is not None:
            told = _has_which(token) or not strictly
            return noun if told and (token.dep_ == "relcl" or noun.lemma_.lower() not in scene.words.weak) else None
        if token.dep_ not in ("xcomp", "ccomp", "conj", "advcl") or token.head == token:
            return None
        for noun in (
            children(token.head, "dobj", "nsubj", "nsubjpass") if token.dep_ != "ccomp" and not strictly else ()
        ):
            strong = instrument_of(noun, scene) is not None and noun.lemma_.lower() not in scene.words.weak
            if strong and noun.i < token.i:
                return antecedent(noun)
        token = token.head
    return None


def _under(token: Token, scene: Scene, *, strictly: bool) -> Token | None:
    for prep in children(token, "prep", "agent"):
        under = prep.lower_ in _UNDER
        if not under and (prep.lower_ not in _WITHIN or (strictly and prep.lower_ == "by")):
            continue
        preps = [prep, *(children(prep, "prep") if under else ())]
        for noun in (n for p in preps for n in children(p, "pobj")):
            nested = (
                [n for c in children(noun, "prep") if c.lower_ == "of" for n in children(c, "pobj")] if under else []
            )
            found = next((n for n in (noun, *nested) if instrument_of(n, scene) is not None), None)
            if found is not None and (under or found.lemma_.lower() not in scene.words.weak):
                return found
    return None


def _has_which(clause: Token) -> bool:
    """Say whether a relative clause says "under which", "by which", "whereby"."""
    for child in clause.lefts:
        if child.lower_ == "whereby" or (child.dep_ == "prep" and any(c.tag_ == "WDT" for c in child.children)):
            return True
    return False


def telling(verb: Token, scene: Scene) -> Token | None:
    """Return the instrument that says the clause: "the treaty says that both must"."""
    token = verb
    for _ in range(3):
        if token.dep_ == "ccomp" and token.head.lemma_.lower() in scene.words.reporting:
            return next((s for s in subjects_of(token.head) if instrument_of(s, scene)), None)
        if token.dep_ not in ("conj", "xcomp"):
            break
        token = token.head
    return None


def auxiliary(verb: Token, scene: Scene) -> Modality | None:
    """Return what the auxiliaries of a verb make of it; "is to" and "has to" too."""
    for aux in children(verb, "aux"):
        found = scene.words.auxiliaries.get(aux.lower_)
        if found is not None and not (aux.lemma_ == "have" and aux.dep_ == "aux"):
            return found
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in ("have", "be") and any(c.lower_ == "to" for c in verb.lefts):
        return Modality.MUST if not children(head, "acomp") else None
    if verb.lemma_ == "be" and children(verb, "xcomp"):
        return Modality.MUST
    return None


def turned(token: Token, modality: Modality) -> Modality:
    """Return the modality under a negation: must not, may not, agreed not to."""
    if not is_negated(token):
        return modality
    return Modality.MUST if modality is Modality.MUST_NOT else Modality.MUST_NOT


def is_negated(token: Token) -> bool:
    """Say whether a verb is negated, by itself or through its subject ("neither side shall")."""
    if any(c.dep_ == "neg" or c.lower_ in ("neither", "never") for c in token.children):
        return True
    if token.dep_ == "xcomp" and token.head.lemma_ in ("be", "have") and is_negated(token.head):
        return True  # "neither side is to attack"
    return any(c.lower_ in ("neither", "no") for s in children(token, *SUBJECTS) for c in (s, *s.children))


def is_deed(noun: Token, scene: Scene) -> bool:
    """Say whether a noun tells of something done, rather than of a thing."""
    return scene.type_of(noun) is not None or noun.lemma_.lower() in scene.words.act_types


def is_hostile(act: Token, scene: Scene) -> bool:
    """Say whether an act, or the noun that it carries, is one against somebody."""
    carried = (scene.type_of(c) for c in children(act, "dobj"))
    return scene.type_of(act) in scene.words.hostile or any(kind in scene.words.hostile for kind in carried)


def answers(verb: Token, scene: Scene) -> bool:
    """Say whether a verb is one of answering: "respond", "retaliate"."""
    return verb.lemma_.lower() in scene.words.answering


def objects_after(verb: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """Return the objects of these prepositions of a verb."""
    return [p for c in children(verb, "prep") if c.lower_ in prepositions for p in children(c, "pobj")]
