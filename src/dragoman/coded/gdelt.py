"""GDELT's events: tab-separated without a header, 58 columns (version 1) or 61 (version 2), CAMEO's codes."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coded.cameo import meaning_of
from dragoman.coded.rows import CodedPlace, CodedRow, Named
from dragoman.coded.tables import Cells, read_day

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_GEO = "Geo_Type Geo_FullName Geo_CountryCode Geo_ADM1Code Geo_ADM2Code Geo_Lat Geo_Long Geo_FeatureID".split()
_EVENT = (
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles"
    " AvgTone".split()
)


def _columns(second: bool) -> dict[str, int]:
    geo = [part for part in _GEO if second or part != "Geo_ADM2Code"]
    names = ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
    names += [f"Actor{number}{part}" for number in (1, 2) for part in _ACTOR]
    names += _EVENT
    names += [f"{where}{part}" for where in ("Actor1", "Actor2", "Action") for part in geo]
    names += ["DATEADDED", "SOURCEURL"]
    return {name: at for at, name in enumerate(names)}


VERSION_1, VERSION_2 = _columns(False), _columns(True)
# GDELT's sorts of places: a country, a state or a city of the United States, a city, a state of the world.
_PRECISIONS = {"1": "country", "2": "region", "3": "city", "4": "city", "5": "region"}


def parse_gdelt(line: str, columns: Mapping[str, int]) -> CodedRow:
    """Return what a row says.

    Raises:
        BadRow: the row has another number of columns, no day, or a code that is none of CAMEO's.
    """
    cells = Cells(line, columns)
    code = cells["EventCode"]
    meaning = meaning_of(code)
    return CodedRow(
        type=meaning.type,
        mode=meaning.mode,
        contexts=meaning.contexts,
        code=code,
        trigger=cells.span("EventCode"),
        start=read_day(cells["SQLDATE"]),
        agents=_named(cells, "Actor1"),
        targets=_named(cells, "Actor2"),
        place=_place(cells),
    )


def _named(cells: Cells, side: str) -> tuple[Named, ...]:
    code, name = cells[f"{side}Code"], cells[f"{side}Name"]
    if not code and not name:
        return ()
    column = f"{side}Name" if name else f"{side}Code"
    group = cells[f"{side}KnownGroupCode"]
    sectors = tuple(part for number in (1, 2, 3) if (part := cells[f"{side}Type{number}Code"]))
    return (
        Named(
            text=name or code,
            span=cells.span(column),
            country=cells[f"{side}CountryCode"] or None,
            groups=tuple(part for part in (group, code) if part),
            sectors=sectors[:1],
        ),
    )


def _place(cells: Cells) -> CodedPlace | None:
    text, precision = cells["ActionGeo_FullName"], _PRECISIONS.get(cells["ActionGeo_Type"], "unknown")
    if not text:
        return None
    is_country = precision == "country"
    return CodedPlace(
        text=text.partition(",")[0].strip(),
        country=text.rpartition(",")[2].strip(),  # the last part of the full name; the code is of FIPS 10-4
        lat=None if is_country else cells.number("ActionGeo_Lat"),
        lon=None if is_country else cells.number("ActionGeo_Long"),
        precision=precision,
    )
