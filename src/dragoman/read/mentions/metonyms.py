"""Whether the name of a land, capital or seat stands for who acts there ("Moscow said") or for the place."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import FormUse
from dragoman.read.mentions.cast import Cast
from dragoman.read.mentions.discourse import Discourse, Referent
from dragoman.read.mentions.name import Name
from dragoman.read.mentions.noun_phrases import is_locative, noun_of
from dragoman.read.mentions.nouns import load_nouns


class Metonyms:
    """Tells places from actors among the names of one document."""

    def __init__(self, cast: Cast, discourse: Discourse) -> None:
        self.cast, self.discourse = cast, discourse

    def place_or_actor(self, name: Name, head: Token, referent: Referent) -> tuple[str, Referent]:
        """Tell "in Moscow", a place, from "Moscow said", a state."""
        if referent.sort == "place":
            return "location", referent
        uses = {form.use for form in name.forms}
        metonym = bool(uses & {FormUse.CAPITAL, FormUse.SEAT})
        is_region = referent.key.startswith("bloc:")  # "in the Middle East"
        if referent.sort not in ("state", "body") or (referent.sort == "body" and not (metonym or is_region)):
            return referent.label, referent
        if metonym:
            referent = self._namesake(name) or referent
        place = is_locative(head) or (metonym and _is_only_place(head)) or self._follows_city(name)
        if place and metonym:
            return "location", self._city(name, referent)
        return ("location" if place else referent.label), referent

    def _namesake(self, name: Name) -> Referent | None:
        """Return the state beside a capital's name that has a city of that name too ("Tripoli, Lebanon")."""
        doc, beside = self.cast.doc, self.cast.name_at.get(name.end + 1)
        if beside is None or doc[name.end].text != "," or doc[beside.head].dep_ == "conj":
            return None
        state = self.cast.referents[beside.start]
        if state.sort != "state" or not any(form.use is FormUse.NAME for form in beside.forms):
            return None
        code = state.key.removeprefix("state:")
        city = self.cast.world.place(self.cast.text_of(name), near=code)
        return state if city is not None and city.country == code and city.precision == "city" else None

    def _follows_city(self, name: Name) -> bool:
        """Say whether the state's name only says where the city before it lies ("Palmyra, Syria")."""
        before = self.cast.name_at.get(name.start - 2)
        if name.start < 2 or self.cast.doc[name.start - 1].text != "," or before is None:
            return False
        ends = name.end >= len(self.cast.doc) or self.cast.doc[name.end].lower_ not in ("and", "or", "'s")
        return ends and self.cast.referents[before.start].sort == "place" and self.cast.doc[name.head].dep_ != "conj"

    def _city(self, name: Name, state: Referent) -> Referent:
        text = self.cast.text_of(name)
        known = self.discourse.by_key.get(f"place:{text}")
        if known is not None:
            return known
        nouns = {"city", "capital"}
        return Referent(
            f"place:{text}", "place", "location", state.actors, is_named=True, states=set(state.states), nouns=nouns
        )


def _is_only_place(head: Token) -> bool:
    """Say whether a capital that no preposition marks as a place is one all the same ("the capital Pyongyang")."""
    if head.dep_ == "appos":
        return noun_of(head.head) in load_nouns().places
    compound_of_place = head.dep_ == "compound" and noun_of(head.head) in load_nouns().places
    named_after = any(c.dep_ == "compound" and noun_of(c) in load_nouns().places for c in head.children)
    return compound_of_place or named_after or head.dep_ == "npadvmod"
