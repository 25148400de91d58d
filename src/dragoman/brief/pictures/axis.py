"""A scale of time from days to decades, with breaks where nothing happened for long."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.brief.pictures.measure import SMALL, width_of

BREAK = 26.0  # pixels that a left-out stretch takes
ROOM_FOR_BREAK = 110.0  # pixels: an axis has a break for every so many at most
LEAST_GAP_DAYS = 20
GAP_SHARE = 0.22  # a gap is left out where it takes more than this of all the time that is shown
LONG_GAP = 2.5  # ... and is so many times as long as is usual there: even time is not cut
LEAST_CROWD, CROWD_SHARE, CROWD_LENGTH = 6, 0.7, 0.65  # so much happens within so little of a stretch: it gets room
LEAST_SEGMENT = 50.0
BY_COUNT = 0.65  # a segment's width goes so far by how much happens in it, for the rest by how long it is
LONG_DAYS = 45  # what lasts longer doesn't fill the time between its ends: only they count
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_STEPS = (("day", 1), ("day", 2), ("day", 7), ("day", 14), ("month", 1), ("month", 3), ("month", 6), ("year", 1),
          ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """The days from `start` to `end`, drawn from `left` to `right`."""

    start: date
    end: date
    left: float
    right: float

    def place(self, day: date) -> float:
        """Return where a day lies, the ends for those beyond them."""
        days = max((self.end - self.start).days, 1)
        share = min(max((day - self.start).days / days, 0.0), 1.0)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the axis names."""

    x: float
    name: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Segments of time in order; between two of them time is left out."""

    segments: tuple[Segment, ...]

    def place(self, day: date) -> float:
        """Return where a day lies; one that is left out lies in the break."""
        for before, after in itertools.pairwise(self.segments):
            if before.end < day < after.start:
                return (before.right + after.left) / 2
        inside = next((s for s in self.segments if day <= s.end), self.segments[-1])
        return inside.place(day)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the named days of all segments, as fine as their names have room."""
        return tuple(tick for segment in self.segments for tick in _ticks(segment))

    def breaks(self) -> tuple[float, ...]:
        """Return the middles of the stretches that are left out."""
        return tuple((a.right + b.left) / 2 for a, b in itertools.pairwise(self.segments))


def make_axis(spans: Sequence[tuple[date, date]], left: float, right: float) -> Axis:
    """Return the axis on which all spans of days lie, between two places."""
    parts = _parts(spans, int((right - left) / ROOM_FOR_BREAK))
    room = right - left - BREAK * (len(parts) - 1)
    points = [day for span in spans for day in span]
    days = [max((end - start).days, 1) for start, end in parts]
    counts = [sum(start <= day <= end for day in points) for start, end in parts]
    shares = [
        BY_COUNT * n / max(sum(counts), 1) + (1 - BY_COUNT) * d / sum(days) for n, d in zip(counts, days, strict=True)
    ]
    widths = _widths(shares, room)
    segments, x = [], left
    for (start, end), width in zip(parts, widths, strict=True):
        segments.append(Segment(start, end, x, x + width))
        x += width + BREAK
    return Axis(tuple(segments))


