"""Resolve descriptions by their owner: "the North Korean leader", "US officials", "Kim's government".

The owner is a possessor, a nationality word or compound, or the object of "of". The description is the person of the
document in that role, else who held the office on the date, else those who act for the owner, with a sector.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.read.mentions.discourse import Referent
from dragoman.read.mentions.noun_phrases import is_definite, is_hyphenated_part, is_plural, noun_of, phrase_of
from dragoman.read.mentions.nouns import WORDS
from dragoman.read.mentions.spoken import Found, Spoken

FORMER = frozenset({"former", "ex", "then", "past", "late"})
COMING = frozenset({"new", "next", "future", "incoming"})


class Owned:
    """Resolves the descriptions of one document that say whose someone is."""

    def __init__(self, spoken: Spoken) -> None:
        self.spoken, self.cast, self.discourse, self.on = spoken, spoken.cast, spoken.discourse, spoken.on
        self.nouns, self.world = spoken.cast.nouns, spoken.cast.world

    def owner_of(self, head: Token) -> Referent | None:
        """Return whose the described one is: a possessor first, then nationality words and compounds, then "of X"."""
        found: list[tuple[int, Referent]] = []
        for child in head.children:
            rank = {"poss": 0, "amod": 1, "compound": 1, "nmod": 1}.get(child.dep_)
            if rank is not None and child.i < head.i:
                inner = [child, *(t for t in child.children if t.dep_ in ("compound", "amod", "nmod", "npadvmod"))]
                owners = [t for t in inner if not is_hyphenated_part(t) and not self._is_counterpart_of(t, head)]
                found += [(rank, r) for t in owners if (r := self.spoken.referent_of(t)) is not None]
            elif child.dep_ == "prep" and child.lower_ == "of" and noun_of(head) not in WORDS["opposing or siding"]:
                found += [(2, r) for t in child.children if (r := self.spoken.referent_of(t)) is not None]
        found += [(3, r) for r in self._seated(head)]
        return min(found, key=lambda row: row[0])[1] if found else None

    def _seated(self, head: Token) -> list[Referent]:
        """Return whose government it is by where it sits, however it was parsed: "the government in Lima"."""
        if noun_of(head) not in WORDS["ruling"] or head.i + 1 >= len(head.doc):
            return []
        seat = head.nbor(1)
        places = [t for t in seat.children if t.dep_ == "pobj"] if seat.lower_ == "in" else []
        states = [r for t in places if (r := self.spoken.referent_of(t)) is not None]
        return [r for r in states if r.sort == "state"]

    def _is_counterpart_of(self, token: Token, head: Token) -> bool:
        """Say whether the name is whom others oppose or side with ("Putin's critics"), not whose people they are."""
        noun = noun_of(head)
        name = self.cast.name_at.get(token.i)
        is_nationality = name is not None and name.is_adjective and noun not in WORDS["of other states"]
        return noun in WORDS["opposing or siding"] and not is_nationality

    def resolve(self, head: Token, noun: str) -> Found | None:
        """Return whom the noun stands for by whose it is; None when it is nobody\'s."""
        owner = self.owner_of(head)
        if owner is None or (noun in self.nouns.places and noun not in self.nouns.collectives):
            return None
        if noun in WORDS["countries"]:
            return self._country_of(owner, head)
        if noun in self.nouns.bodies and owner.sort == "body" and owner.is_named and is_definite(head):
            return Found(owner, "a body described by its own name")
        if noun == "counterpart":
            return self._counterpart(head, owner)
        if any(child.dep_ == "compound" and child.lower_ in WORDS["forces of no army"] for child in head.lefts):
            return None
        sector = self.nouns.sector_of(noun)
        if noun in WORDS["factions"] and is_plural(head) and owner.sort in ("state", "body") and owner.is_named:
            return self.representative(head, noun, owner, sector)
        if noun in self.nouns.roles and not is_plural(head):
            return self._holder(head, noun, owner)
        if not is_plural(head) and self.nouns.is_role(noun):
            before = self._described_before(noun, owner, head)
            acts = sector or owner.sort in ("state", "body")
            return before or (self.representative(head, noun, owner, sector) if acts else None)
        if sector or (is_plural(head) and self.nouns.is_role(noun) and owner.sort == "state"):
            return self.representative(head, noun, owner, sector or "CVL")
        return None

    def _country_of(self, owner: Referent, head: Token) -> Found | None:
        parts = [self.cast.state(actor.code) for actor in owner.actors]
        states = tuple(part for part in parts if part is not None and part.sort == "state")
        return (
            Found(self.spoken.several(states), f"the country of {owner.key}")
            if states and owner.sort != "state"
            else None
        )

    def _holder(self, head: Token, noun: str, owner: Referent) -> Found | None:
        """Return the person of the document in that role for the owner, else the holder on the date, else the owner."""
        if not owner.actors:
            return None
        code, role = owner.actors[0].code, self.nouns.roles[noun]
        modifiers = {child.lower_ for child in head.lefts}
        named = [r for r in self._named_persons() if code in r.states and self._fills(r, role, noun, modifiers)]
        if named:
            return Found(max(named, key=lambda r: r.total), f"the {noun} of {code} that the document names")
        if not modifiers & (FORMER | COMING) and (is_definite(head) or head.dep_ == "appos"):
            person = self.world.holder(code, role, self.on)
            if person is not None:
                return Found(self.cast.person(person), f"the {noun} of {code} on that date")
        return self.representative(head, noun, owner, "GOV")

    def _named_persons(self) -> list[Referent]:
        """Return the persons whom the document names anywhere, each once."""
        return list({r.key: r for r in self.cast.referents.values() if r.sort == "person"}.values())

    def _fills(self, person: Referent, role: str, noun: str, modifiers: set[str]) -> bool:
        actor = self.world.actor(person.key)
        if actor is None:
            return noun in person.nouns
        past = bool(modifiers & FORMER)
        terms = [
            t
            for t in actor.terms
            if t.role == role or (role == "head" and t.role in ("president", "prime minister", "king"))
        ]
        return any(t.holds(self.on) != past for t in terms) or (noun in person.nouns and bool(terms))

    def _counterpart(self, head: Token, owner: Referent) -> Found | None:
        whose = next((self.spoken.at.get(c.i) for c in head.children if c.dep_ == "poss"), None)
        states = [
            r
            for c in head.children
            if c.dep_ in ("amod", "compound", "nmod") and (r := self.spoken.referent_of(c)) is not None
        ]
        if not states or not states[0].actors:
            return None
        code = states[0].actors[0].code
        actor = self.world.actor(whose.key) if whose else None
        roles = [term.role for term in actor.terms if term.holds(self.on)] if actor else []
        for role in roles:
            person = self.world.holder(code, role, self.on)
            if person is not None:
                return Found(self.cast.person(person), f"the {role} of {code} on that date")
        return self.representative(head, "counterpart", states[0], "GOV")

    def representative(self, head: Token, noun: str, owner: Referent, sector: str | None) -> Found | None:
        """Return those who act for the owner ("US officials", "Hamas fighters"): its code, with a sector."""
        if not owner.actors:
            return None
        words = phrase_of(head)
        name = words[1:].text if len(words) > 1 and words[0].pos_ == "DET" else words.text
        actors = tuple(self._on_behalf(actor, name, noun, sector) for actor in owner.actors)
        one = self.nouns.is_role(noun) and not is_plural(head)
        key = f"{owner.key}/{noun}" if not one or is_definite(head) else f"{owner.key}/{noun}/{head.i}"
        known = self.discourse.by_key.get(key)
        if known is None:
            sort = "person" if one else "people" if self.nouns.is_role(noun) else "body"
            known = Referent(
                key, sort, "person" if one else "organisation", actors, is_plural=is_plural(head) and not one
            )
            known.states, known.nouns, known.gender = set(owner.states), {noun}, self.nouns.gender_of(noun)
        return Found(known, f"those who act for {owner.key}")

    def _on_behalf(self, actor: ActorRef, name: str, noun: str, sector: str | None) -> ActorRef:
        if actor.actor.startswith("person:"):
            state = self.cast.state(actor.code)
            actor = state.actors[0] if state else actor
        shown = name if self.nouns.is_role(noun) else actor.name
        return replace(actor, name=shown, sector=sector or actor.sector)

    def _described_before(self, noun: str, owner: Referent, head: Token) -> Found | None:
        if not is_definite(head):
            return None
        fit = [(seen.at, r) for r, seen in self.discourse.recent(head, 99)
               if r.sort == "person" and noun in r.nouns and r.states & owner.states]  # fmt: skip
        return Found(max(fit, key=lambda row: row[0])[1], f"described as {noun} before") if fit else None
