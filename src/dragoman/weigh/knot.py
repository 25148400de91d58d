"""A knot: tellings of several documents that links tie, before what tells too little finds its home."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.weigh.compare import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """Tellings joined for `reasons`; the telling `lead` tells the most and stands for all.

    `kinds` are those that speak for it when something else might be excluded: all, but of what lasts one of each kind.

    `home` is the knot that this one, where it is alone and vague, is taken to mean, for `why`; `event` is the event of
    both. `id` is the least of the tellings.
    """

    id: str
    tellings: tuple[str, ...]
    lead: str
    kinds: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    home: str = ""
    why: Verdict | None = None
    event: str = ""

    @property
    def is_alone(self) -> bool:
        """Say whether nothing was found yet that tells of the same."""
        return len(self.tellings) == 1
