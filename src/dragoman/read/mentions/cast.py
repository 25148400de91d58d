"""Settle who each name of the document is: actors of the world data, or persons and bodies of the document's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from dragoman.model import Actor
from dragoman.read.mentions.discourse import Referent
from dragoman.read.mentions.name import Name
from dragoman.read.mentions.named_bodies import BodiesAndLands
from dragoman.read.mentions.named_persons import Persons
from dragoman.read.mentions.roster import Roster
from dragoman.world import World


class Cast:
    """Who the names of one document are.

    `referents` are kept by the first token of the name; `new_actors` are those unknown to the world.
    """

    def __init__(self, doc: Doc, names: Sequence[Name], world: World, on: date | None) -> None:
        self.doc, self.world, self.on = doc, world, on
        self.roster = Roster(doc, names, world, on)
        self.names, self.name_at = self.roster.names, self.roster.name_at
        self.nouns, self.new_actors = self.roster.nouns, self.roster.new_actors
        self.referents: dict[int, Referent] = {}
        self._settle()

    def text_of(self, name: Name) -> str:
        """Return the words of a name."""
        return self.roster.text_of(name)

    def state(self, code: str) -> Referent | None:
        """Return the referent of a state or body by its code, made on first use."""
        return self.roster.state(code)

    def person(self, actor: Actor) -> Referent:
        """Return the referent of a person of the world data."""
        return self.roster.known(actor)

    def _settle(self) -> None:
        others, persons = BodiesAndLands(self.roster), Persons(self.roster)
        for name in self.names:
            if not _is_person(name):
                self.referents[name.start] = others.settle(name)
        people = [name for name in self.names if _is_person(name)]
        # A given name alone ("Vladimir") comes after the surnames that the world knows, so that it may be theirs.
        for name in sorted(people, key=lambda n: (n.end - n.start == 1, not n.forms, n.start)):
            self.referents[name.start] = persons.settle(name)
            self.roster.full_names[self.referents[name.start].key] += name.end - name.start > 1
        for name in self.names:
            self.referents[name.start].total += 1
        self._join_acronyms()

    def _join_acronyms(self) -> None:
        """Join "(SDF)" to the name that stands before it."""
        for name in self.names:
            if name.start < 2 or name.end >= len(self.doc) or self.doc[name.start - 1].text != "(":
                continue
            before = self.name_at.get(name.start - 2)
            text = self.text_of(name)
            if before is None or self.doc[name.end].text != ")" or not text.isupper() or name.forms:
                continue
            old, new = self.referents[name.start], self.referents[before.start]
            if old.sort == new.sort or new.sort == "body":
                for start, referent in self.referents.items():
                    if referent is old:
                        self.referents[start] = new
                self.new_actors.pop(old.key, None)


def _is_person(name: Name) -> bool:
    if name.forms:
        return all(form.actor.startswith("person:") for form in name.forms)
    return name.label == "person"
