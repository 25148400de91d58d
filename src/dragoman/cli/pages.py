"""What `dragoman show` prints of each kind of thing."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from functools import singledispatch

from dragoman.case import CaseFile, Filter, Finding, NamedActor
from dragoman.cli.derivation import derivation_table, history_table
from dragoman.cli.output import cut, terminal_width
from dragoman.cli.words import SHORT_ID, name_all, say_deed, say_outlet, say_voices, say_when, say_when_shortly
from dragoman.explain.event import CREDIBILITY
from dragoman.model import Dispute, Document, Event, Span, Statement
from dragoman.publishers import Grades, grades_of, outlet_of, rating_of

_MOST_LISTED = 15  # statements or events that the page of an actor lists; `dragoman statements` has them all
_LABEL = 12
_BLANK = r"\n[ \t]*\n|\n(?=[ \t]*(?:\d{1,2}[.)]|[-*•·])[ \t])"  # a blank line, or a list item's start
_BREAKS = {True: re.compile(_BLANK), False: re.compile("\n")}
_HARD_WRAP = 100  # a text with no longer line is wrapped by hand: its lines are no paragraphs
_AROUND = 300  # characters of the paragraph that are shown on either side of the quote: about four lines


def page_of(file: CaseFile, found: Finding) -> str:
    """Return the page on what was found, as text."""
    return "\n".join(_page(found, file))


def find_paragraph(text: str, span: Span) -> Span:
    """Return the paragraph or list item that holds the span, without white space at the ends."""
    wrapped = max(map(len, text.splitlines()), default=0) <= _HARD_WRAP
    breaks = _BREAKS[wrapped]
    starts = [match.end() for match in breaks.finditer(text, 0, span.start)]
    following = breaks.search(text, span.end)
    start, end = starts[-1] if starts else 0, following.start() if following else len(text)
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))


def quote_in_paragraph(text: str, span: Span) -> str:
    """Return the words of the span between >> and <<, in as much of their paragraph as is good to read."""
    around = find_paragraph(text, span)
    before, after = _end_of(text[around.start : span.start]), _beginning_of(text[span.end : around.end])
    return textwrap.fill(
        " ".join(f"{before}>>{span.of(text)}<<{after}".split()),
        terminal_width(),
        initial_indent="    ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    )


def _beginning_of(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return f"{text[:_AROUND].rsplit(maxsplit=1)[0]} ..."


def _end_of(text: str) -> str:
    """Return the last words of the text, from the beginning of a sentence where one begins there."""
    if len(text) <= _AROUND:
        return text
    shown = text[-_AROUND:]
    sentence = re.search(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])", shown)
    return f"... {shown[sentence.end() :] if sentence else shown.split(maxsplit=1)[-1]}"


@singledispatch
def _page(found: Finding, file: CaseFile) -> Iterator[str]:
    raise TypeError(f"no page for {type(found)}")


@_page.register
def _document_page(found: Document, file: CaseFile) -> Iterator[str]:
    yield f"Document {found.id}"
    yield from _field("name", found.name)
    yield from _field("address", found.uri)
    yield from _field("title", found.title)
    yield from _field("publisher", found.publisher)
    yield from _field("reliability", _reliability(found, file))
    yield from _field("author", found.author)
    yield from _field("published", found.date_in_words)
    yield from _field("origin", found.origin)
    yield from _field("kind", found.kind)
    yield from _field("language", found.language if found.is_read else f"{found.language} (stored, not read)")
    yield from _field("read by", file.readers().get(found.id))
    for decision in file.decisions(found.id):
        value = decision.value or "not known"
        yield from _field(
            "corrected", f"{decision.field}: {value}, by {decision.made_by} on {decision.made_at:%Y-%m-%d}"
        )
    statements = file.statements(Filter(documents=(found.id,)))
    yield from _field("statements", str(len(statements)))
    yield from (_statement_line(statement) for statement in statements)


def _reliability(document: Document, file: CaseFile) -> str | None:
    """Return how far someone said that the document's outlet is trusted, and who said so."""
    outlet = outlet_of(document)
    rating = rating_of(outlet, file) if outlet else None
    if rating is None:
        return None
    grade = rating.reliability
    return f"{outlet} is {grade} ({grade.in_words}), set by {rating.made_by} on {rating.made_at:%Y-%m-%d}"


@_page.register
def _statement_page(found: Statement, file: CaseFile) -> Iterator[str]:
    document = file.document(found.document)
    yield f"Statement {found.id}"
    yield from _field("type", f"{found.type} ({found.mode})" if found.mode else found.type)
    yield from _field("status", found.status + (f", {found.outcome}" if found.outcome else ""))
    yield from _participants(found)
    yield from _field("said by", say_voices(found) or "the document itself")
    yield from _field("cue", ", ".join(voice.cue for voice in found.voices))
    for link in found.links:
        yield from _field(link.kind, link.statement)
    yield from _field("confidence", f"{found.confidence:.2f}")
    yield from _field("event", file.event_ids().get(found.id))
    for reason in found.reasons:
        yield from _field("because", reason)
    yield from _source(document, found, grades_of(file))


