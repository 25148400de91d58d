"""Steps: what one statement says of a good that passes: who gives it, to whom, and how far it has come.

1. AID and COOPERATE: the agent gives, the target receives; where both stand on one side, the event says who gives.
2. AGREE about goods: agreed on, and given by whom the event says.
3. WANT, and REQUEST in words of asking: the agent is to receive; whose it is the words may say ("North Korean shells").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model import ActorRef, Document, Event, Force, FormUse, Stage, StageCertainty, Statement, Status, Step
from dragoman.system.goods import (
    UNSPECIFIED,
    VAGUE,
    Good,
    goods_anywhere,
    goods_named,
    is_undertaking,
    load_exchange_words,
)
from dragoman.world import load_world

_GIVING = frozenset({"AID", "COOPERATE"})
# Modes of giving in which no goods pass.
_NO_GOODS = frozenset({"asylum", "peacekeeping", "exercise", "relations"})
_AHEAD_CHARACTERS = 60  # before the trigger, in which "may", "plans to", "will" say that it is still to come
_PERFECT = re.compile(r"\b(?:have|has|had|having)\b[^,;]*$", re.IGNORECASE)  # "may have supplied": not to come
_ALLEGING = frozenset({Force.ALLEGES, Force.CLAIMS, Force.BELIEVES, Force.SAYS, Force.WARNS})
_OWNED = re.compile(r"(?:..)?['’]s?((?:\s+[\w-]+){1,3})")  # what a possessive owns, up to three words of it
_WORD = re.compile(r"[^\W_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Move:
    """A step with the codes of giver and receiver, the good, and how sure the statement is of it by itself.

    `directed` is false where the two are named and nobody says which of them gives.
    """

    giver: ActorRef | None
    receiver: ActorRef | None
    good: Good
    certainty: StageCertainty
    step: Step
    statement: Statement
    directed: bool = True


def moves_of(statement: Statement, event: Event | None, document: Document) -> Iterator[Move]:
    """Yield the moves of goods that a statement tells of, one for each giver, receiver and good."""
    if statement.type in _GIVING:
        yield from _given(statement, event, document)
    elif statement.type == "AGREE":
        yield from _agreed(statement, event, document)
    elif statement.type == "WANT" or (statement.type == "REQUEST" and _asks(statement)):
        yield from _wanted(statement, event, document)


def _given(statement: Statement, event: Event | None, document: Document) -> Iterator[Move]:
    if statement.mode in _NO_GOODS:
        return
    words = load_exchange_words()
    word = _trigger(statement).split(" ")[0].strip(",.;:").lower()
    if word in words.receiving:
        return
    goods = goods_named(statement.theme, loosely=statement.type == "AID") or _of_event(statement, event)
    if statement.type == "AID":
        goods = tuple(good for good in goods if good.category not in words.only_traded)
        if [good.category for good in goods] == [VAGUE]:
            goods = _of_owner(statement, document) or goods
    if not goods and not (word in words.supplying and statement.agents and statement.targets):
        return
    stage = stage_of(statement)
    if stage is Stage.DELIVERED and word in words.offering:
        stage = Stage.OFFERED
    for giver, receiver, directed in _pairs(statement, event):
        for good in goods or (Good(UNSPECIFIED, ""),):
            yield _move(statement, document, event, stage, good, giver, receiver, directed)


def _agreed(statement: Statement, event: Event | None, document: Document) -> Iterator[Move]:
    stage = Stage.OFFERED if statement.status is Status.PLANNED or statement.mode == "promise" else Stage.AGREED
    only_given = load_exchange_words().only_given
    for good in (good for good in goods_named(statement.theme) if good.category not in only_given):
        for giver, receiver, directed in _pairs(statement, event):
            if giver is not None and receiver is not None:
                yield _move(statement, document, event, stage, good, giver, receiver, directed)


def _wanted(statement: Statement, event: Event | None, document: Document) -> Iterator[Move]:
    for good in goods_named(statement.theme):
        givers: tuple[ActorRef | None, ...] = statement.targets or tuple(owners_in(good.text)) or (None,)
        for receiver in statement.agents:
            for giver in givers:
                if giver is None or giver.code != receiver.code:
                    yield _move(statement, document, event, Stage.WANTED, good, giver, receiver, True)


def _move(
    statement: Statement,
    document: Document,
    event: Event | None,
    stage: Stage,
    good: Good,
    giver: ActorRef | None,
    receiver: ActorRef | None,
    directed: bool,
) -> Move:
    step = Step(
        stage=stage,
        status=statement.status.value,
        statement=statement.id,
        document=statement.document,
        event=event.id if event else None,
        voices=tuple(dict.fromkeys(voice.code for voice in statement.voices)),
        day=_day(statement, document),
        text=good.text or None,
    )
    return Move(giver, receiver, good, certainty_of(statement), step, statement, directed)


def stage_of(statement: Statement) -> Stage:
    """Return how far the giving has come: what is spoken of as to come is offered, all other is delivered."""
    if statement.status is Status.WANTED:
        return Stage.WANTED
    if statement.status is Status.PLANNED or statement.outcome == "failed":
        return Stage.OFFERED
    if statement.status is Status.DENIED:
        return Stage.OFFERED if load_exchange_words().refusals.search(_before(statement)) else Stage.DELIVERED
    if statement.status is Status.POSSIBLE:
        hinted = any(voice.force is Force.HINTS for voice in statement.voices)
        return Stage.OFFERED if hinted or _is_ahead(statement) else Stage.DELIVERED
    return Stage.DELIVERED


def certainty_of(statement: Statement) -> StageCertainty:
    """Return how sure the statement by itself is of its stage."""
    if statement.status is Status.DENIED:
        return StageCertainty.DENIED
    if statement.status is Status.POSSIBLE:
        alleged = any(voice.force in _ALLEGING for voice in statement.voices)
        return StageCertainty.ALLEGED if alleged else StageCertainty.POSSIBLE
    return StageCertainty.HELD


def owners_in(text: str) -> Iterator[ActorRef]:
    """Yield the states whose adjective or possessive stands before a good: "North Korean shells", "Iran's drones"."""
    world = load_world()
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]
    at = 0
    while at < len(words) - 1:
        count, forms = world.longest(words, at)
        wanted = (f for f in forms if f.actor.startswith("state:") and f.use in (FormUse.ADJECTIVE, FormUse.NAME))
        form = next(wanted, None)
        actor = world.actor(form.actor) if form and at + count < len(words) else None
        if actor is not None:
            yield ActorRef(code=actor.code, actor=actor.id, name=actor.name)
        at += max(count, 1)


def _of_event(statement: Statement, event: Event | None) -> tuple[Good, ...]:
    """Return the goods of the event that a statement without goods was joined to, without words of its own."""
    if statement.theme is not None and statement.theme.goods:
        return ()
    return tuple(Good(good.category, "") for good in goods_named(event.theme if event else None))


def _of_owner(statement: Statement, document: Document) -> tuple[Good, ...]:
    """Return the good of what is helped with, where the receiver owns it: "any help to Chad's satellite programme"."""
    for ref in statement.targets:
        if ref.mention is None:
            continue
        owned = _OWNED.match(document.text, ref.mention.end - len("'s"))
        words = owned.group(1).split() if owned else []
        while words and not is_undertaking(words[-1]) and goods_anywhere(words[-1]) in ((), (VAGUE,)):
            words.pop()  # "satellite programme would"
        found = [c for c in goods_anywhere(" ".join(words)) if c != VAGUE]
        if found:
            return (Good(found[0], " ".join(words)),)
    return ()


def _pairs(statement: Statement, event: Event | None) -> Iterator[tuple[ActorRef | None, ActorRef | None, bool]]:
    """Yield who gives to whom; of two on one side the event's direction, else both without one."""
    agents, targets = statement.agents, statement.targets
    if targets and agents:
        yield from ((a, t, True) for a in agents for t in targets if a.code != t.code)
        return
    if len(agents) == 2 and event is not None and event.type in _GIVING and event.agents and event.targets:
        both = {ref.code for ref in agents}
        givers, receivers = {ref.code for ref in event.agents}, {ref.code for ref in event.targets}
        if givers | receivers == both and not givers & receivers:
            giver = next(ref for ref in agents if ref.code in givers)
            yield giver, next(ref for ref in agents if ref is not giver), True
            return
    if len(agents) == 2:
        first, second = sorted(agents, key=lambda ref: ref.code)
        yield first, second, False
        return
    yield from ((a, None, True) for a in agents)
    yield from ((None, t, True) for t in targets if statement.status is not Status.WANTED or not agents)


def _asks(statement: Statement) -> bool:
    return bool(load_exchange_words().asking.match(_trigger(statement)))


def _trigger(statement: Statement) -> str:
    evidence = statement.evidence
    return evidence.quote[max(0, evidence.trigger.start - evidence.start) :]


def _before(statement: Statement) -> str:
    evidence = statement.evidence
    return evidence.quote[: max(0, evidence.trigger.start - evidence.start)][-_AHEAD_CHARACTERS:]


def _is_ahead(statement: Statement) -> bool:
    """Say whether words before the deed make it one to come: "has offered to supply", but not "may have supplied"."""
    before = _before(statement)
    last = next(reversed(list(load_exchange_words().ahead.finditer(before))), None)
    return last is not None and not _PERFECT.search(before[last.end() :])


def _day(statement: Statement, document: Document) -> date | None:
    return statement.time.start or statement.time.end or document.published


def by_event(events: Iterable[Event]) -> Mapping[str, Event]:
    """Return the event of each statement by the statement's id."""
    return {statement: event for event in events for statement in event.statements}
