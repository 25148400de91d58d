"""Events as acts: what someone does to someone, as PLOVER has it, for the formats of coded events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import permutations, product

from dragoman.case import Filter
from dragoman.coded.plover import filed_type, quad_of
from dragoman.export.acts import EVENTS, MUTUAL, as_act
from dragoman.export.selection import Selection, Told, told_events
from dragoman.model import ActorRef, Statement, Status

ACTUAL = "actual"  # the reason of a deed that is simply told as so
_CONTAINERS = ("content", "purpose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An event as PLOVER has it: `type` is PLOVER's, `quad` its class, `value` that of the event's own type and mode.

    `mode` is the event's, None where the type is not what the event is but what planning or refusing it is. `start` and
    `end` are the days of the event, else those of its documents.
    """

    type: str
    mode: str | None
    quad: int
    value: float
    sources: tuple[ActorRef, ...]
    targets: tuple[ActorRef, ...]
    start: date
    end: date
    reason: str
    told: Told

    @property
    def pairs(self) -> tuple[tuple[ActorRef, ActorRef], ...]:
        """Return who does it to whom, each pair once; those who meet or agree do it to each other."""
        kind = self.told.event.type if self.reason == ACTUAL else self.type  # a pact is filed under SUPPORT
        is_mutual = not self.targets and kind in MUTUAL
        found = permutations(self.sources, 2) if is_mutual else product(self.sources, self.targets)
        return tuple((a, b) for a, b in dict.fromkeys(found))


def deeds(selection: Selection) -> Iterator[Deed]:
    """Yield the deeds that the events amount to; what they leave out is noted in the end."""
    undated = elsewhere = 0
    outer = _Outer(selection)
    for told in told_events(selection):
        found = _act(told, outer)
        if found is None:
            elsewhere += 1
        elif told.start is None and told.end is None:
            undated += 1
        else:
            yield _deed(found, told, selection)
    if elsewhere:
        selection.notes.append(f"{_count(elsewhere)} no act in PLOVER (states of affairs, wishes, denials)")
    if undated:
        selection.notes.append(f"{_count(undated)} neither a day nor a dated document")


@dataclass(frozen=True, slots=True)
class _Found:
    type: str
    sources: tuple[ActorRef, ...]
    targets: tuple[ActorRef, ...]
    reason: str


def _act(told: Told, outer: _Outer) -> _Found | None:
    """Return what the event amounts to: its own type where it is so, else what planning or refusing it is."""
    event, statement = told.event, told.statement
    if statement.status is Status.ACTUAL:
        filed = filed_type(event.type, event.mode)
        return _Found(filed, event.agents, event.targets, ACTUAL) if filed else None
    if outer.holds(statement):
        return None
    whole = replace(
        statement, type=event.type, mode=event.mode, agents=event.agents, targets=event.targets, place=event.place
    )
    act = as_act(whole, outer.contents(statement))
    return _Found(act.type, act.sources, act.targets, act.reason) if act else None


def _deed(found: _Found, told: Told, selection: Selection) -> Deed:
    event = told.event
    start, end = told.start or told.end, told.end or told.start
    quad = quad_of(found.type)
    assert start is not None
    assert end is not None
    assert quad is not None
    is_own = found.reason == ACTUAL
    return Deed(
        type=found.type,
        mode=event.mode if is_own else None,
        quad=quad,
        value=selection.scale.value(event.type, event.mode) if is_own else selection.scale.value(found.type, None),
        sources=tuple(dict.fromkeys(found.sources)),
        targets=tuple(dict.fromkeys(found.targets)),
        start=start,
        end=end,
        reason=found.reason,
        told=told,
    )


class _Outer:
    """Knows what other statements hold a statement, and which it holds."""

    def __init__(self, selection: Selection) -> None:
        self._file = selection.file
        self._read = lru_cache(maxsize=64)(self._of_document)

    def holds(self, statement: Statement) -> bool:
        """Say whether the statement is merely what another agrees to, asks for, threatens or refuses."""
        links = [link.statement for link in statement.links if link.kind in _CONTAINERS]
        known = self._read(statement.document) if links else {}
        return any(id_ in known and known[id_].type in EVENTS for id_ in links)

    def contents(self, statement: Statement) -> frozenset[str]:
        """Return the types of what a promise holds: a promise of something hostile is a threat."""
        if statement.mode != "promise":
            return frozenset()
        return frozenset(
            other.type
            for other in self._read(statement.document).values()
            if any(link.statement == statement.id for link in other.links)
        )

    def _of_document(self, document: str) -> Mapping[str, Statement]:
        return {s.id: s for s in self._file.statements(Filter(documents=(document,)))}


def codes_of(refs: Sequence[ActorRef]) -> list[str]:
    """Return the codes of the actors, each once."""
    return list(dict.fromkeys(ref.code for ref in refs))


def _count(number: int) -> str:
    return f"{number} events have" if number > 1 else "1 event has"
