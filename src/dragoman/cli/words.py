"""How lists and pages of the terminal put actors, days and voices into few words."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from dragoman.model import ActorRef, Document, Event, Statement, Time
from dragoman.publishers import Grades, outlet_of
from dragoman.wire_words import Sources

_LONGEST_QUOTE = 240
SHORT_ID = 8  # signs of an id that are shown; `dragoman show` takes the beginning of an id


def say_deed(found: Statement | Event) -> str:
    """Return who does what to whom: "RUS,PRK CONSULT", "USA ACCUSE PRK", "? ASSAULT UKR"."""
    agents, targets = (",".join(dict.fromkeys(ref.code for ref in refs)) for refs in (found.agents, found.targets))
    return " ".join(part for part in (agents or "?", found.type, targets) if part)


def name_all(refs: Sequence[ActorRef]) -> str:
    """Return "Vladimir Putin (RUS) and Kim Jong-un (PRK)"."""
    named = [ref.name if ref.name == ref.code else f"{ref.name} ({ref.code})" for ref in refs]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def say_when(time: Time) -> str:
    """Return the days as short as their precision allows: 2023-09-14, 2023-09, 2023, 2023-09-01..2023-09-20."""
    start, end = time.start, time.end
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"from {start}" if start else f"until {end}"
    if start == end:
        return start.isoformat()
    if time.precision == "month":
        return start.isoformat()[:7]
    if time.precision == "year":
        return start.isoformat()[:4]
    return f"{start}..{end}"


def say_when_shortly(time: Time) -> str:
    """Return the days in at most 14 signs, by months or years where they are many: 2024-06-08..18, 2024-06..09."""
    start, end = time.start, time.end
    if start is None or end is None or start == end or time.precision in ("month", "year"):
        return say_when(time).replace("from ", "").replace("until ", "..") + (".." if start and not end else "")
    if start.year != end.year:
        return f"{start.year}..{end.year}"
    if start.month != end.month:
        return f"{start:%Y-%m}..{end:%m}"
    return f"{start}..{end:%d}"


def say_outlet(document: Document, grades: Grades) -> str:
    """Return whom a document is from, with how far someone said that it is trusted: "Strelsau Times (B)"."""
    outlet = outlet_of(document)
    grade = grades(outlet)
    return (outlet or "publisher not known") + (f" ({grade})" if grade else "")


def say_source(statement: Statement, told: Sources) -> str:
    """Return who published the words of a statement and when, who says them, and the words."""
    document = told.documents[statement.document]
    outlet = say_outlet(document, told.grades)
    voices = f"{say_voices(statement)}: " if statement.voices else ""
    words = shorten(" ".join(statement.evidence.quote.split()), _LONGEST_QUOTE, placeholder=" ...")
    return f'{document.name}, {outlet}, {document.published or "no date"}: {voices}"{words}"'


def say_voices(statement: Statement) -> str:
    """Return "Kirby alleges, the Pentagon says", innermost first, or nothing when the document itself says it."""
    return ", ".join(f"{voice.name} ({voice.code}) {voice.force}" for voice in statement.voices)
