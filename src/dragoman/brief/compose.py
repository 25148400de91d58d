"""Put the findings of a case into the order of a brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from dragoman.brief.phrase import join, say, say_time, with_article
from dragoman.brief.records import Brief, Cite, Line, Section, Source
from dragoman.case import CaseFile, Filter
from dragoman.model import Dispute, Document, Event, Span, Standing, Statement
from dragoman.world import load_world

HAPPENED = (Standing.CONFIRMED, Standing.SINGLE_SOURCE)
DEEDS = "AGREE CONSULT CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE COERCE ASSAULT SANCTION".split()
GOODS = ("AID", "COOPERATE", "WANT", "HOLD")
STANCES = ("ALLY", "OPPOSE", "SUPPORT", "SANCTION", "ASSAULT")

SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("happened", "What happened", "Nothing is told as having happened."),
    ("planned", "What is planned", "Nothing is announced."),
    ("disputed", "What is disputed or only alleged", "No accounts conflict, and nothing is merely alleged."),
    ("goods", "Who wants, gives or has what", "No goods are spoken of."),
    ("stances", "Who stands with whom, and against whom", "No ties are spoken of."),
)


def compose(case: CaseFile, *, about: Iterable[str] = (), since: date | None = None) -> Brief:
    """Return the brief of a case, or of what in it concerns some actors, or the time since a day."""
    asked = Filter(actors=tuple(about), since=since)
    events = case.events(asked)
    disputes = case.disputes(asked)
    wanted = {s for event in events for s in event.statements} | {
        s for d in disputes for side in d.sides for s in side.statements
    }
    statements = {s.id: s for s in case.statements_with_ids(sorted(wanted))}
    documents = {d.id: d for d in case.documents()}
    numbers = number_sources(documents.values(), statements.values())
    scribe = Scribe(statements, numbers, _by_event(disputes))
    sections = tuple(
        Section(key=key, title=title, empty=empty, lines=tuple(scribe.line(e) for e in _chosen(key, events)))
        for key, title, empty in SECTIONS
    )
    sources = tuple(
        Source(number=n, document=documents[d], origin=documents[d].origin or "") for d, n in numbers.items()
    )
    return Brief(
        title=_title(about),
        summary=_summary(documents.values(), sources, events, disputes),
        sections=sections,
        sources=sources,
    )


def number_sources(documents: Iterable[Document], statements: Iterable[Statement]) -> dict[str, int]:
    """Return the documents that the statements come from, numbered from 1 by date of publication, undated ones last."""
    cited = {s.document for s in statements}
    ordered = sorted((d for d in documents if d.id in cited), key=lambda d: (d.published or date.max, d.name))
    return {document.id: number for number, document in enumerate(ordered, start=1)}


class Scribe:
    """Writes the line of an event, with its cites and what is disputed about it."""

    def __init__(
        self, statements: Mapping[str, Statement], numbers: Mapping[str, int], disputes: Mapping[str, Sequence[Dispute]]
    ) -> None:
        self.statements = statements
        self.numbers = numbers
        self.disputes = disputes

    def line(self, event: Event) -> Line:
        """Return the line of an event."""
        return Line(
            event=event.id,
            when=say_time(event.time),
            text=say(event),
            standing=event.standing.value,
            marks=self._marks(event),
            notes=tuple(self._notes(event)),
            cites=tuple(self._cites(event)),
        )

    def _marks(self, event: Event) -> tuple[str, ...]:
        marks = ["as announced before"] if event.fulfilled else []
        marks += [event.outcome] if event.outcome else []
        return tuple(marks)

    def _notes(self, event: Event) -> Iterable[str]:
        if event.standing is Standing.DISPUTED or event.denied_by:
            if event.asserted_by:
                yield f"said by {_interests(event.asserted_by)}; denied by {_interests(event.denied_by)}"
            else:
                yield f"denied by {_interests(event.denied_by)}"
        elif event.standing is Standing.ALLEGED and event.asserted_by:
            yield f"according to {_interests(event.asserted_by)}"
        for dispute in self.disputes.get(event.id, ()):
            if dispute.kind != "occurrence":
                yield f"accounts differ on the {dispute.kind}: " + " against ".join(
                    self._side(s.claim, s.statements) for s in dispute.sides
                )
        if event.doubt:
            yield f"perhaps not one event: {event.doubt}"

    def _side(self, claim: str, statements: Sequence[str]) -> str:
        numbers = sorted({self.numbers[self.statements[s].document] for s in statements if s in self.statements})
        return f"{claim} {' '.join(f'[{n}]' for n in numbers)}"

    def _cites(self, event: Event) -> Iterable[Cite]:
        told = [self.statements[s] for s in event.statements if s in self.statements]
        for statement in sorted(told, key=lambda s: (self.numbers[s.document], s.evidence.start)):
            yield Cite(
                source=self.numbers[statement.document],
                statement=statement.id,
                span=Span(statement.evidence.start, statement.evidence.end),
                quote=statement.evidence.quote,
                who=", ".join(f"{v.name} ({v.cue})" for v in statement.voices),
                status=statement.status.value,
            )


def _interests(names: Sequence[str]) -> str:
    """Return whose interests speak, states by name: "the United States and South Korea"."""
    world = load_world()
    owners = [(name, world.by_code(name)) for name in names]
    return join([with_article(owner.name) if owner else name for name, owner in owners])


def _chosen(key: str, events: Sequence[Event]) -> list[Event]:
    """Return the events of a section: by time where time is told, else the best sourced first."""
    tests: dict[str, Callable[[Event], bool]] = {
        "happened": lambda e: e.standing in HAPPENED and e.type in DEEDS and not _is_stance(e),
        "planned": lambda e: e.standing is Standing.EXPECTED and e.type not in ("WANT", "HOLD"),
        "disputed": lambda e: (
            e.standing in (Standing.DISPUTED, Standing.DENIED, Standing.ALLEGED) and e.type not in ("WANT", "HOLD")
        ),
        "goods": lambda e: e.type in GOODS and (e.standing in HAPPENED or e.type in ("WANT", "HOLD")),
        "stances": lambda e: e.type in STANCES and e.standing in HAPPENED and _is_stance(e),
    }
    chosen = [e for e in events if tests[key](e) and _tells(e)]
    if key == "happened":
        return sorted(chosen, key=lambda e: (e.time.start or e.time.end or date.max, -_weight(e), e.id))
    order = {Standing.DISPUTED: 0, Standing.DENIED: 1}
    return sorted(chosen, key=lambda e: (order.get(e.standing, 2), -_weight(e), e.id))


def _is_stance(event: Event) -> bool:
    """Say whether the event is a state that lasts: a tie, a sanction regime, a war with no day to it."""
    if event.type in ("ALLY", "OPPOSE", "SUPPORT"):
        return True
    return event.type in ("SANCTION", "ASSAULT") and event.time.precision not in ("day", "week")


def _tells(event: Event) -> bool:
    """Say whether a sentence of the event would tell something: two parties, or one with a matter or a place."""
    if event.type in ("WANT", "HOLD"):
        return event.theme is not None
    if event.type in ("ALLY", "OPPOSE", "SUPPORT") and event.theme is None:
        return len(event.agents) + len(event.targets) > 1
    return bool(event.theme or event.place or len(event.agents) + len(event.targets) > 1)


def _weight(event: Event) -> float:
    parties = bool(event.agents) + bool(event.targets or len(event.agents) > 1)
    return 3 * len(event.origins) + len(event.statements) + 2 * parties + bool(event.theme)


def _by_event(disputes: Sequence[Dispute]) -> dict[str, list[Dispute]]:
    found: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        for event in dispute.events:
            found[event].append(dispute)
    return found


def _title(about: Iterable[str]) -> str:
    names = list(about)
    return f"Brief about {join(names)}" if names else "Brief"


def _summary(
    documents: Iterable[Document], sources: Sequence[Source], events: Sequence[Event], disputes: Sequence[Dispute]
) -> str:
    documents = list(documents)
    dated = sorted(d.published for d in documents if d.published)
    span = (
        f", published {dated[0]} to {dated[-1]}"
        if dated and dated[0] != dated[-1]
        else f", published {dated[0]}"
        if dated
        else ""
    )
    unread = sum(not d.is_read for d in documents)
    left = f"; {unread} not in English, stored unread" if unread else ""
    return f"{_count(documents, 'document')}{span}{left}; {_count(events, 'event')}, {_count(disputes, 'dispute')}."


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
