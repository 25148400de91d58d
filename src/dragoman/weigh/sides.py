"""The sides of a dispute, and its identity."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

from dragoman.model import Dispute, DisputeKind, Side
from dragoman.weigh.account import Account
from dragoman.weigh.interest import admits_against_interest


def make_dispute(kind: DisputeKind, events: tuple[str, ...], what: str, sides: Sequence[Side]) -> Dispute:
    """Return a dispute whose id follows from its kind and its statements."""
    key = "|".join([kind, *sorted(s for side in sides for s in side.statements)])
    identity = "d" + hashlib.sha256(key.encode()).hexdigest()[:12]
    return Dispute(id=identity, kind=kind, events=events, what=what, sides=tuple(sides))


def make_side(claim: str, accounts: Sequence[Account], *, denied_by: Collection[str] = ()) -> Side:
    """Return the side that holds `claim`, with its statements and whose interests speak for it.

    `denied_by` are the interests that deny it: who holds it although their own side denies it speaks against it.
    """
    interests = dict.fromkeys(i for a in accounts for i in a.interests)
    statements = dict.fromkeys(a.statement.id for a in accounts)
    return Side(
        claim=claim,
        statements=tuple(statements),
        interests=tuple(interests),
        against_own_interest=any(admits_against_interest(a, denied_by) for a in accounts),
    )
