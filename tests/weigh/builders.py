"""Statements and documents in a few words, to weigh."""

from __future__ import annotations

import hashlib
from datetime import date

from dragoman.model import (
    ActorRef,
    Dispute,
    Document,
    Event,
    Evidence,
    Force,
    Link,
    Place,
    Quantity,
    Span,
    Statement,
    Status,
    Theme,
    Time,
    Voice,
)
from dragoman.weigh import Weighed, weigh

NAMES = {
    "RUS": "Russia",
    "PRK": "North Korea",
    "USA": "United States",
    "KOR": "South Korea",
    "UKR": "Ukraine",
    "IRN": "Iran",
    "SAU": "Saudi Arabia",
    "CHN": "China",
}
CITIES = {
    "Vladivostok": ("RUS", 43.1, 131.9),
    "Vostochny": ("RUS", 51.9, 128.3),
    "Moscow": ("RUS", 55.75, 37.62),
    "Pyongyang": ("PRK", 39.03, 125.75),
    "Geneva": ("CHE", 46.2, 6.15),
    "Vienna": ("AUT", 48.2, 16.37),
    "Odesa": ("UKR", 46.48, 30.73),
    "Kharkiv": ("UKR", 49.99, 36.23),
}


def actor(code: str) -> ActorRef:
    """Return the state of that code."""
    return ActorRef(code=code, actor=f"state:{code}", name=NAMES.get(code, code))


def voice(name: str, force: str = "says", cue: str | None = None) -> Voice:
    """Return a voice; "Lavrov/RUS" speaks for a state."""
    who, _, code = name.partition("/")
    known = code or who
    return Voice(code=known, actor=f"x:{who}", name=NAMES.get(who, who), cue=cue or force, force=Force(force))


def day(text: str) -> Time:
    """Return the time of a day, month or year written so, or of "from..until"."""
    first, _, last = text.partition("..")
    if last:
        return Time(start=date.fromisoformat(first), end=date.fromisoformat(last), precision="interval", text=text)
    if len(text) == 4:
        return Time(start=date(int(text), 1, 1), end=date(int(text), 12, 31), precision="year", text=text)
    return Time(start=date.fromisoformat(text), end=date.fromisoformat(text), precision="day", text=text)


def place(name: str) -> Place:
    """Return a known city, else a country of that code."""
    if name in CITIES:
        country, lat, lon = CITIES[name]
        return Place(text=name, country=country, lat=lat, lon=lon, precision="city")
    return Place(text=NAMES.get(name, name), country=name, precision="country")


def told(
    document: str,
    what: str,
    *,
    by: str | None = None,
    force: str = "says",
    when: str | None = None,
    where: str | None = None,
    theme: str | None = None,
    goods: str = "",
    number: str | None = None,
    word: str = "did",
    status: str = "actual",
    mode: str | None = None,
    count: int = 1,
    content: Statement | None = None,
) -> Statement:
    """Return a statement: `what` is "AID PRK RUS" or "CONSULT PRK+RUS"; `by` are speakers with a comma between."""
    kind, *parties = what.split()
    agents, targets = [[*p.split("+")] if p != "-" else [] for p in (*parties, "-", "-")[:2]]
    quote = f"{number or ''} {theme or ''} {word}".strip()
    start = quote.rindex(word)
    key = repr((document, what, by, force, when, where, theme, goods, number, word, status, mode, count))
    quantities = [(n, u) for n, u in [(number or "").rsplit(" ", 1)] if number] if number else []
    return Statement(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        document=document,
        type=kind,
        mode=mode,
        agents=tuple(actor(code) for code in agents),
        targets=tuple(actor(code) for code in targets),
        theme=Theme(
            text=theme or "",
            goods=tuple(goods.split()),
            quantities=tuple(
                Quantity(value=float("".join(c for c in n if c.isdigit())), unit=u, text=f"{n.split()[-1]} {u}")
                for n, u in quantities
            ),
        )
        if theme or goods or number
        else None,
        time=day(when) if when else Time(),
        place=place(where) if where else None,
        status=Status(status),
        count=count,
        voices=tuple(voice(name.strip(), force) for name in by.split(",")) if by else (),
        links=(Link(kind="content", statement=content.id),) if content else (),
        evidence=Evidence(start=0, end=len(quote), quote=quote, trigger=Span(start, start + len(word))),
    )


def report(name: str, published: str | None = "2024-06-10", *, text: str = "", origin: str | None = None) -> Document:
    """Return a document of an outlet of its own."""
    return Document(
        id=name,
        name=name,
        uri=name,
        text=text or f"The whole report of {name}.",
        publisher=name.upper(),
        published=date.fromisoformat(published) if published else None,
        origin=origin,
    )


def weighed(*statements: Statement, documents: tuple[Document, ...] = ()) -> Weighed:
    """Weigh the statements; documents that aren't given were published on 10 June 2024."""
    known = {d.id: d for d in documents}
    named = dict.fromkeys(s.document for s in statements)
    return weigh(statements, [known.get(name) or report(name) for name in named])


def the_event(*statements: Statement, documents: tuple[Document, ...] = ()) -> Event:
    """Return the one event that the statements tell of."""
    (event,) = weighed(*statements, documents=documents).events
    return event


def the_disputes(*statements: Statement, documents: tuple[Document, ...] = ()) -> list[Dispute]:
    """Return the disputes of the statements."""
    return list(weighed(*statements, documents=documents).disputes)


def kinds(*statements: Statement, documents: tuple[Document, ...] = ()) -> list[str]:
    """Return the kinds of the disputes of the statements."""
    return sorted(d.kind.value for d in the_disputes(*statements, documents=documents))


def is_one(*statements: Statement, documents: tuple[Document, ...] = ()) -> bool:
    """Say whether the statements tell of one event."""
    return len(weighed(*statements, documents=documents).events) == 1
