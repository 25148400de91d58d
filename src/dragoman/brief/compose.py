"""Put the findings of a case into the order of a brief."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date

from dragoman.brief.desk import Desk, trigger_of
from dragoman.brief.disputes import dispute_lines, telling_sides
from dragoman.brief.exchanges import exchange_lines, match_lines
from dragoman.brief.facts import Scribe, once
from dragoman.brief.figures.exchanges import exchanges_figure
from dragoman.brief.figures.network import network_figure
from dragoman.brief.figures.obligations import obligations_figure
from dragoman.brief.figures.places import places_figure
from dragoman.brief.figures.timeline import timeline_figure
from dragoman.brief.grouped import held_lines, join_lines
from dragoman.brief.names import capital, join, key_of, with_article
from dragoman.brief.obligations import obligation_lines
from dragoman.brief.rank import Ranking
from dragoman.brief.records import Brief, Figure, Line, Section, Source
from dragoman.brief.system import documents_behind, statements_behind
from dragoman.brief.ties import tie_lines
from dragoman.brief.times import is_stated, say_day
from dragoman.brief.vocabulary import war_words
from dragoman.case import CaseFile, Filter
from dragoman.model import Dispute, Document, Event, Standing, System
from dragoman.world import load_world

HAPPENED = (Standing.CONFIRMED, Standing.SINGLE_SOURCE)
DOUBTFUL = (Standing.DISPUTED, Standing.DENIED, Standing.ALLEGED)
WISHED = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AGREE")  # deeds whose mere wish is news
GOODS = ("AID", "COOPERATE", "WANT", "HOLD")
LASTING = ("ALLY", "OPPOSE", "SUPPORT")
SANCTIONS = (None, "sanctions", "embargo")  # measures that last, unlike an expulsion or a halt of talks
Grades = Callable[[str | None], str | None]
BY_TIME = ("happened", "planned")
SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("happened", "What happened", "Nothing is told as having happened."),
    ("planned", "What is planned", "Nothing is announced."),
    ("disputed", "What is disputed, alleged, denied or wished", "No accounts conflict, and nothing is merely alleged."),
    ("goods", "Who gives or wants what", "No goods are spoken of."),
    ("stances", "Who stands with whom", "No ties are spoken of."),
    ("bound", "Who is bound", "Nobody is told to be bound to anything."),
)
# A brief without an actor asked for is named after those that most events have in common, when this share do.
TITLE_SHARE = 0.05
# ... and when they take part in this share of the events that the most frequent one does.
TITLE_SHARE_OF_FIRST = 1 / 3
MOST_IN_TITLE = 3


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
    ids = sorted(
        {s for e in events.values() for s in e.statements}
        | {s for d in disputes for i in d.sides for s in i.statements}
        | set(statements_behind(system))
    )
    desk = Desk({s.id: s for s in case.statements_with_ids(ids)}, documents, documents_behind(system))
    disputes = tuple(d for d in disputes if len(telling_sides(d, desk)) > 1)
    summary = _summary(list(documents.values()), since, len(events), len(disputes), _undated(case, asked))
    scribe = Scribe(desk, Ranking(list(events.values()), asked.actors), _by_event(disputes))
    sections = _sections(scribe, disputes, events, system)
    figures = _figures(sections, events, system, desk)
    return Brief(
        title=_title(asked.actors, list(events.values())),
        summary=f"{as_of} {summary}" if as_of else summary,
        sections=sections,
        sources=_sources(desk, sections, figures, grades),
        silent=sum(d.is_read and d.id not in desk.numbers for d in documents.values()),
        unread=tuple(d.title or d.name for d in documents.values() if not d.is_read),
        command=command or "dragoman brief",
        figures=figures,
    )


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


def _sections(
    scribe: Scribe, disputes: Sequence[Dispute], events: dict[str, Event], system: System
) -> tuple[Section, ...]:
    listed = list(events.values())

    def pick(test: Callable[[Event], bool]) -> list[Event]:
        return [e for e in listed if scribe.desk.of([e]) and test(e)]

    def happened(event: Event) -> bool:
        return event.standing in HAPPENED and _is_deed(event, scribe.desk) and _tells(event)

    def planned(event: Event) -> bool:
        return event.standing is Standing.EXPECTED and event.type not in ("WANT", "HOLD") and _tells(event)

    def doubtful(event: Event) -> bool:
        wished = event.standing is Standing.WANTED and event.type in WISHED and not _is_goods(event)
        return (
            (event.standing in DOUBTFUL or wished)
            and event.id not in in_dispute
            and event.type not in ("WANT", "HOLD")
            and _tells(event)
        )

    in_dispute = {e for d in disputes if d.kind.value == "occurrence" for e in d.events}
    done, plans = once(scribe.by_time("happened", pick(happened)), scribe.by_time("planned", pick(planned)))
    moved = {event for exchange in system.exchanges for event in exchange.events}
    found: dict[str, tuple[Line, ...]] = {
        "happened": done,
        "planned": plans,
        "disputed": (*dispute_lines(scribe, disputes, events), *scribe.by_rank("alleged", pick(doubtful))),
        "goods": (
            *join_lines(
                (
                    *exchange_lines(system.exchanges, scribe.desk),
                    *held_lines(scribe, pick(lambda e: _is_held(e, moved))),
                )
            ),
            *match_lines(system.matches, scribe.desk),
        ),
        "stances": tie_lines(system.ties, scribe.desk),
        "bound": obligation_lines(system.obligations, scribe.desk),
    }
    return tuple(
        Section(key=key, title=title, lines=found[key], empty=empty, by_time=key in BY_TIME)
        for key, title, empty in SECTIONS
    )


def _is_deed(event: Event, desk: Desk) -> bool:
    """Say whether the event happens at a time, rather than lasting; goods count where the text tells the time."""
    if event.type in GOODS:
        return event.type in ("AID", "COOPERATE") and is_stated(event.time)
    return event.type not in ("LEAD", "BELONG", *LASTING) and not _is_stance(event, desk)


def _is_stance(event: Event, desk: Desk) -> bool:
    """Say whether the event is a state that lasts: a tie, sanctions, a war."""
    parties = len(key_of((*event.agents, *event.targets)))
    if event.standing not in (*HAPPENED, Standing.DISPUTED) or not parties:
        return False
    if event.type in LASTING:
        return parties > 1
    if event.type == "SANCTION":
        return bool(event.targets) and event.mode in SANCTIONS and not is_stated(event.time)
    return event.type == "ASSAULT" and parties > 1 and any(_is_war(trigger_of(s)) for s in desk.of([event]))


def _is_war(word: str) -> bool:
    """Say whether the word, or what it is without its ending, names a war: "battling", "fights", "invaded"."""
    stem = word.removesuffix("ing")
    return not war_words().isdisjoint({word, word.rstrip("s"), word.removesuffix("d"), stem, f"{stem}e"})


def _is_goods(event: Event) -> bool:
    """Say whether the event names goods that someone wants, has, gives or gets: then its wish is told among them."""
    return event.type in GOODS and event.theme is not None and bool(event.agents or event.targets)


def _is_held(event: Event, moved: Container[str]) -> bool:
    """Say whether the event is that someone has something, or wants what is no good and so passes in no exchange."""
    told = (*HAPPENED, Standing.DISPUTED, Standing.ALLEGED, Standing.DENIED)
    kind = event.type == "HOLD" or (event.type == "WANT" and event.id not in moved)
    return kind and event.theme is not None and bool(event.agents) and event.standing in told


def _tells(event: Event) -> bool:
    """Say whether a line of the event would tell something: two parties, or one with a matter or a place."""
    if not event.agents and not event.targets:
        return False
    return bool(event.theme or event.place or len(event.agents) + len(event.targets) > 1)


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


def _title(about: Sequence[str], events: Sequence[Event]) -> str:
    """Name the brief after the actors asked for, else after the states that most events have in common."""
    world = load_world()
    if about:
        known = [world.actor(code) or world.by_code(code.upper()) for code in about]
        return capital(
            f"{join([with_article(a.name) if a else c for a, c in zip(known, about, strict=True)])}: a brief"
        )
    counts = Counter(key for e in events for key in key_of((*e.agents, *e.targets)) if key.startswith("state:"))
    first = max(counts.values(), default=0)
    least = max(TITLE_SHARE * len(events), TITLE_SHARE_OF_FIRST * first)
    often = [key for key, n in counts.most_common(MOST_IN_TITLE) if n >= least]
    names = [with_article(actor.name) for actor in map(world.actor, often) if actor]
    return capital(f"{join(names)}: a brief") if names else "Brief"


def _summary(documents: Sequence[Document], since: date | None, events: int, disputes: int, undated: int) -> str:
    dated = sorted(d.published for d in documents if d.published)
    span = ""
    if dated:
        span = f", published {say_day(dated[0])}" + (f" to {say_day(dated[-1])}" if dated[0] != dated[-1] else "")
    asked = f" since {say_day(since)}" if since else ""
    left = f"; {_count(undated, 'undated event')} left out" if undated else ""
    counted = f"{_count(events, 'event')}{asked}, {_count(disputes, 'dispute')}"
    return f"{_count(len(documents), 'document')}{span}; {counted}{left}."


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
