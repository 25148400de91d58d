"""How lists and pages put ties and parties into few words."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Party, Tie


def say_sign(sign: int) -> str:
    """Return "+", "-" or "~"."""
    return {1: "+", -1: "-"}.get(sign, "~")


def say_tie(tie: Tie) -> str:
    """Return "IRN -> RUS supply", "PRK -- RUS pact"."""
    return f"{tie.source.code} {'->' if tie.directed else '--'} {tie.target.code} {tie.kind}"


def say_since(tie: Tie) -> str:
    """Return from when to when it is told of, in at most 17 signs: "2023-09..2024-06", "1991..1995 ended"."""
    if tie.start is None:
        return ""
    last = tie.end or tie.last or tie.start
    first, final = f"{tie.start:%Y-%m}", f"{last:%Y-%m}"
    if tie.end is None:
        return first if first == final else f"{first}..{final}"
    if tie.start.year != last.year:
        return f"{tie.start:%Y}..{last:%Y} ended"
    return f"{first} ended" if first == final else f"{first}..{last:%m} ended"


def name_party(party: Party) -> str:
    """Return "Russia (RUS)"."""
    return party.name if party.name.upper() == party.code else f"{party.name} ({party.code})"


def name_parties(parties: Iterable[Party]) -> str:
    """Return "Russia (RUS), Iran (IRN) and China (CHN)"."""
    named = [name_party(party) for party in parties]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
