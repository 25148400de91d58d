"""Names as keys that do not depend on how they are spelled or cut into tokens.

"Kim Jong-un", "Kim Jong Un" and the tokens "Kim", "Jong", "-", "un" all have the parts Kim Jong Un; "U.S." and "US"
have the part US; "al-Qaeda" and "Al Qaeda" have al Qaeda. Case counts otherwise:
"us", "china" and "turkey" name nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dragoman.model import Form

# Small words that names carry in either case ("Al Shabaab", "al-Shabaab", "The Hague").
PARTICLES = frozenset(
    {"al", "el", "ul", "ad", "bin", "ibn", "of", "the", "and", "for", "de", "del", "da", "di", "du", "la", "le"}
    | {"van", "von", "der", "den"}
)
# Names in capitals of this length and more ("MOSCOW - ...") are words in capitals, shorter ones are acronyms.
SHORTEST_CAPITALISED = 4
_APOSTROPHES = str.maketrans("’‘ʼʻ`´", "''''''")
_INITIALS = re.compile(r"(?:\w\.)+\w?")
_HYPHENS = re.compile(r"[-‐‑–—]")
_PIECE = re.compile(r"[-‐‑–—]|,|[^\s,\-‐‑–—]+")
_LONE_APOSTROPHE = ("'",)
_POSSESSIVE = re.compile(r"(?<=\w)'s$")


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[str, ...]:
    """Return the pieces of one token, hyphens and commas apart: "Jong-un" gives Jong, -, un."""
    found: list[str] = []
    for piece in _PIECE.findall(word.translate(_APOSTROPHES)):
        bare = _POSSESSIVE.sub("", piece)
        found.append(_plain(bare))
        if bare != piece:
            found.append("'s")
    return tuple(found)


def name_key(text: str) -> str:
    """Return the key under which a form of words is kept."""
    if text.isascii() and text.replace(" ", "").isalpha():  # nine in ten, at a tenth of the cost
        if PARTICLES.isdisjoint(text.lower().split(" ")):
            return text.strip()
        return " ".join(word.lower() if word.lower() in PARTICLES else word for word in text.split())
    return " ".join(_join(pieces(text)))


class NameIndex:
    """Forms by key, with the length in parts of the longest that starts with each first part."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]]) -> None:
        self._forms = forms
        self._reach: dict[str, int] = {}
        for key in forms:
            first, _, rest = key.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if length > self._reach.get(first, 0):
                self._reach[first] = length

    def all(self) -> Iterator[tuple[Form, ...]]:
        """Yield the forms that share a key, key by key."""
        return iter(self._forms.values())

    def get(self, text: str) -> tuple[Form, ...]:
        """Return the forms of exactly these words."""
        key = name_key(text)
        found = self._forms.get(key, ())
        return found or (self._forms.get(_uncapitalised(key), ()) if key.isupper() else ())

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[Form, ...]]:
        """Return how many words from `at` on make the longest known form, and its forms; (0, ()) when none does."""
        best: tuple[int, tuple[Form, ...]] = (0, ())
        for count, key in self._keys(words, at):
            forms = self._forms.get(key)
            if not forms and key.isupper():
                forms = self._forms.get(_uncapitalised(key))
            if forms:
                best = (count, forms)
        return best

    def _keys(self, words: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
        """Yield the key of the first one, two, ... words as long as a form may be that long."""
        start = _join(pieces(words[at]))
        if not start:
            return
        first = start[0]
        reach = self._reach.get(first, 0)
        if first.isupper():
            reach = max(reach, self._reach.get(first.capitalize(), 0), self._reach.get(first.lower(), 0))
        parts: list[str] = []
        hyphen = False
        for index in range(at, len(words)):
            found = pieces(words[index])
            parts.extend(_join(("-", *found)[not hyphen :]))
            hyphen = bool(found) and found[-1] == "-"
            if len(parts) > reach:
                return
            if not hyphen and found != _LONE_APOSTROPHE:
                yield index - at + 1, " ".join(parts)


def _join(found: Sequence[str]) -> list[str]:
    """Drop hyphens, and raise the letter behind one, so that "Jong-un" is the same as "Jong Un"."""
    parts: list[str] = []
    hyphen = False
    for piece in found:
        if piece == "-":
            hyphen = True
            continue
        if piece == "'":
            continue
        if piece.lower() in PARTICLES:
            parts.append(piece.lower())
        elif hyphen:
            parts.append(piece[0].upper() + piece[1:])
        else:
            parts.append(piece)
        hyphen = False
    return parts


def _plain(piece: str) -> str:
    if _HYPHENS.fullmatch(piece):
        return "-"
    if _INITIALS.fullmatch(piece):
        return piece.replace(".", "")
    piece = piece.rstrip("'") or piece  # "Workers' Party" is found where the apostrophe is a token of its own
    piece = piece.rstrip(".") or piece
    if piece.isascii():
        return piece
    folded = unicodedata.normalize("NFKD", piece.translate(_LETTERS))
    return "".join(char for char in folded if not unicodedata.combining(char))


# Letters that do not come apart into a plain letter and a sign.
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"})


def _uncapitalised(key: str) -> str:
    """Return "Moscow" for "MOSCOW" and "Kim Jong Un" for "KIM JONG UN"; a short word alone stays as it is."""
    parts = key.split(" ")
    if len(parts) == 1 and len(key) < SHORTEST_CAPITALISED:
        return key
    return " ".join(part.lower() if part.lower() in PARTICLES else part.capitalize() for part in parts)
