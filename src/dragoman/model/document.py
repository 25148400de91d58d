"""A document: one text with what is known of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from textwrap import shorten

from dragoman.model.span import Span

_LONGEST_QUOTE = 120  # characters of the words that a date is inferred from, where they are shown in a line


CODED = "coded"  # the kind of a document that holds rows of coded events and no prose


class DateSource(StrEnum):
    """How the date of publication is known."""

    STATED = "stated"
    METADATA = "metadata"
    INFERRED = "inferred"
    CORRECTED = "corrected"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """The languages that are read; any other is stored under its ISO 639-1 code and left unread."""

    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A document without a date appeared from `earliest` to `latest` (None: open), as the sentences `words` show."""

    earliest: date | None = None
    latest: date | None = None
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text that `publisher` put out on `published`; `text` never changes and all offsets point into it.

    `furniture` are the spans that belong to the page and not to the article ("Leave a Reply"), in order;
    reading passes over them. `pages` are the offsets at which the pages of a paged document start (empty
    otherwise). `origin` is the agency or broadcaster that the document says it reprints, else None: then the
    publisher itself is the origin. `dating` is what reading found of the date of a document that gives none.
    """

    id: str
    name: str
    uri: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_by: DateSource = DateSource.UNKNOWN
    kind: str = "article"
    language: str = "en"
    origin: str | None = None
    furniture: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()
    dating: Dating | None = None

    @property
    def is_read(self) -> bool:
        """Say whether Dragoman reads the document's language."""
        return self.language == Language.ENGLISH

    @property
    def is_coded(self) -> bool:
        """Say whether the document holds rows of coded events, which are not read as prose is."""
        return self.kind == CODED

    @property
    def date_in_words(self) -> str:
        """Return when it was published and how that is known, with the words that a date is inferred from."""
        if self.published is not None:
            return f"{self.published} ({self.published_by.value})"
        if self.dating is None:
            return "no date"
        ends = (("after", self.dating.earliest), ("before", self.dating.latest))
        when = " and ".join(f"{side} {day}" for side, day in ends if day is not None)
        quotes = (shorten(self.text[span.start : span.end], _LONGEST_QUOTE) for span in self.dating.words)
        return f"no date; inferred: {when}, from " + " and ".join(f"'{quote}'" for quote in quotes)

    def page_of(self, offset: int) -> int | None:
        """Return the number of the page (from 1) that holds the offset, None when the document has no pages."""
        if not self.pages:
            return None
        return max(1, sum(start <= offset for start in self.pages))
