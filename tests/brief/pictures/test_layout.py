"""Where the actors of a network go."""

from __future__ import annotations

import math

from dragoman.brief.pictures.layout import find_components, place_actors
from dragoman.brief.pictures.shapes import Box

FRAME = Box(0, 0, 720, 480)
NET = {(0, 1): 0.9, (0, 2): -0.8, (1, 2): -0.5, (2, 3): 0.7, (2, 4): 0.4, (3, 4): 0.6, (0, 5): 0.3, (1, 5): -0.2}


def boxes(places: list[tuple[float, float]], width: float = 110, height: float = 22) -> list[Box]:
    """Return the boxes of names around their middles."""
    return [Box(x - width / 2, y - height / 2, width, height) for x, y in places]


def test_layout_is_the_same_each_time() -> None:
    """The same ties give the same places."""
    sizes = [(110.0, 22.0)] * 6
    assert place_actors(NET, [], sizes, FRAME) == place_actors(dict(NET), [], sizes, FRAME)


def test_friends_are_near_and_enemies_far() -> None:
    """Of three, the two that stand together are nearer to each other than to the one they stand against."""
    one, other, enemy = place_actors({(0, 1): 0.9, (0, 2): -0.9, (1, 2): -0.9}, [], [(60.0, 22.0)] * 3, FRAME)
    assert math.dist(one, other) < math.dist(one, enemy)
    assert math.dist(one, other) < math.dist(other, enemy)


def test_names_do_not_overlap_nor_leave_the_frame() -> None:
    """Two dozen actors tied to one another have their names apart and within the frame, wide or narrow."""
    net = {(i, j): (-1) ** (i + j) * 0.5 for i in range(24) for j in range(i + 1, 24) if (i * 7 + j) % 5 == 0}
    for frame, width in ((FRAME, 90.0), (Box(0, 0, 356, 720), 84.0)):
        placed = boxes(place_actors(net, [], [(width, 22.0)] * 24, frame), width)
        assert all(box.within(frame.width + 0.1, frame.height + 0.1) for box in placed)
        assert not any(a.overlaps(b) for i, a in enumerate(placed) for b in placed[:i])


def test_groups_without_a_tie_are_found() -> None:
    """Actors that no tie joins are apart, the largest group first."""
    assert find_components(6, [(1, 2), (2, 4), (0, 5)]) == [[1, 2, 4], [0, 5], [3]]
