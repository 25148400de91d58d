"""Small cases about invented states and real ones, told in sentences written for the tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dragoman.brief import compose, concerning
from dragoman.brief.records import Brief
from dragoman.case import CaseFile, Filter, open_case_file
from dragoman.model import (
    ActorRef,
    Dispute,
    DisputeKind,
    Document,
    Event,
    Evidence,
    Force,
    Reading,
    Side,
    Span,
    Standing,
    Statement,
    Status,
    Theme,
    Time,
    Voice,
)
from dragoman.pipeline import system_of

NAMES = {
    "RUS": ("state:RUS", "Russia"),
    "PRK": ("state:PRK", "North Korea"),
    "USA": ("state:USA", "United States"),
    "KOR": ("state:KOR", "South Korea"),
    "IRN": ("state:IRN", "Iran"),
    "TUR": ("state:TUR", "Turkey"),
    "HOUTHIS": ("group:houthis", "Houthis"),
    "WEST": ("bloc:west", "the West"),
    "EXPERTS": ("people:experts", "experts"),
}


def brief_of(
    case: CaseFile, *, about: Iterable[str] = (), since: date | None = None, command: str | None = None
) -> Brief:
    """Return the brief of a case with the system that its events make."""
    codes = tuple(about)
    system = concerning(system_of(case, Filter(since=since)), codes)
    return compose(case, about=codes, since=since, command=command, system=system)


def who(*codes: str) -> tuple[ActorRef, ...]:
    """Return the actors of these codes."""
    return tuple(ActorRef(code=code, actor=NAMES[code][0], name=NAMES[code][1]) for code in codes)


def putin() -> ActorRef:
    """Return a person who acts for a state."""
    return ActorRef(code="RUS", actor="person:vladimir-putin", name="Vladimir Putin", sector="GOV")


def says(code: str, cue: str = "said", force: Force = Force.SAYS) -> tuple[Voice, ...]:
    """Return the voice of a state."""
    return (Voice(code=code, actor=NAMES[code][0], name=NAMES[code][1], cue=cue, force=force),)


def document(id_: str, text: str, **fields: object) -> Document:
    """Return a document of that text."""
    known: dict[str, object] = {"name": f"{id_}.txt", "uri": f"/in/{id_}.txt", "text": text, **fields}
    return Document(id=id_, **known)  # type: ignore[arg-type]


class Told:
    """Collects what documents tell, each statement by the words that it rests on."""

    def __init__(self, *documents: Document) -> None:
        self.documents = {d.id: d for d in documents}
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.disputes: list[Dispute] = []

    def state(self, source: str, quote: str, trigger: str, kind: str, **fields: object) -> Statement:
        """Add the statement that `source` makes in the words `quote`."""
        start = self.documents[source].text.index(quote)
        at = start + quote.index(trigger)
        evidence = Evidence(start=start, end=start + len(quote), quote=quote, trigger=Span(at, at + len(trigger)))
        number = len(self.statements) + 1
        statement = Statement(id=f"{number:016x}", document=source, type=kind, evidence=evidence, **fields)  # type: ignore[arg-type]
        self.statements.append(statement)
        return statement

    def event(self, *statements: Statement, standing: Standing = Standing.SINGLE_SOURCE, **fields: object) -> Event:
        """Add the event that the statements tell of; the first gives what isn't said."""
        first = statements[0]
        known: dict[str, object] = {
            "type": first.type,
            "mode": first.mode,
            "agents": first.agents,
            "targets": first.targets,
            "theme": first.theme,
            "time": first.time,
            "place": first.place,
            "origins": tuple(dict.fromkeys(s.document for s in statements)),
            **fields,
        }
        event = Event(id=f"e{first.id[4:]}", statements=tuple(s.id for s in statements), standing=standing, **known)  # type: ignore[arg-type]
        self.events.append(event)
        return event

    def dispute(self, kind: DisputeKind, event: Event, *sides: tuple[str, Statement, tuple[str, ...]]) -> Dispute:
        """Add a dispute over the event: for each side its claim, a statement and the interests."""
        found = Dispute(
            id=f"d{len(self.disputes):012x}",
            kind=kind,
            events=(event.id,),
            what="whether it is so",
            sides=tuple(Side(claim=c, statements=(s.id,), interests=i) for c, s, i in sides),
        )
        self.disputes.append(found)
        return found

    def case(self, folder: Path) -> CaseFile:
        """Return a real case file that holds all that."""
        case = open_case_file(folder / "told.case")
        for each in self.documents.values():
            own = tuple(s for s in self.statements if s.document == each.id)
            case.store(each, Reading(document=each.id, statements=own, reader="1"))
        case.replace_events(self.events, self.disputes, stands_for=case.changes(), by="1")
        return case


