"""The reader that the settings ask for: its version is known at once, its parser loaded when a document comes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import BadValue
from dragoman.model import Document, Reading
from dragoman.read.version import DEFAULT_PIPELINE, reader_version
from dragoman.settings import Settings
from dragoman.workers import DocumentReader

if TYPE_CHECKING:
    from dragoman.read.coded import CodedReader


class LateReader:
    """Reads as `dragoman.read.reader.Reader` does, which takes a second to load and is not always needed.

    Documents of coded rows have a reader, and a version, of their own.
    """

    def __init__(self, parser: str, actors: Sequence[Path], vocabulary: Sequence[Path]) -> None:
        self._parser, self._actors, self._vocabulary = parser, actors, vocabulary
        self.version = reader_version(parser, actors, vocabulary)

    def load(self) -> None:
        """Load what reading needs, unless it is loaded.

        Raises:
            DataError: the vocabulary or the world data break their rules.
            BadValue: the parser is not one that can be loaded.
        """
        _ = self._reader

    def read(self, document: Document) -> Reading:
        """Return what is found in the document."""
        return (self._coded if document.is_coded else self._reader).read(document)

    def is_current(self, document: Document, version: str | None) -> bool:
        """Say whether a reading by that version is what this reader finds in the document."""
        return version == (self._coded.version if document.is_coded else self.version)

    @cached_property
    def _coded(self) -> CodedReader:
        from dragoman.read.coded import CodedReader

        return CodedReader(self._actors)

    @cached_property
    def _reader(self) -> DocumentReader:
        from dragoman.read.reader import Reader

        reader = Reader(parser=self._parser, actors=self._actors, vocabulary=self._vocabulary)
        try:
            _ = reader.nlp
        except (OSError, ValueError, ImportError) as error:
            raise BadValue(f"this spaCy pipeline can't be loaded ({self._parser}): {error}") from error
        return reader


def load_reader(settings: Settings) -> LateReader:
    """Return the reader that the settings ask for, the same one as long as its version is the same."""
    parser = settings.parser or DEFAULT_PIPELINE
    actors, vocabulary = settings.actors or (), settings.vocabulary or ()
    return _load(parser, actors, vocabulary, reader_version(parser, actors, vocabulary))


@lru_cache(maxsize=1)
def _load(parser: str, actors: tuple[Path, ...], vocabulary: tuple[Path, ...], version: str) -> LateReader:
    return LateReader(parser, actors, vocabulary)
