"""Taking rulings: what a person names, turned into sides of statements; and what became of them since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.case import CaseFile, Filter
from dragoman.errors import BadValue, UnknownName
from dragoman.model import Anchor, Event, Ruling, RulingKind, Statement

_SHORT = 8  # signs of an id that a message shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What a ruling is about now: the statements of each of its sides as found again, and the events they are of."""

    ruling: Ruling
    sides: tuple[tuple[Statement, ...], ...]
    events: tuple[Event, ...]


def merge(file: CaseFile, called: Sequence[str], made_by: str) -> Ruling:
    """Rule that these events are one; a statement's id stands for its event.

    Raises:
        BadValue: there are fewer than two, or something is no event.
    """
    events = {event.id: event for event in (_event(name, file) for name in called)}
    if len(events) < 2:
        only = next(iter(events.values()), None)
        what = f"these are one event already ({only.id[:_SHORT]})" if only else "no event is named"
        raise BadValue(f"{what}; name two or more, as `dragoman events` lists them")
    return file.append_ruling(
        RulingKind.MERGE, [_anchors(event.statements, file) for event in events.values()], made_by=made_by
    )


def split(file: CaseFile, called: str, statements: Sequence[str], made_by: str) -> Ruling:
    """Rule that these statements are of another event than the rest of theirs.

    Raises:
        BadValue: something is no event or statement, a statement is of another event, or nothing would be left.
    """
    event = _event(called, file)
    taken = list(dict.fromkeys(_statement(name, event, file) for name in statements))
    left = [id_ for id_ in event.statements if id_ not in taken]
    if not taken:
        raise BadValue(f"no statement is named that is to be taken out; `dragoman show {event.id[:_SHORT]}` lists them")
    if not left:
        raise BadValue(f"nothing would be left of this event ({event.id[:_SHORT]}); leave at least one statement in it")
    return file.append_ruling(RulingKind.SPLIT, [_anchors(taken, file), _anchors(left, file)], made_by=made_by)


def pin(file: CaseFile, called: str, made_by: str) -> Ruling:
    """Rule that the statements of this event stay together.

    Raises:
        BadValue: it is no event, or has one statement only.
    """
    event = _event(called, file)
    if len(event.statements) < 2:
        raise BadValue(f"this event has one statement only ({event.id[:_SHORT]}): there is nothing to hold together")
    return file.append_ruling(RulingKind.PIN, [_anchors(event.statements, file)], made_by=made_by)


def undo(file: CaseFile, number: int, made_by: str) -> Ruling:
    """Take back the ruling of that number; taking back an undo brings its ruling back.

    Raises:
        BadValue: there is no such ruling, or it is undone already.
    """
    rulings = {ruling.number: ruling for ruling in file.rulings()}
    if number not in rulings:
        raise BadValue(f"there is no such ruling ({number}); see `dragoman rulings`")
    if rulings[number].is_undone:
        undoing = max(r.number for r in rulings.values() if r.undoes == number and not r.is_undone)
        raise BadValue(f"this ruling is undone already ({number}); `dragoman undo {undoing}` brings it back")
    return file.append_ruling(RulingKind.UNDO, undoes=number, made_by=made_by)


def look_up(rulings: Iterable[Ruling], file: CaseFile) -> tuple[Ruled, ...]:
    """Return what each ruling is about now; that of an undo is what the ruling that it takes back is about."""
    from dragoman.weigh.ruled import find_again

    by_number = {ruling.number: ruling for ruling in file.rulings()}
    told = _statements_of(by_number.values(), file)
    owners = file.event_ids()
    found = []
    for ruling in rulings:
        meant = ruling
        while meant.undoes is not None:
            meant = by_number[meant.undoes]
        sides = tuple(
            tuple({s.id: s for anchor in side for s in find_again(anchor, told.get(anchor.document, ()))}.values())
            for side in meant.sides
        )
        ids = dict.fromkeys(owners[s.id] for side in sides for s in side if s.id in owners)
        found.append(Ruled(ruling=ruling, sides=sides, events=file.events_with_ids(list(ids))))
    return tuple(found)


def _statements_of(rulings: Iterable[Ruling], file: CaseFile) -> dict[str, list[Statement]]:
    held = file.document_names().keys()
    meant = {anchor.document for ruling in rulings for side in ruling.sides for anchor in side} & held
    told: dict[str, list[Statement]] = {id_: [] for id_ in meant}
    if meant:
        for statement in file.statements(Filter(documents=tuple(sorted(meant)))):
            told[statement.document].append(statement)
    return told


def _event(called: str, file: CaseFile) -> Event:
    found = _find(called, file)
    if isinstance(found, Statement):
        found = _find(file.event_ids()[found.id], file)
    if not isinstance(found, Event):
        raise BadValue(f"this is no event ({called}); see `dragoman events`")
    return found


def _statement(called: str, event: Event, file: CaseFile) -> str:
    found = _find(called, file)
    if not isinstance(found, Statement):
        raise BadValue(f"this is no statement ({called}); `dragoman show {event.id[:_SHORT]}` lists those of the event")
    if found.id not in event.statements:
        own = file.event_ids()[found.id]
        raise BadValue(
            f"this statement ({called}) is not of event {event.id[:_SHORT]}, but of {own[:_SHORT]}; name that one"
        )
    return found.id


def _find(called: str, file: CaseFile) -> object:
    try:
        return file.find(called)
    except UnknownName as error:
        raise BadValue(_joined_since(called, file) or str(error)) from None


def _joined_since(called: str, file: CaseFile) -> str | None:
    """Return what became of an event that was joined with another: its id is that of a statement behind an "e"."""
    try:
        found = file.find(called.removeprefix("e")) if called.startswith("e") else None
    except UnknownName:
        return None
    if not isinstance(found, Statement):
        return None
    return f"there is no such event any more ({called}); it is part of {file.event_ids()[found.id][:_SHORT]} now"


def _anchors(statements: Sequence[str], file: CaseFile) -> list[Anchor]:
    return [anchor_of(statement) for statement in file.statements_with_ids(statements)]


def anchor_of(statement: Statement) -> Anchor:
    """Return what a ruling remembers of the statement."""
    trigger = statement.evidence.trigger
    return Anchor(
        document=statement.document,
        start=trigger.start,
        end=trigger.end,
        type=statement.type,
        statement=statement.id,
        parties=tuple(sorted({ref.code for ref in (*statement.agents, *statement.targets)})),
    )
