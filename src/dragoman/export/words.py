"""Statements in a line of words, for formats that want a caption."""

from __future__ import annotations

from dragoman.model import Statement

_LONGEST = 300


def say_statement(statement: Statement) -> str:
    """Return who does what to whom: "Russia AID North Korea: technology (denied)"."""
    agents, targets = (", ".join(dict.fromkeys(r.name for r in refs)) for refs in (statement.agents, statement.targets))
    deed = f"{statement.type} ({statement.mode})" if statement.mode else statement.type
    words = " ".join(part for part in (agents or "?", deed, targets) if part)
    words += f": {statement.theme.text}" if statement.theme else ""
    return " ".join(words.split())[:_LONGEST] + ("" if statement.status == "actual" else f" ({statement.status})")
