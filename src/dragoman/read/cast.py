"""Settle who each name of the document is: actors of the world data, or persons and bodies of the document's own."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.model import Actor, ActorKind, ActorRef, Form, FormUse
from dragoman.read.discourse import Referent
from dragoman.read.names import Name
from dragoman.read.noun_phrases import is_hyphenated_part, is_locative, noun_of, role_of
from dragoman.read.nouns import WORDS, Nouns, load_nouns
from dragoman.world import World

# A surname alone rather means who held office within a generation; of undated texts, since this day.
LONG_AGO_DAYS = 25 * 365
LONG_AGO = date(1985, 1, 1)
# So many names of other states, and none of its own, make "Congress" another one's.
FOREIGN_CONTEXT = 2
MODIFIERS_OF_STATE = frozenset({"poss", "amod", "compound", "nmod"})
PLACE_NOUNS = {
    "FAC": {"facility", "building", "site", "venue", "complex", "center", "centre"},
    "LOC": {"region", "area"},
    "city": {"city", "town", "municipality"},
    "region": {"region", "province", "state", "territory"},
}
TOP_ROLES = frozenset({"head", "president", "prime minister", "king"})
_SORTS = {
    ActorKind.PERSON: "person",
    ActorKind.STATE: "state",
    ActorKind.BODY: "body",
    ActorKind.GROUP: "body",
    ActorKind.BLOC: "body",
    ActorKind.PEOPLE: "people",
}
_LABELS = {"person": "person", "state": "organisation", "body": "organisation", "people": "organisation"}


def slug_of(text: str) -> str:
    """Return the text as a key: plain letters and digits joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


def refer(actor: Actor, on: date | None, sector: str | None = None) -> ActorRef:
    """Return the actor as statements carry it: under the state that it acts for on that day."""
    code = actor.acts_for(on) if actor.kind is ActorKind.PERSON else actor.code
    if actor.kind is ActorKind.BODY and actor.side:
        code = actor.side
    if sector is None:
        sector = actor.sector or ("GOV" if actor.kind is ActorKind.PERSON and actor.terms else None)
    return ActorRef(code=code, actor=actor.id, name=actor.name, sector=sector)


