"""This program's own table of events, as `dragoman export csv` writes it: comma-separated under a header."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence

from dragoman.coded.rows import BadRow, CodedPlace, CodedRow, Named
from dragoman.coded.tables import read_day
from dragoman.model import Span, Standing, Status
from dragoman.ontology import load_ontology

NEEDED = ("id", "type", "mode", "agents", "agent_actors", "targets", "target_actors", "start", "end", "standing")
_BETWEEN = ";"
# What an event is whose standing is not that it is so; all other events have been told as so.
_STATUSES = {
    Standing.DENIED: Status.DENIED,
    Standing.ALLEGED: Status.POSSIBLE,
    Standing.EXPECTED: Status.PLANNED,
    Standing.WANTED: Status.WANTED,
}


def parse_own(line: str, columns: Mapping[str, int]) -> CodedRow:
    """Return what a row says.

    Raises:
        BadRow: the row has other columns than the header, or a type or a standing that there is none of.
    """
    row = next(csv.reader([line]), [])
    if len(row) != len(columns):
        raise BadRow(f"has {len(row)} columns and not {len(columns)}")
    cells = {name: row[at] for name, at in columns.items()}
    kind, standing = cells["type"], cells["standing"]
    if kind not in load_ontology().types:
        raise BadRow(f"has no type in {kind!r}")
    if standing not in set(Standing):
        raise BadRow(f"has no standing in {standing!r}")
    start = read_day(cells["start"]) if cells["start"] else None
    return CodedRow(
        type=kind,
        mode=cells["mode"] or None,
        contexts=tuple(filter(None, cells.get("contexts", "").split(_BETWEEN))),
        code=kind,
        trigger=_find(line, f",{kind},"),
        start=start,
        end=read_day(cells["end"]) if cells["end"] else start,
        precision=cells.get("precision") or "day",
        agents=_named(cells, "agent", line),
        targets=_named(cells, "target", line),
        place=_place(cells),
        what=standing,
        status=_status(Standing(standing), cells.get("origins", "")).value,
    )


def _status(standing: Standing, origins: str) -> Status:
    """Return what the event is told as: what is disputed may be alleged and denied only, and then has no origins."""
    if standing is Standing.DISPUTED and not origins:
        return Status.POSSIBLE
    return _STATUSES.get(standing, Status.ACTUAL)


def _named(cells: Mapping[str, str], side: str, line: str) -> tuple[Named, ...]:
    codes, actors = _parts(cells[f"{side}s"]), _parts(cells[f"{side}_actors"])
    names, sectors = _parts(cells.get(f"{side}_names", "")), _parts(cells.get(f"{side}_sectors", ""))
    if len(codes) != len(actors):
        raise BadRow(f"has {len(codes)} codes of {side}s and {len(actors)} ids")
    return tuple(
        Named(
            text=_at(names, number) or code,
            span=_find(line, _at(names, number) or code),
            sectors=(_at(sectors, number),) if _at(sectors, number) else (),
            actor=actors[number],
            code=code,
        )
        for number, code in enumerate(codes)
    )


def _place(cells: Mapping[str, str]) -> CodedPlace | None:
    text = cells.get("place", "")
    if not text:
        return None
    lat, lon = (float(cells[name]) if cells.get(name) else None for name in ("lat", "lon"))
    return CodedPlace(
        text=text,
        country=cells.get("country") or None,
        lat=lat,
        lon=lon,
        precision=cells.get("place_precision") or "unknown",
    )


def _parts(cell: str) -> list[str]:
    return cell.split(_BETWEEN) if cell else []


def _at(parts: Sequence[str], number: int) -> str:
    return parts[number] if number < len(parts) else ""


def _find(line: str, words: str) -> Span:
    """Return where the words are in the row, without the commas around them."""
    at = line.find(words)
    bare = words.strip(",")
    start = at + words.index(bare) if at >= 0 else 0
    return Span(start, start + len(bare)) if at >= 0 else Span(0, len(line))
