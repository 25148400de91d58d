"""The encoder's words: BERT's word pieces, uncased (Devlin et al. 2019), from its list of pieces.

Written here because the library for it brings a client of a model hub along; `train/fit.py` checks that both cut the
training sentences alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MOST_LETTERS = 100  # a longer word is unknown
_UNKNOWN = "[UNK]"
_SIGNS = frozenset("$+<=>^`|~")  # punctuation to BERT, symbols to Unicode


@dataclass(frozen=True, slots=True)
class WordPieces:
    """Cuts text into pieces; `numbers` has the number of each piece, those within a word marked "##"."""

    numbers: Mapping[str, int]

    @classmethod
    def of_lines(cls, lines: str) -> WordPieces:
        """Return the cutter for a list of pieces, one a line, numbered from 0."""
        return cls({piece: number for number, piece in enumerate(lines.splitlines())})

    def encode(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text."""
        return [number for word in _words(text) for number in self._pieces(word)]

    def _pieces(self, word: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(word):
            ends = range(len(word), start, -1) if len(word) <= _MOST_LETTERS else ()
            named = (("##" if start else "") + word[start:end] for end in ends)
            piece = next((piece for piece in named if piece in self.numbers), None)
            if piece is None:
                return [self.numbers[_UNKNOWN]]
            found.append(self.numbers[piece])
            start += len(piece) - (2 if start else 0)
        return found


def _words(text: str) -> Iterator[str]:
    """Yield lower-case words without accents; each sign of punctuation and each Chinese character by itself."""
    word = ""
    for letter in unicodedata.normalize("NFD", "".join(_clean(text)).lower()):
        kind = unicodedata.category(letter)
        if kind == "Mn":
            continue
        apart = _is_punctuation(letter, kind) or _is_ideograph(letter)
        if letter.isspace() or apart:
            if word:
                yield word
            word = ""
            if apart:
                yield letter
        else:
            word += letter
    if word:
        yield word


def _clean(text: str) -> Iterator[str]:
    for letter in text:
        if letter.isspace():
            yield " "
        elif letter not in "\0\ufffd" and not unicodedata.category(letter).startswith("C"):
            yield letter


def _is_punctuation(letter: str, kind: str) -> bool:
    return kind.startswith("P") or letter in _SIGNS


def _is_ideograph(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf" or "\uf900" <= letter <= "\ufaff"
