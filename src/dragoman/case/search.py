"""Searching the documents' words."""

from __future__ import annotations

import re
import sqlite3

from dragoman.case.records import Hit
from dragoman.model import Span

_OPEN, _CLOSE = "\x02", "\x03"  # no text holds these; they mark the words found
_SNIPPET_WORDS = 24  # about two lines of a terminal
_TERM = re.compile(r'"([^"]+)"|(\S+)')


def search_documents(db: sqlite3.Connection, text: str, limit: int) -> tuple[Hit, ...]:
    """Return the documents that hold all the words, best first; "quoted words" are a phrase, `word*` a beginning."""
    query = _query(text)
    if not query:
        return ()
    rows = db.execute(
        "SELECT d.id, d.name, d.title, snippet(document_text, -1, ?, ?, '...', ?) FROM document_text"
        " JOIN document d ON d.row = document_text.rowid WHERE document_text MATCH ?"
        " ORDER BY bm25(document_text, 4.0, 1.0), d.row LIMIT ?",  # a word in the title weighs four times
        (_OPEN, _CLOSE, _SNIPPET_WORDS, query, limit),
    )
    return tuple(_hit(*row) for row in rows)


def _query(text: str) -> str:
    """Return the search in FTS5's language, in which every other sign than a letter could mean something."""
    terms = []
    for phrase, word in _TERM.findall(text):
        plain = (phrase or word.rstrip("*")).replace('"', " ").strip()
        if any(sign.isalnum() for sign in plain):
            terms.append(f'"{plain}"' + ("*" if word.endswith("*") else ""))
    return " ".join(terms)


def _hit(document: str, name: str, title: str | None, marked: str) -> Hit:
    marked = " ".join(marked.split())
    snippet, marks, start = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            start = len(snippet)
        elif piece == _CLOSE:
            marks.append(Span(start, len(snippet)))
        else:
            snippet += piece
    return Hit(document=document, name=name, title=title, snippet=snippet, marks=tuple(marks))
