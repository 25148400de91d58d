"""The parts of a header line: who wrote it, when, for whom ("By Ann Lee in Kyiv, for Reuters | June 3, 2022")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dragoman.ingest.dates import find_dates
from dragoman.ingest.kinds import kind_of_label
from dragoman.ingest.outlets import name_outlet

LONGEST_BYLINE = 160
MOST_NAME_WORDS = 5

_SEPARATORS = re.compile(r"\s*[|•·∙]\s*|\s+[-–—/]{1,2}\s+|\s{3,}|\t+")
_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|story|analysis|opinion|text|words|report|commentary|article)\s+)?"
    r"(?:by\b:?|authors?:|words:)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:.{0,40}\b(?:writer|reporter|correspondent|editor|staff|columnist|contributor|bureau|chief|analyst|fellow|"
    r"professor|press|student|journalist|producer|desk|researcher|director|ambassador)\b.{0,40})$",
    re.IGNORECASE,
)
_OUTLET_WORDS = re.compile(
    r"\s+(?:for|of|at|from)\s+(?P<outlet>(?:[Tt]he )?[A-Z].{1,50})$|\s*[,/(]\s*(?P<last>[A-Z][^,()]{1,50})\)?$"
)
_PLACE = re.compile(r"\s+in\s+(?:[A-Z][\w.'’-]+[,\s]*(?:and\s+)?){1,5}$")
_PARTICLES = frozenset(
    ("al", "bin", "bint", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "van", "von")
)
_STAFF = re.compile(
    r"^(?:(?:our|a|the|by)\s+)?(?:own\s+)?(?:\w+\s+)?"
    r"(?:staff|correspondents?|reporters?|desk|web desk|newsroom|agencies|writers?|bureau)"
    r"(?:\s+(?:writers?|reporters?|and agencies))?$",
    re.IGNORECASE,
)
_LEADING_ROLE = re.compile(
    r"^(?:[A-Z][\w.]+ )?(?:(?:[Ss]taff|[Ss]ports?|[Ss]enior|[Cc]hief|[Ss]pecial) )?"
    r"(?:[Ww]riters?|[Ss]portswriters?|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?|[Cc]olumnists?) (?=[A-Z])"
)
_BOARD = re.compile(r"^the editorial board$", re.IGNORECASE)
_DATE_LABEL = re.compile(
    r"(?:first |last |originally )?"
    r"(?:published|posted|updated|modified|dated?|issued|released|created|filed|added|edited|submitted|uploaded)"
    r"(?: online| date| at| on| by| in)*\s*:?|\bon\b|\bat\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updated|modified|edited", re.IGNORECASE)
_AROUND_DATE = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?|\b\d{1,2}(?=\s*[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|(?:\b(?:GMT|UTC|EST|EDT|ET|CET|CEST|BST|MSK|PST|PDT|PT|IST|KST|JST|EET|EEST|TRT|local time|hrs?|hours?)\b)"
    r"|(?<=\d)Z\b|(?<=\d)T(?=\d)|(?:[+-]\d{1,2}(?::?\d{2})?\b)|\bT(?=\d)|\d+ ?min(?:ute)?s? read|[\s,.;:()|\[\]*_/–—-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """What a line of a header says; `is_update` when its date is that of a revision."""

    author: str | None = None
    outlet: str | None = None
    published: date | None = None
    is_update: bool = False
    label: str | None = None


def read_header_line(words: str, today: date | None = None) -> HeaderLine | None:
    """Return what a line says if it is all header (byline, date, outlet, label), None if any part is something else."""
    if len(words) > LONGEST_BYLINE:
        return None
    whole = _read_part(words, today)
    if whole:
        return whole
    line = HeaderLine()
    parts = [part for part in _SEPARATORS.split(words) if part.strip()]
    read = [_read_part(part, today) for part in parts] if len(parts) > 1 else []
    if not read or not all(read):
        return None
    for part in filter(None, read):
        line = _join(line, part)
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
    return _read_byline(words, today) or _read_date(words, today) or _read_name(words)


def _read_name(words: str) -> HeaderLine | None:
    outlet = name_outlet(words)
    if outlet:
        return HeaderLine(outlet=outlet)
    return HeaderLine(label=words) if kind_of_label(words) or re.fullmatch(r"\d+ ?min(ute)?s?( read)?", words) else None


def _read_date(words: str, today: date | None) -> HeaderLine | None:
    """Read a line that is a date, with at most weekday, time, zone, a label and (in capitals) a city beside it."""
    found = find_dates(words, today)
    if not found:
        return None
    rest = words
    for each in reversed(found):
        rest = rest[: each.start] + " " + rest[each.end :]
    labels = _DATE_LABEL.findall(rest)
    rest = _AROUND_DATE.sub(" ", _DATE_LABEL.sub(" ", rest)).strip()
    if rest and not (len(found) == 1 and not labels and re.fullmatch(r"[A-ZÀ-Þ][\w'’]+(?: [A-ZÀ-Þ][\w'’]+)?", rest)):
        return None
    is_update = len(found) == 1 and bool(_UPDATED.search(words))
    first = _UPDATED.match(words) and len(found) > 1
    return HeaderLine(published=(found[-1] if first else found[0]).day, is_update=is_update)


def _read_byline(words: str, today: date | None) -> HeaderLine | None:
    match = _BY.match(words)
    if not match:
        return None
    rest = match["rest"].strip(" *_.,")
    found = find_dates(rest, today)
    day = found[0].day if found else None
    if found:
        rest = _DATE_LABEL.sub("", rest[: found[0].start] + rest[found[0].end :]).strip(" ,|-–—()")
    line = _read_people(rest)
    return replace(line, published=day) if line else None


def _read_people(words: str) -> HeaderLine | None:
    """Read who wrote it, in what place and for whom: "Ann Lee and Bo Ek in Kyiv, for Reuters"."""
    if name_outlet(words):
        return HeaderLine(outlet=name_outlet(words))
    if _STAFF.match(words):
        return HeaderLine(label=words)
    if _BOARD.match(words):
        return HeaderLine(author=words, label="Editorial")
    words = _LEADING_ROLE.sub("", words)
    head, comma, tail = words.rpartition(",")
    if comma and _ROLE.match(tail.strip()):
        return _read_people(head)
    if is_names(words):
        return HeaderLine(author=words)
    for pattern in (_OUTLET_WORDS, _PLACE):
        match = pattern.search(words)
        if match:
            inner = _read_people(words[: match.start()].rstrip(" ,"))
            return _add_outlet(inner, match) if inner else None
    return None


def _add_outlet(line: HeaderLine, match: re.Match[str]) -> HeaderLine | None:
    words = next(filter(None, match.groupdict().values()), None)
    if not words or line.outlet:
        return line
    outlet = name_outlet(words)
    if match.groupdict().get("last") and not outlet:
        return line if _ROLE.match(words) or is_names(words) else None
    return replace(line, outlet=outlet or words.strip(" ,."))


def is_names(words: str) -> bool:
    """Say whether the words look like the names of one or more people."""
    people = [each for each in re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|AND|&)\s+", words) if each]
    return bool(people) and all(map(_is_name, people)) and any(len(each.split()) > 1 for each in people)


def _is_name(words: str) -> bool:
    parts = words.split()
    named = [part for part in parts if part.lower() not in _PARTICLES]
    return (
        0 < len(parts) <= MOST_NAME_WORDS
        and bool(named)
        and all(part[0].isupper() and re.fullmatch(r"[^\W\d_][\w.'’-]*", part) for part in named)
    )
