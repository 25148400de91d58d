"""HTML: the main text of the page, without menus and comments, and what the page's metadata say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import trafilatura
from trafilatura.settings import Document, use_config

from dragoman.errors import UnreadableFile
from dragoman.ingest.dates import parse_date
from dragoman.ingest.decode import decode
from dragoman.ingest.header import split_title
from dragoman.ingest.raw import Raw

BETWEEN_PARAGRAPHS = "\n\n"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,500})</title>", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,300}?\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)
# Only the page's metadata and its markup of dates are asked: a date found in running text is not the publication's.
_DATES = {"extensive_search": False, "original_date": True}


def read_html(data: bytes, where: str, charset: str | None = None) -> Iterator[Raw]:
    """Yield the main text of a web page."""
    declared = _CHARSET.search(data[:4096])
    page = decode(data, where, charset or (declared[1].decode("ascii") if declared else None))
    found = trafilatura.bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=_DATES, config=use_config()
    )
    text = found.text if isinstance(found, Document) else None
    if not isinstance(found, Document) or not text or not text.strip():
        raise UnreadableFile(f"{where} holds no text that could be found on the page: save the article as plain text.")
    paragraphs = [line for line in text.split("\n") if line.strip()]
    heading = _TITLE.search(page[:50_000])
    outlet = split_title(unescape(heading[1]).strip())[1] if heading else None
    language = _LANGUAGE.search(page[:4096])
    yield Raw(
        text=BETWEEN_PARAGRAPHS.join(paragraphs),
        title=found.title or None,
        publisher=found.sitename or outlet,
        author=found.author or None,
        published=parse_date(found.date),
        language=language[1] if language else None,
    )
