"""POLECAT: tab-separated rows under a header, PLOVER's types, modes and contexts, actors by name and country."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coded.plover import read_contexts, read_mode, type_of
from dragoman.coded.rows import BadRow, CodedPlace, CodedRow, Named
from dragoman.coded.sectors import sector_codes
from dragoman.coded.tables import Cells, read_day

NEEDED = ("Event ID", "Event Date", "Event Type", "Actor Name", "Recipient Name")


def parse_polecat(line: str, columns: Mapping[str, int]) -> CodedRow:
    """Return what a row says.

    Raises:
        BadRow: the row has other columns than the header, no day, or a type that is none of PLOVER's.
    """
    cells = _Present(line, columns)
    kind = type_of(cells["Event Type"])
    if kind is None:
        raise BadRow(f"has no type of PLOVER in {cells['Event Type']!r}")
    return CodedRow(
        type=kind,
        mode=next((mode for word in cells.listed("Event Mode", ";") if (mode := read_mode(kind, word))), None),
        contexts=read_contexts(cells.listed("Contexts", ";")),
        code=cells["Event Type"],
        trigger=cells.span("Event Type"),
        start=read_day(cells["Event Date"]),
        agents=_named(cells, "Actor"),
        targets=_named(cells, "Recipient"),
        place=_place(cells),
    )


class _Present(Cells):
    """Cells of which some columns may lack: the data's versions differ."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name) if name in self._columns else ""


def _named(cells: Cells, side: str) -> tuple[Named, ...]:
    """Return the actor; where several are listed, the names and countries are taken in step."""
    names, countries = cells.listed(f"{side} Name", ";"), cells.listed(f"{side} Country", ";")
    sector = cells.listed(f"Primary {side} Sector", ";")
    if not names and not countries:
        return ()
    span = cells.span(f"{side} Name" if names else f"{side} Country")
    found = []
    for at in range(max(len(names), len(countries))):
        country = countries[at] if at < len(countries) else None
        text = names[at] if at < len(names) else country or ""
        codes = sector[at : at + 1] or sector[:1]
        found.append(Named(text=text, span=span, country=country, sectors=sector_codes(codes) or _short(codes)))
    return tuple(found)


def _short(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if len(code) == 3 and code.isupper())


def _place(cells: Cells) -> CodedPlace | None:
    for column, precision in (("City", "city"), ("Province", "region"), ("Country", "country")):
        if text := cells[column]:
            point = (None, None) if column == "Country" else (cells.number("Latitude"), cells.number("Longitude"))
            country = cells["Country"] or None
            return CodedPlace(text=text, country=country, lat=point[0], lon=point[1], precision=precision)
    return None
