"""Drafts: triggers with their roles filled, and which of them say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model import Status
from dragoman.ontology import Ontology
from dragoman.read.places import place_of
from dragoman.read.statements.match import Trigger
from dragoman.read.statements.roles import Filled, fill
from dragoman.read.statements.slots import members_apart, outermost
from dragoman.read.statements.subjects import is_hedged
from dragoman.read.statements.themes import goods_of
from dragoman.read.status.assess import assess
from dragoman.read.times.find import time_of

if TYPE_CHECKING:
    from dragoman.read.statements.build import Context


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger with its roles filled, before it becomes a statement."""

    trigger: Trigger
    filled: Filled
    reasons: tuple[str, ...] = ()
    is_hedged: bool = False
    is_shared: bool = False
    outer: int | None = None
    tie: str = "content"


def best_drafts(readings: Sequence[Trigger], context: Context) -> list[Draft]:
    """Return the drafts of the first reading whose roles can be filled as it needs, else those of the first."""
    tried = []
    for trigger in readings:
        tried.append(list(drafts_of(trigger, context)))
        if is_sayable(tried[-1][0], context.ontology):
            return tried[-1]
    return tried[0] if tried else []


def drafts_of(trigger: Trigger, context: Context) -> Iterator[Draft]:
    """Fill the roles of a trigger from its own clause; members of a list that are hedged get a draft of their own."""
    frame, slots = trigger.entry.frame, trigger.slots
    kind = context.ontology.types[trigger.entry.type or ""]
    yield Draft(trigger, fill(frame, slots, context.mentions, kind=kind), (trigger.entry.rule,))
    for name, member in (*members_apart(slots), *(("subj", t) for t in slots.get("hedged", ()))):
        alone = fill(frame, {**slots, name: [member]}, context.mentions, kind=kind)
        reason = f"'{member.text}' stands by itself in the list"
        yield Draft(trigger, alone, (trigger.entry.rule, reason), is_hedged=is_hedged(member))


def is_sayable(draft: Draft, ontology: Ontology) -> bool:
    """Say whether whoever must take part does: of what is mutual two, of a bond or an enmity always."""
    filled, needs = draft.filled, draft.trigger.entry.needs
    kind = ontology.types[draft.trigger.entry.type or ""]
    if kind.name == "CONSULT" and any(
        side and all(r.sector == "MED" for r in side) for side in (filled.agents, filled.targets)
    ):
        return False  # an interview tells of a voice, not of a contact
    together = len(filled.agents) + len(filled.targets)
    # "they have never been closer" may leave the other unsaid, "close to the river" says that it is nobody.
    is_paired = draft.trigger.entry.frame.name == "pair" and "to" not in draft.trigger.slots
    is_paired = is_paired and draft.trigger.token.dep_ != "amod"
    if kind.mutual and kind.state and not is_paired and together < 2:
        return False
    if kind.state and not kind.mutual and _is_private(draft, ontology):
        return False
    if draft.trigger.token.dep_ == "amod" and draft.trigger.token.tag_ == "VBG" and not filled.agents:
        return False  # "a freezing winter": whatever does it is nobody
    if "agent" in needs and not filled.agents:
        return False
    if "target" in needs and not filled.targets and not (kind.mutual and len(filled.agents) > 1):
        return False
    return bool(filled.agents or filled.targets)


def _is_private(draft: Draft, ontology: Ontology) -> bool:
    """Say whether it is a wish or a possession of persons without an office that concerns nobody else and no goods."""
    filled = draft.filled
    if filled.targets or any(goods_of(token, ontology) for token in filled.theme):
        return False
    return bool(filled.agents) and all(r.sector is None and r.actor.startswith("person:") for r in filled.agents)


def says_nothing_new(draft: Draft, context: Context) -> bool:
    """Say whether an event noun only points back: its participants are shared, and it adds no time, place or theme."""
    if not draft.is_shared:
        return False
    token = draft.trigger.token
    points_back = any(c.lower_ in ("the", "this", "that", "these", "those", "such", "any") for c in token.children)
    if not points_back or assess(token).status is not Status.ACTUAL:
        return False
    return not (draft.filled.theme or place_of(token, context.world) or time_of(token, context.times).text)


def without_doubles(drafts: Sequence[Draft], through: frozenset[str]) -> list[Draft]:
    """Drop the noun of a phrase whose verb says the same: "imposed sanctions", "held a round of talks"."""
    verbs = {(d.trigger.token.i, d.trigger.entry.type) for d in drafts if d.trigger.entry.pos == "verb"}
    return [d for d in drafts if d.trigger.entry.pos != "noun" or not _carried_by(d, verbs, through)]


def _carried_by(draft: Draft, verbs: set[tuple[int, str | None]], through: frozenset[str]) -> bool:
    token = draft.trigger.token
    around = [c for c in token.children if c.dep_ in ("acl", "relcl")]
    top = outermost(token, through)
    if top.dep_ in ("dobj", "nsubjpass", "attr", "oprd"):
        around.append(top.head)
    elif top.dep_ == "pobj" and top.head.lower_ in ("to", "on"):
        around.append(top.head.head)  # "go to war", "arrived on a visit"
    return any((verb.i, draft.trigger.entry.type) in verbs for verb in around)
