"""Whole dates, day, month and year, as headers of articles write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

EARLIEST = date(1900, 1, 1)  # what claims to be older is a misprint, or the date of something else

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))"  # "June 18, 20243:05 PM" is a date and a time
_FORMS = (
    _DAY.format("0") + r"(?:\s+of)?[\s.-]+(?P<month0>" + MONTH + r")[,\s-]+" + _YEAR.format("0"),
    r"(?P<month1>" + MONTH + r")\s+" + _DAY.format("1") + r"(?:,\s*|\s+)" + _YEAR.format("1"),
    r"(?P<year2>(?:19|20)\d\d)[-/.](?P<month2>[01]?\d)[-/.](?P<day2>[0-3]?\d)(?!\d)",
    r"(?P<day3>[0-3]?\d)[/.](?P<month3>[01]?\d)[/.](?P<year3>(?:19|20)\d\d)(?!\d)",
)
_DATE = re.compile(r"(?<!\d)(?:" + "|".join(f"(?:{form})" for form in _FORMS) + ")", re.IGNORECASE)
_SLASHED = 3  # the form that Europeans and Americans write in opposite orders


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A whole date and the offsets of the words that give it."""

    day: date
    start: int
    end: int


def find_dates(text: str, today: date | None = None) -> list[FoundDate]:
    """Return the whole dates in the text that a publication can have: from 1900 on and not after `today`."""
    found = ((match, _day_of(match)) for match in _DATE.finditer(text))
    return [
        FoundDate(day, match.start(), match.end())
        for match, day in found
        if day is not None and EARLIEST <= day <= (today or date.today())
    ]


def parse_date(value: object, today: date | None = None) -> date | None:
    """Return the day that a metadata value begins with ("2023-07-17T10:00:00Z", a date), None if it gives none."""
    if isinstance(value, date):
        value = value.isoformat()
    found = find_dates(value.strip()[:60], today) if isinstance(value, str) else []
    return found[0].day if found else None


def _day_of(match: re.Match[str]) -> date | None:
    for form in range(len(_FORMS)):
        year, month, day = match[f"year{form}"], match[f"month{form}"], match[f"day{form}"]
        if year:
            return _make(form, int(year), _number(month), int(day))
    return None


def _make(form: int, year: int, month: int, day: int) -> date | None:
    if form == _SLASHED and month > 12:
        month, day = day, month
    elif form == _SLASHED and day <= 12 and day != month:
        return None  # 03/04/2023 is two days; which one can't be told
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(month: str) -> int:
    return int(month) if month.isdigit() else _NAMES.index(month[:3].lower()) + 1
