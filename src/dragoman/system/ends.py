"""Ends of ties: which events end which, and on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.model import Certainty, Event, Party, TieKind
from dragoman.system.certainty import CERTAINTY
from dragoman.system.days import Days
from dragoman.system.kinds import End, Kinds
from dragoman.system.pairs import Words, has_word
from dragoman.system.party import parties_of

Way = tuple[TieKind, Party, Party]  # a kind, and the direction in which it ends
_REOPENS = frozenset({Certainty.HELD, Certainty.DISPUTED})  # what is only alleged or planned undoes no end


@dataclass(frozen=True, slots=True)
class Endings:
    """Events that end ties, by kind and direction; `alone` are those that do not say with whom."""

    by_way: Mapping[Way, Sequence[Event]]
    alone: Mapping[tuple[TieKind, Party], Sequence[Event]]

    def of(self, kind: TieKind, source: Party, target: Party, directed: bool) -> dict[str, Event]:
        """Return the events that end the tie, by id."""
        ways = [(kind, source, target)] if directed else [(kind, source, target), (kind, target, source)]
        return {event.id: event for way in ways for event in self.by_way.get(way, ())}

    def unsaid(self, kind: TieKind, source: Party, target: Party) -> Iterator[str]:
        """Yield in words which ends the tie may have had: that of a pact which somebody left without saying whose."""
        for party in (source, target):
            for event in sorted(self.alone.get((kind, party), ()), key=lambda event: event.id):
                yield f"{party.name} is told to have left a {kind} ({event.id}); the event does not say whose"


def find_endings(events: Iterable[Event], kinds: Kinds, words: Words) -> Endings:
    """Return which of the events end ties: those that are told as so and did not fail."""
    by_way: dict[Way, list[Event]] = defaultdict(list)
    alone: dict[tuple[TieKind, Party], list[Event]] = defaultdict(list)
    for event in events:
        end = kinds.end_of(event.type, event.mode)
        if end is None or CERTAINTY.get(event.standing) is not Certainty.HELD or event.outcome == "failed":
            continue
        if not _fits(event, end, words):
            continue
        for way in _ways(event, end):
            by_way[way].append(event)
        if end.theme and not event.targets:
            for party in parties_of(event.agents):
                alone[end.kind, party].append(event)
    return Endings(by_way, alone)


def over_of(kind: TieKind, events: Iterable[Event], kinds: Kinds) -> dict[str, Event]:
    """Return those of a tie's events that tell of it as over ("the pact that lapsed"), by id."""
    if kind not in kinds.over:
        return {}
    over = (event for event in events if event.outcome in kinds.over_outcomes)
    return {event.id: event for event in over if CERTAINTY.get(event.standing) is Certainty.HELD}


def settle_end(
    told: Iterable[Event], endings: Mapping[str, Event], days: Days
) -> tuple[date | None, tuple[str, ...], tuple[str, ...]]:
    """Return the day of the end, the events that tell of it, and why: the first after which nothing follows."""
    if not endings:
        return None, (), ()
    dated = {id_: day for id_, event in endings.items() if (day := days.ended(event))}
    goes_on = (
        day
        for event in told
        if event.id not in endings and CERTAINTY[event.standing] in _REOPENS and (day := days.last(event))
    )
    last = max(goes_on, default=None)
    final = sorted(id_ for id_, day in dated.items() if last is None or day >= last)
    if not dated:
        return None, (), (f"told to have ended, but not when: {', '.join(sorted(endings))}",)
    if not final:
        return None, (), (f"told to have ended ({max(dated.values())}), but events of it follow",)
    end = min(dated[id_] for id_ in final)
    return end, tuple(final), (f"ended by {', '.join(final)}: no later event of it is told as so",)


def _fits(event: Event, end: End, words: Words) -> bool:
    theme = event.theme.text if event.theme else words(event)
    if end.theme and not has_word(theme, end.theme):
        return False
    return not (end.unless and has_word(words(event), end.unless))


def _ways(event: Event, end: End) -> Iterator[Way]:
    agents, targets = parties_of(event.agents), parties_of(event.targets)
    pairs = [(agent, target) for agent in agents for target in targets]
    if end.both and not targets:
        # Of a truce or a peace all who take part are parties; who leaves a pact together does not leave each other's.
        pairs = list(combinations(sorted(agents), 2)) if end.kind is TieKind.WAR else []
    for source, target in pairs:
        if source != target:
            yield end.kind, source, target
            if end.both:
                yield end.kind, target, source
