"""Raw text and metadata -> Document: its header, furniture, origin, language and id."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from dragoman.errors import UnreadableFile
from dragoman.ingest.credits import BYLINE, find_credits
from dragoman.ingest.furniture import find_furniture
from dragoman.ingest.header import Header, find_header, split_title
from dragoman.ingest.header_line import read_header_line
from dragoman.ingest.kinds import ARTICLE, kind_of
from dragoman.ingest.language import find_language
from dragoman.ingest.lines import cut_lines
from dragoman.ingest.outlets import name_outlet
from dragoman.ingest.raw import Raw
from dragoman.model import DateSource, Document

ID_DIGITS = 16
KINDS = frozenset((ARTICLE, "opinion", "statement", "report", "interview"))


def make_document(raw: Raw, name: str, uri: str, today: date | None = None) -> Document:
    """Return the document that the text makes; what the metadata say goes before what the text states."""
    lines = cut_lines(raw.text)
    if not lines:
        raise UnreadableFile(f"{name} holds no text: leave it out, or check that it was saved whole.")
    credits = find_credits(raw.text, lines)
    known = (*raw.furniture, *(credit.span for credit in credits))
    no_header = (*raw.furniture, *(credit.span for credit in credits if credit.rule != BYLINE))
    header = find_header(raw.text, lines, no_header, today)
    published, published_by = _choose_date(raw, header)
    own_title, outlet, label = split_title(raw.title or "")
    title, author = own_title or header.title, raw.author or header.author
    publisher = name_outlet(raw.publisher or "") or raw.publisher or outlet or header.publisher
    return Document(
        id=make_id(raw.text, title, publisher, author, published),
        name=name,
        uri=uri,
        text=raw.text,
        title=title,
        publisher=publisher,
        author=author,
        published=published,
        published_by=published_by,
        kind=_choose_kind(raw, header, own_title, label),
        language=find_language(raw.text, raw.language),
        origin=credits[0].outlet if credits else None,
        furniture=find_furniture(raw.text, lines, (*known, *header.furniture), _is_header),
        pages=raw.pages,
    )


def make_id(text: str, title: str | None, publisher: str | None, author: str | None, published: date | None) -> str:
    """Return the id of a document: the same text under the same header always has the same."""
    day = published.isoformat() if published else None
    parts = json.dumps([text, title, publisher, author, day], ensure_ascii=False)
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def _is_header(words: str) -> bool:
    return read_header_line(words) is not None


def _choose_kind(raw: Raw, header: Header, title: str, label: str | None) -> str:
    if raw.kind in KINDS:
        return raw.kind
    return kind_of(title, [label] if label else [], "") if header.kind == ARTICLE else header.kind


def _choose_date(raw: Raw, header: Header) -> tuple[date | None, DateSource]:
    if raw.published:
        return raw.published, DateSource.METADATA
    return header.published, DateSource.STATED if header.published else DateSource.UNKNOWN
