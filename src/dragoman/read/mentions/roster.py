"""Who of the world data one document names, and whom it adds: what persons, bodies and lands are settled against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.model import Actor, ActorKind, FormUse
from dragoman.read.mentions.discourse import Referent
from dragoman.read.mentions.name import Name
from dragoman.read.mentions.nouns import load_nouns
from dragoman.read.referring import refer
from dragoman.world import World

_SORTS = {
    ActorKind.PERSON: "person",
    ActorKind.STATE: "state",
    ActorKind.BODY: "body",
    ActorKind.GROUP: "body",
    ActorKind.BLOC: "body",
    ActorKind.PEOPLE: "people",
}
_LABELS = {"person": "person", "state": "organisation", "body": "organisation", "people": "organisation"}


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case."""
    return tuple(name.lower().split())


class Roster:
    """The names of one document and the referents made for them; `new_actors` are those unknown to the world.

    `land_counts` says how often each state is named by its own names, `context` how often by whatever is its.
    """

    def __init__(self, doc: Doc, names: Sequence[Name], world: World, on: date | None) -> None:
        self.doc, self.world, self.on = doc, world, on
        self.names = tuple(names)
        self.nouns = load_nouns()
        self.name_at = {i: name for name in names for i in range(name.start, name.end)}
        self.by_key: dict[str, Referent] = {}
        self.new_actors: dict[str, Actor] = {}
        self.persons: list[tuple[tuple[str, ...], Referent]] = []  # with the words of their names
        self.land_counts = Counter(code for name in self.names for code in self.land_codes(name))
        self.context = self._context()
        self.full_names: Counter[str] = Counter()  # how often each person is named by more than a surname

    def text_of(self, name: Name) -> str:
        """Return the words of a name."""
        return self.doc[name.start : name.end].text

    def state(self, code: str) -> Referent | None:
        """Return the referent of a state or body by its code, made on first use."""
        actor = self.world.by_code(code)
        return self.known(actor) if actor else None

    def known(self, actor: Actor) -> Referent:
        """Return the referent of an actor of the world data, made on first use."""
        if actor.id in self.by_key:
            return self.by_key[actor.id]
        sort = _SORTS[actor.kind]
        ref = refer(actor, self.on)
        referent = Referent(actor.id, sort, _LABELS[sort], (ref,), is_named=True, gender=actor.gender)
        referent.is_plural = sort == "people" or (actor.kind in (ActorKind.BLOC,) and actor.name.endswith("s"))
        referent.nouns.update(word for term in actor.terms for word in (term.role,))
        if sort == "person":
            referent.states = {term.state for term in actor.terms} or {actor.code}
            self.persons.append((words_of(actor.name), referent))
        else:
            referent.states = {ref.code}
            referent.nouns |= set(words_of(actor.name))
        self.by_key[actor.id] = referent
        return referent

    def land_codes(self, name: Name) -> set[str]:
        """Return the code of the state that the name is one of."""
        actors = [self.world.actor(form.actor) for form in name.forms[:1]]
        return {actor.code for actor in actors if actor and actor.kind is ActorKind.STATE}

    def state_codes(self, token: Token) -> set[str]:
        """Return the code of the state whose name holds the token."""
        name = self.name_at.get(token.i)
        return self.land_codes(name) if name else set()

    def _context(self) -> Counter[str]:
        """Count the states that the document speaks of, by their own names and by what and who is theirs."""
        found: Counter[str] = Counter()
        for name in self.names:
            actor = self.world.actor(name.forms[0].actor) if name.forms else None
            if actor is not None and actor.kind is ActorKind.PERSON:
                found.update(
                    {refer(person, self.on).code for person in self.world.persons(self.text_of(name), self.on)[:1]}
                )
            elif actor is not None and name.forms[0].use is not FormUse.SHORT:
                found[actor.side or actor.code] += 1
        return found
