"""A short digest of files: it changes when any of them does, wherever they lie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

LENGTH = 8  # hexadecimal digits: versions of one program's data, of which there will be thousands at most


def digest_files(paths: Iterable[Path]) -> str:
    """Return the digest of the files' bytes in this order; a file's place and name don't count."""
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:LENGTH]
