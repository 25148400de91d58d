"""Bonds: all that ties two parties now, taken together, friendly against hostile."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.model import Bond, Certainty, Party, Tie

# Below this the friendly and the hostile ties of two even out, or amount to less than one meeting.
SLIGHTEST = 0.05
# What nobody vouches for binds nobody: bonds, and what follows from them, rest on what is told as so or disputed.
_COUNTS = frozenset({Certainty.HELD, Certainty.DISPUTED})


def find_bonds(ties: Iterable[Tie]) -> tuple[Bond, ...]:
    """Return the bonds of those whose ties have a sign and have not ended, the strongest first.

    Strengths of one sign are joined as chances are (1 - (1-a)(1-b)...); the net is friendly less hostile.
    """
    by_pair: dict[tuple[Party, Party], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.sign and tie.end is None and tie.certainty in _COUNTS:
            first, second = sorted(tie.parties)
            by_pair[first, second].append(tie)
    bonds = (_bond(pair, found) for pair, found in by_pair.items())
    told = (bond for bond in bonds if abs(bond.net) >= SLIGHTEST)
    return tuple(sorted(told, key=lambda bond: (-abs(bond.net), bond.parties)))


def _bond(pair: tuple[Party, Party], ties: Sequence[Tie]) -> Bond:
    net = _joint(tie.strength for tie in ties if tie.sign > 0) - _joint(tie.strength for tie in ties if tie.sign < 0)
    ordered = sorted(ties, key=lambda tie: (-tie.strength, tie.id))
    return Bond(parties=pair, net=net, ties=tuple(tie.id for tie in ordered))


def _joint(strengths: Iterable[float]) -> float:
    return 1 - math.prod(1 - strength for strength in sorted(strengths))
