"""Word files: paragraphs and tables in their order, with the page breaks that the file keeps."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table

from dragoman.errors import UnreadableFile
from dragoman.ingest.raw import Raw

MOST_UNPACKED_BYTES = 200_000_000  # an honest report unpacks to a few megabytes
BETWEEN_PARAGRAPHS = "\n\n"
_PAGE = "\f"


def read_docx(data: bytes, where: str, charset: str | None = None) -> Iterator[Raw]:
    """Yield the one text of a Word file; a paragraph in the style Title is its title."""
    try:
        _check_size(data, where)
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UnreadableFile(
            f"{where} is damaged or no Word file: save it again as .docx, or as plain text."
        ) from error
    blocks = [(words, style) for words, style in _blocks(document) if words.strip(" \n" + _PAGE) or _PAGE in words]
    text, pages = _join_pages(BETWEEN_PARAGRAPHS.join(words for words, _ in blocks))
    titles = [words.strip() for words, style in blocks if style == "Title"]
    yield Raw(text=text, title=titles[0] if titles else None, pages=pages)


def _check_size(data: bytes, where: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED_BYTES:
            raise UnreadableFile(f"{where} unpacks to more than 200 MB: save its text as plain text.")


def _blocks(document: Any) -> Iterator[tuple[str, str]]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows), "Table"
        else:
            yield _words(block), block.style.name if block.style else ""


def _words(paragraph: Any) -> str:
    """Return the paragraph's words with a form feed where a page ends."""
    parts = []
    for element in paragraph._p.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:lastRenderedPageBreak")):
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag == qn("w:tab"):
            parts.append("\t")
        elif element.tag == qn("w:lastRenderedPageBreak") or element.get(qn("w:type")) == "page":
            parts.append(_PAGE)
        else:
            parts.append("\n")
    return "".join(parts)


def _join_pages(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the form feeds out and return the offsets at which pages start; none when the file keeps no breaks."""
    pages = [page for page in text.split(_PAGE) if page.strip()]
    if len(pages) < 2:
        return text.replace(_PAGE, ""), ()
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page))
    return "".join(pages), tuple(starts)
