"""The brief as Markdown: every line, with the words of its sources below it."""

from __future__ import annotations

import re

from dragoman.brief.records import Brief, Cite, Item, Line, Section, Source, Words, by_source
from dragoman.brief.words import MOST_CHARACTERS, clip

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
# Beginnings of a line that Markdown takes for lists, quotations or rules.
_BEGINNINGS = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render_markdown(brief: Brief) -> str:
    """Return the whole brief as Markdown."""
    parts = [f"# {_escape(brief.title)}", _escape(brief.summary)]
    for section in brief.sections:
        parts += [f"## {section.title}", *_section(section)]
    parts += ["## Sources", "\n".join(_source(source) for source in brief.sources) or "None."]
    parts.append("Credibility goes from 1 (confirmed) to 6 (cannot be judged).")
    if brief.silent:
        parts.append(f"Read without findings here: {brief.silent}.")
    if brief.unread:
        parts.append(f"Stored unread, not in English: {'; '.join(map(_escape, brief.unread))}.")
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> list[str]:
    if not section.lines:
        return [section.empty]
    groups: dict[str, list[str]] = {}
    for line in section.lines:
        groups.setdefault(line.group, []).append(_line(line))
    parts = []
    for name, rows in groups.items():
        parts += [f"### {_escape(name)}"] if name else []
        parts.append("\n".join(rows))
    return parts


def _line(line: Line) -> str:
    when = f"**{_escape(line.when)}** " if line.when else ""
    lead = _escape(line.text)
    if line.words:
        lead = f"{lead}: {_quote(line.words)}" if lead else _quote(line.words)
    credibility = f"credibility {line.credibility}" if line.credibility else ""
    marks = ", ".join(part for part in (line.standing, credibility, *map(_escape, line.marks)) if part)
    rows = [f"- {when}{lead}{f' — *{marks}*' if marks else ''} {_numbers(line.cites)}".rstrip()]
    rows += [f"  - {_item(item)}" for item in line.items]
    rows += [f"  - *{_escape(note)}*" for note in line.notes]
    rows += [f"  - {_cite(cite)}" for cite in line.all_cites]
    return "\n".join(rows)


def _item(item: Item) -> str:
    said = ", ".join(part for part in (_escape(item.text), _quote(item.words) if item.words else "") if part)
    standing = f" *({item.standing})*" if item.standing else ""
    return f"{said}{standing} {_numbers(item.cites)}"


def _quote(words: Words) -> str:
    return f"“{_escape(clip(words, MOST_CHARACTERS))}”"


def _numbers(cites: tuple[Cite, ...]) -> str:
    return " ".join(f"[{n}]" for n in by_source(cites))


def _cite(cite: Cite) -> str:
    who = f"{_escape(cite.who)}: " if cite.who else ""
    return f"[{cite.source}] {who}“{_escape(cite.quote)}” ({cite.status})"


def _source(source: Source) -> str:
    document = source.document
    told = [document.title or "", source.outlet, source.date, document.name, source.repeats]
    return f"{source.number}. {_escape('; '.join(dict.fromkeys(part for part in told if part)))}"


def _escape(text: str) -> str:
    """Keep words of a source on one line, and from turning into formatting or markup."""
    flat = _SIGNS.sub(r"\\\1", _UNSAFE.sub("", " ".join(text.split())))
    return _BEGINNINGS.sub(lambda m: f"{m[2]}\\{m[3]}" if m[2] else f"\\{m[5]}", flat)
