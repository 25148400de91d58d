"""Bytes -> Document: one format a file.

`ingest` reads one file or address and yields what it holds: a Document, or, for what can't be read, the UnreadableFile
that says what, where and what to do. It never raises for bad input, so that one bad file, or one bad line of a file of
JSON lines, stops nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from dragoman.errors import UnreadableFile
from dragoman.ingest.assembly import make_document
from dragoman.ingest.coded import MOST_BYTES as MOST_CODED_BYTES
from dragoman.ingest.coded import MOST_FIRST_BYTES, read_coded, sniff_coded
from dragoman.ingest.credits import find_origin
from dragoman.ingest.formats import MEDIA_TYPES, SUFFIXES, TABLES, is_address, load_reader, sniff_format
from dragoman.ingest.sources import Source, Survey, find_sources, survey_sources
from dragoman.model import Document

MOST_BYTES = 50_000_000  # a thousand-page report has 5 MB of text; larger files are archives or something else

__all__ = ["MOST_BYTES", "Source", "Survey", "find_origin", "find_sources", "ingest", "survey_sources"]


def ingest(source: str, *, base: Path | None = None) -> Iterator[Document | UnreadableFile]:
    """Yield the documents of one file or web address, and an UnreadableFile for each that can't be had.

    A file's documents are named by its path below `base`, the folder that the user gave, else by its name.
    """
    try:
        yield from _ingest_address(source) if is_address(source) else _ingest_file(Path(source), base)
    except UnreadableFile as error:
        yield error


def _ingest_file(path: Path, base: Path | None) -> Iterator[Document | UnreadableFile]:
    data = _read_bytes(path)
    if coded := sniff_coded(data):
        yield from read_coded(data, coded, _printable(path.name), path.resolve().as_uri())
        return
    _refuse_table(path.name, path.suffix.lower())
    form = SUFFIXES.get(path.suffix.lower()) or sniff_format(data)
    resolved = path.resolve()
    is_below = base is not None and resolved.is_relative_to(base.resolve())
    name = resolved.relative_to(base.resolve()).as_posix() if base is not None and is_below else path.name
    yield from _make_documents(data, form, _printable(name), resolved.as_uri())


def _ingest_address(address: str) -> Iterator[Document | UnreadableFile]:
    from dragoman.ingest.url import fetch  # the HTTP client is slow to import, and few runs need it

    shown = _without_password(address)
    data, media_type, charset, final = fetch(address, MOST_BYTES)
    if coded := sniff_coded(data):
        yield from read_coded(data, coded, shown, _without_password(final))
        return
    suffix = Path(urlsplit(address).path).suffix.lower()
    _refuse_table(shown, media_type, "" if media_type in MEDIA_TYPES and media_type != "text/plain" else suffix)
    form = MEDIA_TYPES.get(media_type) or SUFFIXES.get(suffix) or sniff_format(data)
    if form == "text":
        form = SUFFIXES.get(suffix, form)  # servers send Markdown and JSON lines as plain text
    yield from _make_documents(data, form, shown, _without_password(final), charset)


def _make_documents(
    data: bytes, form: str, name: str, uri: str, charset: str | None = None
) -> Iterator[Document | UnreadableFile]:
    if not data.strip():
        raise UnreadableFile(f"{name} holds no text: leave it out, or check that it was saved whole.")
    for raw in load_reader(form)(data, name, charset):
        if isinstance(raw, UnreadableFile):
            yield raw
            continue
        try:
            own = raw.uri if raw.suffix else None
            yield make_document(raw, own or name + raw.suffix, raw.uri or uri + raw.suffix)
        except UnreadableFile as error:
            yield error


def _refuse_table(name: str, *kinds: str) -> None:
    if TABLES.intersection(kinds):
        raise UnreadableFile(
            f"{name} is a table, which is not read: make JSON lines of its rows, each with a `text`;"
            " the how-to guide has the command (`Read a table of articles`)."
        )


def _read_bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise UnreadableFile(f"{path} is not a file: name one, or the folder that holds it.")
        size = path.stat().st_size
        most = MOST_CODED_BYTES if size > MOST_BYTES and _is_coded(path) else MOST_BYTES
        if size > most:
            raise UnreadableFile(f"{path} is larger than {most // 1_000_000} MB: cut it into smaller files.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(f"There is no file {path}: check the name.") from error
    except OSError as error:
        raise UnreadableFile(f"{path} can't be opened ({error.strerror}): check that you may read it.") from error


def _is_coded(path: Path) -> bool:
    with path.open("rb") as file:
        return sniff_coded(file.read(MOST_FIRST_BYTES)) is not None


def _printable(name: str) -> str:
    """Return the name with a sign for each byte that is none of UTF-8: file systems allow any."""
    return os.fsencode(name).decode("utf-8", "replace")


def _without_password(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
