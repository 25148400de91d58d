"""Statements -> acts: what someone does in doing, planning, promising, asking or refusing the thing.

PLOVER has no status: an intent to cooperate is AGREE, a planned hostile act is THREATEN, what one demands of another
is REQUEST, one's own negated cooperation is REJECT. What is only agreed, asked, threatened or refused is part of that.
States of affairs (WANT, HOLD, ...), which PLOVER lacks, give no act, save as said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model import ActorRef, Statement, Status
from dragoman.ontology import load_ontology

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"})
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT"})
EVENTS = COOPERATIVE | HOSTILE | VERBAL
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_OVER = frozenset({"ended", "cancelled", "suspended"})
_DECIDING = ("'decided'", "'voted'", "'resolved'", "'opted'")
_ALLEGING = ("'reportedly'", "'allegedly'", "'apparently'", "'alleged'", "'suspected'")
_TRYING = ("'try'", "'tries'", "'tried'", "'trying'", "'attempting'", "'attempted'", "'attempts'")
_NO_EVENT = "none"  # in the table of modes: PLOVER has no event for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """`sources` do `type`, PLOVER's, to `targets`; `statement` is what it comes from."""

    type: str
    sources: tuple[ActorRef, ...]
    targets: tuple[ActorRef, ...]
    statement: Statement
    reason: str


def to_acts(statements: Sequence[Statement]) -> Iterator[Act]:
    """Yield the acts that the statements amount to, in their order."""
    by_id = {s.id: s for s in statements}
    acts = [
        act
        for statement in statements
        if not _is_part_of_another(statement, by_id)
        and (act := as_act(statement, _contents(statement, statements))) is not None
    ]
    yield from (act for act in acts if not _is_undone(act, acts))


def as_act(statement: Statement, contents: frozenset[str] = frozenset()) -> Act | None:
    """Return the act that a statement which holds statements of these types amounts to, None when to none."""
    if statement.type not in EVENTS:
        return None
    kind, sources, targets, reason = _by_status(statement)
    if kind is None:
        return None
    if kind == "AGREE" and statement.mode == "promise" and contents & HOSTILE and not contents & COOPERATIVE:
        kind, reason = "THREATEN", "what is promised is hostile"
    if kind == statement.type:
        mode = load_ontology().modes.get((kind, statement.mode or ""))
        if mode is not None and mode.plover == _NO_EVENT:
            return None
        if mode is not None and mode.plover:
            kind, reason = mode.plover, f"PLOVER files {statement.type} of mode {statement.mode} under {mode.plover}"
    return Act(type=kind, sources=tuple(sources), targets=tuple(targets), statement=statement, reason=reason)


def _is_undone(act: Act, acts: Iterable[Act]) -> bool:
    """Say whether the act is only named as what another act ends, refuses or breaks: "halted aid to", "cut loans"."""
    trigger = act.statement.evidence.trigger
    return act.type in COOPERATIVE and any(
        (other.statement.type == "SANCTION" or other.statement.mode == "breach" or other.type == "REJECT")
        and other.statement.evidence.trigger.end <= trigger.start < other.statement.evidence.end
        for other in acts
    )


def _contents(statement: Statement, statements: Iterable[Statement]) -> frozenset[str]:
    """Return the types of what the statement holds."""
    return frozenset(s.type for s in statements if any(x.statement == statement.id for x in s.links))


def _is_part_of_another(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Say whether the statement is merely what another agrees to, asks for, threatens or refuses."""
    if statement.status is Status.ACTUAL:
        return False
    outer = (by_id.get(link.statement) for link in statement.links if link.kind in ("content", "purpose"))
    return any(o is not None and o.type in EVENTS for o in outer)


def _by_status(statement: Statement) -> tuple[str | None, Sequence[ActorRef], Sequence[ActorRef], str]:
    """Return what someone does in saying or planning the thing: type, sources, targets, reason."""
    kind, agents, targets = statement.type, statement.agents, statement.targets
    speakers = _speakers(statement)
    is_own = not speakers or bool({v.code for v in speakers} & {a.code for a in agents})
    match statement.status:
        case Status.ACTUAL:
            return kind, agents, targets, "actual"
        case Status.PLANNED if _is_decided(statement):
            return kind, agents, targets, "a decision that is taken is an act"
        case Status.PLANNED:
            return _intended(kind), agents, targets, "an intent"
        case Status.WANTED if any(reason.startswith(_TRYING) for reason in statement.reasons):
            return kind, agents, targets, "an attempt"
        case Status.WANTED if speakers and not is_own:
            return "REQUEST", speakers, agents or targets, "what the speaker asks of another"
        case Status.WANTED if speakers or kind in VERBAL:
            return _intended(kind), agents, targets, "a wish for one's own act"
        case Status.POSSIBLE if not speakers and any(reason.startswith(_ALLEGING) for reason in statement.reasons):
            return kind, agents, targets, "told as what is reported"
        case Status.POSSIBLE if is_own:
            return _intended(kind), agents, targets, "an act held out"
        case Status.POSSIBLE if kind in HOSTILE and agents:
            return "ACCUSE", speakers, agents, "what the speaker suspects another of"
        case Status.DENIED if is_own or not agents:
            if kind in COOPERATIVE and statement.outcome not in _OVER and (agents or speakers):
                return "REJECT", agents or speakers, targets, "cooperation that is refused"
    return None, (), (), ""


def _is_decided(statement: Statement) -> bool:
    """Say whether the reasons name a word of deciding: the status itself doesn't tell a decision from a promise."""
    return any(reason.startswith(_DECIDING) for reason in statement.reasons)


def _intended(kind: str) -> str:
    if kind in COOPERATIVE:
        return "AGREE"
    return "THREATEN" if kind in HOSTILE else kind


def _speakers(statement: Statement) -> tuple[ActorRef, ...]:
    """Return the innermost speakers: the voices that share the cue of the first."""
    voices = [v for v in statement.voices if v.cue == statement.voices[0].cue]
    return tuple(ActorRef(code=v.code, actor=v.actor, name=v.name, mention=v.mention) for v in voices)
