"""ICEWS: tab-separated rows under a header, CAMEO's codes, actors by name with sectors and country."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coded.cameo import cameo_meaning
from dragoman.coded.rows import BadRow, CodedPlace, CodedRow, Named
from dragoman.coded.sectors import sector_codes
from dragoman.coded.tables import Cells, read_day

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


def parse_icews(line: str, columns: Mapping[str, int]) -> CodedRow:
    """Return what a row says.

    Raises:
        BadRow: the row has other columns than the header, no day, or a code that is none of CAMEO's.
    """
    cells = Cells(line, columns)
    code = cells["CAMEO Code"]
    meaning = cameo_meaning(code)
    if meaning is None:
        raise BadRow(f"has no CAMEO code in {code!r}")
    return CodedRow(
        type=meaning.type,
        mode=meaning.mode,
        contexts=meaning.contexts,
        code=code,
        trigger=cells.span("Event Text") if cells["Event Text"] else cells.span("CAMEO Code"),
        start=read_day(cells["Event Date"]),
        agents=_named(cells, "Source"),
        targets=_named(cells, "Target"),
        place=_place(cells),
        what=cells["Event Text"],
    )


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
