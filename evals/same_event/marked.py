"""Cases with marked events: short articles, the words that tell of each event, and the same statements made by hand.

A line of `statements` reads

    e1 a sending#2 | AID ERI > SOM | denied | by ERI denies | goods weapons | on 1999-05-13 | at Merca | number 30 dead

the event, the document, the trigger in its text (the second "sending"), then what a perfect reader would make of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dragoman.model import (
    ActorRef,
    Document,
    Evidence,
    Force,
    Place,
    Quantity,
    Span,
    Statement,
    Status,
    Theme,
    Time,
    Voice,
)
from dragoman.world import load_world

# A light verb and its noun stand this near each other ("held secret talks").
LIGHT_CHARACTERS = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """The words `span` of `document` tell of `event`; `statement` is what they say, made by hand."""

    event: str
    document: str
    span: Span
    statement: Statement


@dataclass(frozen=True, slots=True)
class Case:
    """Articles with their marks, and the disputes in them: a kind and the events that it is about."""

    name: str
    documents: tuple[Document, ...]
    marks: tuple[Mark, ...]
    disputes: tuple[tuple[str, frozenset[str]], ...]


def load_cases(folder: Path) -> list[Case]:
    """Return the cases of all files of a folder."""
    return [case_of(row) for file in sorted(folder.glob("*.yaml")) for row in yaml.safe_load(file.read_text("utf-8"))]


def case_of(row: Mapping[str, Any]) -> Case:
    """Return one case of the file; a trigger that is not in its text is an error."""
    documents = {
        key: Document(
            id=f"{row['id']}-{key}",
            name=f"{row['id']}-{key}",
            uri=f"{row['id']}-{key}",
            text=row["texts"][key].strip(),
            publisher=about["publisher"],
            published=about.get("published"),
        )
        for key, about in row["documents"].items()
    }
    marks = tuple(mark_of(line, documents) for line in row["statements"])
    disputes = [text.split() for text in row.get("disputes", [])]
    return Case(
        row["id"], tuple(documents.values()), marks, tuple((kind, frozenset(events)) for kind, *events in disputes)
    )


def mark_of(line: str, documents: Mapping[str, Document]) -> Mark:
    """Return the mark that a line makes."""
    head, what, status, *more = (part.strip() for part in line.split("|"))
    event, key, words = head.split(" ", 2)
    document = documents[key]
    trigger = span_of(words, document.text)
    fields = dict(part.split(" ", 1) for part in more)
    kind, _, parties = what.partition(" ")
    agents, _, targets = parties.partition(">")
    quote = next(s for s in re.finditer(r"[^.]*(?:\.|$)", document.text) if s.end() > trigger.start)
    statement = Statement(
        id=hashlib.sha256(f"{document.id}{line}".encode()).hexdigest()[:16],
        document=document.id,
        type=kind,
        mode=fields.get("mode"),
        agents=tuple(actor(code) for code in agents.strip().split("+") if code),
        targets=tuple(actor(code) for code in targets.strip().split("+") if code),
        theme=theme_of(fields),
        time=time_of(fields.get("on")),
        place=place_of(fields.get("at")),
        status=Status(status),
        count=int(fields.get("count", 1)),
        voices=tuple(voices_of(fields.get("by"))),
        evidence=Evidence(start=quote.start(), end=quote.end(), quote=quote.group(), trigger=trigger),
    )
    return Mark(event, document.id, trigger, statement)


def span_of(words: str, text: str) -> Span:
    """Return where the words stand, the n-th time for "words#n"."""
    words, _, number = words.partition("#")
    found = list(re.finditer(rf"\b{re.escape(words)}\b", text))
    if len(found) < int(number or 1):
        raise ValueError(f"{words!r} is not there {number or 1} times: {text[:60]!r}")
    place = found[int(number or 1) - 1]
    return Span(place.start(), place.end())


def actor(code: str) -> ActorRef:
    known = load_world().by_code(code)
    return ActorRef(code=code, actor=known.id if known else code, name=known.name if known else code)


def voices_of(text: str | None) -> Iterator[Voice]:
    """Yield the voices of "a minister/RUS denies, KOR": a name, whose, and the force where it isn't "says"."""
    for part in (text or "").split(","):
        if not part.strip():
            continue
        words = part.strip().split(" ")
        force = Force(words.pop()) if words[-1] in set(Force) else Force.SAYS
        name, _, code = " ".join(words).partition("/")
        code = code or name
        ref = actor(code)
        yield Voice(code=code, actor=ref.actor, name=ref.name if name == code else name, cue=force.value, force=force)


def theme_of(fields: Mapping[str, str]) -> Theme | None:
    if not fields.keys() & {"theme", "goods", "number"}:
        return None
    quantities = []
    if "number" in fields:
        value = re.search(r"\d+", fields["number"])
        unit = fields["number"].rsplit(" ", 1)[1]
        assert value is not None
        bound = fields["number"][: value.start()]
        text = f"{bound}{int(value.group()):,} {unit}" if bound else f"{int(value.group())} {unit}"
        quantities.append(Quantity(value=float(value.group()), unit=unit, text=text))
    return Theme(
        text=fields.get("theme", ""), goods=tuple(fields.get("goods", "").split()), quantities=tuple(quantities)
    )


def time_of(text: str | None) -> Time:
    if text is None:
        return Time()
    first, _, last = text.partition("..")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Time(start=start, end=end, precision="interval" if last else "day", text=text)


def place_of(text: str | None) -> Place | None:
    if text is None:
        return None
    state = load_world().by_code(text)
    if state:
        return Place(text=state.name, country=text, precision="country")
    return load_world().place(text) or Place(text=text, precision="unknown")


def statement_at(mark: Mark, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement that the mark's words make, one of the right type before others."""
    there = [s for s in statements if is_at(mark, s)]
    return min(there, key=lambda s: (s.type != mark.statement.type, s.id), default=None)


def is_at(mark: Mark, statement: Statement) -> bool:
    """Say whether the mark is the trigger, or a noun that the trigger takes ("held talks") of the same type."""
    if statement.document != mark.document:
        return False
    evidence = statement.evidence
    if evidence.trigger.overlaps(mark.span):
        return True
    after = 0 <= mark.span.start - evidence.trigger.end <= LIGHT_CHARACTERS
    return statement.type == mark.statement.type and after and mark.span.end <= evidence.end