@_page.register
def _event_page(found: Event, file: CaseFile) -> Iterator[str]:
    yield f"Event {found.id}"
    yield from _field("type", f"{found.type} ({found.mode})" if found.mode else found.type)
    yield from _field("standing", found.standing + (", fulfilled" if found.fulfilled else ""))
    yield from _field("credibility", f"{found.credibility}: {CREDIBILITY[found.credibility]}")
    yield from _participants(found)
    yield from _field("origins", ", ".join(found.origins))
    yield from _field("asserted by", ", ".join(found.asserted_by))
    yield from _field("denied by", ", ".join(found.denied_by))
    yield from _field("doubt", found.doubt)
    for reason in found.reasons:
        yield from _field("because", reason)
    for dispute in file.disputes():
        if found.id in dispute.events:
            yield from _field("dispute", f"{dispute.id[:SHORT_ID]} {dispute.kind}: {dispute.what}")
    yield from derivation_table(found)
    yield from history_table(found)
    yield from _sources(file, found.statements)


@_page.register
def _dispute_page(found: Dispute, file: CaseFile) -> Iterator[str]:
    yield f"Dispute {found.id}"
    yield from _field("kind", found.kind)
    yield from _field("what", found.what)
    yield from _field("events", ", ".join(found.events))
    for side in found.sides:
        interests = f" ({', '.join(side.interests)})" if side.interests else ""
        yield ""
        against = ", against its own interest" if side.against_own_interest else ""
        yield f"Side: {side.claim}{interests}{against}"
        yield from _sources(file, side.statements)


@_page.register
def _actor_page(found: NamedActor, file: CaseFile) -> Iterator[str]:
    yield f"Actor {found.id}"
    yield from _field("name", found.name)
    yield from _field("code", found.code)
    yield from _field("kind", found.kind)
    yield from _field("named", f"in {found.statements} statements of {found.documents} documents")
    asked = Filter(actors=(found.id,))
    for heading, lines in (
        ("Events", [_event_line(event) for event in file.events(asked)]),
        ("Statements", [_statement_line(statement) for statement in file.statements(asked)]),
        ("Says", [_statement_line(statement) for statement in file.statements(Filter(voices=(found.id,)))]),
    ):
        if lines:
            yield ""
            yield f"{heading} ({len(lines)})"
            yield from lines[:_MOST_LISTED]


def _participants(found: Statement | Event) -> Iterator[str]:
    yield from _field("agents", name_all(found.agents))
    yield from _field("targets", name_all(found.targets))
    if found.theme:
        yield from _field("theme", found.theme.text)
        yield from _field("goods", ", ".join(found.theme.goods))
    words = f' ("{found.time.text}")' if found.time.text else ""
    yield from _field("time", say_when(found.time) + words)
    if found.place:
        yield from _field("place", ", ".join(part for part in (found.place.text, found.place.country) if part))
    yield from _field("contexts", ", ".join(found.contexts))


def _sources(file: CaseFile, statements: tuple[str, ...]) -> Iterator[str]:
    grades, found = grades_of(file), file.statements_with_ids(statements)
    for statement, document in zip(found, file.documents_with_ids([s.document for s in found]), strict=True):
        yield from _source(document, statement, grades)


def _source(document: Document, statement: Statement, grades: Grades) -> Iterator[str]:
    span = Span(statement.evidence.start, statement.evidence.end)
    page = document.page_of(span.start)
    day = str(document.published or "no date")
    parts = [document.name, f"page {page}" if page else "", say_outlet(document, grades), day]
    yield ""
    yield f"{', '.join(part for part in parts if part)}  [{statement.id[:SHORT_ID]}, {statement.status}]"
    voices = say_voices(statement)
    if voices:
        yield textwrap.fill(f"{voices}:", terminal_width(), initial_indent="  ", subsequent_indent="    ")
    yield quote_in_paragraph(document.text, span)


def _field(label: str, value: str | None) -> Iterator[str]:
    if value:
        indent = " " * (_LABEL + 2)
        yield textwrap.fill(
            value,
            terminal_width(),
            initial_indent=f"  {label:<{_LABEL}}",
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _statement_line(statement: Statement) -> str:
    return _line(
        statement.id[:SHORT_ID],
        f"{statement.status:<8}",
        say_deed(statement),
        " ".join(statement.evidence.quote.split()),
    )


def _event_line(event: Event) -> str:
    what = event.theme.text if event.theme else event.mode or ""
    when = f"{say_when_shortly(event.time):<14}"
    return _line(event.id[:SHORT_ID], when, f"{event.standing:<13}", say_deed(event), what)


def _line(*cells: str) -> str:
    """Return the cells on one line, cut to the terminal's width."""
    return cut("  " + "  ".join(cells).rstrip(), terminal_width())
