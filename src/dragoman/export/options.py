"""What is chosen for a table of dyads."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import BadValue
from dragoman.export.periods import PERIODS

OCCURRING, ALL_ACTORS = "occurring", "all-actors"
DYADS = (OCCURRING, ALL_ACTORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadOptions:
    """Rows by `by` (day, week, month, year), for the `dyads` that occur or for all pairs of actors that do."""

    by: str = "month"
    dyads: str = OCCURRING

    def __post_init__(self) -> None:
        for value, known in ((self.by, PERIODS), (self.dyads, DYADS)):
            if value not in known:
                raise BadValue(f"there is no such choice ({value}); use {' or '.join(known)}")
