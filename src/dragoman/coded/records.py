"""PLOVER's JSON lines: one event an object, by the names of fields of its specification or those that coders use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dragoman.coded.plover import read_contexts, read_mode, type_of
from dragoman.coded.rows import BadRow, CodedPlace, CodedRow, Named
from dragoman.coded.sectors import sector_codes
from dragoman.coded.tables import read_day
from dragoman.model import Span

OWN = "dragoman"  # the field in which this program writes what PLOVER has no field for
_EVENT = ("event", "event_type")
_AGENTS, _TARGETS = ("source", "actor"), ("recipient", "target")
_DAY, _END = ("date", "event_date"), ("enddate", "end_date")
_MODE, _CONTEXT = ("mode", "event_mode"), ("context", "event_context", "contexts")
_PLACE = ("event_loc", "event_location")


def is_record(fields: Any) -> bool:
    """Say whether a JSON value is a PLOVER record: it has a type of PLOVER, a day and actors; an article has words."""
    if not isinstance(fields, dict) or _first(fields, _DAY) is None:
        return False
    if OWN not in fields and not isinstance(_first(fields, (*_AGENTS, *_TARGETS)), list | dict):
        return False
    return type_of(next(iter(_words(_first(fields, _EVENT))), "")) is not None


def parse_record(line: str) -> CodedRow:
    """Return what a record says.

    Raises:
        BadRow: it is no JSON object, or has no day or no type of PLOVER.
    """
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRow(f"is not JSON ({error})") from None
    if not isinstance(fields, dict):
        raise BadRow("is not an object")
    word = next(iter(_words(_first(fields, _EVENT))), "")
    kind = type_of(word)
    if kind is None:
        raise BadRow(f"has no type of PLOVER in {word!r}")
    own = _object(fields, OWN)
    mode = next((mode for said in _words(_first(fields, _MODE)) if (mode := read_mode(kind, said))), None)
    start = read_day(str(_first(fields, _DAY) or ""))
    end = _first(fields, _END)
    return CodedRow(
        type=own.get("type") or kind,
        mode=own.get("mode") if own.get("type") else mode,
        contexts=read_contexts(_words(_first(fields, _CONTEXT))),
        code=word,
        trigger=_find(line, json.dumps(word)[1:-1]),
        start=start,
        end=read_day(str(end)) if end else start,
        precision=own.get("precision") or ("interval" if end else "day"),
        agents=_actors(fields, _AGENTS, line),
        targets=_actors(fields, _TARGETS, line),
        place=_place(_first(fields, _PLACE)),
        confidence=own.get("confidence"),
        dataset=_dataset(fields),
    )


def _actors(fields: Mapping[str, Any], names: tuple[str, ...], line: str) -> tuple[Named, ...]:
    found = _first(fields, names)
    listed = found if isinstance(found, list) else [found] if isinstance(found, dict) else []
    # Who stands in a record of this program without a code of its own was not told, but filled in for PLOVER's sake.
    return tuple(_actor(item, line) for item in listed if isinstance(item, dict) and (OWN in item or OWN not in fields))


def _actor(item: Mapping[str, Any], line: str) -> Named:
    text = _text(item, "identifier_text", "actor_text", "actorText", "wiki", "name", "text")
    code, sector = _text(item, "code", "country"), _text(item, "sector", "code_1")
    own = _object(item, OWN)
    shown = text or code
    groups = tuple(part for part in (_text(item, "identifier_id"), code + sector, code) if part)
    return Named(
        text=shown,
        span=_find(line, json.dumps(shown, ensure_ascii=False)[1:-1]) if shown else None,
        country=code[:3] or None,
        groups=groups,
        sectors=(sector[:3],) if len(sector) in (3, 6) and sector.isupper() else sector_codes((sector,)),
        actor=own.get("actor"),
        code=own.get("code"),
    )


def _place(found: Any) -> CodedPlace | None:
    if not isinstance(found, dict):
        return None
    text = _text(found, "name", "asciiname", "resolved_placename")
    lat, lon = found.get("latitude", found.get("lat")), found.get("longitude", found.get("lon"))
    country = _text(found, "cc3", "country_code3")
    if not text and not country:
        return None
    return CodedPlace(
        text=text or country,
        country=country or None,
        lat=lat if isinstance(lat, int | float) else None,
        lon=lon if isinstance(lon, int | float) else None,
        precision=_text(found, "precision") or ("unknown" if text else "country"),
    )


def _dataset(fields: Mapping[str, Any]) -> str | None:
    cited = _object(fields, "cite_info")
    return _text(cited, "corpus") or _text(fields, "coder") or _text(cited, "coder") or None


def _object(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = fields.get(name)
    return value if isinstance(value, dict) else {}


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((fields[name] for name in names if fields.get(name)), None)


def _text(fields: Mapping[str, Any], *names: str) -> str:
    return next((value for name in names if isinstance(value := fields.get(name), str) and value), "")


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [word for word in value.replace(",", ";").split(";") if word.strip()]
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def _find(line: str, words: str) -> Span:
    at = max(line.find(words), 0)
    return Span(at, at + len(words)) if line.startswith(words, at) else Span(0, len(line))
