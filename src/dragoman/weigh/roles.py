"""Who takes part in an event, when its accounts name more or fewer, and some by their ministers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model import ActorRef, Status
from dragoman.weigh.account import Account
from dragoman.weigh.vocabulary import load_families
from dragoman.world import load_world

# From so many parties on, each is named by the state or body that takes part, not by who signed for it.
SEVERAL = 3
_PERSON = "person:"
_HELD = (Status.ACTUAL, Status.PLANNED)

Refs = tuple[ActorRef, ...]


def roles_of(main: Account, accounts: Sequence[Account]) -> tuple[Refs, Refs]:
    """Return the event's agents and targets: the main account's, and those whom enough of the others add."""
    agents = _merged(main.statement.agents, (a.statement.agents for a in accounts), main.targets)
    targets = _merged(main.statement.targets, (a.statement.targets for a in accounts), main.agents)
    more = _told_by_full_accounts(main, accounts, {ref.code for ref in (*agents, *targets)})
    agents, targets = (agents, (*targets, *more)) if targets else ((*agents, *more), targets)
    if len({ref.code for ref in (*agents, *targets)}) < SEVERAL:
        return agents, targets
    return _by_state(agents, accounts), _by_state(targets, accounts)


def _merged(main: Sequence[ActorRef], others: Iterable[Sequence[ActorRef]], opposite: frozenset[str]) -> Refs:
    """Return the role's fillers: the main account's, then those that half of the accounts add on the same side."""
    rows = list(others)
    counts = Counter(code for refs in rows for code in {r.code for r in refs})
    merged = {ref.code: ref for ref in main}
    for ref in (r for refs in rows for r in refs):
        if ref.code not in merged and ref.code not in opposite and counts[ref.code] * 2 >= len(rows):
            merged[ref.code] = ref
    return tuple(merged.values())


def _told_by_full_accounts(main: Account, accounts: Sequence[Account], known: set[str]) -> Refs:
    """Return whom else a joint act is told of: by accounts of several parties, two of whom are the main account's."""
    if main.family not in load_families().mutual:
        return ()
    full = [
        a for a in accounts if a.status in _HELD and len(a.everyone) >= SEVERAL and len(a.everyone & main.everyone) > 1
    ]
    refs = {r.code: r for a in full for r in (*a.statement.agents, *a.statement.targets) if r.code not in known}
    return tuple(refs[code] for code in sorted(refs))


def _by_state(refs: Refs, accounts: Sequence[Account]) -> Refs:
    """Return the refs with each person in the place of a state as that state."""
    named = {
        ref.code: ref
        for a in accounts
        for ref in (*a.statement.agents, *a.statement.targets)
        if not ref.actor.startswith(_PERSON)
    }
    return tuple(_as_state(ref, named.get(ref.code)) for ref in refs)


def _as_state(ref: ActorRef, told: ActorRef | None) -> ActorRef:
    if not ref.actor.startswith(_PERSON):
        return ref
    state = load_world().by_code(ref.code)
    if state is not None and state.id != ref.actor:
        return replace(told or ref, actor=state.id, name=state.name, code=ref.code, sector=None)
    return told or ref
