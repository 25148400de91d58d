"""Where an account says that something happens, and whether two accounts can mean one place."""

from __future__ import annotations

import math

from dragoman.model import Place

# Named places this close are one place (an airport and its city).
SAME_PLACE_KM = 60.0
FINE = frozenset({"site", "city"})
PRECISIONS = ("site", "city", "region", "country", "unknown")


def shared_place(first: Place | None, second: Place | None) -> str | None:
    """Return "place" or "country" when shared, "apart" when in two countries, None when not known to both."""
    if first is None or second is None:
        return None
    if first.country and second.country and first.country != second.country:
        return "apart"
    if first.precision in FINE and second.precision in FINE and not places_conflict(first, second):
        return "place"
    if first.country and first.country == second.country:
        return "country"
    if first.precision == "unknown" and first.text.lower() == second.text.lower():
        return "place"
    return None


def places_conflict(first: Place | None, second: Place | None) -> bool:
    """Say whether two finely named places can't be one; a site without coordinates may lie in any city of its state."""
    if first is None or second is None or not {first.precision, second.precision} <= FINE:
        return False
    if _names_meet(first.text, second.text):
        return False
    if first.country and second.country and first.country != second.country:
        return True
    distance = distance_km(first, second)
    if distance is None:
        return first.precision == second.precision
    return distance > SAME_PLACE_KM


def distance_km(first: Place, second: Place) -> float | None:
    """Return the great-circle distance between two places, None when one has no coordinates."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    a, b = math.radians(first.lat), math.radians(second.lat)
    turn = math.radians(second.lon - first.lon)
    chord = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 6371.0 * 2 * math.asin(math.sqrt(chord))


def fineness(place: Place) -> int:
    """Return the rank of a place's precision, 0 the finest."""
    return PRECISIONS.index(place.precision) if place.precision in PRECISIONS else len(PRECISIONS)


def _names_meet(first: str, second: str) -> bool:
    a, b = first.lower(), second.lower()
    return a in b or b in a
