"""How wide words are, as far as that can be known before a browser sets them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SIZE = 12.0  # pixels: labels
SMALL = 10.5  # pixels: ticks, notes, legends
LEADING = 1.2
# Widths in thousandths of the size of the type, after the metrics that Helvetica, Arial and Liberation Sans share.
_WIDTHS = {
    191: "'",
    222: "ijl‘’",
    278: " !,./:;I[]\\ft|·",
    333: "-()r“”{}`",
    389: "*",
    500: "Jcksvxyz",
    584: "+<>=~×−±",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    944: "W",
    1000: "…—→←↔⇄@%",
}
_OF = {char: width / 1000 for width, chars in _WIDTHS.items() for char in chars}
_USUAL, _CAPITAL, _BROAD = 0.556, 0.7, 1.0
_BOLD = 1.07
_SPARE = 1.08  # Segoe UI, Roboto and San Francisco run up to so much wider than Arial


@lru_cache(maxsize=4096)
def width_of(words: str, size: float = SIZE, *, bold: bool = False) -> float:
    """Return how many pixels the words take at most on one line."""
    return sum(map(_width, words)) * size * _SPARE * (_BOLD if bold else 1)


def _width(char: str) -> float:
    if char in _OF:
        return _OF[char]
    if char.isascii():
        return _USUAL
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _BROAD
    return _CAPITAL if char.isupper() else _USUAL


def fit(words: str, room: float, size: float = SIZE, *, bold: bool = False) -> str:
    """Return the words, cut with "…" where they are wider than the room."""
    if width_of(words, size, bold=bold) <= room:
        return words
    kept = words
    while kept and width_of(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,;:.-–“‘(')}…"


def wrap(words: str, room: float, most: int = 2, size: float = SIZE, *, bold: bool = False) -> list[str]:
    """Return the words on at most `most` lines no wider than the room, the last cut where they don't fit."""
    rows: list[str] = []
    left = words.split()
    while left and len(rows) < most - 1:
        taken = 1
        while taken < len(left) and width_of(" ".join(left[: taken + 1]), size, bold=bold) <= room:
            taken += 1
        rows.append(fit(" ".join(left[:taken]), room, size, bold=bold))
        left = left[taken:]
    if left:
        rows.append(fit(" ".join(left), room, size, bold=bold))
    return rows
