"""Statements -> PLOVER events: acts with PLOVER's codes for those who take part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.export.acts import MUTUAL, Act, to_acts
from dragoman.model import ActorKind, ActorRef, Statement
from dragoman.world import World

# With nobody named, PLOVER takes these to be done to one's own government or people.
AT_HOME = frozenset({"PROTEST", "CONCEDE", "COERCE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverEvent:
    """`source` does `type` to `target`, in PLOVER's codes; `statement` is the id of what it comes from."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    mode: str | None
    contexts: tuple[str, ...]
    statement: str
    reason: str


def to_plover(statements: Sequence[Statement], world: World) -> tuple[PloverEvent, ...]:
    """Return the PLOVER events that the statements amount to, in their order, each once."""
    events: dict[tuple[object, ...], PloverEvent] = {}
    for act in to_acts(statements):
        event = _event(act, world)
        if event.source or event.target:
            events.setdefault((event.type, event.source, event.target), event)
    return tuple(e for e in events.values() if not _is_less_of(e, events.values()))


def _is_less_of(event: PloverEvent, events: Iterable[PloverEvent]) -> bool:
    """Say whether another event of the type has all that this one has, and more.

    Several who meet each other are not less than the same who go to a third: those are other pairs.
    """
    if event.type in MUTUAL and len(event.source) > 1 and not event.target:
        return any(other.type == event.type and set(event.source) < set(other.source) for other in events)
    return any(
        other.type == event.type
        and set(event.source) <= set(other.source)
        and set(event.target) <= set(other.target)
        and (event.source, event.target) != (other.source, other.target)
        for other in events
    )


def plover_code(ref: ActorRef, world: World) -> str | None:
    """Return the PLOVER code of an actor (country, then sector), None for whom it has none."""
    actor = world.actor(ref.actor) or world.by_code(ref.code)
    sector = ref.sector or (actor.sector if actor else None) or ""
    holder = world.by_code(ref.code)
    for known in (actor, holder):
        if known is None:
            continue
        if known.plover:
            return known.plover
        if known.side:
            return known.side + sector
    if holder is not None and holder.kind is ActorKind.STATE:
        return ref.code + sector
    if sector in ("IGO", "NGO", "JUD") and actor is not None and actor.kind is ActorKind.BODY:
        return "NGO" if sector == "NGO" else "IGO"
    return None


def _event(act: Act, world: World) -> PloverEvent:
    source, target = _codes(act.sources, world), _codes(act.targets, world)
    if source and not target and act.type not in MUTUAL:
        target = _where(act, source, world)
    return PloverEvent(
        type=act.type,
        source=source,
        target=target,
        mode=act.statement.mode,
        contexts=act.statement.contexts,
        statement=act.statement.id,
        reason=act.reason,
    )


def _where(act: Act, source: Sequence[str], world: World) -> tuple[str, ...]:
    """Return the country where it happens, whose people it befalls; what is done at home befalls one's own."""
    place = act.statement.place
    if place is not None and place.country:
        return (place.country,)
    home = world.by_code(source[0][:3])
    is_state = home is not None and home.kind is ActorKind.STATE
    return (source[0][:3],) if act.type in AT_HOME and len(source) == 1 and is_state else ()


def _codes(refs: Iterable[ActorRef], world: World) -> tuple[str, ...]:
    codes = (plover_code(ref, world) for ref in refs)
    return tuple(dict.fromkeys(code for code in codes if code))
