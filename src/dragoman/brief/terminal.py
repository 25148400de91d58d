"""The brief for a terminal: at most two screens, readable in 80 columns and without colour."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

from dragoman.brief.records import Brief, Cite, Item, Line, Section, Source, by_source
from dragoman.brief.words import clip

WIDTH = 80
# Two screens of a common terminal window; what doesn't fit is counted, and where to see it is said.
MOST_LINES = 96
MOST_SOURCES = 14
# How the room is divided when all sections have more to say than fits.
SHARES = {"happened": 30, "planned": 9, "disputed": 25, "goods": 14, "stances": 12, "bound": 6}
_QUOTE = 125  # characters of a source's words: two rows
_ITEM_QUOTE = 70
_SIDE_QUOTE = 100  # of each side of a dispute
_ITEMS = 230  # characters of listed items: three rows
_MOST_NUMBERS = 6
_WHEN = 13
_MARKS = {
    "confirmed": "++",
    "single-source": "+",
    "disputed": "?!",
    "denied": "-",
    "alleged": "?",
    "expected": ">",
    "wanted": "~",
}
_LEGEND = "++ confirmed  + 1 origin  > planned  ? alleged  ?! disputed  - denied  ~ wanted"
# Control characters, and those that turn the direction of writing, could make a terminal show what no source says.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def render_terminal(brief: Brief) -> str:
    """Return the brief as plain text; each section gives up its least telling lines when all would be too long."""
    head = [*_wrap(brief.title.upper()), *_wrap(brief.summary), _LEGEND]
    room = MOST_LINES - len(head) - min(MOST_SOURCES, len(brief.sources)) - 4 - _rows_around(brief)
    shares = _shares(brief.sections, room)
    shown = [
        _choose(section.lines, share, dated=section.by_time)
        for section, share in zip(brief.sections, shares, strict=True)
    ]
    body: list[str] = []
    for section, lines in zip(brief.sections, shown, strict=True):
        body += ["", *_section(section, lines, brief.command)]
    cited = {cite.source for lines in shown for line in lines for cite in line.all_cites}
    text = "\n".join([*head, *body, *_sources(brief, cited)])
    return "\n".join(row.rstrip() for row in text.split("\n"))


def _rows_around(brief: Brief) -> int:
    """Return how many rows the sections take beside their lines: an empty one, the title, and what is left out."""
    footer = _wrap(f"... 1000 more: {brief.command} --format markdown", "  ", "      ")
    return (2 + len(footer)) * len(brief.sections)


def _shares(sections: Sequence[Section], room: int) -> list[int]:
    """Divide the room among the sections by their weight; what one doesn't need, the others get."""
    needs = [
        sum(len(_line(line, dated=section.by_time)) for line in section.lines) + _groups(section.lines)
        for section in sections
    ]
    shares = [0] * len(needs)
    left = room
    while left > 0 and any(need > share for need, share in zip(needs, shares, strict=True)):
        waiting = [i for i, need in enumerate(needs) if need > shares[i]]
        weight = sum(SHARES.get(sections[i].key, 10) for i in waiting)
        for i in waiting:
            more = min(
                needs[i] - shares[i], max(1, left * SHARES.get(sections[i].key, 10) // weight), room - sum(shares)
            )
            shares[i] += max(0, more)
        left = room - sum(shares)
    return shares


def _choose(lines: Sequence[Line], share: int, *, dated: bool) -> list[Line]:
    """Return the most telling lines that fit, in their order in the section; at least one."""
    chosen: set[str] = set()
    left = share
    for line in sorted(lines, key=lambda line: -line.rank):
        needed = len(_line(line, dated=dated)) + (
            1 if line.group and not any(x.group for x in lines if x.id in chosen) else 0
        )
        if needed <= left or not chosen:
            chosen.add(line.id)
            left -= needed
        elif left < 1:
            break
    return [line for line in lines if line.id in chosen]


def _groups(lines: Sequence[Line]) -> int:
    return len({line.group for line in lines if line.group})


def _section(section: Section, shown: Sequence[Line], command: str) -> list[str]:
    rows = [section.title.upper()]
    group = ""
    for line in shown:
        if line.group != group:
            rows.append(f"  {line.group.lower()}")
            group = line.group
        rows += _line(line, dated=section.by_time)
    if not section.lines:
        rows.append(f"  {section.empty}")
    elif len(shown) < len(section.lines):
        rows += _wrap(f"... {len(section.lines) - len(shown)} more: {command} --format markdown", "  ", "      ")
    return rows


def _line(line: Line, *, dated: bool = True) -> list[str]:
    """Return the rows of a line: a column of dates in sections that go by time, else the date at its end."""
    sign = f"{_MARKS.get(line.standing, ''):<3}"
    indent = " " * ((2 + _WHEN if dated else 2) + len(sign))
    told = "" if dated or not line.when or line.when.startswith("reported") else f" ({line.when})"
    rows = _wrap(_text(line) + told, indent, indent)
    for note in line.notes:
        rows += _wrap(f"! {note}", indent, indent + "  ")
    when = line.when.replace("reported ", "reported\n").split("\n") if dated and line.when else []
    rows += [""] * (len(when) - len(rows))
    rows[: len(when)] = [
        f"  {day:<{len(indent) - 2}}{row[len(indent) :]}" for day, row in zip(when, rows, strict=False)
    ]
    rows[0] = f"{rows[0][: len(indent) - len(sign)]}{sign}{rows[0][len(indent) :]}"
    return rows


def _text(line: Line) -> str:
    lead = line.text
    if line.words:
        quote = f"“{clip(line.words, _QUOTE)}”"
        lead = f"{lead}{',' if line.items else ':'} {quote}" if lead else quote
    marks = f" ({', '.join(line.marks)})" if line.marks else ""
    if line.items:
        most = _SIDE_QUOTE if line.standing == "disputed" else _ITEM_QUOTE
        return f"{lead}{marks}: {_items(line.items, most, len(line.items) if line.whole else 2)}"
    return f"{lead}{marks} {_numbers(line.cites)}"


def _items(items: Sequence[Item], most: int, least: int) -> str:
    """Return as many items as three rows hold, at least `least`, and how many more there are."""
    shown: list[str] = []
    for item in items:
        said = _item(item, most)
        if len(shown) >= least and sum(map(len, shown)) + len(said) > _ITEMS:
            break
        shown.append(said)
    more = f"; {len(items) - len(shown)} more" if len(items) > len(shown) else ""
    return "; ".join(shown) + more


def _item(item: Item, most: int) -> str:
    quote = f"“{clip(item.words, most)}”" if item.words else ""
    said = ", ".join(part for part in (item.text, quote) if part)
    standing = f" ({'planned' if item.standing == 'expected' else item.standing})" if item.standing else ""
    return f"{said}{standing} {_numbers(item.cites)}"


def _numbers(cites: Iterable[Cite]) -> str:
    numbers = list(by_source(cites))
    more = f"[+{len(numbers) - _MOST_NUMBERS + 1}]" if len(numbers) > _MOST_NUMBERS else ""
    return "".join(f"[{n}]" for n in (numbers[: _MOST_NUMBERS - 1] if more else numbers)) + more


def _sources(brief: Brief, cited: set[int]) -> list[str]:
    """Return the sources of the shown lines, the first where they are many, and the count of all others."""
    listed = [source for source in brief.sources if source.number in cited][:MOST_SOURCES]
    if not listed:
        return []
    left = len(brief.sources) - len(listed)
    others = [f"{left} more cited in the whole brief"] if left else []
    others += [f"{brief.silent} read without findings here"] if brief.silent else []
    others += [f"{len(brief.unread)} not in English, unread"] if brief.unread else []
    return ["", "SOURCES", *map(_source, listed), *_wrap("; ".join(others), "  ", "  ")]


def _source(source: Source) -> str:
    parts = [source.outlet, source.date, source.document.title or source.document.name]
    repeats = f" ({source.repeats})" if source.repeats else ""
    head = f"[{source.number}] {_safe(parts[0])}{_safe(repeats)}; {parts[1]}; "
    return textwrap.shorten(head + _safe(parts[2]), WIDTH, placeholder=" ...")


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(_safe(text), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _safe(text: str) -> str:
    return _UNSAFE.sub("", text)
