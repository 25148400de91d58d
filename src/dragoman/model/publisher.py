"""Publishers of documents, and how far someone trusts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reliability(StrEnum):
    """How far a source is trusted, whatever it reports this time: the letters of the NATO Admiralty code."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def in_words(self) -> str:
        """Return what the letter stands for."""
        return _WORDS[self]


_WORDS = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """`made_by` gave `publisher` the grade `reliability` at `made_at`."""

    publisher: str
    reliability: Reliability
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """`name`, also `spelled` otherwise, put out `documents` documents of the case, and `credited` others repeat it.

    `rating` is None until someone sets it.
    """

    name: str
    documents: int
    credited: int = 0
    spelled: tuple[str, ...] = ()
    rating: Rating | None = None

    @property
    def reliability(self) -> Reliability:
        """Return the grade: F, "cannot be judged", until someone sets another."""
        return self.rating.reliability if self.rating else Reliability.F
