"""Settle the names that are no person's: states, bodies, lands and places, known or the document's own."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.model import Actor, ActorKind, Form, FormUse
from dragoman.read.mentions.discourse import Referent
from dragoman.read.mentions.name import Name
from dragoman.read.mentions.noun_phrases import is_locative, noun_of, role_of
from dragoman.read.mentions.nouns import Nouns
from dragoman.read.mentions.roster import Roster
from dragoman.read.referring import refer, slug_of

# So many names of other states, and none of its own, make "Congress" another one's.
FOREIGN_CONTEXT = 2
MODIFIERS_OF_STATE = frozenset({"poss", "amod", "compound", "nmod"})
PLACE_NOUNS = {
    "FAC": {"facility", "building", "site", "venue", "complex", "center", "centre"},
    "LOC": {"region", "area"},
    "city": {"city", "town", "municipality"},
    "region": {"region", "province", "state", "territory"},
}


class BodiesAndLands:
    """Settles the names of one document that are no person's."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.doc, self.world, self.on, self.nouns = roster.doc, roster.world, roster.on, roster.nouns
        self._bodies: list[tuple[str, Referent]] = []
        self._acting: dict[str, bool] = {}

    def settle(self, name: Name) -> Referent:
        """Return whom or what the name stands for."""
        text = self.roster.text_of(name)
        if name.forms:
            actor = self._best_other(name.forms)
            if actor is not None and self._is_foreign(name, actor):
                return self._new_body(name, text)
            if actor is not None:
                return self.roster.known(actor) if self._is_supported(name, actor) else self._place(text, "LOC")
        if name.label == "organisation" or (name.label == "location" and self._acts(name, text)):
            return self._new_body(name, text)
        if name.label == "location":
            return self._place(text, self.doc[name.head].ent_type_)
        return self.roster.by_key.setdefault(
            f"people:{slug_of(text)}",
            Referent(f"people:{slug_of(text)}", "people", name.label, is_plural=True, is_named=True),
        )

    def _is_supported(self, name: Name, actor: Actor) -> bool:
        """Say whether a short form may name the state: "the South" is South Korea's only where a Korea is named."""
        if actor.kind is not ActorKind.STATE or any(form.use is not FormUse.SHORT for form in name.forms):
            return True
        family = actor.name.rsplit(" ", 1)[-1]
        return any(
            (other := self.world.actor(form.actor)) is not None and other.name.endswith(family)
            for named in self.roster.names
            for form in named.forms[:1]
            if form.use is not FormUse.SHORT
        )

    def _is_foreign(self, name: Name, actor: Actor) -> bool:
        """Say whether a bare name ("Congress", "the Senate") is that of another state's body here than the actor.

        That is so where another nationality modifies it, or the document speaks of other states and not of this one.
        """
        if actor.kind is not ActorKind.BODY or not actor.side or any(f.use is not FormUse.SHORT for f in name.forms):
            return False
        head = self.doc[name.head]
        given = {
            c for child in head.children if child.dep_ in MODIFIERS_OF_STATE for c in self.roster.state_codes(child)
        }
        if given:
            return actor.side not in given
        return not self.roster.context[actor.side] and self.roster.context.total() >= FOREIGN_CONTEXT

    def _states_given(self, name: Name) -> set[str]:
        """Return the codes of the states whose names or nationalities modify the name."""
        modifiers = [child for child in self.doc[name.head].children if child.dep_ in MODIFIERS_OF_STATE]
        return {code for child in modifiers for code in self.roster.state_codes(child)}

    def _acts(self, name: Name, text: str) -> bool:
        """Say whether a supposed land is a body: no gazetteer has it, and it does something or has members."""
        if text not in self._acting:
            heads = [self.doc[n.head] for n in self.roster.names if not n.forms and self.roster.text_of(n) == text]
            acting = sum(_is_actor_like(head, self.nouns) for head in heads)
            placed = sum(is_locative(head) for head in heads)
            self._acting[text] = acting > 0 and acting >= placed and self.world.place(text) is None
        return self._acting[text]

    def _best_other(self, forms: Iterable[Form]) -> Actor | None:
        ranked = sorted(forms, key=lambda form: form.use is FormUse.SHORT)  # what context must settle comes last
        actors = [a for a in (self.world.actor(f.actor) for f in ranked) if a and a.kind is not ActorKind.PERSON]
        return max(actors, key=lambda a: self.roster.land_counts[a.code], default=None)

    def _place(self, text: str, kind: str = "") -> Referent:
        key = f"place:{slug_of(text)}"
        if key not in self.roster.by_key:
            place = self.world.place(text)
            actor = self.world.by_code(place.country) if place and place.country else None
            self.roster.by_key[key] = Referent(
                key, "place", "location", (refer(actor, self.on),) if actor else (), is_named=True
            )
            words = text.lower().split()
            known = kind if kind in PLACE_NOUNS else place.precision if place else "city"
            own = bool(self.nouns.places & {words[-1]})  # "the ... Memorial" is no city
            self.roster.by_key[key].nouns |= set(words) | PLACE_NOUNS.get("FAC" if own else known, set())
            if actor:
                self.roster.by_key[key].states = {actor.code}
        return self.roster.by_key[key]

    def _new_body(self, name: Name, text: str) -> Referent:
        key = f"body:{slug_of(text)}"
        known = self.roster.by_key.get(key) or self._longer_body(text)
        if known is not None:
            return known
        side, sector = self._side_in(name)
        code = side or slug_of(text).upper()
        actor = Actor(id=key, kind=ActorKind.BODY, code=code, name=text, side=side, sector=sector)
        self.roster.new_actors[key] = actor
        referent = self.roster.by_key[key] = Referent(
            key, "body", "organisation", (refer(actor, self.on),), is_named=True
        )
        referent.nouns.update(token.lower_ for token in self.doc[name.start : name.end])
        referent.states = {code}
        self._bodies.append((text, referent))
        return referent

    def _longer_body(self, text: str) -> Referent | None:
        """Return the body whose longer name holds these words, or whose initials they are."""
        for longer, referent in self._bodies:
            initials = "".join(word[0] for word in longer.split() if word[0].isupper() or word[0].isdigit())
            if (" " in text and f" {text} " in f" {longer} ") or (len(text) > 2 and text == initials):
                return referent
        return None

    def _side_in(self, name: Name) -> tuple[str | None, str | None]:
        """Return the state and sector of a state's organ by its name ("Russian Defence Ministry": RUS, GOV)."""
        words = [token.text for token in self.doc[name.start : name.end]]
        sectors = [self.nouns.collectives[w.lower()] for w in words if w.lower() in self.nouns.collectives]
        for at in range(len(words)):
            _, forms = self.world.longest(words, at)
            actor = self.world.actor(forms[0].actor) if forms else None
            if actor and actor.kind is ActorKind.STATE and sectors:
                return actor.code, sectors[0] or None
        modifiers = self._states_given(name)
        return (sorted(modifiers)[0], sectors[0] or None) if modifiers and sectors else (None, None)


def _is_actor_like(head: Token, nouns: Nouns) -> bool:
    """Say whether a name does something, has people ("X officials", "a member of X") or is set beside a body."""
    if head.dep_ == "appos" and noun_of(head.head) in nouns.bodies:
        return True
    if role_of(head) in ("subject", "possessor"):
        return True
    owned = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
    noun = noun_of(owned)
    grouped = nouns.is_role(noun) or noun in nouns.collectives or noun in nouns.bodies
    return grouped and (head.dep_ in ("compound", "nmod", "amod") or owned != head.head)
