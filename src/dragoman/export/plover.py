"""Statements -> PLOVER events.

PLOVER has no status: an intent to cooperate is AGREE, a planned hostile act is THREATEN, what one demands of another
is REQUEST, one's own negated cooperation is REJECT. What is only agreed, asked, threatened or refused is part of that.
States of affairs (WANT, HOLD, ...), which PLOVER lacks, give no event, save as said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model import ActorKind, ActorRef, Statement, Status
from dragoman.ontology import load_ontology
from dragoman.world import World

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"})
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT"})
EVENTS = COOPERATIVE | HOSTILE | VERBAL
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# With nobody named, PLOVER takes these to be done to one's own government or people.
AT_HOME = frozenset({"PROTEST", "CONCEDE", "COERCE"})
OVER = frozenset({"ended", "cancelled", "suspended"})


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
    by_id = {s.id: s for s in statements}
    events: dict[tuple[object, ...], PloverEvent] = {}
    for statement in statements:
        if _is_part_of_another(statement, by_id):
            continue
        event = _fold(statement, _contents(statement, statements), world)
        if event is not None and (event.source or event.target):
            events.setdefault((event.type, event.source, event.target), event)
    return tuple(events.values())


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


def _is_part_of_another(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Say whether the statement is merely what another agrees to, asks for, threatens or refuses."""
    if statement.status is Status.ACTUAL:
        return False
    outer = (by_id.get(link.statement) for link in statement.links if link.kind == "content")
    return any(o is not None and o.type in EVENTS for o in outer)


def _contents(statement: Statement, statements: Iterable[Statement]) -> frozenset[str]:
    """Return the types of what the statement holds."""
    return frozenset(s.type for s in statements if any(x.statement == statement.id for x in s.links))


def _fold(statement: Statement, contents: frozenset[str], world: World) -> PloverEvent | None:
    if statement.type not in EVENTS:
        return None
    kind, sources, targets, reason = _as_act(statement)
    if kind == "AGREE" and statement.mode == "promise" and contents & HOSTILE and not contents & COOPERATIVE:
        kind, reason = "THREATEN", "what is promised is hostile"
    if kind is None:
        return None
    if kind == statement.type:
        mode = load_ontology().modes.get((kind, statement.mode or ""))
        if mode is not None and mode.plover == "none":
            return None
        if mode is not None and mode.plover:
            kind, reason = mode.plover, f"PLOVER files {statement.type} of mode {statement.mode} under {mode.plover}"
    source, target = _codes(sources, world), _codes(targets, world)
    if not target and source and not targets and kind not in MUTUAL:
        target = _where(statement, kind, source, world)
    return PloverEvent(
        type=kind,
        source=source,
        target=target,
        mode=statement.mode,
        contexts=statement.contexts,
        statement=statement.id,
        reason=reason,
    )


def _where(statement: Statement, kind: str, source: Sequence[str], world: World) -> tuple[str, ...]:
    """Return the country where it happens, whose people it befalls; what is done at home befalls one's own."""
    if statement.place is not None and statement.place.country:
        return (statement.place.country,)
    home = world.by_code(source[0][:3])
    is_state = home is not None and home.kind is ActorKind.STATE
    return (source[0][:3],) if kind in AT_HOME and len(source) == 1 and is_state else ()


def _as_act(statement: Statement) -> tuple[str | None, Sequence[ActorRef], Sequence[ActorRef], str]:
    """Return what someone does in saying or planning the thing: type, sources, targets, reason."""
    kind, agents, targets = statement.type, statement.agents, statement.targets
    speakers = _speakers(statement)
    is_own = not speakers or bool({v.code for v in speakers} & {a.code for a in agents})
    match statement.status:
        case Status.ACTUAL:
            return kind, agents, targets, "actual"
        case Status.PLANNED:
            return _intended(kind), agents, targets, "an intent"
        case Status.WANTED if speakers and not is_own:
            return "REQUEST", speakers, agents or targets, "what the speaker asks of another"
        case Status.WANTED if speakers or kind in VERBAL:
            return _intended(kind), agents, targets, "a wish for one's own act"
        case Status.POSSIBLE if is_own:
            return _intended(kind), agents, targets, "an act held out"
        case Status.POSSIBLE if kind in HOSTILE and agents:
            return "ACCUSE", speakers, agents, "what the speaker suspects another of"
        case Status.DENIED if is_own and kind in COOPERATIVE and statement.outcome not in OVER and agents:
            return "REJECT", agents, targets, "cooperation that is refused"
    return None, (), (), ""


def _intended(kind: str) -> str:
    if kind in COOPERATIVE:
        return "AGREE"
    return "THREATEN" if kind in HOSTILE else kind


def _speakers(statement: Statement) -> tuple[ActorRef, ...]:
    """Return the innermost speakers: the voices that share the cue of the first."""
    voices = [v for v in statement.voices if v.cue == statement.voices[0].cue]
    return tuple(ActorRef(code=v.code, actor=v.actor, name=v.name, mention=v.mention) for v in voices)


def _codes(refs: Iterable[ActorRef], world: World) -> tuple[str, ...]:
    codes = (plover_code(ref, world) for ref in refs)
    return tuple(dict.fromkeys(code for code in codes if code))
