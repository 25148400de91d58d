"""Whether one who speaks says what their own side would rather deny."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.model import Force, Status
from dragoman.weigh.account import Account

# What a doer has reason to deny: force, threats, arrests and sanctions against others.
_BLAMED = frozenset({"ASSAULT", "COERCE", "THREATEN"})


def admits_against_interest(account: Account, denied_by: Collection[str] = ()) -> bool:
    """Say whether a speaker whose side takes part in it holds it to be so although that side would rather deny it.

    Either the words say so ("admits"), or the side is the doer of something one is blamed for and denies it elsewhere.
    """
    if account.status is not Status.ACTUAL or not account.is_voiced:
        return False
    own = set(account.interests)
    if any(v.force is Force.ADMITS and v.code in own & account.everyone for v in account.statement.voices):
        return True
    return account.statement.type in _BLAMED and bool(own & account.agents & set(denied_by))
