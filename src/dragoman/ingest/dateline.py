"""The dateline before a report's first words: "MOSCOW, Sept 14 (Reuters) - "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.ingest.dates import MONTH, find_dates
from dragoman.ingest.lines import Line
from dragoman.ingest.outlets import load_outlets, name_agency
from dragoman.model import Span

# A dateline stands before the first paragraph, and only a headline, a byline and a few labels stand before that.
LINES_BEFORE = 8
# "NATO - Russia" is a heading; what stands before a paragraph is a place. Without an agency or a day, ask for length.
LEAST_PARAGRAPH = 80

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*){0,3}"
_MIXED = r"[A-ZÀ-Þ][\w.'’/-]+(?: [A-ZÀ-Þ][\w.'’/-]+){0,3}"
_REGION = rf"(?:, {_MIXED})?"
_WHEN = rf"(?:[,.]\s+(?P<when>(?i:{MONTH})\s*\d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} (?i:{MONTH})(?:,? \d{{4}})?))"
_AGENCY = r"\s*[.,]?\s*[(/](?P<agency>[A-Z][\w .'’/-]{1,40}?)[)/]\s*\.?"
_DASH = r"\s*(?:[-–—]{1,2}|:)\s*"
_NEXT = r"(?=[\"“'‘(]?[A-ZÀ-Þ0-9])"
_NAME = r"(?P<agency>[A-Z][\w -]{1,30}?)(?:\.(?:RU|COM|ru|com))?"
_FORMS = (
    re.compile(rf"^{_MIXED}{_REGION}{_WHEN}[,.]\s+{_NAME}\s*[-–—]{{1,2}}\s+{_NEXT}"),
    re.compile(rf"^{_NAME}{_WHEN}\.\s+{_NEXT}"),
    re.compile(rf"^(?:{_MIXED}{_REGION}{_WHEN}?)?{_AGENCY}(?:{_DASH}|\s+){_NEXT}"),
    re.compile(rf"^{_CAPITALS}{_REGION}{_WHEN}\s*{_DASH}{_NEXT}"),
    re.compile(rf"^{_CAPITALS}{_REGION}(?:\s+[-–—]{{1,2}}\s+|\s*—\s*|:\s+){_NEXT}"),
)
_BRACKETED, _BARE = _FORMS[2], _FORMS[-1]


@dataclass(frozen=True, slots=True)
class Dateline:
    """The span of a dateline, the agency that it names, and the day where it gives the year too."""

    span: Span
    agency: str | None
    published: date | None


def find_dateline(lines: list[Line], today: date | None = None) -> Dateline | None:
    """Return the dateline of the text that has these lines, None when it has none."""
    for line in lines[:LINES_BEFORE]:
        for form in _FORMS:
            match = form.match(line.text)
            if match and _is_dateline(form, match, lines):
                return _read(match, line, today)
    return None


def _is_dateline(form: re.Pattern[str], match: re.Match[str], lines: list[Line]) -> bool:
    if form is _BARE:
        is_list = sum(bool(_BARE.match(line.text)) for line in lines) > 1  # "AMMAN: ... BEIRUT: ..." heads each item
        return len(match.string) >= LEAST_PARAGRAPH and sum(map(str.isupper, match[0])) > 3 and not is_list
    if "agency" not in form.groupindex or (form is _BRACKETED and match["when"]):
        return True  # "CITY, July 22 (Name) -": nothing but an agency stands there
    return _is_known(match["agency"]) or (form is _BRACKETED and _is_placed(match, lines))


def _is_known(agency: str) -> bool:
    return name_agency(agency) in load_outlets().values()


def _is_placed(match: re.Match[str], lines: list[Line]) -> bool:
    """Say whether a place in capitals and a dash stand around a bracket that names nobody known: "LIMA (Agency) - "."""
    before, text = match[0].split("(")[0].strip(), match.string.rstrip()
    if not before.isupper() or len(before) <= 3 or match[0].rstrip()[-1] not in "-–—":
        return False
    is_list = sum(bool(_BRACKETED.match(line.text)) for line in lines) > 1
    return not is_list and (len(text) >= LEAST_PARAGRAPH or text.endswith((".", '."', ".”")))


def _read(match: re.Match[str], line: Line, today: date | None) -> Dateline:
    parts = match.groupdict()
    found = find_dates(parts.get("when") or "", today)
    named = parts.get("agency")
    agency = name_agency(named) if named and (parts.get("when") or _is_known(named)) else None
    return Dateline(line.piece(0, match.end()), agency, found[0].day if found else None)
