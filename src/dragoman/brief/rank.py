"""How telling an event is: who is first when there is little room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.brief.names import key_of
from dragoman.brief.times import is_stated
from dragoman.brief.vocabulary import load_wording
from dragoman.model import Event, Standing, Statement
from dragoman.world import load_world

# What a brief's reader looks for first, by judgement on briefs of real cases, not by measurement.
ORIGIN, MOST_ORIGINS = 2.0, 4
DISPUTED = 4.0
GOODS = 1.5
PAIR = 2.0
RECURRING = 3.0
STATED = 1.0
TOLD, MOST_TOLD = 0.3, 6
ASKED = 20.0  # what involves all who were asked about comes before all else
THIN = -2.0
FIRST, FIRST_CHARACTERS = 2.0, 350  # news tells what matters most in its headline and first sentence
STATES = 2.0  # two states, bodies or groups that the world knows: affairs between states are what a brief is for
UNKNOWN = -2.0  # nobody whom the world knows
_THIN_WORDS = 3


class Ranking:
    """Ranks events by how much is told of them, by what they are, and by how often their parties recur in the case."""

    def __init__(self, events: Sequence[Event], asked: Iterable[str] = ()) -> None:
        self.asked = frozenset(f"state:{code.upper()}" for code in asked)
        self.recurs = Counter(key for event in events for key in key_of((*event.agents, *event.targets)))
        self.most = max(self.recurs.values(), default=1)

    def rank(self, event: Event, told: Sequence[Statement]) -> float:
        """Return how telling the event is; what is told more often, or of parties that recur, comes first."""
        wording, world = load_wording(), load_world()
        parties = key_of((*event.agents, *event.targets))
        goods = set(event.theme.goods) if event.theme else set()
        points = ORIGIN * min(len(event.origins), MOST_ORIGINS) + TOLD * min(len(told), MOST_TOLD)
        points += float(wording["weights"].get(event.type, 0))
        points += DISPUTED * (event.standing is Standing.DISPUTED)
        points += GOODS * bool(goods & set(wording["weighty goods"]))
        points += PAIR * (len(parties) > 1) + STATED * is_stated(event.time)
        points += RECURRING * sum(sorted((self.recurs[p] / self.most for p in parties), reverse=True)[:2]) / 2
        known = [p for p in parties if not p.startswith(("person:", "people:")) and world.actor(p)]
        points += STATES * (len(known) > 1) + UNKNOWN * (not known)
        points += ASKED * max(0, len(parties & self.asked) - 1)
        if told:
            points += sum(s.confidence for s in told) / len(told)
            points += FIRST * any(s.evidence.start < FIRST_CHARACTERS for s in told)
            points += THIN * all(len(s.evidence.quote.split()) < _THIN_WORDS for s in told)
        return points
