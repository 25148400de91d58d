"""Settle the names of persons: someone of the world data, someone named before in the document, or someone new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from dragoman.model import Actor, ActorKind
from dragoman.read.mentions.discourse import Referent
from dragoman.read.mentions.name import Name
from dragoman.read.mentions.noun_phrases import is_hyphenated_part, noun_of
from dragoman.read.mentions.nouns import WORDS
from dragoman.read.mentions.roster import Roster
from dragoman.read.referring import refer, slug_of

TOP_ROLES = frozenset({"head", "president", "prime minister", "king"})
# A surname alone rather means who held office within a generation; of undated texts, since this day.
LONG_AGO_DAYS = 25 * 365
LONG_AGO = date(1985, 1, 1)
_BELONGING = frozenset({"member", "founder"})
_OFFICED = frozenset({ActorKind.BODY, ActorKind.GROUP})


class Persons:
    """Settles the names of persons of one document."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.doc, self.world, self.on, self.nouns = roster.doc, roster.world, roster.on, roster.nouns

    def settle(self, name: Name) -> Referent:
        """Return who the name stands for."""
        words = tuple(token.lower_ for token in self.doc[name.start : name.end])
        nouns, codes = self.describe(name)
        referent = (
            self._named_before(words)
            or self._from_world(name, words, nouns, codes)
            or self._new_person(name, words, codes)
        )
        referent.nouns |= nouns
        if referent.key in self.roster.new_actors and not referent.states:
            self._give_side(referent, codes or self._bodies_given(name, nouns) or self._only_state(nouns), nouns)
        self._act_as_said(referent, codes)
        referent.gender = referent.gender or self._gender(name, words, nouns)
        return referent

    def _named_before(self, words: tuple[str, ...]) -> Referent | None:
        """Return the person of the document whose longer name, or nickname, the words are."""
        long = [(known, referent) for known, referent in self.roster.persons if len(known) > 1]
        if len(words) == 1:
            found = [r for known, r in long if known[-1] == words[0] or self._goes_by(r, words[0])]
            found = found or [r for known, r in long if words[0] in known]
        else:
            found = [r for known, r in long if known == words or (known[0] == words[0] and known[-1] == words[-1])]
        if not found and (len(words) == 1 or words[1] == "the"):
            given = self.nouns.hypocorisms.get(words[0], words[0])
            found = [r for known, r in long if known[0] == given]
        # Who is named in full most often is meant by the surname alone; whoever came first, when they are even.
        return max(found, key=lambda r: self.roster.full_names[r.key], default=None)

    def _goes_by(self, referent: Referent, word: str) -> bool:
        """Say whether a person of the world data is known by the one word ("Mobutu", "Saddam")."""
        return any(form.actor == referent.key for form in self.world.forms(word.capitalize()))

    def _from_world(self, name: Name, words: tuple[str, ...], nouns: set[str], codes: set[str]) -> Referent | None:
        ids = [form.actor for form in name.forms]
        ranked = [a.id for a in self.world.persons(self.roster.text_of(name), self.on)]
        ordered = [i for i in ranked if not ids or i in ids] + [i for i in ids if i not in ranked]
        actors = [a for a in map(self.world.actor, ordered) if a is not None]
        if len(words) == 1 and nouns and not any(self.nouns.sector_of(noun) for noun in nouns):
            return None  # a mother or student of that name is not who holds an office
        if len(words) == 1:
            actors = self._without_the_long_gone(actors)
        scored = [(self._fit(actor, nouns, codes), -rank, actor) for rank, actor in enumerate(actors)]
        if not scored:
            return None
        fit, _, actor = max(scored, key=lambda s: s[:2])
        states = {term.state for term in actor.terms} | {actor.code}
        if codes and not codes & states:
            return None
        led = any(term.role in TOP_ROLES for term in actor.terms)
        if len(words) == 1 and fit <= 0 and (not led or words[0] in self.nouns.given_names):
            return None  # nothing else in the document speaks for it
        return self.roster.known(actor)

    def _without_the_long_gone(self, actors: list[Actor]) -> list[Actor]:
        """Leave out who left office a generation ago where the surname may also be another's."""
        limit = self.on.toordinal() - LONG_AGO_DAYS if self.on else LONG_AGO.toordinal()
        recent = [a for a in actors if any(t.until is None or t.until.toordinal() > limit for t in a.terms)]
        begun = [a for a in recent if self.on is None or any(t.since is None or t.since <= self.on for t in a.terms)]
        return recent if begun else actors

    def _fit(self, actor: Actor, nouns: set[str], codes: set[str]) -> float:
        states = {term.state for term in actor.terms} | {actor.code}
        roles = {term.role for term in actor.terms}
        said = {self.nouns.roles[noun] for noun in nouns if noun in self.nouns.roles}
        here = any(self.roster.land_counts[code] for code in states)
        in_office = any(term.holds(self.on) for term in actor.terms)
        return (
            4 * bool(states & codes)
            + 2 * bool(roles & said)
            + 1 * here
            + 0.5 * in_office * (here or bool(roles & said))
        )

    def _new_person(self, name: Name, words: tuple[str, ...], codes: set[str]) -> Referent:
        text = self.roster.text_of(name)
        key = f"person:{slug_of(text)}"
        if key not in self.roster.by_key:
            actor = Actor(id=key, kind=ActorKind.PERSON, code=slug_of(text).upper(), name=text)
            self.roster.new_actors[key] = actor
            self.roster.by_key[key] = Referent(key, "person", "person", (refer(actor, self.on),), is_named=True)
            self.roster.persons.append((words, self.roster.by_key[key]))
        return self.roster.by_key[key]

    def _give_side(self, referent: Referent, codes: set[str], nouns: set[str]) -> None:
        """Let a person of the document's own act for the state, or else the body, that the text gives them."""
        if not codes:
            return
        code = max(sorted(codes), key=lambda c: self.roster.land_counts[c])
        sectors = [self.nouns.sector_of(noun) for noun in sorted(nouns)]
        sector = next((s for s in sectors if s), None)
        self.roster.new_actors[referent.key] = replace(self.roster.new_actors[referent.key], code=code, sector=sector)
        referent.actors = (refer(self.roster.new_actors[referent.key], self.on),)
        referent.states = {code}

    def _gender(self, name: Name, words: tuple[str, ...], nouns: set[str]) -> str | None:
        before = self.doc[name.start - 1].lower_ if name.start else ""
        tags = [self.nouns.titles.get(before), *(self.nouns.genders.get(noun) for noun in sorted(nouns))]
        if len(words) > 1:
            tags.append(self.nouns.given_names.get(words[0]))
        return next((tag for tag in tags if tag in ("m", "f")), None)

    def describe(self, name: Name) -> tuple[set[str], set[str]]:
        """Return the nouns and the states that a name's own phrase gives it ("Jordanian official Ahmad X")."""
        nouns: set[str] = set()
        codes: set[str] = set()
        for phrase in self._phrases_of(name):
            tokens = [t for t in (phrase, *_modifiers(phrase)) if not name.start <= t.i < name.end]
            nouns.update(n for t in tokens for n in self._nouns_at(t))
            codes.update(c for t in tokens for c in self._codes_given(t, nouns))
        return nouns, codes

    def _phrases_of(self, name: Name) -> list[Token]:
        """Return the heads of the name's own phrase and of the descriptions set beside it."""
        head = self.doc[name.head]
        phrases = [head, *(c for c in head.children if c.dep_ == "appos" and c.i not in self.roster.name_at)]
        if head.dep_ == "appos" and head.head.i not in self.roster.name_at:
            phrases.append(head.head)
        elif head.dep_ == "appos" and _is_owner(head.head) and head.head.ent_type_ not in ("PERSON", ""):
            phrases.append(head.head.head.head)  # "the mayor of X, Ana Lima": no person is beside a town
        return phrases

    def _bodies_given(self, name: Name, nouns: set[str]) -> set[str]:
        """Return the codes of the known bodies that the person is said to have an office in ("Hamas leader X")."""
        offices = {n for n in nouns if self.nouns.sector_of(n) not in (None, "MED")} - WORDS["studying"]
        if not offices and not nouns & _BELONGING:
            return set()
        inside = [m for phrase in self._phrases_of(name) for m in _modifiers(phrase) if not is_hyphenated_part(m)]
        named = [self.roster.name_at[t.i] for t in inside if t.i in self.roster.name_at]
        return {code for other in named if other != name and (code := self._code_of_body(other)) is not None}

    def _code_of_body(self, name: Name) -> str | None:
        """Return the code of a body that is known, or that is a state's by its own name ("Tunisian Parliament")."""
        if not name.forms:
            slug = slug_of(self.roster.text_of(name))
            town, body = self.roster.by_key.get(f"place:{slug}"), self.roster.new_actors.get(f"body:{slug}")
            if town is not None and town.states:
                return min(town.states)  # "the mayor of X"
            return body.side if body is not None else None
        actor = self.world.actor(name.forms[0].actor)
        return refer(actor, self.on).code if actor is not None and actor.kind in _OFFICED else None

    def _codes_given(self, token: Token, nouns: set[str]) -> set[str]:
        """Return the states that a modifier gives: a "Seoul correspondent" is no Korean, a "Seoul official" is."""
        name = self.roster.name_at.get(token.i)
        if is_hyphenated_part(token):
            return set()
        if name is None or name.is_adjective:
            return self.roster.state_codes(token)
        acts = any(self.nouns.sector_of(noun) != "MED" and noun not in WORDS["studying"] for noun in nouns)
        return self.roster.state_codes(token) if acts else set()

    def _act_as_said(self, referent: Referent, codes: set[str]) -> None:
        """Let a known person act for the state that the text gives, if it was ever theirs ("Nigerian President X")."""
        said = codes & referent.states
        if len(said) == 1 and referent.key not in self.roster.new_actors:
            referent.actors = tuple(replace(ref, code=min(said)) for ref in referent.actors)

    def _only_state(self, nouns: set[str]) -> set[str]:
        """Return the one state that the document speaks of, for a minister of whom it says no more."""
        is_national = any(noun in self.nouns.roles or noun in WORDS["national offices"] for noun in nouns)
        states = {code for code in self.roster.context if _is_state(self.world.by_code(code))}
        return states if is_national and len(states) == 1 else set()

    def _nouns_at(self, token: Token) -> set[str]:
        noun = noun_of(token)
        found = {noun} if self.nouns.is_role(noun) else set()
        pair = f"{token.nbor(-1).lower_} {noun}" if token.i else noun
        return found | ({pair} if pair in self.nouns.roles else set())


def _is_owner(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ == "of"


def _is_state(actor: Actor | None) -> bool:
    return actor is not None and actor.kind is ActorKind.STATE


def _modifiers(head: Token) -> list[Token]:
    """Return the words that modify a phrase, however deep, with the object of its "of" and what modifies that."""
    found: list[Token] = []
    for child in head.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss"):
            found += [child, *_modifiers(child), *(t for t in child.children if t.dep_ == "conj")]
        elif child.dep_ == "prep" and child.lower_ == "of":
            found += [m for t in child.children if t.dep_ == "pobj" for m in (t, *_modifiers(t))]
    return found
