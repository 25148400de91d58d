"""Draw whatever a picture is of."""

from __future__ import annotations

from functools import singledispatch

from dragoman.brief.pictures.places import PlaceMap, draw_places
from dragoman.brief.pictures.shapes import Drawing
from dragoman.brief.pictures.timeline import Timeline, draw_timeline


@singledispatch
def draw(subject: object, width: float) -> Drawing:
    """Return the drawing of a subject for a width."""
    raise TypeError(f"there is no picture of a {type(subject).__name__}")


draw.register(Timeline, draw_timeline)
draw.register(PlaceMap, draw_places)
