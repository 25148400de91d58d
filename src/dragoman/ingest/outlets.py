"""The known outlets, and a plain name for any that a page names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import yaml

_AGENCY_WORDS = re.compile(r"(?: (?:News|Press))? (?:Agency|Service)$")


@lru_cache(maxsize=1)
def load_outlets() -> Mapping[str, str]:
    """Return every way of writing an outlet with the name that it is shown by."""
    table = _load()
    return {form: name for kind in table.values() for name, forms in kind.items() for form in (name, *forms)}


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


def name_agency(words: str) -> str:
    """Return the plain name of an outlet, known or not; of several ("AFP/Reuters") the first."""
    known = name_outlet(words)
    first = words.split("/")[0].strip(" .,;*_")
    return known or name_outlet(first) or _AGENCY_WORDS.sub("", first) or first


@lru_cache(maxsize=1)
def _load() -> dict[str, dict[str, list[str]]]:
    text = resources.files("dragoman.ingest").joinpath("outlets.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return table
