"""Which meeting of several: the one that prepares or the one prepared, from afar or not, of leaders or their envoys.

Two states that prepare a summit meet in the same weeks, about the same matter: days and parties don't tell the two
apart, but the words around them do.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import lru_cache

from dragoman.model import ActorRef, Document, Statement
from dragoman.weigh.vocabulary import load_families, stem
from dragoman.world import load_world

# So far before and after the word for a meeting (characters) its sentence says what it is for.
BEFORE_CHARACTERS, AFTER_CHARACTERS = 90, 110
# Offices of those who meet at a summit.
OFFICES = ("head", "supreme leader", "president", "prime minister", "king")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s|\n")
PERSON = "person:"
LEADER, ENVOY = "leader", "envoy"
BOTH = 2


class Stage(Enum):
    """Whether a meeting prepares another, is the one prepared, or the words don't say."""

    PREPARES = "prepares"
    PREPARED = "prepared"
    UNSAID = ""


def stage_of(statement: Statement, document: Document) -> Stage:
    """Return whether the words around a meeting say that it prepares another, or that another prepared it."""
    if statement.type != "CONSULT":
        return Stage.UNSAID
    before, after = _around(statement, document.text)
    families = load_families()
    if families.prepared.search(before):
        return Stage.PREPARED
    return Stage.PREPARES if families.prepares.search(after) else Stage.UNSAID


def is_by_wire(statement: Statement, document: Document) -> bool:
    """Say whether the words before a talk name what it goes through: "to use the hotline to talk"."""
    if statement.type != "CONSULT" or statement.mode not in ("talk", "call"):
        return False
    before, _ = _around(statement, document.text)
    return bool(load_families().by_wire.search(before))


def _around(statement: Statement, text: str) -> tuple[str, str]:
    trigger = statement.evidence.trigger
    before = text[max(0, trigger.start - BEFORE_CHARACTERS) : trigger.start]
    after = text[trigger.end : trigger.end + AFTER_CHARACTERS]
    return _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]


def levels_of(statement: Statement, document: Document, trigger: str) -> frozenset[tuple[str, str]]:
    """Return for each party whether its leader acts or others for it; nothing for those of whom it isn't told."""
    refs = (*statement.agents, *statement.targets)
    codes = {ref.code for ref in refs}
    on = document.published
    told = {code: {_level(ref, on) for ref in refs if ref.code == code} for code in codes}
    found = {(code, level) for code, levels in told.items() if len(levels) == 1 for level in levels if level}
    of_states = (
        statement.type == "CONSULT"
        and len(codes) == BOTH
        and all(ref.actor.startswith(("state:", PERSON)) for ref in refs)
    )
    if trigger in load_families().summit_words and of_states:
        found |= {(code, LEADER) for code in codes if told[code] == {""}}
    return frozenset(found)


def _level(ref: ActorRef, on: date | None) -> str:
    if ref.actor.startswith(PERSON):
        heads = _heads(ref.code, on)
        return "" if not heads else LEADER if ref.actor in heads else ENVOY
    words = {stem(word) for word in ref.name.split()}
    return ENVOY if words & load_families().envoy_words else ""


@lru_cache(maxsize=4096)
def _heads(code: str, on: date | None) -> frozenset[str]:
    found = (load_world().holder(code, office, on) for office in OFFICES)
    return frozenset(actor.id for actor in found if actor)
