"""Resolve descriptions: "the North Korean leader", "US officials", "Kim's government", "the two leaders", "the island".

1. A description set beside a name ("Shoigu, the defence minister") is that name's.
2. "Nations like X and Y" are its members.
3. Numbers and "both" take up the last several referents of the sort.
4. With an owner (nationality word, possessor, "of X"): the person in that role, or the owner itself with a sector.
5. Definite ones take up what was so described before, else the last referent of the fitting sort.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from dragoman.model import ActorKind, ActorRef
from dragoman.read.cast import Cast
from dragoman.read.discourse import Discourse, Referent, Seen
from dragoman.read.noun_phrases import is_definite, is_plural, noun_of, number_of, phrase_of
from dragoman.read.plurals import choose_several

LISTING = frozenset({"like", "including", "such", "notably", "especially", "particularly", "namely"})
FORMER = frozenset({"former", "ex", "then", "past", "late"})
COMING = frozenset({"new", "next", "future", "incoming"})
# Descriptions so general that the definite takes up whoever fits; all others must have been used of the referent before.
CALLING = frozenset({"call", "name", "dub", "know", "label", "term", "title", "style"})
GENERAL_PERSONS = frozenset(
    {"man", "woman", "boy", "girl", "leader", "politician", "teen", "teenager", "youth", "official"}
)
GENERAL_BODIES = frozenset({"group", "organisation", "organization", "company", "party", "agency", "firm", "body", "movement",
                            "alliance", "bloc", "union", "entity", "team", "newspaper", "club", "church"})  # fmt: skip
ANY_BODY = frozenset({"organisation", "organization", "group", "body", "entity"})
COUNTRIES = frozenset(
    {"country", "nation", "state", "kingdom", "republic", "island", "peninsula", "emirate", "homeland"}
)
SIDES = frozenset(
    {"side", "party", "government", "power", "neighbor", "neighbour", "ally", "regime", "rival", "capital", "foe"}
)
LASTING = frozenset({"leader", "side", "regime", "government", "power"})  # "these regimes" takes up the last two, too
ISLANDS = frozenset({"island", "peninsula"})
RULING = frozenset({"government", "regime", "administration", "authority", "cabinet", "parliament", "congress", "senate", "army",
                    "military", "leadership", "junta", "navy", "opposition", "monarchy"})  # fmt: skip
CITIES = frozenset({"city", "town", "village", "capital", "municipality"})
OURS = frozenset({"our", "my"})
# Weights of what a definite description may take up; set by cross-validation over the documents of evals/reference.
SENTENCES_BACK = 40
FAR = 8
PER_SENTENCE = -0.35
DESCRIBED = 2.0
DESCRIBED_UNNAMED = 1.0  # "the group" rather takes up a named body than "a group" before it
NAMED = 1.5
PER_LOG_MENTION = 0.5
PER_LOG_TOTAL = 0.5  # a state counts by how often the whole document names it: "the country" is what it is about
ROLE = {"subject": 0.6, "object": 0.3, "possessor": 0.3, "modifier": -0.2}
LEAST = -0.5
RULERS_BACK = 5


@dataclass(frozen=True, slots=True)
class Found:
    """The referent of a description and why."""

    referent: Referent
    reason: str
    is_said: bool = True  # the text itself calls the referent so; False when that was inferred


class Describer:
    """Resolves the descriptions of one document in reading order."""

    def __init__(self, cast: Cast, discourse: Discourse, on: date | None) -> None:
        self.cast, self.discourse, self.on = cast, discourse, on
        self.nouns, self.world = cast.nouns, cast.world
        self.at: dict[int, Referent] = {}  # referents by head token, as they are found

    def noun_at(self, head: Token) -> str | None:
        """Return the noun (with its compound, if that is an office) when it stands for someone or some place."""
        noun = noun_of(head)
        pair = f"{head.nbor(-1).lower_} {noun}" if head.i > head.sent.start else noun
        if pair in self.nouns.roles or pair in self.nouns.collectives or pair in self.nouns.persons:
            return pair
        return noun if self.nouns.knows(noun) or noun in SIDES else None

    def resolve(self, head: Token, noun: str) -> Found:
        """Return whom the description headed by the token stands for; a referent without actors when nobody known."""
        return (
            self.beside_name(head)
            or self._members(head)
            or self._several(head, noun)
            or self._owned(head, noun)
            or self._taken_up(head, noun)
            or self._new(head, noun)
        )

    # -- 1, 2: names beside the description ----------------------------------------------------------------------------

    def beside_name(self, head: Token) -> Found | None:
        """Resolve a description by the name that stands next to it ("Shoigu, the defence minister")."""
        beside = [child for child in head.children if child.dep_ == "appos"]
        if head.dep_ == "appos":
            beside.append(head.head)
        beside += self._adjoining(head)
        for token in beside:
            name = self.cast.name_at.get(token.i)
            referent = self.cast.referents.get(name.start) if name and not name.is_adjective else None
            if referent is not None and self._suits(noun_of(head), referent):
                return Found(referent, f"beside the name '{token.text}'")
        return None

    def _adjoining(self, head: Token) -> Iterator[Token]:
        """Yield the name right after the description, or that it is called by ("the group called X", "its group the X")."""
        after = head.i + 1
        if after + 1 < len(head.doc) and head.doc[after].lower_ == "the":
            after += 1
        name = self.cast.name_at.get(after)
        if name is not None and head.dep_ != "poss":
            yield head.doc[name.head]
        for verb in head.rights:
            if verb.dep_ == "acl" and verb.lemma_.lower() in CALLING:
                yield from (t for t in verb.subtree if t.dep_ in ("oprd", "pobj", "dobj", "attr") and t.i > verb.i)

    def _suits(self, noun: str, referent: Referent) -> bool:
        if referent.sort == "person":
            return self.nouns.is_role(noun)
        if referent.sort == "place":
            return noun in self.nouns.places
        return noun not in self.nouns.roles and noun not in self.nouns.persons

    def _members(self, head: Token) -> Found | None:
        if not is_plural(head):
            return None
        for prep in head.rights:
            if prep.lower_ not in LISTING or prep.dep_ not in ("prep", "amod", "advmod", "acl"):
                continue
            first = next(
                (t for t in prep.subtree if t.i > prep.i and t.i in self.cast.name_at and t.dep_ in ("pobj", "dobj")),
                None,
            )
            parts = [self.referent_of(t) for t in (first, *first.conjuncts)] if first is not None else []
            known = tuple(p for p in parts if p is not None)
            if known:
                return Found(self.several(known), f"members listed after '{prep.text}'")
        return None

    def referent_of(self, token: Token) -> Referent | None:
        """Return the referent whose mention is headed by (or holds) the token."""
        name = self.cast.name_at.get(token.i)
        return self.cast.referents.get(name.start) if name else self.at.get(token.i)

    def several(self, parts: tuple[Referent, ...]) -> Referent:
        """Return the referent for several together."""
        if len(parts) == 1:
            return parts[0]
        key = "+".join(sorted(part.key for part in parts))
        known = self.discourse.by_key.get(key)
        if known:
            return known
        actors = tuple(dict.fromkeys(actor for part in parts for actor in part.actors))
        states = {code for part in parts for code in part.states}
        return Referent(key, "several", parts[0].label, actors, is_plural=True, parts=parts, states=states)

    # -- 3: the last several -------------------------------------------------------------------------------------------

    def _several(self, head: Token, noun: str) -> Found | None:
        count = number_of(head)
        bare = count is None and is_definite(head) and is_plural(head) and noun in COUNTRIES | LASTING
        if not (count or bare) or self._owner(head) is not None:
            return None
        if count and not is_definite(head):
            return None
        parts = choose_several(head, count, lambda r: self._project(r, noun), self.discourse)
        return Found(self.several(parts), f"the last {count or 2} that are a {noun}") if parts else None

    def last_several(self, head: Token, count: int) -> Found | None:
        """Resolve a bare "both", "the two", "neither"."""
        parts = choose_several(
            head, count, lambda r: r if r.sort in ("person", "state", "body") else None, self.discourse
        )
        return Found(self.several(parts), "the last two spoken of") if parts else None

    def each_other(self, subject: Token) -> Found | None:
        """Resolve "each other" to all those whom the subject names."""
        parts = [self.referent_of(t) for t in (subject, *subject.conjuncts)]
        known = tuple(dict.fromkeys(p for p in parts if p is not None))
        return Found(self.several(known), "each of the subject") if known else None

    def last_group(self, head: Token) -> Found | None:
        """Resolve a bare "all" to those last spoken of together."""
        groups = [(seen.at, r) for r, seen in self.discourse.recent(head, 2) if r.sort == "several"]
        return Found(max(groups, key=lambda row: row[0])[1], "all of those last spoken of") if groups else None

    def _project(self, referent: Referent, noun: str) -> Referent | None:
        """Return the referent, or the state it acts for, when it is the sort that the noun speaks of."""
        if noun in COUNTRIES or noun in SIDES or noun in RULING:
            if referent.sort == "state":
                return None if self._is_past(referent) else referent
            if referent.sort in ("person", "body", "people") and referent.actors:
                owner = self.cast.state(referent.actors[0].code)
                return (
                    owner
                    if owner and owner.sort == "state"
                    else (referent if noun in SIDES and referent.sort == "body" else None)
                )
            return None
        if self.nouns.is_role(noun):
            if referent.sort != "person" or referent.is_plural:
                return None
            leads = noun not in self.nouns.roles or any(word in self.nouns.roles.values() for word in referent.nouns)
            return referent if leads or noun in referent.nouns or not referent.is_named else None
        return referent if referent.sort == "body" and noun in self.nouns.bodies else None

    def _is_past(self, state: Referent) -> bool:
        """Say whether the state was no more when the document was written ("the former Soviet Union")."""
        actor = self.world.actor(state.key)
        return actor is not None and actor.until is not None and self.on is not None and actor.until < self.on

    # -- 4: descriptions with an owner ------------------------------------------------------------------------------------

    def _owner(self, head: Token) -> Referent | None:
        """Return whose the described one is: a possessor first, then nationality words and compounds, then "of X"."""
        found: list[tuple[int, Referent]] = []
        for child in head.children:
            rank = {"poss": 0, "amod": 1, "compound": 1, "nmod": 1}.get(child.dep_)
            if rank is not None and child.i < head.i:
                inner = [child, *(t for t in child.children if t.dep_ in ("compound", "amod", "nmod"))]
                found += [(rank, r) for t in inner if (r := self.referent_of(t)) is not None]
            elif child.dep_ == "prep" and child.lower_ == "of":
                found += [(2, r) for t in child.children if (r := self.referent_of(t)) is not None]
        return min(found, key=lambda row: row[0])[1] if found else None

    def _owned(self, head: Token, noun: str) -> Found | None:
        owner = self._owner(head)
        if owner is None or noun in self.nouns.places and noun not in self.nouns.collectives:
            return None
        if noun in COUNTRIES:
            return self._country_of(owner, head)
        if noun in self.nouns.bodies and owner.sort == "body" and owner.is_named and is_definite(head):
            return Found(owner, "a body described by its own name")
        if noun == "counterpart":
            return self._counterpart(head, owner)
        sector = self.nouns.sector_of(noun)
        if noun in self.nouns.roles and not is_plural(head):
            return self._holder(head, noun, owner)
        if not is_plural(head) and self.nouns.is_role(noun):
            before = self._described_before(noun, owner, head)
            acts = sector or owner.sort in ("state", "body")
            return before or (self._representative(head, noun, owner, sector) if acts else None)
        if sector or is_plural(head) and self.nouns.is_role(noun) and owner.sort == "state":
            return self._representative(head, noun, owner, sector or "CVL")
        return None

    def _country_of(self, owner: Referent, head: Token) -> Found | None:
        parts = [self.cast.state(actor.code) for actor in owner.actors]
        states = tuple(part for part in parts if part is not None and part.sort == "state")
        return Found(self.several(states), f"the country of {owner.key}") if states and owner.sort != "state" else None

    def _holder(self, head: Token, noun: str, owner: Referent) -> Found | None:
        """Return the person of the document in that role for the owner, else the holder on the date, else the owner."""
        if not owner.actors:
            return None
        code, role = owner.actors[0].code, self.nouns.roles[noun]
        modifiers = {child.lower_ for child in head.lefts}
        named = [r for r in self.discourse_persons() if code in r.states and self._fills(r, role, noun, modifiers)]
        if named:
            return Found(max(named, key=lambda r: r.total), f"the {noun} of {code} that the document names")
        if not modifiers & (FORMER | COMING) and (is_definite(head) or head.dep_ == "appos"):
            person = self.world.holder(code, role, self.on)
            if person is not None:
                return Found(self.cast.person(person), f"the {noun} of {code} on that date")
        return self._representative(head, noun, owner, "GOV")

    def discourse_persons(self) -> list[Referent]:
        """Return the persons whom the document names anywhere."""
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
        whose = next((self.at.get(c.i) for c in head.children if c.dep_ == "poss"), None)
        states = [
            r
            for c in head.children
            if c.dep_ in ("amod", "compound", "nmod") and (r := self.referent_of(c)) is not None
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
        return self._representative(head, "counterpart", states[0], "GOV")

    def _representative(self, head: Token, noun: str, owner: Referent, sector: str | None) -> Found | None:
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
            known = Referent(key, sort, "person" if one else "organisation", actors, is_plural=is_plural(head) and not one,
                             states=set(owner.states), nouns={noun}, gender=self._gender(noun))  # fmt: skip
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

    # -- 5: definite descriptions without an owner -----------------------------------------------------------------------

    def _taken_up(self, head: Token, noun: str) -> Found | None:
        if not is_definite(head) and not (head.pos_ == "PROPN" and self.nouns.is_role(noun)):
            return None
        if any(child.dep_ == "poss" and child.lower_ not in OURS for child in head.children):
            return None
        here = self.discourse.sentence_of[head.i]
        best: tuple[float, Referent] | None = None
        for referent, seen in self._candidates(head, noun):
            fit = self._fit(referent, noun, head)
            if fit is None:
                continue
            score = fit + PER_SENTENCE * min(here - seen.sentence, FAR) + ROLE.get(seen.role, 0.0)
            score += PER_LOG_MENTION * math.log(len(referent.seen)) + NAMED * referent.is_named
            score += PER_LOG_TOTAL * math.log(1 + referent.total)
            if best is None or score > best[0]:
                best = score, referent
        if best and best[0] > LEAST:
            return Found(best[1], f"'{head.text}' takes up {best[1].key} (score {best[0]:.2f})", is_said=False)
        return self._ruling(head, noun)

    def _candidates(self, head: Token, noun: str) -> Iterator[tuple[Referent, Seen]]:
        """Yield what was spoken of, and for "the country" also the states of the persons spoken of."""
        for referent, seen in self.discourse.recent(head, SENTENCES_BACK):
            yield referent, seen
            if noun in COUNTRIES and referent.sort == "person" and referent.actors:
                state = self.cast.state(referent.actors[0].code)
                if state is not None and state.seen:
                    yield state, seen

    def _fit(self, referent: Referent, noun: str, head: Token) -> float | None:
        """Return how well the noun fits the referent: DESCRIBED when it was used of it before, 0 when it may be, else None."""
        if referent.sort in ("several", "thing") or referent.is_plural != is_plural(head):
            return None
        if self.nouns.is_role(noun):
            return self._fit_person(referent, noun)
        described = DESCRIBED if noun in referent.nouns else None
        if described and not referent.is_named and noun in GENERAL_BODIES:
            described = DESCRIBED_UNNAMED
        if referent.sort in ("body", "people"):
            general = noun in GENERAL_BODIES and referent.is_named and self._may_be(referent, noun)
            return described if described or not general else 0.0
        if referent.sort == "state":
            return 0.0 if noun in COUNTRIES and self._is_land(referent, noun) else described
        if referent.sort == "place":
            return described or (0.0 if noun in CITIES and referent.is_named else None)
        return None

    def _may_be(self, body: Referent, noun: str) -> bool:
        """Say whether a named body may be called so: "Freedom Magazine" is no company, but may be an organisation."""
        return noun in ANY_BODY or not body.nouns & self.nouns.bodies

    def _fit_person(self, referent: Referent, noun: str) -> float | None:
        if referent.sort not in ("person", "people"):
            return None
        gender = self._gender(noun)
        if gender and referent.gender not in (None, gender):
            return None
        role = self.nouns.roles.get(noun)
        if noun in referent.nouns or (role is not None and role in referent.nouns):
            return DESCRIBED
        if noun in GENERAL_PERSONS and referent.sort == "person" and (noun != "leader" or bool(referent.states)):
            return 0.0
        return None

    def _is_land(self, referent: Referent, noun: str) -> bool:
        if noun in ISLANDS:
            return bool(referent.states & self.nouns.islands)
        return noun != "kingdom" or bool(referent.states & self.nouns.kingdoms)

    def _ruling(self, head: Token, noun: str) -> Found | None:
        """Let "the regime", "the army" be those of the state last spoken of."""
        if noun not in RULING and not (noun == "force" and is_plural(head)):
            return None
        states = [(seen.at, r) for r, seen in self.discourse.recent(head, RULERS_BACK) if r.sort == "state"]
        if not states:
            return None
        return self._representative(head, noun, max(states, key=lambda row: row[0])[1], self.nouns.sector_of(noun))

    def _new(self, head: Token, noun: str) -> Found:
        """Return a referent of its own for whom nobody named is found."""
        if self.nouns.is_role(noun):
            sort, label = ("people" if is_plural(head) else "person"), ("organisation" if is_plural(head) else "person")
        elif noun in self.nouns.places or noun in COUNTRIES:
            sort, label = "place", "location"
        else:
            sort, label = "body", "organisation"
        actors = self._collective(head, noun)
        referent = Referent(
            f"{noun}@{head.i}", sort, label, actors, is_plural=is_plural(head), nouns={noun}, gender=self._gender(noun)
        )
        return Found(referent, "nobody that is named")

    def _collective(self, head: Token, noun: str) -> tuple[ActorRef, ...]:
        if noun not in self.nouns.people or not is_plural(head):
            return ()
        actor = self.world.by_code(head.lower_.upper())
        if actor is None or actor.kind is not ActorKind.PEOPLE:
            return ()
        return (ActorRef(code=actor.code, actor=actor.id, name=actor.name, sector=actor.sector),)

    def _gender(self, noun: str) -> str | None:
        tag = self.nouns.genders.get(noun.rsplit(" ", 1)[-1])
        return tag if tag in ("m", "f") else None
