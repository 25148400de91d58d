"""How lists and pages put ties and parties into few words."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Party, Tie


def say_sign(sign: int) -> str:
    """Return "+", "-" or "0"."""
    return {1: "+", -1: "-"}.get(sign, "0")


def say_tie(tie: Tie) -> str:
    """Return "IRN -> RUS supply", "PRK -- RUS pact"."""
    return f"{tie.source.code} {'->' if tie.directed else '--'} {tie.target.code} {tie.kind}"


def say_since(tie: Tie) -> str:
    """Return from when to when it is told of, in at most 16 signs: "2023-09..2024-06", "1991..1995 ended"."""
    if tie.start is None:
        return ""
    last = tie.end or tie.last or tie.start
    if tie.end is not None:
        return f"{tie.start:%Y}..{last:%Y} ended" if tie.start.year != last.year else f"{tie.start:%Y-%m} ended"
    first, final = f"{tie.start:%Y-%m}", f"{last:%Y-%m}"
    return first if first == final else f"{first}..{final}"


def name_party(party: Party) -> str:
    """Return "Russia (RUS)"."""
    return party.name if party.name.upper() == party.code else f"{party.name} ({party.code})"


def name_parties(parties: Iterable[Party]) -> str:
    """Return "Russia (RUS), Iran (IRN) and China (CHN)"."""
    named = [name_party(party) for party in parties]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
