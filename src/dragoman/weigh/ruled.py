"""What people ruled, as weighing takes it: marks on statements, and what the marks of two accounts decide.

Of two accounts the latest ruling that says something about both decides: a merge or a pin holds them together, a split
holds what it took out together and apart from the rest. It says nothing about the rest among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dragoman.model import Anchor, Mark, Ruling, RulingKind, Statement

# The sides of a split.
TAKEN, LEFT = 0, 1
# What a reason says that a person gave.
RULING_WORD = "(ruling "

Marks = tuple[Mark, ...]


def marks_of(rulings: Iterable[Ruling], statements: Iterable[Statement]) -> dict[str, Marks]:
    """Return by a statement's id the marks of the rulings that hold for it, the latest first.

    A ruling's statement is found again after another reading: at the same words, of the same type if there is one,
    with the most of its parties.
    """
    rulings = sorted((r for r in rulings if not r.is_undone), key=lambda r: -r.number)
    meant = {anchor.document for ruling in rulings for side in ruling.sides for anchor in side}
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements if meant else ():
        if statement.document in meant:
            told[statement.document].append(statement)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for ruling in rulings:
        for id_, mark in _marked(ruling, told).items():
            marks[id_].append(mark)
    return {id_: tuple(found) for id_, found in marks.items()}


def _marked(ruling: Ruling, told: Mapping[str, Sequence[Statement]]) -> dict[str, Mark]:
    """Return by a statement's id the mark that the ruling sets; what two sides find again is on the first."""
    marked: dict[str, Mark] = {}
    for number, side in enumerate(ruling.sides):
        mark = Mark(number=ruling.number, kind=ruling.kind, side=number, made_by=ruling.made_by, made_at=ruling.made_at)
        for anchor in side:
            for statement in find_again(anchor, told.get(anchor.document, ())):
                marked.setdefault(statement.id, mark)
    return marked


def find_again(anchor: Anchor, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements of the anchor's document that it stands for; several where they are alike."""
    here = [s for s in statements if _shared(anchor, s) > 0]
    best = max((_likeness(anchor, s) for s in here), default=None)
    return [s for s in here if _likeness(anchor, s) == best]


def _likeness(anchor: Anchor, statement: Statement) -> tuple[bool, bool, int, int]:
    parties = {ref.code for ref in (*statement.agents, *statement.targets)}
    return (
        statement.id == anchor.statement,
        statement.type == anchor.type,
        len(parties & set(anchor.parties)) - len(parties ^ set(anchor.parties)),
        _shared(anchor, statement),
    )


def _shared(anchor: Anchor, statement: Statement) -> int:
    trigger = statement.evidence.trigger
    return min(anchor.end, trigger.end) - max(anchor.start, trigger.start)


def decide(first: Marks, second: Marks) -> tuple[Mark, bool] | None:
    """Return the ruling that decides about two accounts and whether they belong together; None where none does."""
    if not first or not second:
        return None
    others = {mark.number: mark for mark in second}
    for mark in first:
        other = others.get(mark.number)
        if other is None or (mark.kind is RulingKind.SPLIT and mark.side == other.side == LEFT):
            continue
        return mark, mark.kind is not RulingKind.SPLIT or mark.side == other.side
    return None


def parted_after(number: int, first: Iterable[Marks], second: Iterable[Marks]) -> bool:
    """Say whether a ruling later than that number keeps accounts with these marks apart."""
    decided = (decide(one, other) for one in set(first) for other in set(second))
    return any(found and not found[1] and found[0].number > number for found in decided)


def say(mark: Mark, together: bool) -> str:
    """Return in words who ruled what and when."""
    verb = "parted" if not together else "held together" if mark.kind is RulingKind.PIN else "joined"
    if together and mark.kind is RulingKind.SPLIT:
        verb = "taken out together"
    return f"{verb} by {mark.made_by} on {mark.made_at.date()} {RULING_WORD}{mark.number})"


def pairs(members: Sequence[int], marks: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """Yield enough pairs of those that share a ruling to tie together all that it ties.

    Those with the very same marks are chained, and one of each kind meets one of each other, so that a ruling on a
    thousand statements costs no million comparisons.
    """
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for index, own in zip(members, marks, strict=True):
        alike[own].append(index)
    for same in alike.values():
        yield from pairwise(same)
    yield from combinations(sorted(same[0] for same in alike.values()), 2)


def marks_together(marks: Iterable[Marks]) -> Marks:
    """Return the marks of several accounts as those of one, the latest first."""
    return tuple(sorted({mark for own in marks for mark in own}, key=lambda mark: (-mark.number, mark.side)))


def reasons_of(marks: Iterable[Marks]) -> tuple[str, ...]:
    """Return who joined, parted or pinned what an event is made of, the earliest ruling first.

    A merge is told where statements of two of its sides are there, a split where one of its sides is not.
    """
    sides: dict[int, set[int]] = defaultdict(set)
    counts: dict[int, int] = defaultdict(int)
    known: dict[int, Mark] = {}
    for mark in (mark for own in marks for mark in own):
        sides[mark.number].add(mark.side)
        counts[mark.number] += 1
        known[mark.number] = mark
    return tuple(
        _reason(mark)
        for number, mark in sorted(known.items())
        if {
            RulingKind.MERGE: len(sides[number]) > 1,
            RulingKind.SPLIT: len(sides[number]) == 1,
            RulingKind.PIN: counts[number] > 1,
        }[mark.kind]
    )


def _reason(mark: Mark) -> str:
    if mark.kind is RulingKind.SPLIT:
        return say(mark, together=False) + (" from others" if mark.side == LEFT else " from the rest")
    return say(mark, together=True)
