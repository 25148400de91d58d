"""Entry -> actor and the forms of words that name it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from dragoman.model import Actor, ActorKind, Form, FormUse
from dragoman.world.dates import days_between
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
_KINDS = tuple(kind.value for kind in ActorKind if kind != ActorKind.PERSON)
_ONE_NAME_ONLY = ("also", "code", "key", *_USES)
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]*")
_LONGEST_ACRONYM = 10
# Shorter acronyms clash with words and names when written as words ("Alba", "Pace"): the data lists the usual ones.
_SHORTEST_WORDLIKE = 5


def slug(name: str) -> str:
    """Return the name as a key: lower case, plain letters, hyphens ("Kim Jong-un" gives kim-jong-un)."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return name.removeprefix("the ").lower().replace(" ", "-")
    folded = unicodedata.normalize("NFKD", name.removeprefix("the ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded.lower().replace("'", "").replace("’", "")).strip("-")


def actors_of(entry: Entry, kind: str | None, problems: Problems) -> Iterator[tuple[Actor, tuple[Form, ...]]]:
    """Yield the actors that an entry describes, one for each of its names, with their forms; wrong ones are noted."""
    before = len(problems.lines)
    found = _kind_of(entry, kind, problems)
    names = entry.all_of("name")
    if not names:
        problems.add(entry.where, "needs a name")
    _check_fields(entry, problems)
    span = _span_of(entry, problems)
    if found is None or len(problems.lines) > before:
        return
    for name in names:
        code = entry.get("code") or _default_code(entry, found, name)
        if not _CODE.fullmatch(code):
            problems.add(entry.where, f"needs a code of capitals, digits and hyphens, not {code!r}")
            continue
        key = code if found == ActorKind.STATE else entry.get("key") or slug(name)
        actor = Actor(
            id=f"{found}:{key}",
            kind=found,
            code=code,
            name=name,
            sector=entry.get("sector") or ("GOV" if found == ActorKind.STATE else None),
            side=entry.get("state"),
            plover=entry.get("plover"),
            since=span[0],
            until=span[1],
            members=entry.all_of("members"),
        )
        yield actor, tuple(_forms_of(entry, name, actor.id))


def _default_code(entry: Entry, kind: ActorKind, name: str) -> str:
    """Return the state's code for a body of a state, else a code made of the name; the news media have their own."""
    state = entry.get("state")
    if kind == ActorKind.BODY and state and entry.get("sector") != "MED":
        return state
    return "" if kind == ActorKind.STATE else slug(name).upper()


def _kind_of(entry: Entry, kind: str | None, problems: Problems) -> ActorKind | None:
    text = entry.get("kind") or kind
    if text not in _KINDS:
        problems.add(entry.where, f"needs a kind ({', '.join(_KINDS)}), not {text!r}")
        return None
    return ActorKind(text)


def _span_of(entry: Entry, problems: Problems) -> tuple[date | None, date | None]:
    try:
        return days_between(entry.get("since"), entry.get("until"))
    except ValueError as error:
        problems.add(entry.where, f"has a date that is none: {error}")
        return None, None


def _forms_of(entry: Entry, name: str, actor: str) -> Iterator[Form]:
    """Yield the forms of words by which an actor is named; "~" marks those that only context settles."""
    yield from _name_forms(name, actor)
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
        if len(text) >= _SHORTEST_WORDLIKE and text.isalpha():  # some papers write Unesco, Asean, Ecowas
            yield Form(text=text.capitalize(), actor=actor, use=FormUse.ACRONYM)


def is_acronym(text: str) -> bool:
    """Say whether the form is an acronym: "UN", "U.S.", "M23"."""
    return text.isupper() and " " not in text and len(text) <= _LONGEST_ACRONYM


def _check_fields(entry: Entry, problems: Problems) -> None:
    unknown = sorted(set(entry.fields) - ACTOR_FIELDS)
    if unknown:
        problems.add(entry.where, f"has fields that are not known: {', '.join(unknown)}")
    sector = entry.get("sector")
    if sector is not None and sector not in SECTORS:
        problems.add(entry.where, f"has the sector {sector!r}, which is none of {' '.join(sorted(SECTORS))}")
    if "|" in (entry.get("name") or "") and any(entry.get(name) for name in _ONE_NAME_ONLY):
        problems.add(entry.where, "has several names, which are as many actors: they can't share other forms")
