"""Draw whatever a picture is of."""

from __future__ import annotations

from functools import singledispatch

from dragoman.brief.pictures.exchanges import Exchanges, draw_exchanges
from dragoman.brief.pictures.network import Network, draw_network
from dragoman.brief.pictures.obligations import Duties, draw_duties
from dragoman.brief.pictures.places import PlaceMap, draw_places
from dragoman.brief.pictures.shapes import Drawing
from dragoman.brief.pictures.timeline import Timeline, draw_timeline


@singledispatch
def draw(subject: object, width: float) -> Drawing:
    """Return the drawing of a subject for a width."""
    raise TypeError(f"there is no picture of a {type(subject).__name__}")


draw.register(Timeline, draw_timeline)
draw.register(PlaceMap, draw_places)
draw.register(Network, draw_network)
draw.register(Exchanges, draw_exchanges)
draw.register(Duties, draw_duties)
