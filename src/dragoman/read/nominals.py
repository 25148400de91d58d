"""Resolve descriptions: "the North Korean leader", "US officials", "Kim's government", "the two leaders", "the island".

1. A description set beside a name ("Shoigu, the defence minister") is that name's.
2. "Nations like X and Y" are its members.
3. Numbers and "both" take up the last several referents of the sort.
4. With an owner (nationality word, possessor, "of X"): the person in that role, or the owner itself with a sector.
5. Definite ones take up what was so described before, else the last referent of the fitting sort.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from dragoman.model import ActorKind, ActorRef
from dragoman.read.cast import Cast
from dragoman.read.definites import Definites
from dragoman.read.discourse import Discourse, Referent
from dragoman.read.noun_phrases import is_definite, is_hyphenated_part, is_plural, noun_of, number_of, phrase_of
from dragoman.read.nouns import WORDS
from dragoman.read.plurals import choose_several

FORMER = frozenset({"former", "ex", "then", "past", "late"})
COMING = frozenset({"new", "next", "future", "incoming"})
LASTING = frozenset({"leader", "side", "regime", "government", "power"})  # "these regimes" takes up the last two, too

OURS = frozenset({"our", "my"})
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
        self.definites = Definites(cast, discourse)
        self.at: dict[int, Referent] = {}  # referents by head token, as they are found

    def noun_at(self, head: Token) -> str | None:
        """Return the noun (with its compound, if that is an office) when it stands for someone or some place."""
        noun = noun_of(head)
        pair = f"{head.nbor(-1).lower_} {noun}" if head.i > head.sent.start else noun
        if pair in self.nouns.roles or pair in self.nouns.collectives or pair in self.nouns.persons:
            return pair
        return noun if self.nouns.knows(noun) or noun in WORDS["sides"] else None

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
        """Yield the name right after the description, or that it is called by ("the group called X")."""
        after = head.i + 1
        if after + 1 < len(head.doc) and head.doc[after].lower_ == "the":
            after += 1
        name = self.cast.name_at.get(after)
        if name is not None and head.dep_ != "poss":
            yield head.doc[name.head]
        for verb in head.rights:
            if verb.dep_ == "acl" and verb.lemma_.lower() in WORDS["calling"]:
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
            if prep.lower_ not in WORDS["listing"] or prep.dep_ not in ("prep", "amod", "advmod", "acl"):
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

    def _several(self, head: Token, noun: str) -> Found | None:
        count = number_of(head)
        bare = count is None and is_definite(head) and is_plural(head) and noun in WORDS["countries"] | LASTING
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
        if noun in WORDS["countries"] or noun in WORDS["sides"] or noun in WORDS["ruling"]:
            if referent.sort == "state":
                return None if self._is_past(referent) else referent
            if referent.sort in ("person", "body", "people") and referent.actors:
                owner = self.cast.state(referent.actors[0].code)
                return (
                    owner
                    if owner and owner.sort == "state"
                    else (referent if noun in WORDS["sides"] and referent.sort == "body" else None)
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

    def _owner(self, head: Token) -> Referent | None:
        """Return whose the described one is: a possessor first, then nationality words and compounds, then "of X"."""
        found: list[tuple[int, Referent]] = []
        for child in head.children:
            rank = {"poss": 0, "amod": 1, "compound": 1, "nmod": 1}.get(child.dep_)
            if rank is not None and child.i < head.i:
                inner = [child, *(t for t in child.children if t.dep_ in ("compound", "amod", "nmod", "npadvmod"))]
                owners = [t for t in inner if not is_hyphenated_part(t) and not self._is_counterpart_of(t, head)]
                found += [(rank, r) for t in owners if (r := self.referent_of(t)) is not None]
            elif child.dep_ == "prep" and child.lower_ == "of" and noun_of(head) not in WORDS["opposing or siding"]:
                found += [(2, r) for t in child.children if (r := self.referent_of(t)) is not None]
        return min(found, key=lambda row: row[0])[1] if found else None

    def _is_counterpart_of(self, token: Token, head: Token) -> bool:
        """Say whether the name is whom others oppose or side with ("Putin's critics"), not whose people they are."""
        noun = noun_of(head)
        name = self.cast.name_at.get(token.i)
        is_nationality = name is not None and name.is_adjective and noun not in WORDS["of other states"]
        return noun in WORDS["opposing or siding"] and not is_nationality

    def _owned(self, head: Token, noun: str) -> Found | None:
        owner = self._owner(head)
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
        if noun in self.nouns.roles and not is_plural(head):
            return self._holder(head, noun, owner)
        if not is_plural(head) and self.nouns.is_role(noun):
            before = self._described_before(noun, owner, head)
            acts = sector or owner.sort in ("state", "body")
            return before or (self._representative(head, noun, owner, sector) if acts else None)
        if sector or (is_plural(head) and self.nouns.is_role(noun) and owner.sort == "state"):
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

    def _taken_up(self, head: Token, noun: str) -> Found | None:
        if not is_definite(head) and not (head.pos_ == "PROPN" and self.nouns.is_role(noun)):
            return None
        if any(child.dep_ == "poss" and child.lower_ not in OURS for child in head.children):
            return None
        best = self.definites.take_up(head, noun)
        if best is not None:
            referent, score = best
            return Found(referent, f"'{head.text}' takes up {referent.key} (score {score:.2f})", is_said=False)
        return self._ruling(head, noun)

    def _ruling(self, head: Token, noun: str) -> Found | None:
        """Let "the regime", "the army" be those of the state last spoken of."""
        if noun not in WORDS["ruling"] and not (noun == "force" and is_plural(head)):
            return None
        states = [(seen.at, r) for r, seen in self.discourse.recent(head, RULERS_BACK) if r.sort == "state"]
        if not states:
            return None
        return self._representative(head, noun, max(states, key=lambda row: row[0])[1], self.nouns.sector_of(noun))

    def _new(self, head: Token, noun: str) -> Found:
        """Return a referent of its own for whom nobody named is found."""
        if self.nouns.is_role(noun):
            sort, label = ("people" if is_plural(head) else "person"), ("organisation" if is_plural(head) else "person")
        elif noun in self.nouns.places or noun in WORDS["countries"]:
            sort, label = "place", "location"
        else:
            sort, label = "body", "organisation"
        actors = self._collective(head, noun)
        referent = Referent(
            f"{noun}@{head.i}",
            sort,
            label,
            actors,
            is_plural=is_plural(head),
            nouns={noun},
            gender=self.nouns.gender_of(noun),
        )
        return Found(referent, "nobody that is named")

    def _collective(self, head: Token, noun: str) -> tuple[ActorRef, ...]:
        if noun not in self.nouns.people or not is_plural(head):
            return ()
        actor = self.world.by_code(head.lower_.upper())
        if actor is None or actor.kind is not ActorKind.PEOPLE:
            return ()
        return (ActorRef(code=actor.code, actor=actor.id, name=actor.name, sector=actor.sector),)
