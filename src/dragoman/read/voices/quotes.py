"""Where a text quotes: the stretches between quotation marks, joined where one runs on in the next paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

_DOUBLE = frozenset({'"', "''", "``", "''''"})
# A quotation of fewer words without a closing comma or full stop inside is a quoted word or name, not speech.
SPEECH_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens `start` up to but not including `end`, marks included; `runs_on`: the next paragraph carries it on."""

    start: int
    end: int
    runs_on: bool = False


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """Return the quotations of the text in order; nested ones belong to the outer."""
    found = [quote for start, end in paragraphs(doc) for quote in _quotes_in(doc, start, end)]
    return tuple(_mark_run_on(doc, found))


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token ranges between the line ends at which a sentence starts."""
    start = 0
    for token in doc:
        if "\n" in token.text or "\n" in token.whitespace_:
            after = token.i + 1
            if after < len(doc) and doc[after].is_sent_start:
                yield start, after
                start = after
    if start < len(doc):
        yield start, len(doc)


def _quotes_in(doc: Doc, start: int, end: int) -> Iterator[Quote]:
    opened: int | None = None
    for index in range(start, end):
        if not _is_mark(doc, index) or (opened is not None and _is_single(doc, index) != _is_single(doc, opened)):
            continue
        if opened is None:
            if not _is_single(doc, index) or (_opens(doc, index) and not _closes(doc, index)):
                opened = index
        elif index == opened + 1 or (_opens(doc, index) and not _closes(doc, index)):
            # A new mark opens before the last was closed: a nested or a missing mark.
            continue
        elif not _is_single(doc, index) or _closes(doc, index):
            yield Quote(opened, index + 1)
            opened = None
    if opened is not None and end - opened > SPEECH_WORDS and _opens(doc, opened) and not _is_single(doc, opened):
        yield Quote(opened, _last_word(doc, opened, end), runs_on=True)


def _is_mark(doc: Doc, index: int) -> bool:
    return doc[index].text in _DOUBLE or _is_single(doc, index)


def _is_single(doc: Doc, index: int) -> bool:
    """Say whether the token is a single quotation mark and no apostrophe."""
    return doc[index].text == "'" and doc[index].tag_ != "POS"


def _opens(doc: Doc, index: int) -> bool:
    return index + 1 < len(doc) and not doc[index].whitespace_ and not doc[index + 1].is_space


def _closes(doc: Doc, index: int) -> bool:
    return index > 0 and not doc[index - 1].whitespace_ and not doc[index - 1].is_space


def _last_word(doc: Doc, start: int, end: int) -> int:
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    return end


def _mark_run_on(doc: Doc, quotes: list[Quote]) -> Iterator[Quote]:
    """Keep `runs_on` only where the next quotation starts the very next paragraph."""
    for quote, after in zip(quotes, [*quotes[1:], None], strict=False):
        follows = after is not None and all(doc[i].is_space for i in range(quote.end, after.start))
        yield Quote(quote.start, quote.end, quote.runs_on and follows)


class QuoteIndex:
    """Finds the quotation that holds a token."""

    def __init__(self, quotes: tuple[Quote, ...]) -> None:
        self.quotes = quotes
        self._starts = [quote.start for quote in quotes]

    def at(self, index: int) -> int | None:
        """Return the number of the quotation that holds the token, None when the token stands outside all."""
        number = bisect_right(self._starts, index) - 1
        return number if number >= 0 and index < self.quotes[number].end else None

    def after(self, index: int) -> int:
        """Return the number of the first quotation that starts at or after the token."""
        return bisect_right(self._starts, index - 1)
