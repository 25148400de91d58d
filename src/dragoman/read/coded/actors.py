"""Who the actors of coded rows are: those that the world knows by code or name, else newcomers under their state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from dragoman.coded.rows import Named
from dragoman.model import Actor, ActorKind, ActorRef, FormUse
from dragoman.ontology.load import read_yaml
from dragoman.read.referring import refer, slug_of
from dragoman.world import World

_IN_STATE = re.compile(r"\s*\(([^()]+)\)\s*$")  # "Citizen (India)"
_SURE = frozenset({FormUse.NAME, FormUse.ACRONYM, FormUse.EPITHET})
_BY_NAME = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.BLOC, ActorKind.PERSON)
_LETTERS = 3  # of one part of an actor's code in CAMEO and PLOVER: "PSE INS HMS"


class Newcomers:
    """Resolves the actors of rows, and keeps those whom the world does not know."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.new: dict[str, Actor] = {}
        self._known: dict[tuple[Named, date | None], ActorRef] = {}
        self._countries: dict[str, str | None] = {}
        self._groups = _group_codes(world)

    def resolve(self, named: Named, on: date | None, at: int) -> ActorRef:
        """Return the actor, mentioned in the row that begins at `at`; persons act for whom they did on that day."""
        key = replace(named, span=None), on
        if (ref := self._known.get(key)) is None:
            ref = self._known[key] = self._resolve(key[0], on)
        if named.span is None:
            return ref
        return replace(ref, mention=type(named.span)(at + named.span.start, at + named.span.end))

    def country(self, words: str) -> str | None:
        """Return the code of the state that a row names as the place's country."""
        if words not in self._countries:
            state = self._state_called(words)
            self._countries[words] = state.code if state and state.kind is ActorKind.STATE else None
        return self._countries[words]

    def _resolve(self, named: Named, on: date | None) -> ActorRef:
        sector = named.sectors[0] if named.sectors else None
        if named.actor and named.code:
            return self._own(named, sector)
        state = self._state(named)
        actor = self._group(named, state) or self._by_name(named, state, on)
        if actor is not None:
            ref = refer(actor, on, sector if actor.kind is ActorKind.STATE else None)
            return ref if state is None or actor.kind is not ActorKind.PERSON else replace(ref, code=state.code)
        if state is not None and _is_only_state(named, state):
            return ActorRef(code=state.code, actor=state.id, name=state.name, sector=sector)
        return self._newcomer(named, state, sector)

    def _own(self, named: Named, sector: str | None) -> ActorRef:
        """Return the actor of a row that this program wrote."""
        assert named.actor and named.code
        if self.world.actor(named.actor) is None:
            self._keep(named.actor, named.code, named.text, sector)
        return ActorRef(code=named.code, actor=named.actor, name=named.text or named.code, sector=sector)

    def _state(self, named: Named) -> Actor | None:
        """Return the state that the row puts the actor in, or the group: "Militant (Taliban)"."""
        in_name = _IN_STATE.search(named.text)
        for words in (named.country, in_name and in_name.group(1)):
            if words and (state := self._state_called(words)):
                return state
        return self._group_called(in_name.group(1)) if in_name else None

    def _group_called(self, words: str) -> Actor | None:
        named = (self.world.actor(form.actor) for form in self.world.forms(words) if form.use in _SURE)
        return next((actor for actor in named if actor and actor.kind in (ActorKind.GROUP, ActorKind.BODY)), None)

    def _state_called(self, words: str) -> Actor | None:
        code = _places().get(words.upper(), words.upper())
        found = self.world.by_code(code)
        if found is not None and found.kind in (ActorKind.STATE, ActorKind.BLOC):
            return found
        named = (self.world.actor(form.actor) for form in self.world.forms(words) if form.use in _SURE)
        return next((actor for actor in named if actor and actor.kind is ActorKind.STATE), None)

    def _group(self, named: Named, state: Actor | None) -> Actor | None:
        """Return the body or group whose code the row has; a state's own code says nothing more."""
        for code in named.groups:
            for part in (code, *_parts(code)):
                known = self._groups.get(part) or self.world.by_code(_places().get(part, ""))
                if known and (state is None or not code.startswith(state.code) or part == code):
                    return known
        return None

    def _by_name(self, named: Named, state: Actor | None, on: date | None) -> Actor | None:
        """Return whom the whole name names; of namesakes the one of that state."""
        text = named.text.title() if named.text.isupper() and " " in named.text else named.text
        actors = [a for f in self.world.forms(text) if f.use in _SURE and (a := self.world.actor(f.actor))]
        if not actors and len(words := text.split()) > 2:
            namesakes = list(self.world.persons(f"{words[0]} {words[-1]}", on))  # "Sergey Viktorovich Lavrov"
            actors = namesakes if state is not None or len(namesakes) == 1 else []
        fitting = [a for a in actors if state is None or state.code in (a.acts_for(on), a.code, a.side)]
        return next((a for kind in _BY_NAME for a in fitting if a.kind is kind), None)

    def _newcomer(self, named: Named, state: Actor | None, sector: str | None) -> ActorRef:
        """Return an actor for whom there is but a name: people where only a kind of people is named."""
        bare = _IN_STATE.sub("", named.text)
        described = bare != named.text or (state is not None and named.text.isupper())
        kind = ActorKind.PEOPLE if described else ActorKind.GROUP
        code = state.code if state else slug_of(bare).upper()
        id_ = f"{kind}:{slug_of(f'{bare} {code}' if described and state else bare)}"
        self._keep(id_, code, named.text, sector)
        return ActorRef(code=code, actor=id_, name=named.text, sector=sector)

    def _keep(self, id_: str, code: str, name: str, sector: str | None) -> None:
        prefix = id_.partition(":")[0]
        kind = ActorKind(prefix) if prefix in set(ActorKind) else ActorKind.GROUP
        self.new.setdefault(id_, Actor(id=id_, kind=kind, code=code, name=name or code, sector=sector))


def _is_only_state(named: Named, state: Actor) -> bool:
    """Say whether the row names nobody but the state itself, or a part of its government without a name."""
    text = named.text.strip().upper()
    return not text or text in (state.code, state.name.upper(), (named.country or "").upper()) or text in named.groups


def _parts(code: str) -> Iterator[str]:
    """Yield the parts of a code from the last on: "PSEINSHMS" has HMS, INS, PSE."""
    if len(code) % _LETTERS == 0 and len(code) > _LETTERS:
        yield from (code[at : at + _LETTERS] for at in range(len(code) - _LETTERS, 0, -_LETTERS))


@lru_cache(maxsize=4)
def _group_codes(world: World) -> dict[str, Actor]:
    """Return bodies and groups by their whole PLOVER code, and by its last part where only one body has it."""
    whole: dict[str, Actor] = {}
    last: dict[str, list[Actor]] = {}
    for actor in world.actors.values():
        if actor.plover and actor.kind in (ActorKind.BODY, ActorKind.GROUP) and actor.sector != "MED":
            whole.setdefault(actor.plover, actor)
            last.setdefault(actor.plover[-_LETTERS:], []).append(actor)
    return {part: actors[0] for part, actors in last.items()} | whole


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    import dragoman.coded

    places: dict[str, str] = read_yaml(Path(dragoman.coded.__file__).parent / "places.yaml")
    return places
