"""How sure an event is, as far as a tie rests on it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Certainty, Standing

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


# How much of a vote for a tie an event that is told as so has; one that is disputed has one against it.
_VOTES = {Standing.CONFIRMED: 2, Standing.SINGLE_SOURCE: 1}


def certainty_of_tie(standings: Iterable[Standing]) -> Certainty:
    """Return how sure the tie is that events of these standings tell of.

    It is `held` where more events are told as so than are disputed, a confirmed one counting twice: one outlet's word
    does not settle what the parties deny. Else it is the first of disputed, alleged and planned that any event is.
    """
    listed = tuple(standings)
    votes = sum(_VOTES.get(standing, 0) for standing in listed)
    disputed = sum(standing is Standing.DISPUTED for standing in listed)
    if votes > disputed:
        return Certainty.HELD
    if disputed:
        return Certainty.DISPUTED
    told = {CERTAINTY[standing] for standing in listed}
    return next(certainty for certainty in Certainty if certainty in told)
