"""Loads the world from the data files beside this module, and from files that a user adds."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from dragoman.errors import DataError
from dragoman.model import Actor, ActorKind, Form, FormUse, Term
from dragoman.world.entries import Entry, Problems, read_entries
from dragoman.world.forms import actors_of
from dragoman.world.match import NameIndex, name_key
from dragoman.world.persons import places_of_persons, read_persons
from dragoman.world.places import Spot, read_spots
from dragoman.world.titles import Title, read_titles
from dragoman.world.world import World

DATA = Path(__file__).parent
PERSONS = "persons.csv"
_KINDS = {"states": "state", "bodies": "body", "groups": "group", "blocs": "bloc", "people": "people"}


def load_world(extra: Sequence[Path] = ()) -> World:
    """Return the world with what the files in `extra` (YAML entries or persons as CSV) add to it or replace.

    Raises DataError with a line "file:line what" for each line that is wrong.
    """
    return _load(tuple(extra))


@lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...]) -> World:
    collects = gc.isenabled()
    gc.disable()  # thirty thousand small records that stay: collecting in between takes a third of the time
    try:
        return _gather(extra)
    finally:
        if collects:
            gc.enable()


def _gather(extra: tuple[Path, ...]) -> World:
    problems = Problems()
    gathered = _Gathered()
    for stem, kind in _KINDS.items():
        _add_actors(DATA / f"{stem}.yaml", kind, gathered, problems)
    gathered.titles = {title.text: title for title in read_titles(DATA / "titles.yaml", problems)}
    if (DATA / PERSONS).exists():
        _add_persons(DATA / PERSONS, gathered, problems)
    for path in extra:
        if path.suffix.lower() == ".csv":
            _add_persons(path, gathered, problems)
            gathered.own.update(places_of_persons(path))
        else:
            gathered.own.update(_add_actors(path, None, gathered, problems))
    spots: dict[str, tuple[Spot, ...]] = {}
    for name, spot in read_spots(DATA / "places.yaml", problems):
        spots[name] = (*spots.get(name, ()), spot)
    decoys = list(read_entries(DATA / "decoys.yaml", problems))
    problems.tell()
    return _build(gathered, spots, decoys)


@dataclass(slots=True)
class _Gathered:
    actors: dict[str, Actor] = field(default_factory=dict)
    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)  # by actor
    titles: dict[str, Title] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)


def _add_actors(path: Path, kind: str | None, gathered: _Gathered, problems: Problems) -> dict[str, str]:
    """Add the actors of a file and return where each stands."""
    places: dict[str, str] = {}
    for entry in read_entries(path, problems):
        for actor, forms in actors_of(entry, kind, problems):
            gathered.actors[actor.id] = actor
            gathered.forms[actor.id] = forms
            places[actor.id] = entry.where
    return places


def _add_persons(path: Path, gathered: _Gathered, problems: Problems) -> None:
    try:
        persons = list(read_persons(path, problems))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}:1 can't be read: {error}") from error
    sectors = {title.role: title.sector for title in reversed(gathered.titles.values())}
    for person, forms in persons:
        sector = (sectors.get(person.terms[0].role) if person.terms else None) or person.sector
        gathered.actors[person.id] = person if sector == person.sector else replace(person, sector=sector)
        gathered.forms[person.id] = forms


def _build(gathered: _Gathered, spots: dict[str, tuple[Spot, ...]], decoys: Iterable[Entry]) -> World:
    names = _index(form for forms in gathered.forms.values() for form in forms)
    return World(
        actors=gathered.actors,
        codes=_codes(gathered.actors.values()),
        names=NameIndex(names),
        decoys=NameIndex(_index(_decoy(name) for entry in decoys for name in entry.all_of("name"))),
        alone=frozenset(name for entry in decoys for name in entry.all_of("alone")),
        terms=_terms(gathered.actors.values()),
        titles=gathered.titles,
        spots=spots,
        hyphenated=_hyphenated(names.values()),
        own=gathered.own,
    )


def _decoy(name: str) -> Form:
    return Form(text=name, actor="", use=FormUse.NAME)


def _index(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    """Return the forms by key, each sense once; what names several persons is a short form of each."""
    index: dict[str, list[Form]] = {}
    for form in forms:
        index.setdefault(name_key(form.text), []).append(form)
    return {key: (same[0],) if len(same) == 1 else _settle(same) for key, same in index.items()}


def _settle(same: Sequence[Form]) -> tuple[Form, ...]:
    forms = tuple({(form.actor, form.use): form for form in reversed(same)}.values())[::-1]
    owners = {form.actor for form in forms if form.actor.startswith("person:")}
    if len(owners) < 2:
        return forms
    return tuple(replace(form, use=FormUse.SHORT) if form.actor in owners else form for form in forms)


def _codes(actors: Iterable[Actor]) -> dict[str, str]:
    codes: dict[str, str] = {}
    for actor in actors:
        if actor.kind != ActorKind.PERSON and actor.code != actor.side:
            codes.setdefault(actor.code, actor.id)
    return codes


def _terms(actors: Iterable[Actor]) -> dict[tuple[str, str], tuple[tuple[Term, str], ...]]:
    terms: dict[tuple[str, str], list[tuple[Term, str]]] = {}
    for actor in actors:
        for term in actor.terms:
            terms.setdefault((term.state, term.role), []).append((term, actor.id))
    return {post: tuple(sorted(held, key=lambda pair: _start(pair[0]), reverse=True)) for post, held in terms.items()}


def _start(term: Term) -> int:
    return term.since.toordinal() if term.since else 0


def _hyphenated(index: Iterable[tuple[Form, ...]]) -> tuple[str, ...]:
    texts = {
        word
        for forms in index
        for form in forms
        if "-" in form.text and form.use in (FormUse.NAME, FormUse.SHORT)
        for word in form.text.split(" ")
    }
    return tuple(sorted(word for word in texts if "-" in word.strip("-")))
