"""What others' data call the sector of an actor -> its three-letter code; the table is sectors.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dragoman.ontology.load import read_yaml


@lru_cache(maxsize=4096)
def sector_codes(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the code of the sectors of one actor, the most telling one; () where none of them is known."""
    wanted = {name.strip().lower() for name in names}
    return next(((code,) for code, known in _table() if known & wanted), ())


@lru_cache(maxsize=1)
def known_sectors() -> frozenset[str]:
    """Return the codes of sectors that PLOVER or CAMEO has."""
    return frozenset(code for code, _ in _table())


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = read_yaml(Path(__file__).parent / "sectors.yaml")
    return tuple((row["code"], frozenset(name.lower() for name in row["names"])) for row in rows)
