"""How sure an event is, as far as a tie rests on it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Certainty, Standing, TieEvent

# What is denied by all who speak of it, or only wished for, ties nobody: it has no line here.
CERTAINTY = {
    Standing.CONFIRMED: Certainty.HELD,
    Standing.SINGLE_SOURCE: Certainty.HELD,
    Standing.DISPUTED: Certainty.DISPUTED,
    Standing.ALLEGED: Certainty.ALLEGED,
    Standing.EXPECTED: Certainty.PLANNED,
}
# How much of an event counts, by its standing: a choice, not a measurement. One origin counts for less than two, what
# one denies for less than half, and what nobody vouches for for less still; all that is not held counts, since a tie
# that is only alleged is to be seen, marked as such.
CREDIT = {
    Standing.CONFIRMED: 1.0,
    Standing.SINGLE_SOURCE: 0.7,
    Standing.DISPUTED: 0.4,
    Standing.ALLEGED: 0.3,
    Standing.EXPECTED: 0.2,
}


def certainty_of_tie(events: Iterable[TieEvent]) -> Certainty:
    """Return `held` where an event is told as so and no more weight is disputed, else the surest that there is."""
    weights = dict.fromkeys(Certainty, 0.0)
    told = set()
    for event in events:
        weights[event.certainty] += event.weight
        told.add(event.certainty)
    if Certainty.DISPUTED in told and weights[Certainty.DISPUTED] > weights[Certainty.HELD]:
        return Certainty.DISPUTED
    return next(certainty for certainty in Certainty if certainty in told)
