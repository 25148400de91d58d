"""Lines that tell one event each: what happened, what is planned, what is only alleged or denied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.brief.desk import Desk
from dragoman.brief.fold import fold
from dragoman.brief.names import capital, join, name_interests, name_origins
from dragoman.brief.phrase import say
from dragoman.brief.rank import Ranking
from dragoman.brief.records import Line
from dragoman.brief.times import say_when, sort_key
from dragoman.brief.vocabulary import load_wording
from dragoman.model import Dispute, Event, Standing, Statement

UNDATED = "Undated"
IN_PART = "in part planned"


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes lines about events: it knows what was told, how telling each event is, and what is disputed about it."""

    desk: Desk
    ranking: Ranking
    disputes: dict[str, list[Dispute]] = field(default_factory=dict)

    def by_time(self, key: str, events: Iterable[Event]) -> tuple[Line, ...]:
        """Return the lines of the events, near-duplicates in one, in the order of time, undated ones last."""
        groups = sorted(self._groups(events), key=lambda group: self._order(group))
        lines = _without_repeats([self.line(key, group) for group in groups])
        return tuple(line if line.when else replace(line, group=UNDATED) for line in lines)

    def by_rank(self, key: str, events: Iterable[Event]) -> tuple[Line, ...]:
        """Return the lines of the events, near-duplicates in one, the most telling first."""
        return tuple(_without_repeats([self.line(key, group) for group in self._groups(events)]))

    def _groups(self, events: Iterable[Event]) -> list[list[Event]]:
        return fold(sorted(events, key=lambda e: (-self.rank(e), e.id)))

    def line(self, key: str, group: Sequence[Event]) -> Line:
        """Return the line of events that say nearly the same; the first stands for all."""
        event, told = group[0], self.desk.of(group)
        own = self.desk.of([event])
        text = say(event, own)
        shown = self.desk.best(own, event.standing)
        words = None if text else self.desk.words(shown)
        when = say_when(event.time, self.desk.published(told))
        return Line(
            id=f"{key}-{event.id}",
            when=when,
            text=text or (capital(self.desk.lead(event, shown, words)) if words else ""),
            words=words,
            standing=event.standing.value,
            credibility=event.credibility,
            marks=tuple(_marks(event, told)),
            notes=tuple(self._notes(event, told)),
            cites=self.desk.cites(told),
            rank=self.rank(event),
            events=tuple(e.id for e in group),
        )

    def rank(self, event: Event) -> float:
        """Return how telling the event is."""
        return self.ranking.rank(event, self.desk.of([event]))

    def _order(self, group: Sequence[Event]) -> tuple[date, float, str]:
        event = group[0]
        return sort_key(event.time, self.desk.published(self.desk.of(group))), -self.rank(event), event.id

    def _notes(self, event: Event, told: Sequence[Statement]) -> Iterable[str]:
        if event.standing is Standing.ALLEGED and (names := name_interests(event.asserted_by, told)):
            yield f"according to {join(names)}"
        if event.standing is Standing.WANTED and (names := name_interests(event.asserted_by, told)):
            yield f"wished by {join(names)}"
        if event.standing is Standing.DENIED and (names := name_interests(event.denied_by, told)):
            yield f"denied by {join(names)}"
        if matters := [_matter(dispute) for dispute in self.disputes.get(event.id, ())]:
            yield f"disputed: {', '.join(dict.fromkeys(matters))}"
        if event.doubt:
            yield doubt_of(event)


def _without_repeats(lines: Sequence[Line]) -> list[Line]:
    """Fold lines of one standing that show the very same sentence of a source into the most telling one."""
    kept: dict[object, Line] = {}
    for line in lines:
        key = (line.words.source, line.words.span, line.standing) if line.words else line.id
        other = kept.pop(key, None) if key in kept and line.rank > kept[key].rank else kept.get(key)
        kept[key] = _joined(max(other, line, key=lambda x: x.rank), other, line) if other else line
    return list(kept.values())


def once(done: Sequence[Line], plans: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Keep a sentence that is shown both as done and as planned where it is done, and mark it there."""
    shown = {(line.words.source, line.words.span) for line in done if line.words}
    both = {key: line for line in plans if line.words and (key := (line.words.source, line.words.span)) in shown}
    kept = []
    for line in done:
        plan = both.get((line.words.source, line.words.span)) if line.words else None
        kept.append(replace(_joined(line, line, plan), marks=(*line.marks, IN_PART)) if plan else line)
    return tuple(kept), tuple(line for line in plans if line not in both.values())


def _joined(main: Line, first: Line, second: Line) -> Line:
    cites = {c.statement: c for c in (*first.cites, *second.cites)}
    return replace(
        main,
        cites=tuple(cites.values()),
        notes=tuple(dict.fromkeys((*first.notes, *second.notes))),
        events=tuple(dict.fromkeys((*main.events, *first.events, *second.events))),
    )


def doubt_of(event: Event) -> str:
    """Return, in short, why the statements of the event may be of two."""
    wording, doubt = load_wording(), event.doubt or ""
    for pattern, said in wording["doubts"]:
        if match := re.match(pattern, doubt):
            return str(said).format(*(group.split(";")[0] for group in match.groups()))
    return str(wording["another doubt"]).format(doubt.split(";")[0])


def _marks(event: Event, told: Sequence[Statement]) -> Iterable[str]:
    if event.fulfilled:
        yield "as announced before"
    if event.outcome:
        yield event.outcome
    if (times := max((s.count for s in told if _counts_times(s)), default=1)) > 1:
        yield f"{times} times"
    # Two signs beside the number of one source need a reason: it tells what two others say.
    if event.standing is Standing.CONFIRMED and len(event.origins) > 1 and len({s.document for s in told}) == 1:
        yield f"{len(event.origins)} origins: {join(name_origins(event.origins))}"


def _counts_times(statement: Statement) -> bool:
    """Say whether the count is of the deed ("three summits", "three with Iran"), not of others ("met two men")."""
    words = load_wording()["counted"]
    number = rf"(?<!-)\b(?:\d+|{'|'.join(words['numbers'])})"
    counted = rf"{number}\s+(?:[\w-]+\s+){{0,2}}(?:{'|'.join(words['deeds'])})\b|^{number}\s+with\b"
    return re.search(counted, statement.evidence.quote, re.I) is not None


def _matter(dispute: Dispute) -> str:
    return {
        "occurrence": "whether it is so",
        "responsibility": "who did it",
        "place": "where",
        "date": "when",
        "number": "how many",
    }.get(dispute.kind.value, "of what kind it is")