ARMS = """The United States and South Korea have accused Pyongyang of supplying Moscow with artillery shells.

Russia said that it had not received any shells. "We deny it," North Korea said.

On 13 September 2023 Vladimir Putin met a delegation from North Korea. Russia wants artillery shells."""

NOTE = """Russia and North Korea signed a treaty in Pyongyang. The West imposed sanctions on Russia.

Iran supplied the Houthis with missiles. Mr Putin will visit Turkey in August."""

SHELLS = Theme(text="artillery shells", goods=("ammunition",))
DAY = Time(start=date(2023, 9, 13), end=date(2023, 9, 13), precision="day", text="On 13 September 2023")


def arms_case(folder: Path) -> CaseFile:
    """Return the case of two documents: an arms deal alleged and denied, a meeting, a treaty, sanctions, a plan."""
    told = Told(
        document("d1", ARMS, title="Shells for whom?", publisher="Meridian", published=date(2023, 9, 20)),
        document("d2", NOTE, publisher="The Note", origin="Northlight"),
        document("d3", "Nichts davon.", language="de"),
        document("d4", "It rained in Strelsau."),
    )
    _dispute(told)
    met = told.state(
        "d1",
        "Vladimir Putin met a delegation from North Korea",
        "met",
        "CONSULT",
        agents=(putin(),),
        targets=who("PRK"),
        mode="meeting",
        time=DAY,
    )
    told.event(met)
    told.event(told.state("d1", "Russia wants artillery shells", "wants", "WANT", agents=who("RUS"), theme=SHELLS))
    _note(told)
    return told.case(folder)


def _note(told: Told) -> None:
    signed = told.state(
        "d2",
        "Russia and North Korea signed a treaty in Pyongyang",
        "signed",
        "AGREE",
        agents=who("RUS", "PRK"),
        theme=Theme(text="a treaty"),
    )
    told.event(signed, doubt="told about 40 days apart; and more")
    told.event(
        told.state(
            "d2", "The West imposed sanctions on Russia", "imposed", "SANCTION", agents=who("WEST"), targets=who("RUS")
        )
    )
    told.event(
        told.state(
            "d2",
            "Iran supplied the Houthis with missiles",
            "supplied",
            "AID",
            agents=who("IRN"),
            targets=who("HOUTHIS"),
            theme=Theme(text="missiles", goods=("missiles",)),
        ),
        standing=Standing.CONFIRMED,
    )
    told.event(
        told.state(
            "d2",
            "Mr Putin will visit Turkey in August",
            "visit",
            "CONSULT",
            agents=(putin(),),
            targets=who("TUR"),
            mode="visit",
            status=Status.PLANNED,
        ),
        standing=Standing.EXPECTED,
    )


def _dispute(told: Told) -> None:
    alleged = told.state(
        "d1",
        "Pyongyang of supplying Moscow with artillery shells",
        "supplying",
        "AID",
        agents=who("PRK"),
        targets=who("RUS"),
        theme=SHELLS,
        status=Status.POSSIBLE,
        voices=says("USA", "have accused", Force.ALLEGES),
    )
    denied = told.state(
        "d1",
        "it had not received any shells",
        "received",
        "AID",
        agents=who("PRK"),
        targets=who("RUS"),
        theme=SHELLS,
        status=Status.DENIED,
        voices=says("RUS"),
    )
    event = told.event(
        alleged, denied, standing=Standing.DISPUTED, asserted_by=("USA",), denied_by=("RUS",), origins=()
    )
    told.dispute(DisputeKind.OCCURRENCE, event, ("it is so", alleged, ("USA",)), ("it is not so", denied, ("RUS",)))
