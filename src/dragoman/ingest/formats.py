"""Which reader reads which file: by its ending, by the type that a server declares, else by its first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from dragoman.errors import UnreadableFile
from dragoman.ingest.raw import Raw

Reader = Callable[[bytes, str, str | None], Iterator[Raw | UnreadableFile]]

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
MEDIA_TYPES = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/jsonlines": "jsonl",
}
# Tables hold texts in their cells; read as prose, a row would be one long sentence.
TABLES = frozenset({".csv", ".tsv", "text/csv", "text/tab-separated-values"})


def is_address(source: str) -> bool:
    """Say whether the source is a web address and not a file."""
    return source.lower().startswith(("http://", "https://"))


def sniff_format(data: bytes) -> str:
    """Return the format that the first bytes show; what shows none is tried as plain text."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return "pdf"
    if start.startswith(b"pk\x03\x04"):
        return "docx"
    if start.startswith(b'{"'):
        return "jsonl"
    return "html" if start.startswith((b"<!doctype html", b"<html", b"<?xml")) and b"<html" in start else "text"


def load_reader(name: str) -> Reader:
    """Return the reader of a format; the library behind it is only imported now, for most runs need one or two."""
    module = import_module(f"dragoman.ingest.{name}")
    reader: Reader = getattr(module, f"read_{name}")
    return reader
