"""What an instrument says with "must", "shall", "may", and one deed that counts as another."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import Instrument, Modality
from dragoman.read.clauses.bound import (
    COUNTS,
    SUBJECTS,
    Bound,
    around,
    auxiliary,
    instrument_of,
    objects_after,
    telling,
    turned,
)
from dragoman.read.clauses.scene import Scene, children
from dragoman.read.statements.subjects import is_passive, subjects_of


def bound_by_auxiliary(verb: Token, scene: Scene) -> Iterator[Bound]:
    """Yield what a verb with "must", "shall", "may" or "is to" binds to, near an instrument."""
    modality = auxiliary(verb, scene)
    if modality is None or verb.sent[-1].text == "?":
        return
    subjects = subjects_of(verb) if not is_passive(verb) else children(verb, "nsubjpass")
    own = next((t for t in subjects if instrument_of(t, scene)), None)
    if own is not None:
        yield from _said_by_subject(verb, own, modality, scene)
        return
    instrument = around(verb, scene, strictly=True) or telling(verb, scene) or _before(verb, subjects, scene)
    if instrument is None:
        return
    if verb.lemma_ in ("be", "have") and not is_passive(verb) and not children(verb, "dobj"):
        return
    kind = (instrument_of(instrument, scene) if instrument is not None else None) or Instrument.PACT
    if kind in (Instrument.SANCTION, Instrument.THREAT):
        return  # what "can" or "will" be under sanctions is no rule that they lay down
    yield Bound(verb, verb, turned(verb, modality), kind, "an auxiliary in what binds", instrument, tuple(subjects))


def _before(verb: Token, subjects: list[Token], scene: Scene) -> Token | None:
    """Return the pact of the sentence before, for what its parties "must", "shall" or "are to" do."""
    aux = {c.lower_ for c in children(verb, "aux")}
    binds = (
        aux & {"must", "shall"}
        or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")
        or (verb.lemma_ == "be" and children(verb, "xcomp"))
    )
    start = verb.sent.start
    if not binds or start == 0:
        return None
    before = verb.doc[start - 1].sent
    codes = {ref.code for s in subjects for ref in scene.mentions.actors_of(s)}
    for pact in scene.pacts:
        told = before.start_char <= pact.evidence.trigger.start < before.end_char
        if told and codes and codes <= {ref.code for ref in (*pact.agents, *pact.targets)}:
            return next((t for t in before if instrument_of(t, scene)), None)
    return None


def _said_by_subject(verb: Token, own: Token, modality: Modality, scene: Scene) -> Iterator[Bound]:
    """Read "the pact is to ...", "the pact will see X help"."""
    kind = instrument_of(own, scene) or Instrument.PACT
    if kind in (Instrument.SANCTION, Instrument.THREAT):
        return
    for act in children(verb, "xcomp", "ccomp"):
        seen = verb.lemma_ in ("see", "have", "let", "make") or (verb.lemma_ == "be" and act.dep_ == "xcomp")
        if seen and act.i > verb.i:
            bearers = tuple(children(act, *SUBJECTS) or [c for c in children(verb, "dobj") if c.i < act.i])
            yield Bound(verb, act, turned(verb, modality), kind, "what binds is to bring it about", own, bearers)


def counted_as_another(verb: Token, scene: Scene) -> Iterator[Bound]:
    """Yield what one attack that counts as another binds to: to treat it as such."""
    if verb.lemma_.lower() not in scene.words.counting_as:
        return
    struck = children(verb, "nsubjpass") or children(verb, "dobj")
    taken = [*children(verb, "oprd"), *objects_after(verb, ("as",))]
    taken += [p for c in children(verb, "prep") if c.lower_ == "as" for p in children(c, "pobj")]
    for noun in struck:
        for other in taken[:1]:
            if scene.type_of(noun) == "ASSAULT" == scene.type_of(other):
                instrument = around(verb, scene) or telling(verb, scene)
                kind = (instrument_of(instrument, scene) if instrument is not None else None) or Instrument.PACT
                who = [] if children(verb, "nsubjpass") else subjects_of(verb)
                yield Bound(verb, other, Modality.MUST, kind, COUNTS, instrument, tuple(who))
