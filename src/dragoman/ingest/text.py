"""Plain text: the document's text is the file's, exactly as decoded."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ingest.decode import decode
from dragoman.ingest.raw import Raw


def read_text(data: bytes, where: str, charset: str | None = None) -> Iterator[Raw]:
    """Yield the one text of a plain text file."""
    yield Raw(text=decode(data, where, charset))
