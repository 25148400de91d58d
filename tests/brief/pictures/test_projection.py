"""From degrees to pixels."""

from __future__ import annotations

import pytest

from dragoman.brief.pictures.projection import make_projection

SHAPE = (0.4, 0.7)
PYONGYANG, MOSCOW, WASHINGTON, SUVA, APIA = (39.0, 125.8), (55.8, 37.6), (38.9, -77.0), (-18.1, 178.4), (-13.8, -171.8)


@pytest.mark.parametrize(
    "places", [(PYONGYANG,), (PYONGYANG, MOSCOW), (PYONGYANG, MOSCOW, WASHINGTON), (SUVA, APIA), (SUVA, WASHINGTON)]
)
def test_all_places_lie_on_the_map(places: tuple[tuple[float, float], ...]) -> None:
    """Near or far from each other, also across the date line, places lie within the cut, north above south."""
    cut = make_projection(places, 720, SHAPE)
    assert 0.4 * 720 - 1 <= cut.height <= 0.7 * 720 + 1
    for lat, lon in places:
        x, y = cut.place(lat, lon)
        assert 0 <= x <= 720
        assert 0 <= y <= cut.height
        assert cut.holds(lat, lon)
        assert cut.place(lat + 1, lon)[1] < y


def test_date_line_does_not_part_neighbours() -> None:
    """Fiji and Samoa are near each other, not a world apart."""
    cut = make_projection([SUVA, APIA], 720, SHAPE)
    assert cut.span < 60
    assert cut.place(*SUVA)[0] < cut.place(*APIA)[0]


def test_scale_and_graticule_are_round() -> None:
    """The bar of scale has a round length, and a few meridians and parallels have their names."""
    cut = make_projection([PYONGYANG, MOSCOW], 720, SHAPE)
    length, km = cut.scale()
    assert km in (500, 1000, 2000)
    assert 20 < length < 200
    assert "90°E" in [name for _, name in cut.meridians()]
    assert all(name.endswith("°N") for _, name in cut.parallels())