def _widths(shares: Sequence[float], room: float) -> list[float]:
    """Divide the room by shares, none below the least width."""
    least = min(LEAST_SEGMENT, room / len(shares))
    spare = room - least * len(shares)
    return [least + spare * share / sum(shares) for share in shares]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days with something on nearly each: from `start` to `end`, `count` times."""

    start: date
    end: date
    count: int

    @property
    def days(self) -> int:
        return (self.end - self.start).days


def _parts(spans: Sequence[tuple[date, date]], most: int) -> list[tuple[date, date]]:
    """Return the stretches of time to show, each with a margin, with the longest gaps left out."""
    filled: list[tuple[date, date]] = []
    for start, end in spans:
        filled += [(start, end)] if (end - start).days <= LONG_DAYS else [(start, start), (end, end)]
    merged: list[_Stretch] = []
    for start, end in sorted(filled):
        last = merged[-1] if merged else None
        if last and (start - last.end).days <= LEAST_GAP_DAYS:
            merged[-1] = _Stretch(last.start, max(last.end, end), last.count + 1)
        else:
            merged.append(_Stretch(start, end, 1))
    cut = _long_gaps(merged, most)
    while len(cut) < most and (crowded := _gap_beside_crowd(_groups(merged, cut))):
        cut.add(merged.index(crowded))
    return _with_margins([(group[0].start, group[-1].end) for group in _groups(merged, cut)])


def _long_gaps(merged: Sequence[_Stretch], most: int) -> set[int]:
    """Return after which stretches to leave time out: the longest gaps, each of which takes too much."""
    gaps = sorted(((b.start - a.end).days, i) for i, (a, b) in enumerate(itertools.pairwise(merged)))
    left = (merged[-1].end - merged[0].start).days
    lengths = [days for days, _ in gaps] + [stretch.days for stretch in merged if stretch.days > 1]
    usual = statistics.median(lengths) if lengths else 0
    cut: set[int] = set()
    for days, at in reversed(gaps):
        if len(cut) == most or days < max(GAP_SHARE * left, LONG_GAP * usual):
            break
        cut.add(at)
        left -= days
    return cut


def _gap_beside_crowd(groups: Sequence[Sequence[_Stretch]]) -> _Stretch | None:
    """Return after which stretch to leave time out so that a crowd gets more room, None where nothing is crowded."""
    found: list[tuple[int, _Stretch]] = []
    for group in groups:
        count = sum(stretch.count for stretch in group)
        if len(group) < 2 or count < LEAST_CROWD:
            continue
        at = max(range(len(group) - 1), key=lambda i: group[i + 1].start - group[i].end)
        dense = max(group[: at + 1], group[at + 1 :], key=lambda side: sum(s.count for s in side))
        short = (dense[-1].end - dense[0].start).days <= CROWD_LENGTH * (group[-1].end - group[0].start).days
        if short and sum(s.count for s in dense) >= CROWD_SHARE * count:
            found.append((count, group[at]))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _groups(merged: Sequence[_Stretch], cut: Collection[int]) -> list[list[_Stretch]]:
    """Return the stretches in groups between which time is left out."""
    groups: list[list[_Stretch]] = [[]]
    for i, stretch in enumerate(merged):
        groups[-1].append(stretch)
        if i in cut:
            groups.append([])
    return groups


def _with_margins(parts: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Return the parts with a little time at both ends, and never less than a few days."""
    found = []
    for start, end in parts:
        days = max(3, (end - start).days // 25)
        found.append((_earlier(start, days), _later(end, days)))
    return found


def _earlier(day: date, days: int) -> date:
    return day - timedelta(days=days) if day.toordinal() > days else date.min


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days) if (date.max - day).days > days else date.max


def _ticks(segment: Segment) -> list[Tick]:
    """Return the ticks of the finest step whose names don't touch; the first one names the year."""
    for unit, step in _STEPS:
        found = _named(segment, list(_days(segment, unit, step)), unit)
        if found and _have_room(found, segment):
            return found
    middle = segment.start + (segment.end - segment.start) / 2
    return [
        Tick(
            (segment.left + segment.right) / 2,
            _month(middle) if segment.right - segment.left > 50 else str(middle.year),
        )
    ]


def _days(segment: Segment, unit: str, step: int) -> Iterator[date]:
    days = (segment.end - segment.start).days
    if unit == "day" and days <= 60 * step:
        first = segment.start.toordinal()
        first += -first % step
        for ordinal in range(first, segment.end.toordinal() + 1, step):
            yield date.fromordinal(ordinal)
    elif unit == "month" and days <= 31 * 40 * step:
        month = segment.start.year * 12 + segment.start.month - 1
        month += -month % step
        while month < 9999 * 12 and (day := date(month // 12, month % 12 + 1, 1)) <= segment.end:
            if day >= segment.start:
                yield day
            month += step
    elif unit == "year":
        for year in range(segment.start.year + -segment.start.year % step, segment.end.year + 1, step):
            if year and date(year, 1, 1) >= segment.start:
                yield date(year, 1, 1)


def _named(segment: Segment, days: Sequence[date], unit: str) -> list[Tick]:
    found: list[Tick] = []
    year = month = 0
    for day in days:
        if unit == "year":
            name = str(day.year)
        elif unit == "month":
            name = _MONTHS[day.month - 1] if day.year == year else _month(day)
        else:
            name = str(day.day) if (day.year, day.month) == (year, month) else f"{day.day} {_MONTHS[day.month - 1]}"
            name = name if day.year == year else f"{name} {day.year}"
        year, month = day.year, day.month
        found.append(Tick(segment.place(day), name))
    return found


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _have_room(ticks: Sequence[Tick], segment: Segment) -> bool:
    edges = segment.left - BREAK / 2 - 8
    for tick in ticks:
        half = width_of(tick.name, SMALL) / 2 + 11
        if tick.x - half < edges:
            return False
        edges = tick.x + half
    return edges <= segment.right + BREAK / 2 + 8
