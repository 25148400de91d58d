"""The parts of a header line: who, when, for whom ("By Ann Lee in Kyiv, for Reuters | June 3, 2022 | 4 min read").

A line is a header's only when every part of it is one: a byline, a date, an outlet, a label, or a bit of the page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.ingest.byline import HeaderLine, read_people
from dragoman.ingest.dates import FoundDate, find_dates
from dragoman.ingest.furniture import is_furniture
from dragoman.ingest.institutions import name_institution
from dragoman.ingest.kinds import STATEMENT, kind_of_label
from dragoman.ingest.outlets import looks_like_outlet, name_outlet

LONGEST_HEADER_LINE = 160

_SEPARATORS = re.compile(r"\s*[|•·∙]\s*|\s+[-–—/]{1,2}\s+|\s{3,}|\t+")
_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|story|analysis|opinion|text|words|report|commentary|article)\s+)?"
    r"(?:by\b:?|authors?:|words:|byline:)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:first |last |originally )?"
    r"(?:published|posted|updated|modified|dated?|issued|released|created|filed|added|edited|submitted|uploaded)"
    r"(?: online| date| at| on| by| in)*\s*:?|\b(?:load-date:|on|at)(?=\W|$)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updated|modified|edited", re.IGNORECASE)
_ZONE = (
    r"GMT|UTC|EST|EDT|ET|CET|CEST|BST|MSK|PST|PDT|PT|IST|KST|JST|EET|EEST|TRT|PKT|WIB|AEST|AEDT|local time|hrs?|hours?"
)
_AROUND_DATE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\d+ (?:second|minute|hour|day|week|month|year)s? ago|\d+ ?min(?:ute)?s? read"
    r"|(?<!\d)\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
    rf"|\b(?:{_ZONE})\b|(?<=\d)Z\b|\bT(?=\d)|[+-]\d{{1,2}}(?::?\d{{2}})?\b|[\s,.;:()|\[\]*_/–—-]",
    re.IGNORECASE,
)
_TOPICS = re.compile(r"\s+(?:in|under)\s+[A-Z][\w&, ]{2,80}$")
_CITY = re.compile(r"[A-ZÀ-Þ][\w'’]+(?: [A-ZÀ-Þ][\w'’]+)?")


def read_header_line(words: str, today: date | None = None) -> HeaderLine | None:
    """Return what a line says if it is all header, None if any part of it is something else."""
    if len(words) > LONGEST_HEADER_LINE:
        return None
    whole = _read_part(words, today)
    if whole:
        return whole
    parts = [part for part in _SEPARATORS.split(words) if part.strip()]
    read = [_read_part(part, today) or _read_bit(part) for part in parts] if len(parts) > 1 else []
    if not read or not all(read):
        return None
    line = HeaderLine()
    for each in filter(None, read):
        line = _join(line, each)
    return line if line.author or line.published or line.label else None


def _join(line: HeaderLine, part: HeaderLine) -> HeaderLine:
    is_newer = part.published and (line.published is None or (line.is_update and not part.is_update))
    return replace(
        line,
        author=line.author or part.author,
        outlet=line.outlet or part.outlet,
        label=line.label or part.label,
        published=part.published if is_newer else line.published,
        is_update=part.is_update if is_newer else line.is_update,
    )


def _read_part(words: str, today: date | None) -> HeaderLine | None:
    words = words.strip(" *_#>\u00a0")
    return _read_byline(words, today) or _read_dates(words, today) or _read_name(words)


def _read_bit(words: str) -> HeaderLine | None:
    is_age = re.fullmatch(r"\d+ (?:second|minute|hour|day|week|month)s? ago", words)
    return HeaderLine() if is_age or is_furniture(words) else None


def _read_name(words: str) -> HeaderLine | None:
    head, comma, tail = words.partition(",")
    outlet = name_outlet(words) or (name_outlet(head) if comma and _CITY.fullmatch(tail.strip()) else None)
    if outlet:
        return HeaderLine(outlet=outlet)
    body = name_institution(words)
    if body:
        return HeaderLine(outlet=body, label=STATEMENT)
    return HeaderLine(label=words) if kind_of_label(words) else None


def _read_byline(words: str, today: date | None) -> HeaderLine | None:
    match = _BY.match(words)
    if not match:
        return None
    rest = match["rest"].strip(" *_.,")
    found = find_dates(rest, today)
    if not found:
        return read_people(rest)
    people = _LABEL.sub("", rest[: found[0].start]).strip(" ,|-–—()")
    return _read_both(people, rest[found[0].start :], today)


def _read_both(people: str, dates: str, today: date | None) -> HeaderLine | None:
    """Read a name and a date that share a line without a separator."""
    who, when = read_people(people), _read_dates(dates, today)
    return _join(who, when) if who and when else None


def _read_dates(words: str, today: date | None) -> HeaderLine | None:
    """Read a line that is a date, with at most weekday, time, label, and a city, an outlet or a byline beside it."""
    found = find_dates(words, today)
    if not found:
        return None
    by = re.search(r"\sby\s+\S", words[found[-1].end :], re.IGNORECASE)
    if by:
        at = found[-1].end + by.start()
        who = _BY.match(words[at:].strip())
        return _read_both(who["rest"].strip(" *_.,"), words[:at], today) if who else None
    end = found[-1].end
    rest = _rest_of(words[:end] + _TOPICS.sub("", words[end:]), found)
    beside = " ".join(_AROUND_DATE.sub(" ", _LABEL.sub(" ", rest)).split())
    has_label = bool(_LABEL.search(rest))
    outlet = _outlet_beside(beside, has_label) if beside else None
    if beside and not outlet and (has_label or len(found) > 1 or not _CITY.fullmatch(beside)):
        return None
    return replace(_choose(words, found), outlet=outlet)


def _outlet_beside(words: str, has_label: bool) -> str | None:
    """Return the outlet that stands beside a date; one that is not known only after "Posted on" or the like."""
    known = name_outlet(words)
    return known or (words if has_label and looks_like_outlet(words) else None)


def _rest_of(words: str, found: list[FoundDate]) -> str:
    for each in reversed(found):
        words = words[: each.start] + " " + words[each.end :]
    return words


def _choose(words: str, found: list[FoundDate]) -> HeaderLine:
    """Return the day of publication: of "Updated June 9; published June 3" the second, else the first."""
    starts_with_update = _UPDATED.match(words) and len(found) > 1
    is_update = len(found) == 1 and bool(_UPDATED.search(words))
    return HeaderLine(published=(found[-1] if starts_with_update else found[0]).day, is_update=is_update)
