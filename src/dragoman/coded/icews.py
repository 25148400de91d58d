"""ICEWS: tab-separated rows under a header, CAMEO's codes, actors by name with sectors and country."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.coded.cameo import meaning_of
from dragoman.coded.rows import CodedPlace, CodedRow, Named
from dragoman.coded.sectors import sector_codes
from dragoman.coded.tables import Cells, read_day
from dragoman.model import Span

COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
_WORD = re.compile(r"[\w-]+")
_LIGHT = frozenset({"make", "host", "engage", "in", "conduct", "a", "an"})  # before the noun that says what is done


def parse_icews(line: str, columns: Mapping[str, int]) -> CodedRow:
    """Return what a row says.

    Raises:
        BadRow: the row has other columns than the header, no day, or a code that is none of CAMEO's.
    """
    cells = Cells(line, columns)
    code = cells["CAMEO Code"]
    meaning = meaning_of(code)
    return CodedRow(
        type=meaning.type,
        mode=meaning.mode,
        contexts=meaning.contexts,
        code=code,
        trigger=_trigger(cells),
        start=read_day(cells["Event Date"]),
        agents=_named(cells, "Source"),
        targets=_named(cells, "Target"),
        place=_place(cells),
        what=cells["Event Text"],
    )


def _trigger(cells: Cells) -> Span:
    """Return the word of the event's text that carries the type ("visit" in "Make a visit"), else the code."""
    words = cells["Event Text"]
    if not words:
        return cells.span("CAMEO Code")
    start = cells.span("Event Text").start
    carries = next((m for m in _WORD.finditer(words) if m[0].lower() not in _LIGHT), _WORD.search(words))
    return Span(start + carries.start(), start + carries.end()) if carries else cells.span("Event Text")


def _named(cells: Cells, side: str) -> tuple[Named, ...]:
    name, country = cells[f"{side} Name"], cells[f"{side} Country"]
    if not name and not country:
        return ()
    column = f"{side} Name" if name else f"{side} Country"
    sectors = sector_codes(cells.listed(f"{side} Sectors"))
    return (Named(text=name or country, span=cells.span(column), country=country or None, sectors=sectors),)


def _place(cells: Cells) -> CodedPlace | None:
    steps = (("City", "city"), ("District", "region"), ("Province", "region"), ("Country", "country"))
    for column, precision in steps:
        if text := cells[column]:
            is_country = precision == "country"
            return CodedPlace(
                text=text,
                country=cells["Country"] or None,
                lat=None if is_country else cells.number("Latitude"),
                lon=None if is_country else cells.number("Longitude"),
                precision=precision,
            )
    return None
