"""Rows of coded events, as their makers write them, of visits and talks that took place."""

from __future__ import annotations

import json

from dragoman.coded.gdelt import VERSION_1, VERSION_2
from dragoman.coded.icews import COLUMNS

ICEWS_HEADER = "\t".join(COLUMNS)


def icews_row(**cells: str) -> str:
    """Return a row of ICEWS: John Kerry's visit to China in February 2014, but for the cells given (`CAMEO_Code`)."""
    known = {
        "Event ID": "101",
        "Event Date": "2014-02-14",
        "Source Name": "John Kerry",
        "Source Sectors": "Government,Executive",
        "Source Country": "United States",
        "Event Text": "Make a visit",
        "CAMEO Code": "042",
        "Intensity": "1.9",
        "Target Name": "China",
        "Target Country": "China",
        "Story ID": "7",
        "Sentence Number": "1",
        "Publisher": "Xinhua News Agency",
        "City": "Beijing",
        "Country": "China",
        "Latitude": "39.9075",
        "Longitude": "116.397",
    } | {name.replace("_", " "): cell for name, cell in cells.items()}
    return "\t".join(known.get(column, "") for column in COLUMNS)


def gdelt_row(*, second: bool = True, **cells: str) -> str:
    """Return a row of GDELT: talks of Russia's government with Iran in Moscow, but for the cells given."""
    known = {
        "GLOBALEVENTID": "402",
        "SQLDATE": "20140829",
        "MonthYear": "201408",
        "Year": "2014",
        "FractionDate": "2014.6575",
        "Actor1Code": "RUSGOV",
        "Actor1Name": "RUSSIA",
        "Actor1CountryCode": "RUS",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "IRN",
        "Actor2Name": "IRAN",
        "Actor2CountryCode": "IRN",
        "IsRootEvent": "1",
        "EventCode": "046",
        "EventBaseCode": "046",
        "EventRootCode": "04",
        "QuadClass": "1",
        "GoldsteinScale": "7.0",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Moscow, Moskva, Russia",
        "ActionGeo_CountryCode": "RS",
        "ActionGeo_Lat": "55.7522",
        "ActionGeo_Long": "37.6156",
        "DATEADDED": "20140830",
        "SOURCEURL": "https://paper.example/talks",
    } | cells
    return "\t".join(known.get(column, "") for column in (VERSION_2 if second else VERSION_1))


def plover_row(**fields: object) -> str:
    """Return a PLOVER record: France and Germany meet Ukraine in Minsk in February 2015, but for the fields given."""
    known: dict[str, object] = {
        "id": "MINSK-1",
        "date": "2015-02-11",
        "source": [
            {"code": "FRA", "sector": "GOV", "actor_text": "Francois Hollande"},
            {"code": "DEU", "sector": "GOV", "actor_text": "Angela Merkel"},
        ],
        "recipient": [{"code": "UKR", "sector": "GOV"}],
        "event": ["CONSULT"],
        "mode": "third-party",
        "context": ["diplomatic", "military"],
        "event_loc": {"name": "Minsk", "cc3": "BLR", "latitude": 53.9, "longitude": 27.57},
    } | fields
    return json.dumps({name: value for name, value in known.items() if value is not None})
