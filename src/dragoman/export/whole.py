"""Files that are there whole or not at all: written beside their place, and moved to it in the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from dragoman.errors import BadValue


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the path to write to; it takes the place of `path` when all went well, else nothing changes."""
    if path.is_dir():
        raise BadValue(f"{path} is a folder; name a file")
    with _beside(path) as workshop:
        partial = workshop / path.name
        yield partial
        partial.replace(path)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to write to; its files take the place of those of the same name in `path` in the end."""
    if path.exists() and not path.is_dir():
        raise BadValue(f"{path} is a file; name a folder for the tables")
    with _beside(path) as workshop:
        yield workshop
        path.mkdir(exist_ok=True)
        for file in sorted(workshop.iterdir()):
            file.replace(path / file.name)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    if not path.parent.is_dir():
        raise BadValue(f"there is no folder {path.parent}; make it first")
    workshop = Path(mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
