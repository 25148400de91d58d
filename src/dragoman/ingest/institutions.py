"""Ministries and other bodies that publish their own statements."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import yaml

MOST_WORDS = 12
_SMALL = "of|the|and|for|to|in|on|at|de|&"


def name_institution(words: str) -> str | None:
    """Return the body's name when a line is nothing else ("Ministry of Foreign Affairs of Japan"), else None."""
    name = words.strip(" .,;:*_#-–—()[]")
    heads, plurals = _load()
    if len(name.split()) > MOST_WORDS or not heads.fullmatch(name):
        return None
    verbs = [word for word in re.findall(r"\b[A-Z][a-z]+s\b", name) if word not in plurals]
    return None if verbs else re.sub(r"^[Tt]he ", "", name)


@lru_cache(maxsize=1)
def _load() -> tuple[re.Pattern[str], frozenset[str]]:
    text = resources.files("dragoman.ingest").joinpath("institutions.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    heads, tails = ("|".join(map(re.escape, table[key])) for key in ("heads", "with_modifier"))
    word = r"[A-ZÀ-Þ][\w’'.-]*"
    rest = rf"(?: (?:(?:{_SMALL}) )*{word})*"
    first = rf"(?:{heads}) (?:of|for|to)(?: the)?(?: {word}){rest}"
    last = rf"(?:{word} ){{1,3}}(?:{tails})(?: of(?: the)? {word}{rest})?"
    return re.compile(rf"(?:[Tt]he )?(?:{first}|{last})"), frozenset(table["plurals"])
