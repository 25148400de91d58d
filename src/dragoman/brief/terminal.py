"""The brief for a terminal: at most two screens, readable in 80 columns and without colour."""

from __future__ import annotations

import textwrap

from dragoman.brief.records import Brief, Cite, Line, Section, Source

WIDTH = 80
# Two screens of a common terminal window; what doesn't fit is counted, and where to see it is said.
MOST_LINES = 96
_WHEN = 12
_MARKS = {
    "confirmed": "++",
    "single-source": "+",
    "disputed": "?!",
    "denied": "-",
    "alleged": "?",
    "expected": ">",
    "wanted": "~",
}
_LEGEND = "++ confirmed   + one source   > planned   ? alleged   ?! disputed   - denied"


def render_terminal(brief: Brief) -> str:
    """Return the brief as plain text; each section gives up its last lines when all of it would be too long."""
    sources = [_source(source) for source in brief.sources]
    head = [brief.title.upper(), *textwrap.wrap(brief.summary, WIDTH), _LEGEND]
    room = MOST_LINES - len(head) - len(brief.sources) - 3 * len(brief.sections) - 2
    parts = [
        _section(section, allowance) for section, allowance in zip(brief.sections, _shares(brief, room), strict=True)
    ]
    body = [line for part in parts for line in ("", *part)]
    listed = ["", "SOURCES", *sources] if sources else []
    return "\n".join([*head, *body, *listed])


def _shares(brief: Brief, room: int) -> list[int]:
    """Divide the room among the sections: each gets what it needs up to an even share, the rest goes to the longest."""
    needs = [sum(len(_line(line)) for line in section.lines) for section in brief.sections]
    shares = [0] * len(needs)
    left = room
    for index in sorted(range(len(needs)), key=lambda i: needs[i]):
        waiting = sum(1 for i in range(len(needs)) if not shares[i] and needs[i] >= needs[index])
        shares[index] = min(needs[index], left // max(1, waiting))
        left -= shares[index]
    return shares


def _section(section: Section, allowance: int) -> list[str]:
    lines: list[str] = [section.title.upper()]
    shown = 0
    for line in section.lines:
        block = _line(line)
        if shown and len(lines) - 1 + len(block) > allowance:
            break
        lines.extend(block)
        shown += 1
    if not section.lines:
        lines.append(f"  {section.empty}")
    elif shown < len(section.lines):
        lines.append(
            f"  ... and {len(section.lines) - shown} more: dragoman brief --format markdown, or dragoman events"
        )
    return lines


def _line(line: Line) -> list[str]:
    when = f"{line.when[: _WHEN - 1]:<{_WHEN}}{_MARKS.get(line.standing, ''):<3}"
    marks = f" ({', '.join(line.marks)})" if line.marks else ""
    indent = " " * (2 + len(when))
    text = f"{line.text}{marks} {_numbers(line.cites)}"
    wrapped = textwrap.wrap(text, WIDTH, initial_indent=f"  {when}", subsequent_indent=indent, break_on_hyphens=False)
    for note in line.notes:
        wrapped += textwrap.wrap(
            f"! {note}", WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
        )
    return wrapped


def _numbers(cites: tuple[Cite, ...]) -> str:
    return "".join(f"[{n}]" for n in dict.fromkeys(cite.source for cite in cites))


def _source(source: Source) -> str:
    document = source.document
    who = document.publisher or document.author or document.name
    parts = [who, document.published.isoformat() if document.published else "no date", document.title or document.name]
    origin = f" (repeats {source.origin})" if source.origin and source.origin != document.publisher else ""
    return textwrap.shorten(f"[{source.number}] {'; '.join(dict.fromkeys(parts))}{origin}", WIDTH, placeholder=" ...")
