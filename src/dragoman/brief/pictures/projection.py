"""From degrees to pixels: an equirectangular cut of the world around some places, true to scale in its middle."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_SPAN = 7.0  # degrees from south to north: less shows no surroundings
MARGIN = 0.16  # of the span, at each side
SOUTH, NORTH = -58.0, 76.0  # hardly anyone lives beyond
KM_PER_DEGREE = 111.2
_GRATICULE = (1, 2, 5, 10, 15, 20, 30, 60)
_KM = (50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Projection:
    """The cut from `west` over `span` degrees and from `south` to `north`, on `width` times `height` pixels."""

    west: float
    span: float
    south: float
    north: float
    width: float
    height: float

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a place lies, beyond the edges for those outside."""
        east = (lon - self.west) % 360
        if east > self.span + (360 - self.span) / 2:  # nearer to the western edge
            east -= 360
        return east / self.span * self.width, (self.north - lat) / (self.north - self.south) * self.height

    def holds(self, lat: float, lon: float) -> bool:
        """Say whether the place lies within the cut."""
        return self.south <= lat <= self.north and (lon - self.west) % 360 <= self.span

    def meridians(self) -> list[tuple[float, str]]:
        """Return where some meridians run, and their names."""
        step = _step(self.span, self.width)
        first = math.ceil(self.west / step) * step
        degrees = [
            first + i * step for i in range(int(self.span // step) + 1) if first + i * step <= self.west + self.span
        ]
        return [(self.place(0, d)[0], _name(_wrapped(d), "E", "W")) for d in degrees]

    def parallels(self) -> list[tuple[float, str]]:
        """Return where some parallels run, and their names."""
        step = _step(self.span, self.width)
        first = math.ceil(self.south / step) * step
        degrees = [first + i * step for i in range(int((self.north - self.south) // step) + 1)]
        return [(self.place(d, self.west)[1], _name(d, "N", "S")) for d in degrees if d < self.north]

    def scale(self) -> tuple[float, int]:
        """Return how long a bar of some round number of kilometres is in the middle of the cut."""
        middle = math.radians((self.south + self.north) / 2)
        pixels = self.width / (self.span * KM_PER_DEGREE * max(math.cos(middle), 0.1))
        km = max((k for k in _KM if k * pixels <= 0.22 * self.width), default=_KM[0])
        return km * pixels, km


def make_projection(places: Sequence[tuple[float, float]], width: float, shape: tuple[float, float]) -> Projection:
    """Return the cut that holds all places (latitude, longitude), its height between two shares of its width."""
    south, north = min(lat for lat, _ in places), max(lat for lat, _ in places)
    west, span = _longitudes([lon for _, lon in places])
    pad = max(MARGIN * (north - south), (LEAST_SPAN - (north - south)) / 2, 0.06 * span)
    south, north = max(south - pad, SOUTH), min(north + pad, NORTH)
    squeeze = max(math.cos(math.radians((south + north) / 2)), 0.2)
    side = max(MARGIN * span, (LEAST_SPAN / squeeze - span) / 2)
    west, span = west - side, span + 2 * side
    least, most = shape
    tall = (north - south) / (span * squeeze)
    if tall < least:  # too flat: more to the north and south
        more = (least * span * squeeze - (north - south)) / 2
        south, north = _shifted(south - more, north + more)
    elif tall > most:  # too high: more to the east and west
        wider = (north - south) / most / squeeze
        west, span = west - (wider - span) / 2, wider
    if span > 350:
        west, span = (-168.0, 360.0) if span > 358 else (west, span)
    height = width * (north - south) / (span * squeeze)
    return Projection(west, span, south, north, width, min(max(height, least * width), most * width))


def _shifted(south: float, north: float) -> tuple[float, float]:
    """Keep the cut within where people live, by moving it rather than by cutting it."""
    if north > NORTH:
        south, north = south - (north - NORTH), NORTH
    if south < SOUTH:
        south, north = SOUTH, north + (SOUTH - south)
    return south, min(north, NORTH)


def _longitudes(lons: Sequence[float]) -> tuple[float, float]:
    """Return the western end and the width of the shortest arc that holds all longitudes."""
    ordered = sorted(lon % 360 for lon in lons)
    gaps = [(b - a, b) for a, b in itertools.pairwise(ordered)]
    gap, west = max([*gaps, (360 - ordered[-1] + ordered[0], ordered[0])])
    return _wrapped(west), 360 - gap


def _wrapped(lon: float) -> float:
    return (lon + 180) % 360 - 180


def _step(span: float, width: float) -> int:
    """Return the distance of the lines of the graticule: about one every hundred pixels."""
    return next((step for step in _GRATICULE if step / span * width >= 75), _GRATICULE[-1])


def _name(degrees: float, positive: str, negative: str) -> str:
    value = round(degrees)
    return f"{abs(value)}°{positive if value > 0 else negative if value < 0 else ''}"
