"""The accounts of one event, with what was found when they were joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.weigh.account import Account


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts of one event, with the reasons for joining them and the doubts about it."""

    accounts: Sequence[Account]
    reasons: Sequence[str]
    doubts: Sequence[str]
