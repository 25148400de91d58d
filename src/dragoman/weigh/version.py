"""What decides the weighing of statements: events that another version weighed are weighed anew."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dragoman.digest import digest_files

# Raise it whenever the same statements and vocabulary may give other events.
WEIGH_VERSION = "12"
FAMILIES = Path(__file__).parent.parent / "ontology" / "families.yaml"


@lru_cache(maxsize=1)
def weigh_version() -> str:
    """Return the version of weighing: its code and a digest of its vocabulary."""
    return f"{WEIGH_VERSION}+{digest_files([FAMILIES])}"
