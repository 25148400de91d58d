"""Put the findings of a case into the order of a brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from dragoman.brief.desk import Desk
from dragoman.brief.disputes import telling_sides
from dragoman.brief.facts import Scribe
from dragoman.brief.figures.exchanges import exchanges_figure
from dragoman.brief.figures.network import network_figure
from dragoman.brief.figures.obligations import obligations_figure
from dragoman.brief.figures.places import places_figure
from dragoman.brief.figures.timeline import timeline_figure
from dragoman.brief.heading import name_brief, sum_up
from dragoman.brief.rank import Ranking
from dragoman.brief.records import Brief, Figure, Section, Source
from dragoman.brief.sections import find_sections
from dragoman.brief.system import documents_behind, statements_behind
from dragoman.case import CaseFile, Filter
from dragoman.model import Dispute, Document, Event, Standing, System

Grades = Callable[[str | None], str | None]


def compose(
    case: CaseFile,
    *,
    about: Iterable[str] = (),
    since: date | None = None,
    command: str | None = None,
    as_of: str | None = None,
    system: System | None = None,
    grades: Grades = lambda outlet: None,
) -> Brief:
    """Return the brief of a case, or of what in it concerns some actors, or the time since a day.

    `command` is how to ask for it on the command line; `as_of` says which earlier state of the case this is. `system`
    is what its events make, narrowed as the brief is: without it the brief tells of no ties, exchanges or obligations.
    `grades` says how far an outlet is trusted, where someone said so.
    """
    system = system or System()
    asked = Filter(actors=tuple(about), since=since)
    disputes = case.disputes(asked)
    events = {event.id: event for event in _current(case, since, case.events(asked))}
    events |= {e.id: e for e in case.events_with_ids([e for d in disputes for e in d.events if e not in events])}
    documents = {d.id: d for d in case.documents()}
    desk = _lay_out(case, documents, list(events.values()), disputes, system)
    disputes = tuple(d for d in disputes if len(telling_sides(d, desk)) > 1)
    summary = sum_up(list(documents.values()), since, len(events), len(disputes), _undated(case, asked))
    scribe = Scribe(desk, Ranking(list(events.values()), asked.actors), _by_event(disputes))
    sections = find_sections(scribe, disputes, events, system)
    figures = _figures(sections, events, system, desk)
    return Brief(
        title=name_brief(asked.actors, list(events.values())),
        summary=f"{as_of} {summary}" if as_of else summary,
        sections=sections,
        sources=_sources(desk, sections, figures, grades),
        silent=sum(d.is_read and d.id not in desk.numbers for d in documents.values()),
        unread=tuple(d.title or d.name for d in documents.values() if not d.is_read),
        command=command or "dragoman brief",
        figures=figures,
    )


def _lay_out(
    case: CaseFile,
    documents: Mapping[str, Document],
    events: Sequence[Event],
    disputes: Sequence[Dispute],
    system: System,
) -> Desk:
    """Return the desk with all statements that the brief may cite."""
    ids = {s for e in events for s in e.statements} | {s for d in disputes for i in d.sides for s in i.statements}
    told = case.statements_with_ids(sorted(ids | set(statements_behind(system))))
    return Desk({s.id: s for s in told}, documents, documents_behind(system))


def _figures(sections: Sequence[Section], events: dict[str, Event], system: System, desk: Desk) -> tuple[Figure, ...]:
    """Return the pictures that have something to show."""
    told_in = {event: line.id for section in reversed(sections) for line in section.lines for event in line.events}
    found = (
        timeline_figure(sections, events, desk),
        network_figure(system, desk),
        exchanges_figure(system, desk),
        obligations_figure(system, desk),
        places_figure(list(events.values()), told_in, desk),
    )
    return tuple(figure for figure in found if figure)


def _current(case: CaseFile, since: date | None, events: Iterable[Event]) -> list[Event]:
    """Leave out plans with an open end that were last told of before the day: nobody said that they still hold."""
    listed = list(events)
    if since is None:
        return listed
    published = {d.id: d.published for d in case.documents()}
    told = {s.id: published[s.document] for s in case.statements_with_ids(_open_plans(listed))}
    return [
        e
        for e in listed
        if not _is_open_plan(e) or any((day := told.get(s)) is None or day >= since for s in e.statements)
    ]


def _is_open_plan(event: Event) -> bool:
    return event.standing is Standing.EXPECTED and event.time.end is None


def _open_plans(events: Iterable[Event]) -> list[str]:
    return [s for e in events if _is_open_plan(e) for s in e.statements]


def _undated(case: CaseFile, asked: Filter) -> int:
    """Return how many events a filter by time leaves out because nothing dates them."""
    if asked.since is None:
        return 0
    every = case.events(Filter(actors=asked.actors))
    return sum(event.time.start is None and event.time.end is None for event in every)


def _by_event(disputes: Sequence[Dispute]) -> dict[str, list[Dispute]]:
    found: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        for event in dispute.events:
            found[event].append(dispute)
    return found


def _sources(desk: Desk, sections: Sequence[Section], figures: Sequence[Figure], grades: Grades) -> tuple[Source, ...]:
    cited = {cite.source for section in sections for line in section.lines for cite in line.all_cites}
    cited |= {cite.source for figure in figures for row in figure.rows for cite in row.cites}
    return tuple(
        Source(
            number=number,
            document=document,
            origin=document.origin or "",
            grade=grades(document.publisher or document.author) or "",
            origin_grade=grades(document.origin) or "",
        )
        for document, number in ((desk.documents[id_], number) for id_, number in desk.numbers.items())
        if number in cited
    )
