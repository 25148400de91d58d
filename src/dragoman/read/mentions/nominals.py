"""Resolve descriptions: "the North Korean leader", "US officials", "Kim's government", "the two leaders", "the island".

1. A description set beside a name ("Shoigu, the defence minister") is that name's.
2. "Nations like X and Y" are its members.
3. Numbers and "both" take up the last several referents of the sort.
4. With an owner (nationality word, possessor, "of X"): the person in that role, or the owner itself with a sector.
5. Definite ones take up what was so described before, else the last referent of the fitting sort.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from dragoman.model import ActorKind, ActorRef
from dragoman.read.mentions.cast import Cast
from dragoman.read.mentions.definites import Definites
from dragoman.read.mentions.discourse import Discourse, Referent
from dragoman.read.mentions.noun_phrases import is_definite, is_plural, noun_of, number_of
from dragoman.read.mentions.nouns import WORDS
from dragoman.read.mentions.owned import Owned
from dragoman.read.mentions.plurals import choose_several
from dragoman.read.mentions.spoken import Found, Spoken

LASTING = frozenset({"leader", "side", "regime", "government", "power"})  # "these regimes" takes up the last two, too

RULERS = frozenset({"head", "president", "prime minister", "king", "supreme leader"})
OURS = frozenset({"our", "my"})
RULERS_BACK = 5
MOSTLY = 0.6  # the share of its names that makes a document one about that state


class Describer:
    """Resolves the descriptions of one document in reading order."""

    def __init__(self, cast: Cast, discourse: Discourse, on: date | None) -> None:
        self.cast, self.discourse, self.on = cast, discourse, on
        self.nouns, self.world = cast.nouns, cast.world
        self.definites = Definites(cast, discourse)
        self.spoken = Spoken(cast, discourse, on)
        self.owned = Owned(self.spoken)
        self.at, self.referent_of, self.several = self.spoken.at, self.spoken.referent_of, self.spoken.several

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
            self._listed(head)
            or self.beside_name(head)
            or self._members(head)
            or self._named_land(head, noun)
            or self._several(head, noun)
            or self.owned.resolve(head, noun)
            or self._taken_up(head, noun)
            or self._new(head, noun)
        )

    def beside_name(self, head: Token) -> Found | None:
        """Resolve a description by the name that stands next to it ("Shoigu, the defence minister")."""
        beside = [child for child in head.children if child.dep_ == "appos"]
        if head.dep_ == "appos":
            beside.append(head.head)
        beside += [*self._adjoining(head), *_person_beside(head)]
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
        below = [t for c in head.rights if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj" for t in p.rights]
        for verb in (*head.rights, *below):  # "the unit within the army called X"
            if verb.dep_ == "acl" and verb.lemma_.lower() in WORDS["calling"]:
                yield from (t for t in verb.subtree if t.dep_ in ("oprd", "pobj", "dobj", "attr") and t.i > verb.i)

    def _suits(self, noun: str, referent: Referent) -> bool:
        if referent.sort == "person":
            return self.nouns.is_role(noun) or noun in WORDS["opposing or siding"]
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

    def _listed(self, head: Token) -> Found | None:
        """Resolve "the two groups -- X and Y" to those that the list names, when they are as many as it says."""
        count = number_of(head)
        for first in (child for child in head.rights if child.dep_ == "appos" and count is not None):
            tokens = [t for t in (first, *first.conjuncts) if t.i >= first.i]
            known = tuple(dict.fromkeys(p for p in map(self.referent_of, tokens) if p is not None))
            if len(known) == count:
                return Found(self.several(known), "members that are listed beside it")
        return None

    def _named_land(self, head: Token, noun: str) -> Found | None:
        """Resolve "the Kivu region", "the city of Goma" to the land or place whose name it holds."""
        if noun not in self.nouns.places or is_plural(head):
            return None
        before = head.nbor(-1) if head.i else head
        name = self.cast.name_at.get(before.i)
        if name is None or name.is_adjective or before.head != head or before.dep_ not in ("compound", "nmod"):
            return None
        land = self.cast.referents[name.start]
        if not (land.sort in ("place", "state") or land.key.startswith(("group:", "bloc:"))) or not land.states:
            return None
        key = land.key if land.sort == "place" else f"place:{self.cast.text_of(name)}"
        known = self.discourse.by_key.get(key) or Referent(key, "place", "location", land.actors, is_named=True)
        known.states, known.nouns = set(land.states), known.nouns | {noun}
        return Found(land if land.sort == "place" else known, f"the {noun} that '{before.text}' names")

    def _several(self, head: Token, noun: str) -> Found | None:
        count = number_of(head)
        bare = count is None and is_definite(head) and is_plural(head) and noun in WORDS["countries"] | LASTING
        if not (count or bare) or self.owned.owner_of(head) is not None:
            return None
        if count and not is_definite(head):
            return None
        parts = choose_several(head, count, lambda r: self._ruler(r, noun), self.discourse) or choose_several(
            head, count, lambda r: self._project(r, noun), self.discourse
        )
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

    def _ruler(self, referent: Referent, noun: str) -> Referent | None:
        """Return who leads a state, for "the two leaders": their ministers are spoken of as well."""
        if self.nouns.roles.get(noun) != "head" or not referent.nouns & RULERS:
            return None
        return self._project(referent, noun)

    def _is_past(self, state: Referent) -> bool:
        """Say whether the state was no more when the document was written ("the former Soviet Union")."""
        actor = self.world.actor(state.key)
        return actor is not None and actor.until is not None and self.on is not None and actor.until < self.on

    def _taken_up(self, head: Token, noun: str) -> Found | None:
        if not is_definite(head) and not (head.pos_ == "PROPN" and self.nouns.is_role(noun)):
            return None
        if any(child.dep_ == "poss" and child.lower_ not in OURS for child in head.children):
            return None
        if any(child.lower_ in WORDS["other than before"] for child in head.lefts):
            return None
        best = self.definites.take_up(head, noun)
        if best is not None and not best[0].actors and (ruling := self._ruling(head, noun)) is not None:
            return ruling
        if best is not None:
            referent, score = best
            return Found(referent, f"'{head.text}' takes up {referent.key} (score {score:.2f})", is_said=False)
        return self._ruling(head, noun)

    def _ruling(self, head: Token, noun: str) -> Found | None:
        """Let "the regime", "the army" be those of the state last spoken of."""
        if noun not in WORDS["ruling"] and not (noun == "force" and is_plural(head)):
            return None
        states = [(seen.at, r) for r, seen in self.discourse.recent(head, RULERS_BACK) if r.sort == "state"]
        state = max(states, key=lambda row: row[0])[1] if states else self._home()
        return self.owned.representative(head, noun, state, self.nouns.sector_of(noun)) if state is not None else None

    def _home(self) -> Referent | None:
        """Return the state that the whole document is about: the one that most of its names are of."""
        states = [
            (n, code)
            for code, n in self.cast.roster.context.items()
            if (r := self.cast.state(code)) and r.sort == "state"
        ]
        most = max(states, default=(0, ""))
        return self.cast.state(most[1]) if most[0] > sum(n for n, _ in states) * MOSTLY else None

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
        is_armed = self.nouns.sector_of(noun) == "REB"  # militias are someone, as rebels are
        if not is_plural(head) or (noun not in self.nouns.people and not is_armed):
            return ()
        actor = self.world.by_code(head.lower_.upper())
        if actor is None or actor.kind is not ActorKind.PEOPLE:
            return ()
        return (ActorRef(code=actor.code, actor=actor.id, name=actor.name, sector=actor.sector),)


def _person_beside(head: Token) -> Iterator[Token]:
    """Yield who stands beside a description that ends in "of" something: "the mayor of X, Ana Lima"."""
    for preposition in (c for c in head.rights if c.dep_ == "prep" and c.lower_ == "of"):
        for whose in (c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ != "PERSON"):
            yield from (c for c in whose.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON")
