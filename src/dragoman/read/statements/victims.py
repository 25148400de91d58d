"""Whose a noun of a deed is: of who does it ("Peru's arrest of X"), or of who undergoes it ("his arrest")."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.ontology import Frame
from dragoman.read.mentions.noun_phrases import noun_of
from dragoman.read.mentions.nouns import load_nouns
from dragoman.read.statements.participants import ActorFinder, named_by
from dragoman.read.statements.slot_words import slot_words
from dragoman.read.statements.slots import Slots


def turn_owner(frame: Frame, slots: Slots, mentions: ActorFinder) -> Slots:
    """Return the slots with the owner among those to whom it is done, where the words show that it undergoes it.

    "Its bombing by X" names the doer apart; of what only persons suffer ("her murder"), a person owns what befalls her.
    """
    owners = slots.get("poss", [])
    if not owners or slots.get("of") or not {"by", "poss"} <= set(frame.agent) or "of" not in frame.target:
        return slots
    told_apart = any(named_by(t, mentions) for t in slots.get("by", ()))
    if not told_apart and not ("poss" in frame.target and any(_is_person(t, mentions) for t in owners)):
        return slots
    return {**{name: fillers for name, fillers in slots.items() if name != "poss"}, "of": owners}


def _is_person(owner: Token, mentions: ActorFinder) -> bool:
    if owner.lower_ in slot_words("possessives of persons"):
        return True
    refs = named_by(owner, mentions)
    return any(r.actor.startswith("person:") for r in refs) or load_nouns().is_role(noun_of(owner))
