"""Which form a file of coded events has, as its first line shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dragoman.coded.gdelt import VERSION_1, VERSION_2, parse_gdelt
from dragoman.coded.icews import COLUMNS as ICEWS
from dragoman.coded.icews import parse_icews
from dragoman.coded.own import NEEDED as OWN
from dragoman.coded.own import parse_own
from dragoman.coded.polecat import NEEDED as POLECAT
from dragoman.coded.polecat import parse_polecat
from dragoman.coded.records import is_record, parse_record
from dragoman.coded.rows import CodedRow


@dataclass(frozen=True, slots=True)
class Form:
    """How rows are to be parsed; `dataset` is whose they are, where they don't say it themselves.

    `confidence` is the probability that such a row is right, where it doesn't say it: of ICEWS about 0.75 (its makers'
    evaluation of the top-level codes), of GDELT far lower for single rows (a study found a fifth of its protests to be
    protests and four fifths of those of ICEWS: Wang and others, Science 353, 2016); the others are estimates.
    """

    dataset: str
    confidence: float
    has_header: bool
    parse: Callable[[str], CodedRow]


def find_form(line: str) -> Form | None:
    """Return the form of the rows that a file with this first line holds, None where it is no such file."""
    line = line.rstrip("\r\n")
    if line.lstrip().startswith("{"):
        return _find_record(line)
    cells = [cell.strip().strip('"') for cell in line.split("\t")]
    columns = {name: at for at, name in enumerate(cells)}
    if set(ICEWS) <= columns.keys():
        return Form("ICEWS", 0.75, True, partial(parse_icews, columns=columns))
    if set(POLECAT) <= columns.keys():
        return Form("POLECAT", 0.6, True, partial(parse_polecat, columns=columns))
    own = {name: at for at, name in enumerate(line.split(","))}
    if set(OWN) <= own.keys():
        return Form("Dragoman", 0.6, True, partial(parse_own, columns=own))
    for known in (VERSION_1, VERSION_2):
        if len(cells) == len(known) and cells[0].isdigit() and cells[1].isdigit() and len(cells[1]) == len("20140503"):
            return Form("GDELT", 0.4, False, partial(parse_gdelt, columns=known))
    return None


def _find_record(line: str) -> Form | None:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return Form("PLOVER records", 0.6, False, parse_record) if is_record(fields) else None
