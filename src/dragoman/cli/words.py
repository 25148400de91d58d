"""How lists and pages of the terminal put actors, days and voices into few words."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model import ActorRef, Statement, Time

SHORT_ID = 8  # signs of an id that are shown; `dragoman show` takes the beginning of an id


def say_who(agents: Sequence[ActorRef], targets: Sequence[ActorRef]) -> str:
    """Return "RUS > PRK"."""
    sides = [",".join(dict.fromkeys(ref.code for ref in refs)) for refs in (agents, targets)]
    return f"{sides[0] or '?'} > {sides[1]}" if sides[1] else sides[0]


def name_all(refs: Sequence[ActorRef]) -> str:
    """Return "Vladimir Putin (RUS) and Kim Jong-un (PRK)"."""
    named = [ref.name if ref.name == ref.code else f"{ref.name} ({ref.code})" for ref in refs]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def say_when(time: Time) -> str:
    """Return the days as short as their precision allows: 2023-09-14, 2023-09, 2023, 2023-09-01..2023-09-20."""
    start, end = time.start, time.end
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"from {start}" if start else f"until {end}"
    if start == end:
        return start.isoformat()
    if time.precision == "month":
        return start.isoformat()[:7]
    if time.precision == "year":
        return start.isoformat()[:4]
    return f"{start}..{end}"


def say_voices(statement: Statement) -> str:
    """Return "Kirby alleges, the Pentagon says", innermost first, or nothing when the document itself says it."""
    return ", ".join(f"{voice.name} ({voice.code}) {voice.force}" for voice in statement.voices)
