"""What the map shows: where events are told to have happened, and the ways of visitors and goods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital, join, party
from dragoman.brief.phrase import say
from dragoman.brief.pictures.glyphs import NAMES
from dragoman.brief.pictures.places import PlaceMap, Spot, Way
from dragoman.brief.pictures.towns import load_towns
from dragoman.brief.records import Figure, Row
from dragoman.brief.words import clip
from dragoman.model import ActorRef, Event, Standing
from dragoman.world import load_world

MOST_PLACES = 30
MOST_WAYS = 10
_SURE = (Standing.CONFIRMED, Standing.SINGLE_SOURCE)
_UNTRUE = (Standing.DENIED, Standing.WANTED)
_WORDS = 90
_LISTED = 4  # events that a row names; the others are counted
_SITE_DEGREES = 0.05  # places nearer than this are one
_COLUMNS = ("Where", "Events", "What")


def places_figure(events: Sequence[Event], told_in: Mapping[str, str], desk: Desk) -> Figure | None:
    """Return the map of where the events are told to have happened, None where no place is known by its position."""
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        if event.place and desk.of([event]) and (key := _key(event)):
            groups.setdefault(key, []).append(event)
    if not any(key[0] == "at" for key in groups):
        return None
    ranked = sorted(groups.values(), key=lambda g: (-len(g), _name(g), g[0].id))
    shown = ranked[:MOST_PLACES]
    rows = [_row(group, told_in, desk) for group in shown]
    spots = tuple(_spot(i, group, rows[i]) for i, group in enumerate(shown))
    ways: list[Way] = []
    for event, spot, kind in _ways(shown, spots):
        if (start := _home(event)) and start != (spot.lat, spot.lon) and len(ways) < MOST_WAYS:
            rows.append(_way_row(event, spot, told_in, desk))
            ways.append(_way(len(rows) - 1, event, spot, kind, start, rows[-1]))
    return Figure(
        key="places",
        title="Map",
        told=_told(shown, ways),
        columns=_COLUMNS,
        rows=tuple(rows),
        subject=PlaceMap(spots=spots, ways=tuple(ways)),
        note=_note(len(ranked) - len(shown)),
    )


def _key(event: Event) -> tuple[object, ...] | None:
    """Return what tells places apart: a position, else a country whose towns are known."""
    place = event.place
    assert place is not None
    if place.lat is not None and place.lon is not None:
        return "at", round(place.lat / _SITE_DEGREES), round(place.lon / _SITE_DEGREES)
    known = place.precision == "country" and place.country in load_towns().countries
    return ("in", place.country) if known else None


def _name(group: Sequence[Event]) -> str:
    names = Counter(event.place.text for event in group if event.place)
    return min(names, key=lambda name: (-names[name], name))


def _spot(row: int, group: Sequence[Event], told: Row) -> Spot:
    place = group[0].place
    assert place is not None
    rough = place.lat is None or place.lon is None
    middle = load_towns().countries[place.country or ""].middle if rough else (0.0, 0.0)
    return Spot(
        row=row,
        name=_name(group),
        says=f"{told.cells[0]}: {told.cells[2]}",
        lat=middle[0] if place.lat is None else place.lat,
        lon=middle[1] if place.lon is None else place.lon,
        count=len(group),
        rough=rough,
        country=place.country,
    )


def _row(group: Sequence[Event], told_in: Mapping[str, str], desk: Desk) -> Row:
    said = list(dict.fromkeys(_say(event, desk) for event in group))
    more = f"; {len(said) - _LISTED} more" if len(said) > _LISTED else ""
    place = group[0].place
    rough = " (somewhere in the country)" if place and place.lat is None else ""
    return Row(
        id=f"places-{group[0].id}",
        cells=(f"{_name(group)}{rough}", str(len(group)), "; ".join(said[:_LISTED]) + more),
        cites=desk.cites(desk.of(group)),
        told_in=told_in.get(group[0].id, "") if len(group) == 1 else "",
    )


def _say(event: Event, desk: Desk) -> str:
    told = desk.of([event])
    sentence = say(event, told) or f"“{clip(desk.words(desk.best(told, event.standing)), _WORDS)}”"
    return sentence if event.standing in _SURE else f"{sentence} ({NAMES[event.standing.value]})"


def _ways(groups: Sequence[Sequence[Event]], spots: Sequence[Spot]) -> Iterator[tuple[Event, Spot, str]]:
    """Yield the visits and gifts that are told of at a place, each way once."""
    seen: set[tuple[object, ...]] = set()
    for group, spot in zip(groups, spots, strict=True):
        for event in group:
            kind = "visit" if event.mode == "visit" else "goods" if event.type == "AID" else ""
            key = (kind, spot.row, tuple(ref.code for ref in event.agents))
            if kind and event.agents and event.standing not in _UNTRUE and key not in seen:
                seen.add(key)
                yield event, spot, kind


def _home(event: Event) -> tuple[float, float] | None:
    """Return where the capital of the first agent's state lies."""
    country = load_towns().countries.get(_owner(event.agents[0]))
    return country.capital if country else None


def _owner(ref: ActorRef) -> str:
    known = load_world().actor(party(ref).actor)
    return (known.side or known.code) if known else ref.code


def _way_row(event: Event, spot: Spot, told_in: Mapping[str, str], desk: Desk) -> Row:
    names = join([party(event.agents[0]).name])
    return Row(
        id=f"places-way-{event.id}",
        cells=(capital(f"{names} to {spot.name}"), "1", _say(event, desk)),
        cites=desk.cites(desk.of([event])),
        told_in=told_in.get(event.id, ""),
    )


def _way(row: int, event: Event, spot: Spot, kind: str, start: tuple[float, float], told: Row) -> Way:
    return Way(
        row=row,
        says=f"{told.cells[0]}: {told.cells[2]}",
        kind=kind,
        start=start,
        end=(spot.lat, spot.lon),
        sure=event.standing in _SURE,
    )


def _told(groups: Sequence[Sequence[Event]], ways: Sequence[Way]) -> str:
    named = ", ".join(f"{_name(group)} ({len(group)})" for group in groups[:5])
    more = f" and {_places(len(groups) - 5)}" if len(groups) > 5 else ""
    going = f" {len(ways)} {'way' if len(ways) == 1 else 'ways'} of visitors or goods." if ways else ""
    return f"Where events happened, or are to: {named}{more}.{going}"


def _note(left: int) -> str:
    return f"Not shown: {_places(left)}." if left else ""


def _places(more: int) -> str:
    return f"{more} more {'place' if more == 1 else 'places'}"
