"""Verbs that the vocabulary doesn't have: the trained decision says what, if anything, one actor does to the other.

A verb is put to it when an actor of the world data is its subject, another its object or who it is done to or with,
and no word of the vocabulary tells of anything there. What it names with less than `SURE`, or as nothing, makes no
statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.ontology import Entry
from dragoman.read.decide import NOTHING
from dragoman.read.decide.pairs import Pair
from dragoman.read.decide.sentence import sentence_pair
from dragoman.read.parse import is_parsed
from dragoman.read.statements.drafts import Draft, drafts_of
from dragoman.read.statements.match import Trigger, slots_of
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.slots import Slots

if TYPE_CHECKING:
    from dragoman.read.statements.build import Context

# Read by hand on newswire: between .7 and .85 most were of nothing.
SURE = 0.85
FRAME = "decided"
_WITHIN = frozenset({"dobj", "pobj", "prep", "compound", "amod", "xcomp", "ccomp", "attr", "nsubj", "agent"})


def decided_drafts(known: Sequence[Draft], context: Context) -> list[Draft]:
    """Return the drafts of verbs that the decision is sure of, in text order."""
    if context.decision is None:
        return []
    asked = list(_open(known, context))
    answers = context.decision.decide([pair for _, pair in asked]) if asked else []
    found = (_decided(draft, answer, context) for (draft, _), answer in zip(asked, answers, strict=True))
    return [draft for draft in found if draft is not None]


def _open(known: Sequence[Draft], context: Context) -> Iterator[tuple[Draft, Pair]]:
    """Yield each verb without a type of its own, its roles filled in the most general way, and the pair in them."""
    told = {d.trigger.token.i for d in known}
    cues = {at for s in context.speeches for cue in s.attribution.cue for at in range(cue.start, cue.end)}
    for token in context.doc:
        if token.pos_ != "VERB" or not is_parsed(token) or token.lemma_ in slot_words("empty verbs"):
            continue
        if token.idx in cues or any(t.i in told for t in _around(token)):
            continue
        draft = _draft(token, "CONSULT", slots_of(token, "verb", context.ontology), context)
        refs = (*draft.filled.agents, *draft.filled.targets)
        if len(draft.filled.agents) == len(draft.filled.targets) == 1 and all(
            ref.actor in context.world.actors for ref in refs
        ):
            pair = sentence_pair(token, refs[0], refs[1])
            if pair is not None:
                yield draft, pair


def _around(token: Token) -> Iterator[Token]:
    """Yield the words whose type the verb may only carry: its objects, complements and what stands below them."""
    yield token
    for child in token.children:
        if child.dep_ in _WITHIN:
            yield from _around(child)


def _draft(token: Token, kind: str, slots: Slots, context: Context) -> Draft:
    frame = context.ontology.frames[FRAME]
    entry = Entry(lemma=token.lemma_.lower(), pos="verb", type=kind, frame=frame, needs=("agent", "target"))
    return next(drafts_of(Trigger(token, entry, slots), context))


def _decided(draft: Draft, answer: Mapping[str, float], context: Context) -> Draft | None:
    kind = max(answer, key=lambda k: answer[k])
    if kind == NOTHING or answer[kind] < SURE:
        return None
    reason = f"no word of the vocabulary; the trained decision names {kind} ({answer[kind]:.2f}) ({FRAME})"
    again = _draft(draft.trigger.token, kind, draft.trigger.slots, context)
    return replace(again, reasons=(reason,))
