"""Entry -> actor and the forms of words that name it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dragoman.model import Actor, ActorKind, Form, FormUse
from dragoman.world.dates import first_day, last_day
from dragoman.world.entries import Entry, Problems

ACTOR_FIELDS = frozenset(
    {"kind", "code", "key", "name", "also", "adjective", "people", "capital", "seats", "epithets"}
    | {"state", "sector", "plover", "since", "until", "members"}
)
# The kinds of PLOVER and CAMEO for who acts: government, armed forces, rebels, opposition, police, courts, parliaments,
# secret services, news media, business, civilians, education, elites, insurgents, unidentified armed, between states.
SECTORS = frozenset(
    {"GOV", "MIL", "REB", "OPP", "COP", "JUD", "LEG", "SPY", "MED", "BUS", "CVL", "EDU", "ELI", "INS", "UAF"}
    | {"IGO", "NGO"}
)
_USES = {
    "adjective": FormUse.ADJECTIVE,
    "people": FormUse.PEOPLE,
    "capital": FormUse.CAPITAL,
    "seats": FormUse.SEAT,
    "epithets": FormUse.EPITHET,
}
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]*")
_LONGEST_ACRONYM = 10


def slug(name: str) -> str:
    """Return the name as a key: lower case, plain letters, hyphens ("Kim Jong-un" gives kim-jong-un)."""
    folded = unicodedata.normalize("NFKD", name.removeprefix("the ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded.lower().replace("'", "").replace("’", "")).strip("-")


def actor_of(entry: Entry, kind: str | None, problems: Problems) -> Actor | None:
    """Return the actor that an entry describes, or None with its problems noted."""
    before = len(problems.lines)
    _check_fields(entry, problems)
    kind = entry.get("kind") or kind
    if kind not in {k.value for k in ActorKind} - {ActorKind.PERSON.value}:
        problems.add(entry.where, f"needs a kind: state, body, group, bloc or people, not {kind!r}")
    name, code = entry.get("name") or "", entry.get("code") or entry.get("state") or ""
    if not name:
        problems.add(entry.where, "needs a name")
    if not _CODE.fullmatch(code):
        problems.add(entry.where, f"needs a code in capitals, digits and hyphens (or a state), not {code!r}")
    sector = entry.get("sector") or ("GOV" if kind == ActorKind.STATE else None)
    if sector is not None and sector not in SECTORS:
        problems.add(entry.where, f"has the sector {sector!r}, which is none of {' '.join(sorted(SECTORS))}")
    try:
        since, until = first_day(entry.get("since")), last_day(entry.get("until"))
    except ValueError as error:
        problems.add(entry.where, f"has a date that is no date (2012, 2012-05, 2012-05-07): {error}")
    if len(problems.lines) > before:
        return None
    key = code if kind == ActorKind.STATE else entry.get("key") or slug(name)
    return Actor(
        id=f"{kind}:{key}",
        kind=ActorKind(kind),
        code=code,
        name=name,
        sector=sector,
        side=entry.get("state"),
        plover=entry.get("plover"),
        since=since,
        until=until,
        members=entry.all_of("members"),
    )


def forms_of(entry: Entry, actor: str) -> Iterator[Form]:
    """Yield the forms of words by which an entry's actor is named; "~" marks those that only context settles."""
    yield from _name_forms(entry.fields["name"], actor)
    for text in entry.all_of("also"):
        yield from _name_forms(text, actor)
    for field, use in _USES.items():
        for text in entry.all_of(field):
            yield Form(text=text.removeprefix("~"), actor=actor, use=FormUse.SHORT if text[0] == "~" else use)


def _name_forms(text: str, actor: str) -> Iterator[Form]:
    if text.startswith("~"):
        yield Form(text=text[1:], actor=actor, use=FormUse.SHORT)
    elif not is_acronym(text):
        yield Form(text=text, actor=actor, use=FormUse.NAME)
    else:
        yield Form(text=text, actor=actor, use=FormUse.ACRONYM)
        if len(text) > 3 and text.isalpha():  # British papers write Nato, Opec, Unesco
            yield Form(text=text.capitalize(), actor=actor, use=FormUse.ACRONYM)


def is_acronym(text: str) -> bool:
    """Say whether the form is an acronym: "UN", "U.S.", "M23"."""
    return text.isupper() and " " not in text and len(text) <= _LONGEST_ACRONYM


def _check_fields(entry: Entry, problems: Problems) -> None:
    unknown = sorted(set(entry.fields) - ACTOR_FIELDS)
    if unknown:
        problems.add(entry.where, f"has fields that are not known: {', '.join(unknown)}")
