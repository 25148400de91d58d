"""What acceptance tests ask of a case: statements and events by who does what to whom, goods, sources."""

from __future__ import annotations

from collections.abc import Sequence

import dragoman
from dragoman.model import ActorRef, Event, Statement


def statements(
    case: dragoman.Case, kinds: str, agents: str = "", targets: str = "", prefix: str = ""
) -> list[Statement]:
    """Return the statements of these types whose participants include these, in documents whose name begins so."""
    documents = {d.id: d.name for d in case.documents()}
    wanted = set(agents.split()), set(targets.split())
    return [
        s
        for s in case.statements()
        if s.type in kinds.split() and _has(s.agents, s.targets, *wanted) and documents[s.document].startswith(prefix)
    ]


def events(case: dragoman.Case, kinds: str, agents: str = "", targets: str = "") -> list[Event]:
    """Return the events of these types whose participants include these."""
    wanted = set(agents.split()), set(targets.split())
    return [e for e in case.events() if e.type in kinds.split() and _has(e.agents, e.targets, *wanted)]


def _has(agents: Sequence[ActorRef], targets: Sequence[ActorRef], doers: set[str], others: set[str]) -> bool:
    by, to = {a.code for a in agents}, {t.code for t in targets}
    if not others:
        return doers <= by | to
    return doers <= by and others <= to


def goods(thing: Statement | Event) -> set[str]:
    """Return the categories of goods that a statement or event is about."""
    return set(thing.theme.goods) if thing.theme else set()


def sources(case: dragoman.Case, event: Event, letters: int) -> set[str]:
    """Return the first letters of the names of the documents that tell of an event."""
    of = {s.id: s.document for s in case.statements()}
    names = {d.id: d.name for d in case.documents()}
    return {names[of[s]][:letters] for s in event.statements}
