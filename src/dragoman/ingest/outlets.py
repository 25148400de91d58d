"""The known outlets, and a plain name for any that a page names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

WORDS, SECTION_WORDS = "words", "section words"  # the entries of outlets.yaml that hold no names but words in them
MOST_WORDS = 5  # in the name of an outlet
_SMALL = frozenset(("of", "the", "and", "for", "on"))
_AGENCY_WORDS = re.compile(r"(?: (?:News|Press))? (?:Agency|Service)$")


@lru_cache(maxsize=1)
def load_outlets() -> Mapping[str, str]:
    """Return every way of writing an outlet with the name that it is shown by."""
    kinds = (kind for key, kind in _load().items() if key not in (WORDS, SECTION_WORDS))
    return {form: name for kind in kinds for name, forms in kind.items() for form in (name, *forms)}


@lru_cache(maxsize=1)
def load_agencies() -> frozenset[str]:
    """Return the names of the outlets whose texts others reprint under a dateline."""
    return frozenset(_load()["agency"])


def name_outlet(words: str) -> str | None:
    """Return the plain name of the outlet that the words are, None when they are no known outlet."""
    words = words.strip(" .,;:*_-–—()[]").replace("’", "'")
    forms = load_outlets()
    bare = words.removeprefix("The ").removeprefix("the ")
    return forms.get(words) or forms.get(bare) or forms.get("The " + bare)


def looks_like_outlet(words: str) -> bool:
    """Say whether words in capitals are such as name an outlet, known or not ("The Frontier Dispatch")."""
    name = words.strip(" .,;:*_#-–—()[]")
    parts = name.split()
    if not 1 < len(parts) <= MOST_WORDS or not all(part[0].isupper() or part in _SMALL for part in parts):
        return False
    own = [part for part in parts if part not in load_outlet_words() and part != "The"]
    return len(own) < len(parts) and not set(own) <= set(_load()[SECTION_WORDS])


@lru_cache(maxsize=1)
def load_outlet_words() -> frozenset[str]:
    """Return the words by which the name of an outlet is known as one."""
    return frozenset(_load()[WORDS])


def name_agency(words: str) -> str:
    """Return the plain name of an outlet, known or not; of several ("AFP/Reuters") the first."""
    known = name_outlet(words)
    first = words.split("/")[0].strip(" .,;*_")
    return known or name_outlet(first) or _AGENCY_WORDS.sub("", first) or first


@lru_cache(maxsize=1)
def _load() -> dict[str, Any]:
    text = resources.files("dragoman.ingest").joinpath("outlets.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
