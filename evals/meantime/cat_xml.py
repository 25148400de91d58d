"""Read CAT XML (MEANTIME) into a text with its events, links of attribution and time expressions, by offset."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Extent = tuple[int, int]
NO_BLANK_BEFORE = frozenset(
    {".", ",", ":", ";", "?", "!", ")", "]", "%", "''", "'", "'s", "'re", "'ve", "'ll", "'d", "'m", "n't"}
)
NO_BLANK_AFTER = frozenset({"(", "[", "$", "US$", "``", "`"})
PLAIN = {"``": '"', "''": '"', "`": "'"}
HEADER_SENTENCES = {"0", "1"}  # the title, and the line of the date
AGENT = "Arg0"


@dataclass(frozen=True, slots=True)
class Event:
    """A mention of an event, with what the annotators say of it; "" where they say nothing."""

    id: str
    start: int
    end: int
    polarity: str
    certainty: str
    time: str


@dataclass(frozen=True, slots=True)
class Link:
    """The event `source` tells of the event `target`; `speakers` are the extents of who does the telling."""

    source: Event
    target: Event
    speakers: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Timex:
    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One document; `is_annotated` is False where the file holds tokens alone.

    Only the first sentences of a document are annotated: nothing beyond `end` is measured.
    """

    name: str
    text: str
    published: date | None
    events: tuple[Event, ...]
    links: tuple[Link, ...]
    times: tuple[Timex, ...]
    end: int

    @property
    def is_annotated(self) -> bool:
        return bool(self.events)


def read_folder(folder: Path) -> Iterator[Sample]:
    """Yield each document once: where a set has a layer within and one across documents, that within."""
    paths: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.xml"), key=lambda path: ("cross" in str(path), str(path))):
        paths.setdefault(path.name, path)
    for path in sorted(paths.values(), key=lambda path: path.name):
        yield read_file(path)


def read_file(path: Path) -> Sample:
    root = ElementTree.parse(path).getroot()
    tokens = list(root.iter("token"))
    text, extents = join_tokens(tokens)
    marks = {mark.get("m_id", ""): mark for mark in root.iterfind("Markables/*")}
    spans = {name: extent for name, mark in marks.items() if (extent := cover(mark, extents))}
    events = {
        name: Event(name, *spans[name], *(mark.get(key) or "" for key in ("polarity", "certainty", "time")))
        for name, mark in marks.items()
        if mark.tag == "EVENT_MENTION" and name in spans
    }
    times = [
        Timex(*spans[name], text[slice(*spans[name])], mark.get("type") or "", mark.get("value") or "")
        for name, mark in marks.items()
        if mark.tag == "TIMEX3" and name in spans
    ]
    return Sample(
        name=path.stem,
        text=text,
        published=read_date(marks),
        events=tuple(sorted(events.values(), key=lambda event: event.start)),
        links=tuple(read_links(root, events, spans)),
        times=tuple(sorted(times, key=lambda timex: timex.start)),
        end=find_end(tokens, extents, [event.start for event in events.values()]),
    )


def find_end(tokens: Sequence[ElementTree.Element], extents: Mapping[str, Extent], starts: Sequence[int]) -> int:
    """Return the end of the last sentence that holds an event."""
    last, sentence, end = max(starts, default=-1), None, 0
    for token in tokens:
        extent = extents[token.get("t_id", "")]
        if extent[0] == last:
            sentence = token.get("sentence")
        if extent[0] <= last or token.get("sentence") == sentence:
            end = extent[1]
    return end


def join_tokens(tokens: Sequence[ElementTree.Element]) -> tuple[str, dict[str, Extent]]:
    """Return the running text, and where each token lies in it; title and date line are paragraphs of their own."""
    text, extents, previous = "", {}, None
    for token in tokens:
        word = token.text or ""
        if previous is not None:
            text += gap(previous, token, word)
        extents[token.get("t_id", "")] = (len(text), len(text) + len(PLAIN.get(word, word)))
        text += PLAIN.get(word, word)
        previous = token
    return text, extents


def gap(previous: ElementTree.Element, token: ElementTree.Element, word: str) -> str:
    """Return what stands between two tokens."""
    sentence = previous.get("sentence")
    if sentence != token.get("sentence") and sentence in HEADER_SENTENCES:
        return "\n\n"
    return "" if word in NO_BLANK_BEFORE or previous.text in NO_BLANK_AFTER else " "


def cover(mark: ElementTree.Element, extents: Mapping[str, Extent]) -> Extent | None:
    """Return the extent from a mark's first token to its last; None for a mark without tokens."""
    found = [extents[anchor.get("t_id", "")] for anchor in mark.findall("token_anchor")]
    return (min(start for start, _ in found), max(end for _, end in found)) if found else None


def read_date(marks: Mapping[str, ElementTree.Element]) -> date | None:
    for mark in marks.values():
        if mark.get("functionInDocument") == "CREATION_TIME":
            try:
                return date.fromisoformat((mark.get("value") or "")[:10])
            except ValueError:
                continue
    return None


def read_links(root: ElementTree.Element, events: Mapping[str, Event], spans: Mapping[str, Extent]) -> Iterator[Link]:
    """Yield the SLINKs, each with the agents of its source event."""
    agents: dict[str, list[Extent]] = {}
    for relation in root.iterfind("Relations/HAS_PARTICIPANT"):
        event, who = ends(relation)
        if relation.get("sem_role") == AGENT and who in spans:
            agents.setdefault(event, []).append(spans[who])
    for relation in root.iterfind("Relations/SLINK"):
        source, target = ends(relation)
        if source in events and target in events:
            yield Link(events[source], events[target], tuple(agents.get(source, ())))


def ends(relation: ElementTree.Element) -> tuple[str, str]:
    """Return the ids of a relation's source and target, "" for one that is missing."""
    source, target = relation.find("source"), relation.find("target")
    return "" if source is None else source.get("m_id", ""), "" if target is None else target.get("m_id", "")