class Cast:
    """Who the names of one document are.

    `referents` are kept by the first token of the name; `new_actors` are those unknown to the world.
    """

    def __init__(self, doc: Doc, names: Sequence[Name], world: World, on: date | None) -> None:
        self.doc, self.world, self.on = doc, world, on
        self.names = tuple(names)
        self.nouns = load_nouns()
        self.name_at = {i: name for name in names for i in range(name.start, name.end)}
        self.referents: dict[int, Referent] = {}
        self.new_actors: dict[str, Actor] = {}
        self._by_key: dict[str, Referent] = {}
        self._bodies: list[tuple[str, Referent]] = []
        self._acting: dict[str, bool] = {}
        self._persons: list[tuple[tuple[str, ...], Referent]] = []
        self._settle()

    # -- what is asked of the cast ---------------------------------------------------------------------------------

    def text_of(self, name: Name) -> str:
        """Return the words of a name."""
        return self.doc[name.start : name.end].text

    def states_of(self, token: Token) -> set[str]:
        """Return the codes of the states that the name at this token stands for or belongs to."""
        name = self.name_at.get(token.i)
        referent = self.referents.get(name.start) if name else None
        return referent.states if referent else set()

    def state(self, code: str) -> Referent | None:
        """Return the referent of a state or body by its code, made on first use."""
        actor = self.world.by_code(code)
        return self._known(actor) if actor else None

    def person(self, actor: Actor) -> Referent:
        """Return the referent of a person of the world data."""
        return self._known(actor)

    # -- settling names ------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        lands = Counter(code for name in self.names for code in self._land_codes(name))
        self.land_counts = lands
        self.context = self._context()
        for name in self.names:
            if not self._is_person(name):
                self.referents[name.start] = self._settle_other(name)
        people = [name for name in self.names if self._is_person(name)]
        # A given name alone ("Vladimir") comes after the surnames that the world knows, so that it may be theirs.
        for name in sorted(people, key=lambda n: (n.end - n.start == 1, not n.forms, n.start)):
            self.referents[name.start] = self._settle_person(name)
        for name in self.names:
            self.referents[name.start].total += 1
        self._join_acronyms()

    def _is_person(self, name: Name) -> bool:
        if name.forms:
            return all(form.actor.startswith("person:") for form in name.forms)
        return name.label == "person"

    def _land_codes(self, name: Name) -> set[str]:
        actors = [self.world.actor(form.actor) for form in name.forms[:1]]
        return {actor.code for actor in actors if actor and actor.kind is ActorKind.STATE}

    def _settle_other(self, name: Name) -> Referent:
        text = self.text_of(name)
        if name.forms:
            actor = self._best_other(name.forms)
            if actor is not None and self._is_foreign(name, actor):
                return self._new_body(name, text)
            if actor is not None:
                return self._known(actor) if self._is_supported(name, actor) else self._place(text, "LOC")
        if name.label == "organisation" or (name.label == "location" and self._acts(name, text)):
            return self._new_body(name, text)
        if name.label == "location":
            return self._place(text, self.doc[name.head].ent_type_)
        return self._by_key.setdefault(
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
            for named in self.names
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
        given = {c for child in head.children if child.dep_ in MODIFIERS_OF_STATE for c in self._state_codes(child)}
        if given:
            return actor.side not in given
        return not self.context[actor.side] and self.context.total() >= FOREIGN_CONTEXT

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

    def _acts(self, name: Name, text: str) -> bool:
        """Say whether a supposed land is a body: no gazetteer has it, and it does something or has members."""
        if text not in self._acting:
            heads = [self.doc[n.head] for n in self.names if not n.forms and self.text_of(n) == text]
            acting = sum(_is_actor_like(head, self.nouns) for head in heads)
            placed = sum(is_locative(head) for head in heads)
            self._acting[text] = acting > 0 and acting >= placed and self.world.place(text) is None
        return self._acting[text]

    def _best_other(self, forms: Iterable[Form]) -> Actor | None:
        actors = [a for a in (self.world.actor(f.actor) for f in forms) if a and a.kind is not ActorKind.PERSON]
        return max(actors, key=lambda a: self.land_counts[a.code], default=None)

    def _known(self, actor: Actor) -> Referent:
        if actor.id in self._by_key:
            return self._by_key[actor.id]
        sort = _SORTS[actor.kind]
        ref = refer(actor, self.on)
        referent = Referent(actor.id, sort, _LABELS[sort], (ref,), is_named=True, gender=actor.gender)
        referent.is_plural = sort == "people" or (actor.kind in (ActorKind.BLOC,) and actor.name.endswith("s"))
        referent.nouns.update(word for term in actor.terms for word in (term.role,))
        if sort == "person":
            referent.states = {term.state for term in actor.terms} or {actor.code}
            self._persons.append((_words(actor.name), referent))
        else:
            referent.states = {ref.code}
            referent.nouns |= set(_words(actor.name))
        self._by_key[actor.id] = referent
        return referent

    def _place(self, text: str, kind: str = "") -> Referent:
        key = f"place:{slug_of(text)}"
        if key not in self._by_key:
            place = self.world.place(text)
            actor = self.world.by_code(place.country) if place and place.country else None
            self._by_key[key] = Referent(
                key, "place", "location", (refer(actor, self.on),) if actor else (), is_named=True
            )
            words = text.lower().split()
            known = kind if kind in PLACE_NOUNS else place.precision if place else "city"
            own = bool(self.nouns.places & {words[-1]})  # "the ... Memorial" is no city
            self._by_key[key].nouns |= set(words) | PLACE_NOUNS.get("FAC" if own else known, set())
            if actor:
                self._by_key[key].states = {actor.code}
        return self._by_key[key]

    def _new_body(self, name: Name, text: str) -> Referent:
        key = f"body:{slug_of(text)}"
        known = self._by_key.get(key) or self._longer_body(text)
        if known is not None:
            return known
        side, sector = self._side_in(name)
        code = side or slug_of(text).upper()
        actor = Actor(id=key, kind=ActorKind.BODY, code=code, name=text, side=side, sector=sector)
        self.new_actors[key] = actor
        referent = self._by_key[key] = Referent(key, "body", "organisation", (refer(actor, self.on),), is_named=True)
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
        modifiers = {c for child in self.doc[name.head].children if child.dep_ in ("poss", "amod", "compound", "nmod")
                     for c in self._state_codes(child)}  # fmt: skip
        return (sorted(modifiers)[0], sectors[0] or None) if modifiers and sectors else (None, None)

    def _state_codes(self, token: Token) -> set[str]:
        name = self.name_at.get(token.i)
        return self._land_codes(name) if name else set()

    # -- persons -----------------------------------------------------------------------------------------------------

    def _settle_person(self, name: Name) -> Referent:
        words = tuple(token.lower_ for token in self.doc[name.start : name.end])
        nouns, codes = self.describe(name)
        referent = (
            self._named_before(words)
            or self._from_world(name, words, nouns, codes)
            or self._new_person(name, words, codes)
        )
        referent.nouns |= nouns
        if referent.key in self.new_actors and codes and not referent.states:
            self._give_state(referent, codes, nouns)
        referent.gender = referent.gender or self._gender(name, words, nouns)
        return referent

    def _named_before(self, words: tuple[str, ...]) -> Referent | None:
        """Return the person of the document whose longer name, or nickname, the words are."""
        long = [(known, referent) for known, referent in self._persons if len(known) > 1]
        if len(words) == 1:
            found = [r for known, r in long if known[-1] == words[0]] or [r for known, r in long if words[0] in known]
        else:
            found = [r for known, r in long if known == words or (known[0] == words[0] and known[-1] == words[-1])]
        if not found and (len(words) == 1 or words[1] == "the"):
            given = self.nouns.hypocorisms.get(words[0], words[0])
            found = [r for known, r in long if known[0] == given]
        named = {r.key: r for r in found if r.total or r.key in self.new_actors or len(words) > 1} or {
            r.key: r for r in found
        }
        return next(iter(named.values())) if named else None

    def _from_world(self, name: Name, words: tuple[str, ...], nouns: set[str], codes: set[str]) -> Referent | None:
        ids = [form.actor for form in name.forms]
        ranked = [a.id for a in self.world.persons(self.text_of(name), self.on)]
        ordered = [i for i in ranked if not ids or i in ids] + [i for i in ids if i not in ranked]
        actors = [a for a in map(self.world.actor, ordered) if a is not None]
        if len(words) == 1:
            actors = self._without_the_long_gone(actors)
        scored = [(self._fit(actor, nouns, codes), -rank, actor) for rank, actor in enumerate(actors)]
        if not scored:
            return None
        fit, _, actor = max(scored, key=lambda s: s[:2])
        states = {term.state for term in actor.terms} | {actor.code}
        if codes and not codes & states:
            return None
        if len(words) == 1 and fit <= 0 and not any(term.role in TOP_ROLES for term in actor.terms):
            return None
        return self._known(actor)

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
        here = any(self.land_counts[code] for code in states)
        in_office = any(term.holds(self.on) for term in actor.terms)
        return (
            4 * bool(states & codes)
            + 2 * bool(roles & said)
            + 1 * here
            + 0.5 * in_office * (here or bool(roles & said))
        )

    def _new_person(self, name: Name, words: tuple[str, ...], codes: set[str]) -> Referent:
        text = self.text_of(name)
        key = f"person:{slug_of(text)}"
        if key not in self._by_key:
            actor = Actor(id=key, kind=ActorKind.PERSON, code=slug_of(text).upper(), name=text)
            self.new_actors[key] = actor
            self._by_key[key] = Referent(key, "person", "person", (refer(actor, self.on),), is_named=True)
            self._persons.append((words, self._by_key[key]))
        return self._by_key[key]

    def _give_state(self, referent: Referent, codes: set[str], nouns: set[str]) -> None:
        """Let a person of the document's own act for the state that the text gives them."""
        code = max(sorted(codes), key=lambda c: self.land_counts[c])
        sectors = [self.nouns.sector_of(noun) for noun in sorted(nouns)]
        sector = next((s for s in sectors if s), None)
        self.new_actors[referent.key] = replace(self.new_actors[referent.key], code=code, sector=sector)
        referent.actors = (refer(self.new_actors[referent.key], self.on),)
        referent.states = {code}

    def _gender(self, name: Name, words: tuple[str, ...], nouns: set[str]) -> str | None:
        before = self.doc[name.start - 1].lower_ if name.start else ""
        tags = [self.nouns.titles.get(before), *(self.nouns.genders.get(noun) for noun in sorted(nouns))]
        if len(words) > 1:
            tags.append(self.nouns.given_names.get(words[0]))
        return next((tag for tag in tags if tag in ("m", "f")), None)

    def describe(self, name: Name) -> tuple[set[str], set[str]]:
        """Return the nouns and the states that a name's own phrase gives it ("Jordanian official Ahmad X")."""
        head = self.doc[name.head]
        phrases = [head, *(c for c in head.children if c.dep_ == "appos" and c.i not in self.name_at)]
        if head.dep_ == "appos" and head.head.i not in self.name_at:
            phrases.append(head.head)
        nouns: set[str] = set()
        codes: set[str] = set()
        for phrase in phrases:
            tokens = [phrase, *_modifiers(phrase)]
            nouns.update(n for t in tokens if not name.start <= t.i < name.end for n in self._nouns_at(t))
            codes.update(c for t in tokens if not name.start <= t.i < name.end for c in self._codes_given(t, nouns))
        return nouns, codes

    def _codes_given(self, token: Token, nouns: set[str]) -> set[str]:
        """Return the states that a modifier gives: a "Seoul correspondent" is no Korean, a "Seoul official" is."""
        name = self.name_at.get(token.i)
        if is_hyphenated_part(token):
            return set()
        if name is None or name.is_adjective:
            return self._state_codes(token)
        acts = any(self.nouns.sector_of(noun) != "MED" and noun not in WORDS["studying"] for noun in nouns)
        return self._state_codes(token) if acts else set()

    def _nouns_at(self, token: Token) -> set[str]:
        noun = noun_of(token)
        found = {noun} if self.nouns.is_role(noun) else set()
        pair = f"{token.nbor(-1).lower_} {noun}" if token.i else noun
        return found | ({pair} if pair in self.nouns.roles else set())

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


def _is_actor_like(head: Token, nouns: Nouns) -> bool:
    """Say whether a name does something, or has people ("X officials", "a member of X", "the X party")."""
    if role_of(head) in ("subject", "possessor"):
        return True
    owned = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
    noun = noun_of(owned)
    grouped = nouns.is_role(noun) or noun in nouns.collectives or noun in nouns.bodies
    return grouped and (head.dep_ in ("compound", "nmod", "amod") or owned != head.head)


def _words(name: str) -> tuple[str, ...]:
    return tuple(name.lower().split())


def _modifiers(head: Token) -> list[Token]:
    """Return the modifiers of a phrase, their own modifiers, and the objects of its "of", "for" and "to"."""
    found: list[Token] = []
    for child in head.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss"):
            found += [child, *(t for t in child.children if t.dep_ in ("compound", "amod", "nmod", "poss", "conj"))]
        elif child.dep_ == "prep" and child.lower_ == "of":
            found += [t for t in child.children if t.dep_ == "pobj"]
    return found
