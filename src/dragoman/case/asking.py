"""Making a filter of what people and programs write: one value or several, days as text, words in either case."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypedDict, TypeVar

from dragoman.case.filter import Filter
from dragoman.errors import BadValue
from dragoman.model import Standing, Status

E = TypeVar("E", bound=StrEnum)
Words = str | Iterable[str]
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Asked(TypedDict, total=False):
    """The fields of a filter as they may be written."""

    actors: Words
    voices: Words
    types: Words
    statuses: Words
    standings: Words
    documents: Words
    since: str | date | None
    until: str | date | None
    confidence: float | None


def make_filter(asked: Asked) -> Filter:
    """Return the filter; a year or a month given as `since` means its first day, as `until` its last.

    Raises:
        BadValue: a field is none of a filter; a status, a standing or a day is none.
    """
    if unknown := sorted(asked.keys() - Asked.__annotations__.keys()):
        raise BadValue(f"nothing is narrowed by `{unknown[0]}`; use {', '.join(Asked.__annotations__)}")
    return Filter(
        actors=_words(asked.get("actors")),
        voices=_words(asked.get("voices")),
        types=_words(asked.get("types")),
        statuses=_members(Status, "status", asked.get("statuses")),
        standings=_members(Standing, "standing", asked.get("standings")),
        documents=_words(asked.get("documents")),
        since=parse_day(asked.get("since"), last=False),
        until=parse_day(asked.get("until"), last=True),
        confidence=_share(asked.get("confidence")),
    )


def parse_day(value: str | date | None, *, last: bool = False) -> date | None:
    """Return the day of "2023-09-14"; of a month or a year the first day, or the last.

    Raises:
        BadValue: it is no day, month or year.
    """
    if not value or isinstance(value, date):
        return value or None
    match = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        month = month or (12 if last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        raise BadValue(f"this is not a date ({value}); write it as 2023-09-14, 2023-09 or 2023") from None


def _share(value: float | None) -> float:
    if not 0 <= (value or 0) <= 1:
        raise BadValue(f"a confidence is between 0 and 1 ({value})")
    return value or 0.0


def _words(value: Words | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _members(kind: type[E], called: str, value: Words | None) -> tuple[E, ...]:
    try:
        return tuple(kind(word.lower()) for word in _words(value))
    except ValueError as error:
        wrong = str(error).partition(" is not")[0]
        raise BadValue(f"there is no such {called} ({wrong}); use one of {', '.join(kind)}") from None
