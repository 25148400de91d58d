"""Who wrote it: the part of a header line after "By" ("Ann Lee and Bo Ek in Kyiv, for Reuters")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dragoman.ingest.outlets import name_outlet

MOST_NAME_WORDS = 5

_ROLE = re.compile(
    r"^(?:.{0,40}\b(?:writer|reporter|correspondent|editor|staff|columnist|contributor|bureau|chief|analyst|fellow|"
    r"professor|press|student|journalist|producer|desk|researcher|director|ambassador)\b.{0,40})$",
    re.IGNORECASE,
)
_LEADING_ROLE = re.compile(
    r"^(?:[A-Z][\w.]+ )?(?:(?:[Ss]taff|[Ss]ports?|[Ss]enior|[Cc]hief|[Ss]pecial) )?"
    r"(?:[Ww]riters?|[Ss]portswriters?|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?|[Cc]olumnists?) (?=[A-Z])"
)
_STAFF = re.compile(
    r"^(?:(?:our|a|the|by)\s+)?(?:own\s+)?(?:\w+\s+)?"
    r"(?:staff|correspondents?|reporters?|desk|web desk|newsroom|agencies|wires?|writers?|bureau|admin|webmaster|team)"
    r"(?:\s+(?:writers?|reporters?|and agencies))?$",
    re.IGNORECASE,
)
_BOARD = re.compile(r"^the editorial board$", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|of|at|from)\s+(?P<outlet>(?:[Tt]he )?[A-Z].{1,50})$")
_LAST = re.compile(r"\s*[,/(]\s*(?P<outlet>[A-Z][^,()]{1,50})\)?$")
_PLACE = re.compile(r"\s+in\s+[A-Z][\w.'’-]+(?:(?:,\s*|\s+)(?:and\s+)?[A-Z][\w.'’-]+){0,4}$")
_PARTICLES = frozenset(
    ("al", "bin", "bint", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "van", "von")
)


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """What a line of a header says; `is_update` when its date is that of a revision."""

    author: str | None = None
    outlet: str | None = None
    published: date | None = None
    is_update: bool = False
    label: str | None = None


def read_people(words: str) -> HeaderLine | None:
    """Return who wrote it and for whom, None when the words name nobody."""
    if name_outlet(words) or _STAFF.match(words):
        return HeaderLine(label=words)
    if _BOARD.match(words):
        return HeaderLine(author=words, label="Editorial")
    words = _LEADING_ROLE.sub("", words)
    head, comma, tail = words.rpartition(",")
    if comma and _ROLE.match(tail.strip()):
        return read_people(head)
    last = _LAST.search(words)
    if last and name_outlet(last["outlet"]):
        return _add_outlet(read_people(words[: last.start()]), name_outlet(last["outlet"]))
    return HeaderLine(author=words) if is_names(words) else _read_longer(words)


def _read_longer(words: str) -> HeaderLine | None:
    """Read names that an outlet or a place follows."""
    for pattern in (_FOR, _PLACE):
        match = pattern.search(words)
        if match:
            outlet = match.groupdict().get("outlet")
            return _add_outlet(read_people(words[: match.start()].rstrip(" ,")), outlet)
    last = _LAST.search(words)
    return read_people(words[: last.start()]) if last and is_names(last["outlet"]) else None


def _add_outlet(line: HeaderLine | None, words: str | None) -> HeaderLine | None:
    if line is None or words is None or line.outlet:
        return line
    return replace(line, outlet=name_outlet(words) or words.strip(" ,."))


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
