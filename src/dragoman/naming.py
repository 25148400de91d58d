"""What people call actors and types when they ask a case, turned into what the case holds; or an error that helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from dragoman.case import Asked, CaseFile, Filter, make_filter
from dragoman.errors import BadValue, UnknownName
from dragoman.model import DisputeKind

_MOST_NAMED = 6


def settle_filter(asked: Asked, file: CaseFile) -> Filter:
    """Return the filter, its actors and voices by code or id as the case has them.

    Raises:
        BadValue: a status, a standing, a type or a day is none.
        UnknownName: neither the case nor the world knows an actor, or several of the case go by the name.
    """
    made = make_filter(asked)
    _check_types(made.types)
    return replace(made, actors=settle_actors(made.actors, file), voices=settle_actors(made.voices, file))


def settle_actors(called: Iterable[str], file: CaseFile) -> tuple[str, ...]:
    """Return for each code, id, name, surname or short form what the case has: a state's code, else an id.

    Raises:
        UnknownName: neither the case nor the world knows it, or several actors of the case go by it.
    """
    terms = tuple(called)
    known = file.actor_names() if terms else ()
    return tuple(_settle(term, known) for term in terms)


def dispute_kinds(called: str | Iterable[str]) -> tuple[DisputeKind, ...]:
    """Return the kinds of dispute that are called so.

    Raises:
        BadValue: there is no such kind.
    """
    words = (called,) if isinstance(called, str) else tuple(called)
    for word in words:
        if word.lower() not in list(DisputeKind):
            raise BadValue(f"there is no such kind of dispute ({word}); use one of {', '.join(DisputeKind)}")
    return tuple(DisputeKind(word.lower()) for word in words)


def find_actor(called: str, file: CaseFile) -> str | None:
    """Return the id of the one actor of the case that goes by this surname or short form; None when there is none.

    Raises:
        UnknownName: several actors of the case go by it.
    """
    return _one(called, file.actor_names())


def suggest(called: str, file: CaseFile) -> str:
    """Return '; did you mean "Vladimir Putin"?' where a name of the case or the world is much like it, else ""."""
    return _hint(called, file.actor_names())


def _settle(term: str, known: tuple[tuple[str, str, str], ...]) -> str:
    folded = term.casefold()
    for id_, code, name in known:
        if folded in (id_.casefold(), code.casefold()):
            return term
        if folded == name.casefold():
            return code if id_.startswith("state:") else term
    return _one(term, known) or _known_to_world(term, known)


def _one(term: str, known: tuple[tuple[str, str, str], ...]) -> str | None:
    """Return the id of the actor of the case whom the world calls so, or whose name ends so."""
    short = set(_short_forms(term))
    last = term.casefold()
    found = {id_: name for id_, _, name in known if id_ in short or name.split()[-1:] == [term]}
    found = found or {id_: name for id_, _, name in known if id_.startswith("person:") and _surname(name) == last}
    if len(found) > 1:
        named = ", ".join(f"{name} ({id_})" for id_, name in list(found.items())[:_MOST_NAMED])
        raise UnknownName(f"several actors of the case are called so ({term}); say which: {named}")
    return next(iter(found), None)


def _short_forms(term: str) -> list[str]:
    """Return whom the world calls so, small letters taken for capitals where that is needed."""
    from dragoman.world import load_world

    world = load_world()
    return [form.actor for form in world.forms(term) or world.forms(term.title())]


def _surname(name: str) -> str:
    return name.casefold().split()[-1] if name.split() else ""


def _known_to_world(term: str, known: tuple[tuple[str, str, str], ...]) -> str:
    """Return whom the world means by it: nothing in the case is of them, but the question makes sense."""
    from dragoman.world import load_world

    world = load_world()
    actor = world.actor(term) or world.by_code(term.upper())
    ids = [actor.id] if actor else _short_forms(term)
    ids = ids or [person.id for person in world.persons(term)]
    if not ids:
        raise UnknownName(f"neither the case nor the program knows such an actor ({term}){_hint(term, known)}")
    found = world.actor(ids[0])
    return found.code if found and found.id.startswith("state:") else ids[0]


def _hint(term: str, known: tuple[tuple[str, str, str], ...]) -> str:
    from dragoman.world import load_world

    names = {name.casefold(): name for _, _, name in known}
    names |= {_surname(name): name for id_, _, name in known if id_.startswith("person:")}
    world = {actor.name.casefold(): actor.name for actor in load_world().actors.values()}
    for some in (names, world):
        if close := get_close_matches(term.casefold(), some, n=1, cutoff=0.75):
            return f'; did you mean "{some[close[0]]}"?'
    return "; see `dragoman actors`"


def _check_types(types: Iterable[str]) -> None:
    if not types:
        return
    from dragoman.ontology import load_ontology

    known = load_ontology().types
    for kind in types:
        if kind.upper() not in known:
            raise BadValue(f"there is no such type ({kind}); use one of {', '.join(known)}")
