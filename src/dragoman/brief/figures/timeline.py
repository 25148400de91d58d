"""What the timeline shows: the most telling events whose time is told, in lanes of those who take part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital, key_of, name_all, party
from dragoman.brief.pictures.glyphs import NAMES
from dragoman.brief.pictures.timeline import DAY, PERIOD, REPORTED, Lane, Moment, Timeline
from dragoman.brief.records import Figure, Line, Row, Section
from dragoman.brief.times import is_stated, say_day, say_time
from dragoman.brief.words import clip
from dragoman.model import ActorRef, Event

# More signs than this are a cloud; judged on pictures of cases from four to two hundred documents.
MOST_DATED = 26
# Where fewer are dated, those known by the day of the report fill the picture up to so many.
ENOUGH = 12
MOST_LANES = 6
LEAST_IN_LANE = 2
_LABEL = 76  # characters of a source's words beside a sign
_SECTIONS = ("happened", "planned", "disputed")
_COLUMNS = ("When", "What", "Who", "Standing")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that goes on the timeline, with the event that gives its time, its manner and its days."""

    line: Line
    event: Event
    manner: str
    start: date | None
    end: date | None


def timeline_figure(sections: Sequence[Section], events: Mapping[str, Event], desk: Desk) -> Figure | None:
    """Return the timeline of what the sections tell, None where no day is known."""
    found = list(_entries(sections, events, desk))
    dated = [entry for entry in found if entry.manner != REPORTED]
    reported = [entry for entry in found if entry.manner == REPORTED]
    shown = _first(dated, MOST_DATED)
    shown += _first(reported, ENOUGH - len(shown))
    if not shown:
        return None
    shown.sort(key=lambda e: (e.start or e.end or date.max, e.end or date.max, -e.line.rank, e.line.id))
    rows = tuple(_row(entry, desk) for entry in shown)
    lanes = _lanes(shown)
    return Figure(
        key="timeline",
        title="Timeline",
        told=_told(shown, lanes),
        columns=_COLUMNS,
        rows=rows,
        subject=Timeline(lanes=tuple(lanes)),
        note=_note(
            len(dated) - sum(e.manner != REPORTED for e in shown),
            len(reported) - sum(e.manner == REPORTED for e in shown),
        ),
    )


def _entries(sections: Sequence[Section], events: Mapping[str, Event], desk: Desk) -> Iterable[_Entry]:
    """Yield what has a day: each event once, with the line that tells it."""
    placed: set[str] = set()
    for section in sections:
        for line in section.lines if section.key in _SECTIONS else ():
            event = next((events[e] for e in line.events if e in events and e not in placed), None)
            if event is None:
                continue
            placed.update(line.events)
            if is_stated(event.time):
                time = event.time
                manner = DAY if time.start is not None and time.start == time.end else PERIOD
                yield _Entry(line, event, manner, time.start, time.end)
            elif known := [day for day in desk.published(desk.of([event])) if day]:
                yield _Entry(line, event, REPORTED, None, min(known))


def _first(entries: Iterable[_Entry], most: int) -> list[_Entry]:
    return sorted(entries, key=lambda e: (-e.line.rank, e.line.id))[: max(most, 0)]


def _row(entry: _Entry, desk: Desk) -> Row:
    event = entry.event
    return Row(
        id=f"timeline-{event.id}",
        cells=(_when(entry), _what(entry.line, 200), _who(event), _standing(event)),
        cites=entry.line.all_cites or desk.cites(desk.of([event])),
        told_in=entry.line.id,
    )


def _when(entry: _Entry) -> str:
    if entry.manner == REPORTED and entry.end:
        return f"reported {say_day(entry.end)}"
    return say_time(entry.event.time)


def _what(line: Line, most: int) -> str:
    if not line.words:
        return line.text
    quote = f"“{clip(line.words, most)}”".replace("... ", "… ").replace(" ...", " …")
    return f"{line.text}: {quote}" if line.text and most > _LABEL else quote


def _who(event: Event) -> str:
    return capital(name_all(_parties(event)))


def _standing(event: Event) -> str:
    return NAMES.get(event.standing.value, event.standing.value)


def _parties(event: Event) -> list[ActorRef]:
    return list({party(ref).actor: party(ref) for ref in (*event.agents, *event.targets)}.values())


def _lanes(entries: Sequence[_Entry]) -> list[Lane]:
    """Put the entries into lanes: pairs that recur, then single parties that do, then all others."""
    names = {ref.actor: ref for entry in entries for ref in _parties(entry.event)}
    groups: dict[frozenset[str], list[int]] = {}
    left = list(range(len(entries)))
    for size, most in ((2, MOST_LANES // 2), (1, MOST_LANES - 1)):
        while left and len(groups) < most:
            counts = Counter(key for i in left for key in _keys(entries[i].event, size))
            best = min(counts, key=lambda key: (-counts[key], sorted(key)), default=None)
            if best is None or counts[best] < LEAST_IN_LANE:
                break
            groups[best] = [i for i in left if best in _keys(entries[i].event, size)]
            left = [i for i in left if i not in groups[best]]
    lanes = [
        Lane(title=_title([names[k] for k in sorted(key)]), moments=_moments(entries, at)) for key, at in groups.items()
    ]
    return [*lanes, Lane(title="Others" if lanes else "All", moments=_moments(entries, left))] if left else lanes


def _keys(event: Event, size: int) -> list[frozenset[str]]:
    parties = key_of((*event.agents, *event.targets))
    if size == 1:
        return [frozenset({key}) for key in parties]
    return [parties] if len(parties) == size else []


def _title(refs: Sequence[ActorRef]) -> str:
    return " – ".join(ref.name for ref in refs)


def _moments(entries: Sequence[_Entry], at: Iterable[int]) -> tuple[Moment, ...]:
    return tuple(
        Moment(
            row=i,
            label=_what(entries[i].line, _LABEL),
            says=f"{_when(entries[i])}: {_what(entries[i].line, 200)} ({_standing(entries[i].event)})",
            standing=entries[i].event.standing.value,
            manner=entries[i].manner,
            start=entries[i].start,
            end=entries[i].end,
            rank=entries[i].line.rank,
        )
        for i in at
    )


def _told(entries: Sequence[_Entry], lanes: Sequence[Lane]) -> str:
    days = [day for e in entries for day in (e.start, e.end) if day]
    first, last = min(days), max(days)
    span = f"from {say_day(first)} to {say_day(last)}" if first != last else f"on {say_day(first)}"
    titles = ", ".join(f"{lane.title} ({len(lane.moments)})" for lane in lanes)
    return f"{len(entries)} {'event' if len(entries) == 1 else 'events'} {span}: {titles}."


def _note(dated: int, reported: int) -> str:
    parts = [f"{dated} less telling {'event' if dated == 1 else 'events'}"] if dated else []
    parts += [f"{reported} known only by the day of the report"] if reported else []
    return f"Not shown: {' and '.join(parts)}." if parts else ""
