"""Lines about disputes: what is in question, and each side with its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.brief.desk import Desk
from dragoman.brief.facts import Scribe, doubt_of
from dragoman.brief.names import capital, join, name_all, name_interests, party
from dragoman.brief.phrase import clause, whether
from dragoman.brief.records import Item, Line
from dragoman.brief.times import is_stated, say_day, say_time, say_when
from dragoman.model import Dispute, DisputeKind, Event, Force, Side, Standing, Statement, Status, Time

_NOT_TOLD = "day not told"
_ASKING_BY_KIND = {DisputeKind.PLACE: "Where", DisputeKind.DATE: "When"}
_WHETHER = "Whether this is so"
_UNSAID = frozenset((*_ASKING_BY_KIND.values(), _WHETHER))  # what only a source's own words can complete


def dispute_lines(
    scribe: Scribe, disputes: Iterable[Dispute], events: Mapping[str, Event], *, bonus: float = 4.0
) -> tuple[Line, ...]:
    """Return a line for each dispute that says something: those with most origins behind them first."""
    lines = []
    for dispute in disputes:
        about = [events[e] for e in dispute.events if e in events]
        sides = telling_sides(dispute, scribe.desk)
        if about and len(sides) > 1:
            lines.append(_line(scribe, dispute, about, sides, bonus))
    return tuple(sorted(lines, key=lambda line: (-line.rank, line.id)))


def _line(scribe: Scribe, dispute: Dispute, about: Sequence[Event], sides: Sequence[Side], bonus: float) -> Line:
    desk = scribe.desk
    event = about[0]
    told = desk.of(about)
    text = _question(dispute, about, told)
    items = tuple(_side(desk, dispute, side, quoted=_is_told(dispute)) for side in sides)
    words = desk.words(desk.best(told)) if text in _UNSAID else None
    if words:  # not again beside the side that says it
        items = tuple(replace(i, words=None) if i.words and i.words.span == words.span else i for i in items)
    if (
        not words
        and items[0].words
        and len({item.words and (item.words.source, item.words.span) for item in items}) == 1
    ):
        words, items = items[0].words, tuple(replace(item, words=None) for item in items)
    one_sided = set(sides[0].interests) >= set(sides[1].interests)
    rank = max(scribe.rank(e) for e in about) + (0 if one_sided else bonus)
    doubts = (doubt_of(event),) if event.doubt else ()
    return Line(
        id=f"disputed-{dispute.id}",
        when=say_when(event.time, desk.published(told)) if dispute.kind is not DisputeKind.DATE else "",
        text=text,
        words=words,
        standing=Standing.DISPUTED.value,
        notes=doubts if dispute.kind in (DisputeKind.DATE, DisputeKind.PLACE) else (),
        items=items,
        rank=rank,
        events=tuple(e.id for e in about),
    )


def _is_told(dispute: Dispute) -> bool:
    """Say whether the sides are told apart by what they say rather than by a date or place."""
    return dispute.kind in (DisputeKind.CHARACTERISATION, DisputeKind.OCCURRENCE)


def _question(dispute: Dispute, about: Sequence[Event], told: Sequence[Statement]) -> str:
    """Return what is in question, as far as the record says it."""
    kind, event = dispute.kind, about[0]
    if kind is DisputeKind.OCCURRENCE:
        asked = whether(event, told)
        return capital(asked) if asked else _WHETHER
    if kind is DisputeKind.CHARACTERISATION:
        parties = {party(r).code: party(r) for e in about for r in (*e.agents, *e.targets)}
        return f"What {name_all(parties.values())} are to each other"
    if kind in _ASKING_BY_KIND:
        asking = _ASKING_BY_KIND[kind]
        asked = clause(event, told)
        return f"{asking} {asked}" if asked else asking
    return capital(dispute.what)


def _side(desk: Desk, dispute: Dispute, side: Side, *, quoted: bool) -> Item:
    told = desk.told(side.statements)
    shown = desk.best(told, Standing.DENIED if _denies(dispute, side) else None)
    return Item(
        text=_claim(desk, dispute, side, told),
        words=desk.words(shown) if quoted else None,
        cites=desk.cites(told),
    )


def _claim(desk: Desk, dispute: Dispute, side: Side, told: Sequence[Statement]) -> str:
    if dispute.kind is DisputeKind.OCCURRENCE:
        manner = "denied" if _denies(dispute, side) else _manner(told)
        names = name_interests(side.interests, told)
        return f"{manner} by {join(names)}" if names else manner
    if dispute.kind is DisputeKind.DATE:
        return _date(desk, told)
    return side.claim.removeprefix("at ")


def _denies(dispute: Dispute, side: Side) -> bool:
    """Say whether it is the side that has it that the thing is not so: the last of a dispute over occurrence."""
    return dispute.kind is DisputeKind.OCCURRENCE and side == dispute.sides[-1]


def _manner(told: Sequence[Statement]) -> str:
    """Return how the asserting side speaks."""
    statuses = {s.status for s in told}
    if Status.ACTUAL in statuses:
        return "said"
    if any(voice.force is Force.ALLEGES for s in told for voice in s.voices[:1]):
        return "alleged"
    return {Status.POSSIBLE: "said to be possible", Status.PLANNED: "announced"}.get(told[0].status, "said")


def _date(desk: Desk, told: Sequence[Statement]) -> str:
    times: list[Time] = [s.time for s in told if is_stated(s.time)]
    if times:
        return say_time(times[0])
    known = [day for day in desk.published(told) if day]
    return f"{_NOT_TOLD}, reported {say_day(min(known))}" if known else _NOT_TOLD


def telling_sides(dispute: Dispute, desk: Desk) -> list[Side]:
    """Return the sides that differ: the day of a report is no account of a date, unless it is all that one side has."""
    sides = [side for side in dispute.sides if desk.told(side.statements)]
    if dispute.kind is not DisputeKind.DATE:
        return sides
    claims = {_date(desk, desk.told(side.statements)): side for side in sides}
    stated = [side for claim, side in claims.items() if not claim.startswith(_NOT_TOLD)]
    silent = [side for claim, side in claims.items() if claim.startswith(_NOT_TOLD)]
    return stated if len(stated) > 1 else [*stated, *silent[:1]] if stated else []
