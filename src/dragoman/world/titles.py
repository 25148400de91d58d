"""Words for offices: what role and what sector "prime minister", "secretary of state" or "general" stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.world.entries import Problems, read_entries
from dragoman.world.forms import SECTORS

_FIELDS = frozenset({"text", "role", "sector", "state"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The words `text` (lower case, singular) name the office `role`; `state` where only one state has the title."""

    text: str
    role: str
    sector: str | None = None
    state: str | None = None


def read_titles(path: Path, problems: Problems) -> Iterator[Title]:
    """Yield the titles of a YAML file; each alternative of `text` is a title of its own."""
    for entry in read_entries(path, problems):
        sector, role = entry.get("sector"), entry.get("role")
        unknown = sorted(set(entry.fields) - _FIELDS)
        if unknown:
            problems.add(entry.where, f"has fields that are not known: {', '.join(unknown)}")
        elif not role or not entry.get("text"):
            problems.add(entry.where, "needs a text and a role")
        elif sector is not None and sector not in SECTORS:
            problems.add(entry.where, f"has the sector {sector!r}, which is none of {' '.join(sorted(SECTORS))}")
        else:
            for text in entry.all_of("text"):
                yield Title(text=text, role=role, sector=sector, state=entry.get("state"))
