"""What a brief is made of, before it is set for the terminal, as Markdown or as a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.brief.pictures.exchanges import Exchanges
from dragoman.brief.pictures.network import Network
from dragoman.brief.pictures.obligations import Duties
from dragoman.brief.pictures.places import PlaceMap
from dragoman.brief.pictures.timeline import Timeline
from dragoman.model import Document, Span

Subject = Timeline | PlaceMap | Network | Exchanges | Duties


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Source number `source` says it in these words; `span` is where they stand in its text, `who` says them there."""

    source: int
    statement: str
    span: Span
    quote: str
    who: str = ""
    status: str = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is shown of a source's own words: `text` stands at `span`; `focus` (in `text`) is what a statement rests on.

    `cut_before` and `cut_after` say that the sentence begins earlier or ends later.
    """

    source: int
    text: str
    span: Span
    focus: Span
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of several things that a line names: a side of a dispute, goods, a pair; in our own words or a source's.

    `id` is its anchor on the page, where something leads to it.
    """

    text: str
    words: Words | None = None
    standing: str = ""
    cites: tuple[Cite, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding: `when`, then a sentence (`text`) or the names of who takes part with a source's own `words`.

    `items` are what it lists, all of them however little room there is where it is `whole`; `notes` where accounts
    conflict or may be of two events; `rank` says how telling it is. `events` are the ids of those that it tells;
    `credibility` is that of its event, from 1 (confirmed) to 6 (cannot be judged), 0 where it tells of no single one.
    """

    id: str
    text: str
    when: str = ""
    words: Words | None = None
    standing: str = ""
    credibility: int = 0
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    cites: tuple[Cite, ...] = ()
    rank: float = 0.0
    group: str = ""
    whole: bool = False
    events: tuple[str, ...] = ()

    @property
    def tells_all(self) -> bool:
        """Say whether the line itself shows all the words that it rests on."""
        return (
            self.words is not None
            and not self.items
            and all(
                c.source == self.words.source and self.words.span.contains(c.span) and not c.who for c in self.cites
            )
        )

    @property
    def all_cites(self) -> tuple[Cite, ...]:
        """Return the cites of the line and of its items, each statement once."""
        found = {c.statement: c for c in (*self.cites, *(c for item in self.items for c in item.cites))}
        return tuple(sorted(found.values(), key=lambda c: (c.source, c.span, c.statement)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief, in the order of time or the most telling first; `empty` is said where it has no lines."""

    key: str
    title: str
    lines: tuple[Line, ...]
    empty: str
    by_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table beneath a picture: what one mark shows, in words; `told_in` is the id of a line or item."""

    id: str
    cells: tuple[str, ...]
    cites: tuple[Cite, ...]
    told_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture of `subject` with the same content as a table; `told` says in words what is seen, `note` what isn't."""

    key: str
    title: str
    told: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    subject: Subject
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that the brief cites under `number`, with its origin where that is another than its publisher.

    `grade` and `origin_grade` are how far someone said that the two are trusted, from A to F; empty where nobody did.
    """

    number: int
    document: Document
    origin: str
    grade: str = ""
    origin_grade: str = ""

    @property
    def name(self) -> str:
        """Return who put it out, as far as that is known."""
        return self.document.publisher or self.document.author or self.document.name

    @property
    def outlet(self) -> str:
        """Return who put it out, with how far that is trusted: "Strelsau Times (B)"."""
        return f"{self.name} ({self.grade})" if self.grade else self.name

    @property
    def date(self) -> str:
        """Return when it was published and how that is known."""
        return self.document.date_in_words

    @property
    def repeats(self) -> str:
        """Return "repeats the BBC" where the document is not its own origin."""
        own = " ".join(filter(None, (self.document.publisher, self.document.author, self.document.name)))
        if not self.origin or self.origin.lower() in own.lower():
            return ""
        return f"repeats {self.origin}" + (f" ({self.origin_grade})" if self.origin_grade else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The report: what the case was asked for, its sections in order, and the numbered sources.

    `silent` are documents that were read and are not cited, `unread` those in languages that are not read.
    `command` asks for the same brief on the command line.
    """

    title: str
    summary: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    silent: int = 0
    unread: tuple[str, ...] = ()
    command: str = "dragoman brief"
    figures: tuple[Figure, ...] = ()


def by_source(cites: Iterable[Cite]) -> dict[int, list[Cite]]:
    """Return the cites by their source's number, in order of number."""
    found: dict[int, list[Cite]] = {}
    for cite in sorted(cites, key=lambda c: (c.source, c.span, c.statement)):
        found.setdefault(cite.source, []).append(cite)
    return found
