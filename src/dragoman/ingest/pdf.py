"""PDF: the text of the pages one after the other; what the pages repeat at their heads and feet is furniture."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator

import pypdf
from pypdf.errors import PyPdfError

from dragoman.errors import UnreadableFile
from dragoman.ingest.lines import Line, cut_lines
from dragoman.ingest.raw import Raw
from dragoman.model import Span

# Else what the library notes of a file's insides is printed; who sets up logging still gets it.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
BETWEEN_PAGES = "\n\n"
# A line that stands first or last on this share of the pages, numbers aside, is a running head or foot.
LEAST_REPEATED = 0.5
LEAST_PAGES = 3
_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read_pdf(data: bytes, where: str, charset: str | None = None) -> Iterator[Raw]:
    """Yield the one text of a PDF file, with the offsets at which its pages start."""
    texts = _extract_pages(data, where)
    if not any(text.strip() for text in texts):
        raise UnreadableFile(f"{where} holds no text, perhaps it is a scan: run a text recogniser over it first.")
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + len(BETWEEN_PAGES))
    yield Raw(text=BETWEEN_PAGES.join(texts), pages=tuple(starts), furniture=tuple(_find_running(texts, starts)))


def _extract_pages(data: bytes, where: str) -> list[str]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(f"{where} is locked with a password: save a copy without one.")
        return [_HYPHENATED.sub("", page.extract_text()) for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableFile(f"{where} is damaged or no PDF: save it again, or as plain text.") from error


def _find_running(texts: list[str], starts: list[int]) -> Iterator[Span]:
    if len(texts) < LEAST_PAGES:
        return
    edges = [(start, line) for text, start in zip(texts, starts, strict=True) for line in _edges(cut_lines(text))]
    counts = Counter(_shape(line) for _, line in edges)
    for start, line in edges:
        if counts[_shape(line)] >= LEAST_REPEATED * len(texts):
            yield Span(start + line.span.start, start + line.span.end)


def _edges(lines: list[Line]) -> list[Line]:
    return lines if len(lines) < 2 else [lines[0], lines[-1]]


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)
