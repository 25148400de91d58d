"""CAMEO's event codes and this program's types, both ways; the table is cameo.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dragoman.coded.rows import BadRow
from dragoman.ontology.load import read_yaml

HERE = Path(__file__).parent
LAST_ROOT = 20  # CAMEO's roots are 01 to 20
_NO_EVENT = "none"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code of others means here; `type` None: PLOVER has no event for it."""

    type: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@cache
def cameo_meaning(code: str) -> Meaning | None:
    """Return what a CAMEO code means, that of its nearest beginning where it is not listed; None for no code at all.

    Spreadsheets drop the leading zero ("42" for 042, "311" for 0311): there is no root above 20.
    """
    code = given = code.strip()
    if not code.isdigit() or not 2 <= len(code) <= 4:
        return None
    if len(code) == 2 or int(code[:2]) > LAST_ROOT:
        code = "0" + code
    listed = _table()["read"]
    shortest = 3 if len(given) == 3 and code != given else 2  # "999" is none that lost its zero: there is no 099
    words = next((listed[code[:n]] for n in range(len(code), shortest - 1, -1) if code[:n] in listed), None)
    return read_meaning(words) if words else None


def meaning_of(code: str) -> Meaning:
    """Return what a row's code means.

    Raises:
        BadRow: it is none of CAMEO's.
    """
    meaning = cameo_meaning(code)
    if meaning is None:
        raise BadRow(f"has no CAMEO code in {code!r}")
    return meaning


def read_meaning(words: str) -> Meaning:
    """Return the meaning that a table writes as "TYPE/mode context context"."""
    kind, *contexts = words.split()
    name, _, mode = kind.partition("/")
    return Meaning(None if name == _NO_EVENT else name, mode or None, tuple(contexts))


def cameo_code(kind: str, mode: str | None, contexts: Sequence[str], was: str | None = None) -> str:
    """Return the code of a PLOVER type, of the first row that fits; `was` is the type of what is promised, refused."""
    for row in _table()["write"][kind]:
        if row.get("mode", mode) != mode or row.get("was", was) != was:
            continue
        if "contexts" not in row or set(row["contexts"]) & set(contexts):
            return str(row["code"])
    raise AssertionError(f"the table has no last row for {kind}")


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_yaml(HERE / "cameo.yaml")
    return table
