"""Small events and documents to build a system of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count

from dragoman.model import ActorRef, Document, Event, Evidence, Span, Standing, Statement, System, Theme, Tie, Time
from dragoman.system import build_system
from dragoman.world import load_world


def newspaper(day: date) -> Document:
    """Return a document of that day."""
    return Document(id=f"d{day}", name=f"{day}.txt", uri=f"/{day}.txt", text="...", published=day)


NEWS = Document(id="d1", name="d1.txt", uri="/d1.txt", text="...", published=date(2024, 6, 30))
_NUMBERS = count(1)


def ref(code: str) -> ActorRef:
    """Return the actor of a code as an event carries it; "RUS:person:vladimir-putin" is one who acts for it."""
    code, _, actor = code.partition(":")
    owner = load_world().by_code(code)
    return ActorRef(code=code, actor=actor or (owner.id if owner else f"body:{code.lower()}"), name=code.title())


def happened(day: date | str | None, days: int = 0) -> Time:
    """Return the time of what a text says happened on that day, and for so many days after."""
    if day is None:
        return Time()
    first = date.fromisoformat(day) if isinstance(day, str) else day
    return Time(start=first, end=first + timedelta(days=days), precision="day", text="then")


def event(
    deed: str,
    day: date | str | None = "2024-06-01",
    standing: Standing = Standing.CONFIRMED,
    *,
    theme: str | None = None,
    goods: Sequence[str] = (),
    outcome: str | None = None,
    id_: str | None = None,
    days: int = 0,
) -> Event:
    """Return the event of a deed written "RUS,PRK AGREE/pact" or "USA SANCTION RUS"; its statement has its id."""
    agents, kind, *targets = deed.split()
    type_, _, mode = kind.partition("/")
    id_ = id_ or f"e{next(_NUMBERS):04}"
    return Event(
        id=id_,
        type=type_,
        mode=mode or None,
        statements=(f"s{id_}",),
        standing=standing,
        agents=tuple(ref(code) for code in agents.split(",") if code != "?"),
        targets=tuple(ref(code) for part in targets for code in part.split(",") if code != "?"),
        theme=Theme(text=theme or ",".join(goods), goods=tuple(goods)) if theme or goods else None,
        time=happened(day, days),
        outcome=outcome,
    )


def statement_of(found: Event, quote: str = "...", document: Document = NEWS) -> Statement:
    """Return the statement of an event, with these words."""
    evidence = Evidence(start=0, end=len(quote), quote=quote, trigger=Span(0, 1))
    return Statement(id=found.statements[0], document=document.id, type=found.type, evidence=evidence, confidence=1.0)


def system_of(
    *events: Event, until: str | None = None, quotes: Sequence[str] = (), document: Document = NEWS
) -> System:
    """Return the system of the events, whose statements have these words."""
    said = [*quotes, *["..."] * (len(events) - len(quotes))]
    statements = [statement_of(found, quote, document) for found, quote in zip(events, said, strict=True)]
    return build_system(events, statements, [document], until=date.fromisoformat(until) if until else None)


def reported(*events: Event) -> System:
    """Return the system of events, each reported by a document of its day."""
    papers = {found.time.start: newspaper(found.time.start) for found in events if found.time.start}
    statements = [statement_of(found, document=papers[found.time.start]) for found in events if found.time.start]
    return build_system(events, statements, list(papers.values()))


def named(tie: Tie) -> str:
    """Return "RUS>PRK supply" of a directed tie, "PRK-RUS pact" of another."""
    return f"{tie.source.code}{'>' if tie.directed else '-'}{tie.target.code} {tie.kind}"


def names(system: System) -> set[str]:
    """Return the names of all ties."""
    return {named(tie) for tie in system.ties}


def tie(system: System, name: str) -> Tie:
    """Return the tie of that name."""
    (found,) = (tie for tie in system.ties if named(tie) == name)
    return found
