"""The ledger: one exchange for each giver, receiver and good, from the moves that statements tell of.

1. A stage is as sure as its statements and their events' standing make it: `disputed` where one tells or alleges it
   and another denies it (or the event that tells it is disputed), else held, alleged, possible or denied.
2. The exchange stands at the furthest stage that is held or disputed, else at the furthest alleged or possible one,
   else at the furthest denied one.
3. Two are given for one another only where a statement is linked so by the words of its source.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model import (
    Document,
    Event,
    Exchange,
    Quantity,
    Reached,
    Stage,
    StageCertainty,
    Standing,
    Statement,
    Wording,
)
from dragoman.system.goods import VAGUE, goods_named
from dragoman.system.party import is_named, party_of
from dragoman.system.steps import Move, by_event, moves_of
from dragoman.system.wordings import naming_of, purposes_of

Key = tuple[str, str, str, bool]  # codes of giver and receiver ("" for nobody named), good, whether it is directed
_TOLD = frozenset({StageCertainty.HELD, StageCertainty.ALLEGED})
_GROUPS = (
    frozenset({StageCertainty.HELD, StageCertainty.DISPUTED}),
    frozenset({StageCertainty.ALLEGED, StageCertainty.POSSIBLE}),
    frozenset({StageCertainty.DENIED}),
)
_SAID = {
    StageCertainty.HELD: "told by",
    StageCertainty.ALLEGED: "alleged by",
    StageCertainty.POSSIBLE: "told as possible by",
    StageCertainty.DENIED: "denied by",
}


@dataclass(frozen=True, slots=True)
class _Known:
    events: Mapping[str, Event]  # by statement
    documents: Mapping[str, Document]


def find_exchanges(
    events: Sequence[Event], statements: Sequence[Statement], documents: Sequence[Document]
) -> tuple[Exchange, ...]:
    """Return the exchanges, by giver, receiver and good."""
    known = _Known(by_event(events), {document.id: document for document in documents})
    moves: dict[Key, list[Move]] = defaultdict(list)
    for statement in statements:
        for move in moves_of(statement, known.events.get(statement.id), known.documents[statement.document]):
            if _is_between_parties(move):
                moves[_key(move)].append(move)
    found = {key: _exchange(key, told, known) for key, told in moves.items()}
    return tuple(found[key] for key in sorted(_with_returns(found, moves, statements, known)))


def _with_returns(
    found: dict[Key, Exchange],
    moves: Mapping[Key, Sequence[Move]],
    statements: Sequence[Statement],
    known: _Known,
) -> dict[Key, Exchange]:
    """Join what a source says is given for something else: each is the return of the other."""
    keys: dict[str, list[Key]] = defaultdict(list)
    for key, told in moves.items():
        for move in told:
            keys[move.statement.id].append(key)
    for statement in statements:
        for link in statement.links:
            if link.kind != "in-exchange-for" or link.statement not in keys:
                continue
            naming = naming_of(statement, known.documents[statement.document])
            for one in keys.get(statement.id, ()):
                for other in keys[link.statement]:
                    if one != other:
                        found[one] = _returned(found[one], found[other], naming)
                        found[other] = _returned(found[other], found[one], naming)
    return found


def _returned(one: Exchange, other: Exchange, naming: Wording) -> Exchange:
    ids = tuple(dict.fromkeys((*one.return_of, other.id)))
    return replace(one, return_of=ids, named_by=tuple(dict.fromkeys((*one.named_by, naming))))


def _is_between_parties(move: Move) -> bool:
    refs = [ref for ref in (move.giver, move.receiver) if ref is not None]
    if not refs or not all(map(is_named, refs)) or len({ref.code for ref in refs}) < len(refs):
        return False
    return len(refs) > 1 or move.step.stage is Stage.WANTED or move.good.category != VAGUE


def _key(move: Move) -> Key:
    giver, receiver = (ref.code if ref is not None else "" for ref in (move.giver, move.receiver))
    return giver, receiver, move.good.category, move.directed


def _exchange(key: Key, moves: Sequence[Move], known: _Known) -> Exchange:
    moves = sorted(moves, key=lambda m: (m.step.day is None, m.step.day or 0, m.step.stage.rank, m.step.statement))
    reached = _reached(moves, known)
    standing = _furthest(reached)
    words = Counter(move.step.text for move in moves if move.step.text)
    first = moves[0]
    return Exchange(
        id=f"x{hashlib.sha256('|'.join(map(str, key)).encode()).hexdigest()[:15]}",
        giver=party_of(first.giver) if first.giver else None,
        receiver=party_of(first.receiver) if first.receiver else None,
        good=key[2],
        directed=key[3],
        stage=standing.stage,
        certainty=standing.certainty,
        steps=tuple(dict.fromkeys(move.step for move in moves)),
        reached=reached,
        what=tuple(word for word, _ in sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))),
        quantities=tuple(_quantities(moves, key[2])),
        purposes=_purposes(moves, known),
    )


def _reached(moves: Sequence[Move], known: _Known) -> tuple[Reached, ...]:
    stages = (stage for stage in Stage if any(move.step.stage is stage for move in moves))
    return tuple(_at(stage, [move for move in moves if move.step.stage is stage], known) for stage in stages)


def _at(stage: Stage, moves: Sequence[Move], known: _Known) -> Reached:
    """Return how sure a stage is, with who says what of it."""
    certainties = {move.certainty for move in moves}
    events = {e.id: e for move in moves if (e := known.events.get(move.statement.id))}
    denied = StageCertainty.DENIED in certainties
    disputed = [e for e in events.values() if e.standing is Standing.DISPUTED]
    certainty = next(c for c in StageCertainty if c in certainties)
    if certainties & _TOLD and (denied or (disputed and stage is not Stage.WANTED)):
        certainty = StageCertainty.DISPUTED
    said = {c: _speakers([m for m in moves if m.certainty is c], known) for c in _SAID if c in certainties}
    why = [f"{_SAID[c]} {', '.join(who)}" for c, who in said.items()]
    if certainty is StageCertainty.DISPUTED and not denied:
        deniers = dict.fromkeys(code for event in disputed for code in event.denied_by)
        why.append(f"the event is denied by {', '.join(deniers)}")
    return Reached(stage=stage, certainty=certainty, why="; ".join(why))


def _speakers(moves: Iterable[Move], known: _Known) -> list[str]:
    """Return who says it: the codes of the voices, else the outlet."""
    found: dict[str, None] = {}
    for move in moves:
        document = known.documents[move.step.document]
        found.update(
            dict.fromkeys(
                move.step.voices or (document.origin or document.publisher or document.author or document.name,)
            )
        )
    return list(found)


def _furthest(reached: Sequence[Reached]) -> Reached:
    for group in _GROUPS:
        among = [stage for stage in reached if stage.certainty in group]
        if among:
            return max(among, key=lambda stage: stage.stage.rank)
    raise AssertionError("an exchange has a stage")


def _quantities(moves: Sequence[Move], good: str) -> Iterable[Quantity]:
    """Return the quantities of the themes that tell of this good alone, each once."""
    found: dict[Quantity, None] = {}
    for move in moves:
        theme = move.statement.theme
        if theme is None or not move.step.text:
            continue
        alone = len(goods_named(theme, loosely=True)) == 1
        found.update(dict.fromkeys(q for q in theme.quantities if alone or q.text in move.step.text))
    return found


def _purposes(moves: Sequence[Move], known: _Known) -> tuple[Wording, ...]:
    given = (move for move in moves if move.statement.type != "AGREE")
    found = (w for move in given for w in purposes_of(move.statement, move.good, known.documents[move.step.document]))
    return tuple(dict.fromkeys(found))
