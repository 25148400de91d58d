"""PLOVER's JSON lines: one event an object, with the fields of the specification's draft of 2021.

What PLOVER has no field for is in one field more, `dragoman`, of the record and of each actor.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from dragoman.coded.plover import write_contexts, write_mode
from dragoman.coded.records import OWN
from dragoman.coded.sectors import known_sectors
from dragoman.export.plover import AT_HOME, plover_code
from dragoman.export.selection import BATCH, Selection
from dragoman.export.told import ACTUAL, Deed, deeds
from dragoman.model import ActorKind, ActorRef, Document, Place
from dragoman.version import __version__
from dragoman.world import World

CODER = f"Dragoman {__version__}"
LISTS = frozenset(("source", "recipient", "event", "mode", "context"))  # there in each record, empty or not
_LETTERS = 3  # of a country's code; the sector follows


def export_plover(selection: Selection) -> Iterator[str]:
    """Yield a line for each event that amounts to an act."""
    found = deeds(selection)
    while batch := tuple(islice(found, BATCH)):
        ids = dict.fromkeys(deed.told.statement.document for deed in batch)
        documents = {d.id: d for d in selection.file.documents_with_ids(list(ids))}
        for deed in batch:
            record = _record(deed, documents[deed.told.statement.document], selection)
            yield json.dumps({name: v for name, v in record.items() if name in LISTS or v not in (None, [], {})}) + "\n"


def _record(deed: Deed, document: Document, selection: Selection) -> dict[str, Any]:
    event, statement = deed.told.event, deed.told.statement
    evidence = statement.evidence
    trigger = evidence.quote[evidence.trigger.start - evidence.start : evidence.trigger.end - evidence.start]
    mode = write_mode(deed.type, deed.mode)
    return {
        "id": event.id,
        "date": deed.start.isoformat(),
        "enddate": deed.end.isoformat() if deed.end != deed.start else None,
        "source": _actors(deed.sources, selection.world),
        "recipient": _actors(deed.targets, selection.world) or _at_home(deed, selection.world),
        "event": [deed.type],
        "mode": [mode] if mode else [],
        "context": write_contexts(event.contexts),
        "quad_code": deed.quad,
        "event_scale": deed.value,
        "event_loc": _place(event.place),
        "event_text": [trigger],
        "text": evidence.quote,
        "text_info": {"start": evidence.start, "end": evidence.end},
        "cite_info": _cite(document, selection),
        "coder": CODER,
        "comment": None if deed.reason == ACTUAL else deed.reason,
        OWN: _own(deed),
    }


def _own(deed: Deed) -> Mapping[str, Any]:
    """Return what this program knows of the event; with its type and mode it is read back as it was."""
    event = deed.told.event
    kind = {"type": event.type, "mode": event.mode} if deed.reason == ACTUAL else {}
    return kind | {
        "status": deed.told.statement.status.value,
        "standing": event.standing.value,
        "precision": event.time.precision if deed.told.is_dated else "unknown",
        "dated": "text" if deed.told.is_dated else "publication",
        "confidence": round(deed.told.statement.confidence, 3),
        "origins": list(event.origins),
        "statements": list(event.statements),
    }


def _actors(refs: Sequence[ActorRef], world: World) -> list[dict[str, Any]]:
    return [_actor(ref, world) for ref in refs]


def _actor(ref: ActorRef, world: World) -> dict[str, Any]:
    code = plover_code(ref, world) or ""
    sector = code[_LETTERS : 2 * _LETTERS]
    is_sector = sector in known_sectors()
    has_more = len(code) > (2 if is_sector else 1) * _LETTERS
    found = {
        "code": code[:_LETTERS],
        "sector": sector if is_sector else "",
        "actor_text": ref.name,
        "identifier_id": code if has_more else "",
        OWN: {"code": ref.code, "actor": ref.actor},
    }
    return {name: value for name, value in found.items() if value}


def _at_home(deed: Deed, world: World) -> list[dict[str, Any]]:
    """Return the state at home as the recipient of what is done there to nobody named."""
    homes = {code[:_LETTERS] for ref in deed.sources if (code := plover_code(ref, world))}
    if deed.type not in AT_HOME or len(homes) != 1:
        return []
    (home,) = homes
    owner = world.by_code(home)
    return [{"code": home}] if owner is not None and owner.kind is ActorKind.STATE else []


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    found = {"name": place.text, "cc3": place.country, "latitude": place.lat, "longitude": place.lon}
    return {name: value for name, value in found.items() if value is not None} | {"precision": place.precision}


def _cite(document: Document, selection: Selection) -> dict[str, Any]:
    found = {
        "corpus": selection.name,
        "citation": document.name,
        "url": document.uri if document.uri.startswith("http") else None,
        "title": document.title,
        "language": document.language,
        "publication": document.publisher,
        "publication_date": document.published.isoformat() if document.published else None,
        "coder": CODER,
    }
    return {name: value for name, value in found.items() if value is not None}
