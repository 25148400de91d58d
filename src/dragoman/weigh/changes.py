"""What changed between two weighings of a case, and which statements changed it.

1. An event of now is the successor of those whose statements it holds most of; several such were joined.
2. Statements of one event that are in several now were parted; without any such event it is new.
3. An event and its successor differ in standing, in the mark of fulfilment, in what is told anew of them.
4. A dispute is the same while it is of one kind and shares statements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Change, ChangeKind, Dispute, Event, Statement
from dragoman.weigh.ruled import RULING_WORD
from dragoman.weigh.turning import arose, came_true, turned

_LATEST = date.max


@dataclass(frozen=True, slots=True)
class Told:
    """The events and disputes of one moment."""

    events: Sequence[Event]
    disputes: Sequence[Dispute]


def find_changes(
    before: Told, after: Told, statements: Mapping[str, Statement], days: Mapping[str, date]
) -> tuple[Change, ...]:
    """Return what changed, in the order of time; `statements` are those of now, `days` when each document counted."""
    return _Comparison(before, after, statements, days).changes()


class _Comparison:
    def __init__(
        self, before: Told, after: Told, statements: Mapping[str, Statement], days: Mapping[str, date]
    ) -> None:
        self.before, self.after = before, after
        self.statements, self.days = statements, days
        self.old = {event.id: event for event in before.events}
        self.new = {event.id: event for event in after.events}
        self.known = {s for event in before.events for s in event.statements}
        self.shares = _shares(before.events, after.events)
        self.successor = {old: _most(shared) for old, shared in self.shares.items()}
        self.predecessors: dict[str, list[str]] = defaultdict(list)
        for old, successor in sorted(self.successor.items()):
            self.predecessors[successor].append(old)

    def changes(self) -> tuple[Change, ...]:
        found = [change for event in self.after.events for change in self._of_event(event)]
        found += [change for event in self.before.events for change in self._of_old(event)]
        found += self._of_disputes()
        order = {kind: place for place, kind in enumerate(ChangeKind)}
        found.sort(key=lambda c: (c.day or _LATEST, order[c.kind], c.event or "", c.dispute or "", c.what))
        return tuple(found)

    def _of_event(self, event: Event) -> Iterator[Change]:
        olds = self.predecessors.get(event.id, [])
        if not olds:
            if not self.known.intersection(event.statements):
                yield self._change(ChangeKind.NEW, event, event.statements, now=event.standing)
            return
        fresh = [s for s in event.statements if s not in self.known]
        was = self.old[max(olds, key=lambda old: (self.shares[old][event.id], old))]
        if len(olds) > 1:
            yield self._change(ChangeKind.JOINED, event, fresh, was=" ".join(olds), now=event.id, before=was)
        counting = _that_count(was, event, fresh)
        if was.standing is not event.standing:
            told = self._on(turned(event, self._day_of), counting)
            yield self._change(ChangeKind.STANDING, event, told, was=was.standing, now=event.standing, before=was)
        if event.fulfilled and not was.fulfilled:
            told = self._on(came_true(event, self._day_of), counting)
            yield self._change(ChangeKind.FULFILLED, event, told, now=event.standing, before=was)
        yield from self._updates(was, event)

    def _updates(self, was: Event, event: Event) -> Iterator[Change]:
        known = {(update.slot, update.statement, update.superseded_by) for update in was.history}
        told = {(update.slot, update.statement): update for update in event.history}
        for update in event.history:
            following = told.get((update.slot, update.superseded_by or ""))
            if following and (update.slot, update.statement, update.superseded_by) not in known:
                yield self._change(
                    ChangeKind.UPDATED,
                    event,
                    [following.statement],
                    was=update.value,
                    now=following.value,
                    before=was,
                    what=f"{deed_of(event)}: {update.slot}",
                )

    def _of_old(self, old: Event) -> Iterator[Change]:
        parts = self.shares.get(old.id)
        if not parts:
            yield Change(kind=ChangeKind.GONE, what=deed_of(old), event=old.id, was=old.standing)
        elif len(parts) > 1:
            successor = self.new[self.successor[old.id]]
            fresh = [s for part in sorted(parts) for s in self.new[part].statements if s not in self.known]
            yield self._change(ChangeKind.PARTED, successor, fresh, was=old.id, now=" ".join(sorted(parts)), before=old)

    def _of_disputes(self) -> Iterator[Change]:
        before, after = ({key for d in told.disputes for key in _told_of(d)} for told in (self.before, self.after))
        for dispute in self.after.disputes:
            if not _told_of(dispute) & before:
                fresh = [s for side in dispute.sides for s in side.statements if s not in self.known]
                told = self._on(arose(dispute, self._day_of), fresh)
                yield self._of_dispute(ChangeKind.DISPUTE, dispute, told, [self.new[e] for e in dispute.events])
        for dispute in self.before.disputes:
            if not _told_of(dispute) & after:
                events = [self.new[self.successor[e]] for e in dispute.events if e in self.successor]
                fresh = [s for event in events for s in event.statements if s not in self.known]
                yield self._of_dispute(ChangeKind.SETTLED, dispute, fresh, events)

    def _of_dispute(self, kind: ChangeKind, dispute: Dispute, told: list[str], events: Sequence[Event]) -> Change:
        about = "; ".join(dict.fromkeys(deed_of(event) for event in events))
        return Change(
            kind=kind,
            what=f"{about}: {dispute.what}" if about else dispute.what,
            was=dispute.kind if kind is ChangeKind.SETTLED else None,
            now=dispute.kind if kind is ChangeKind.DISPUTE else None,
            event=events[0].id if events else None,
            dispute=dispute.id,
            day=self._day(told),
            ruled=_ruled(None, events),
            statements=self._in_order(told),
            documents=tuple(self.statements[s].document for s in self._in_order(told)),
        )

    def _change(
        self,
        kind: ChangeKind,
        event: Event,
        told: Iterable[str],
        *,
        was: str | None = None,
        now: str | None = None,
        before: Event | None = None,
        what: str | None = None,
    ) -> Change:
        told = list(told)
        return Change(
            kind=kind,
            what=what or deed_of(event),
            event=event.id,
            was=was,
            now=now,
            day=self._day(told),
            ruled=_ruled(before, [event]) if before else None,
            statements=self._in_order(told),
            documents=tuple(self.statements[s].document for s in self._in_order(told)),
        )

    def _in_order(self, told: Iterable[str]) -> tuple[str, ...]:
        """Return the statements, the earliest first."""
        return tuple(sorted({s for s in told if s in self.statements}, key=lambda s: (self._when(s), s)))

    def _on(self, day: date | None, told: Sequence[str]) -> list[str]:
        """Return those that were told on the day on which it turned; all where none was."""
        return [s for s in told if day is not None and self._day_of(s) == day] or list(told)

    def _day(self, told: Iterable[str]) -> date | None:
        day = min(map(self._day_of, told), default=_LATEST)
        return None if day == _LATEST else day

    def _day_of(self, statement: str) -> date:
        return self._when(statement)[0] if statement in self.statements else _LATEST

    def _when(self, statement: str) -> tuple[date, str, int]:
        found = self.statements[statement]
        return self.days.get(found.document, _LATEST), found.document, found.evidence.start


def deed_of(event: Event) -> str:
    """Return who does what to whom: "RUS,PRK CONSULT (visit)"."""
    agents, targets = (",".join(dict.fromkeys(ref.code for ref in refs)) for refs in (event.agents, event.targets))
    mode = f"({event.mode})" if event.mode else ""
    return " ".join(part for part in (agents or "?", event.type, targets, mode) if part)


def _shares(before: Iterable[Event], after: Iterable[Event]) -> dict[str, Counter[str]]:
    """Return for each event of before how many of its statements each event of now holds."""
    holders: dict[str, list[str]] = defaultdict(list)
    for event in after:
        for statement in event.statements:
            holders[statement].append(event.id)
    shares: dict[str, Counter[str]] = {}
    for event in before:
        shared = Counter(holder for statement in event.statements for holder in holders.get(statement, ()))
        if shared:
            shares[event.id] = shared
    return shares


def _most(shared: Counter[str]) -> str:
    return min(shared, key=lambda id_: (-shared[id_], id_))


def _that_count(was: Event, event: Event, fresh: Sequence[str]) -> Sequence[str]:
    """Return those of the new statements that bring an origin or a stance which counts; all where none does."""
    known = {(row.origin, row.says) for row in was.derivation if row.counts}
    rows = [row for row in event.derivation if row.counts and (row.origin, row.says) not in known]
    counting = [s for s in fresh if any(s in row.statements for row in rows)]
    return counting or fresh


def _ruled(before: Event | None, events: Iterable[Event]) -> str | None:
    """Return who joined or parted the events since, None where nobody did."""
    known = before.reasons if before else ()
    told = [r for event in events for r in event.reasons if RULING_WORD in r and r not in known]
    return "; ".join(dict.fromkeys(told)) or None


def _told_of(dispute: Dispute) -> set[tuple[str, str]]:
    """Return by what a dispute is known again: its kind with each of its statements."""
    return {(dispute.kind.value, s) for side in dispute.sides for s in side.statements}
