"""Lines that list things under a name: goods by who wants or gives them, pairs by how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dragoman.brief.desk import Desk
from dragoman.brief.facts import Scribe
from dragoman.brief.fold import fold
from dragoman.brief.names import capital, is_plural, join, key_of, name_all, name_interests, party
from dragoman.brief.phrase import name_theme
from dragoman.brief.records import Item, Line
from dragoman.brief.vocabulary import load_wording
from dragoman.model import ActorRef, Event, Standing, Statement

_HAPPENED = (Standing.CONFIRMED, Standing.SINGLE_SOURCE)
_ORDER = list(Standing)
_STATES_OF_AFFAIRS = ("WANT", "HOLD")


def goods_lines(scribe: Scribe, events: Iterable[Event]) -> tuple[Line, ...]:
    """Return who wants, gives or has what: a line for each actor or pair, the most telling first."""
    groups: dict[tuple[str, frozenset[str], frozenset[str]], list[Event]] = {}
    for event in events:
        targets = key_of(event.targets) if event.type == "AID" else frozenset()
        groups.setdefault((event.type, key_of(event.agents), targets), []).append(event)
    lines = [_goods_line(scribe, group) for group in groups.values()]
    return tuple(sorted(lines, key=lambda line: (-line.rank, line.id)))


def tie_lines(scribe: Scribe, events: Iterable[Event]) -> tuple[Line, ...]:
    """Return who stands with whom: a line for each kind of tie, its pairs the most telling first."""
    listed = list(events)
    rows = load_wording()["ties"]
    found = ((row, [e for e in listed if e.type in row["types"]]) for row in rows)
    return tuple(_tie_line(scribe, row, group) for row, group in found if group)


def _goods_line(scribe: Scribe, group: Sequence[Event]) -> Line:
    ranked = _ranked(scribe, group)
    event = ranked[0]
    items = _without_repeats(_goods_item(scribe.desk, alike) for alike in _by_goods(ranked))
    return Line(
        id=f"goods-{event.id}",
        text=capital(_title(event)),
        standing=_strongest(group),
        items=tuple(items),
        rank=scribe.rank(event) + len(items) / len(_ORDER),
    )


def _by_goods(ranked: Sequence[Event]) -> list[list[Event]]:
    """Group the events of one giver or wanter that name the same goods, with one standing."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for alike in fold(ranked):
        name = name_theme(alike[0].theme.text).lower() if alike[0].theme else ""
        groups.setdefault((name, alike[0].standing.value), []).extend(alike)
    return list(groups.values())


def _title(event: Event) -> str:
    agents, targets = [party(a) for a in event.agents], [party(t) for t in event.targets]
    kind = event.type
    if kind == "AID" and targets:
        kind = "AID to" if agents else "AID from someone"
    forms = load_wording()["goods"][kind]
    return str(forms[is_plural(agents)]).format(a=name_all(agents), b=name_all(targets))


def _goods_item(desk: Desk, alike: Sequence[Event]) -> Item:
    """Return the goods by name, or the source's words where the theme is no known goods and says little alone."""
    event, told = alike[0], desk.of(alike)
    named = event.theme is not None and (event.theme.goods or event.type not in _STATES_OF_AFFAIRS)
    return Item(
        text=name_theme(event.theme.text) if event.theme and named else "",
        words=None if named else desk.words(desk.best(told, event.standing)),
        standing=_unsure(event, told),
        cites=desk.cites(told),
    )


def _tie_line(scribe: Scribe, row: dict[str, Any], events: Sequence[Event]) -> Line:
    groups: dict[tuple[frozenset[str], frozenset[str]], list[Event]] = {}
    for event in _ranked(scribe, events):
        mutual = "{all}" in row["both"]
        both = key_of((*event.agents, *event.targets))
        key = (both, frozenset[str]()) if mutual else (key_of(event.agents), key_of(event.targets))
        groups.setdefault(key, []).append(event)
    items = _without_repeats(_pair(scribe.desk, row, alike) for alike in groups.values())
    return Line(
        id=f"stances-{row['name'].lower().replace(' ', '-')}",
        text=row["name"],
        standing=_strongest(events),
        items=tuple(items),
        rank=max(scribe.rank(e) for e in events),
        whole=bool(row.get("whole")),
    )


def _pair(desk: Desk, row: dict[str, Any], alike: Sequence[Event]) -> Item:
    event = alike[0]
    agents, targets = _distinct(event.agents), _distinct(event.targets)
    if agents and (targets or ("{all}" in row["both"] and len(agents) > 1)):
        form = row["both"]
    else:
        form = row["alone"] if agents else row.get("unnamed", "{b}")
    text = str(form).format(a=name_all(agents), b=name_all(targets), all=name_all(_distinct((*agents, *targets))))
    told = desk.of(alike)
    # One name alone says too little about what it is: the words show it.
    thin = "{b}" not in form and len(_distinct((*agents, *targets))) < 2
    words = desk.words(desk.best(told, event.standing)) if thin else None
    return Item(text=text, words=words, standing=_unsure(event, told), cites=desk.cites(told))


def _without_repeats(items: Iterable[Item]) -> list[Item]:
    """Fold items that say the same or show the same sentence of a source."""
    kept: dict[object, Item] = {}
    for item in items:
        shown = (item.words.source, item.words.span) if item.words else None
        key = (item.text.lower(), shown, item.standing)
        same = kept.get(key)
        kept[key] = replace(same, cites=(*same.cites, *item.cites)) if same else item
    return list(kept.values())


def _distinct(refs: Iterable[ActorRef]) -> list[ActorRef]:
    return list({party(ref).actor: party(ref) for ref in refs}.values())


def _ranked(scribe: Scribe, events: Sequence[Event]) -> list[Event]:
    return sorted(events, key=lambda e: (-scribe.rank(e), e.id))


def _strongest(events: Sequence[Event]) -> str:
    return min(events, key=lambda e: (e.standing not in _HAPPENED, _ORDER.index(e.standing))).standing.value


def _unsure(event: Event, told: Sequence[Statement]) -> str:
    """Return the standing where it is less than so, to be shown beside the item, with whose word it is."""
    if event.standing in _HAPPENED:
        return ""
    voices = {Standing.DENIED: event.denied_by, Standing.ALLEGED: event.asserted_by}.get(event.standing, ())
    names = name_interests(voices, told)
    return f"{event.standing.value} by {join(names)}" if names else event.standing.value
