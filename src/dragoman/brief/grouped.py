"""Lines that list what someone has, or wants beside goods, under the name of who does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.brief.desk import Desk
from dragoman.brief.facts import Scribe
from dragoman.brief.fold import fold
from dragoman.brief.names import capital, is_plural, join, key_of, name_all, name_interests, party
from dragoman.brief.phrase import name_theme
from dragoman.brief.records import Item, Line
from dragoman.brief.vocabulary import load_wording
from dragoman.model import Event, Standing, Statement

_HAPPENED = (Standing.CONFIRMED, Standing.SINGLE_SOURCE)
_ORDER = list(Standing)


def held_lines(scribe: Scribe, events: Iterable[Event]) -> tuple[Line, ...]:
    """Return who has or wants what: a line for each actor, the most telling first."""
    groups: dict[tuple[str, frozenset[str]], list[Event]] = {}
    for event in events:
        groups.setdefault((event.type, key_of(event.agents)), []).append(event)
    lines = [_goods_line(scribe, group) for group in groups.values()]
    return tuple(sorted(lines, key=lambda line: (-line.rank, line.id)))


def join_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Put what is told of one under the same name into one line, where its first stands."""
    found: dict[str, Line] = {}
    for line in lines:
        same = found.get(line.text)
        items = (*same.items, *line.items) if same else line.items
        found[line.text] = replace(same, items=items, rank=max(same.rank, line.rank)) if same else line
    return tuple(found.values())


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
    agents = [party(a) for a in event.agents]
    forms = load_wording()["goods"][event.type]
    return str(forms[is_plural(agents)]).format(a=name_all(agents))


def _goods_item(desk: Desk, alike: Sequence[Event]) -> Item:
    """Return the goods by name, or the source's words where the theme is no known goods and says little alone."""
    event, told = alike[0], desk.of(alike)
    named = event.theme is not None and bool(event.theme.goods)
    return Item(
        text=name_theme(event.theme.text) if event.theme and named else "",
        words=None if named else desk.words(desk.best(told, event.standing)),
        standing=_unsure(event, told),
        cites=desk.cites(told),
    )


def _without_repeats(items: Iterable[Item]) -> list[Item]:
    """Fold items that say the same or show the same sentence of a source."""
    kept: dict[object, Item] = {}
    for item in items:
        shown = (item.words.source, item.words.span) if item.words else None
        key = (item.text.lower(), shown, item.standing)
        same = kept.get(key)
        kept[key] = replace(same, cites=(*same.cites, *item.cites)) if same else item
    return list(kept.values())


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
