"""What the user names on the command line -> the files and addresses to read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.ingest.formats import SUFFIXES, is_address


@dataclass(frozen=True, slots=True)
class Source:
    """One file or address to read; `base` is the named folder that the file was found in."""

    address: str
    base: Path | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is to read, and the files that were passed over because their ending is not known."""

    sources: tuple[Source, ...]
    skipped: tuple[str, ...]


def find_sources(paths: Sequence[str]) -> list[str]:
    """Return the files and addresses that the paths name, each once, in the order named and sorted within folders."""
    return [source.address for source in survey_sources(paths).sources]


def survey_sources(paths: Sequence[str]) -> Survey:
    """Expand folders, all the way down; hidden files are passed over in silence, unknown endings are reported."""
    sources: dict[str, Source] = {}
    skipped: dict[str, None] = {}
    for path in paths:
        if is_address(path) or not Path(path).is_dir():
            sources.setdefault(_identity(path), Source(path))
            continue
        for file in _walk(path):
            if file.suffix.lower() in SUFFIXES:
                sources.setdefault(_identity(str(file)), Source(str(file), Path(path)))
            else:
                skipped[str(file)] = None
    return Survey(tuple(sources.values()), tuple(skipped))


def _identity(path: str) -> str:
    return path if is_address(path) else os.path.realpath(path)


def _walk(folder: str) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(files) if not name.startswith("."))
