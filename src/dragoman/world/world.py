"""The world as one table: actors by id and code, names, terms, places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.model import Actor, Form, FormUse, Place, Term
from dragoman.world.match import NameIndex
from dragoman.world.places import Spot, find_place, place_key
from dragoman.world.titles import Title

# Who leads in effect where the table of persons doesn't say so: the first of these roles that is filled.
_HEADS = ("head", "supreme leader", "president", "king", "prime minister")

# Which of those who hold office a shared surname rather means: the highest of these.
_RANKS = (
    frozenset({"head", "supreme leader", "crown prince"}),
    frozenset({"president", "prime minister", "king"}),
    frozenset({"foreign minister", "defence minister"}),
)
_DEPENDENT = frozenset({"HKG", "MAC"})  # parts of a state, whose leaders come after those of states
# Who takes office within a year may be in the news already (candidates, those elected).
_NEAR_DAYS = 366

# Parts of a state that also name it as an actor; as places they are regions or cities with an entry of their own.
_SAME_NAMED_PARTS = frozenset({"England", "Scotland", "Wales", "Northern Ireland", "Singapore", "Hong Kong"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """Who is who. Names are looked up as texts write them; see `load_world`."""

    actors: Mapping[str, Actor]
    codes: Mapping[str, str]  # code -> id of the state, body, group or bloc that owns the code
    names: NameIndex
    decoys: NameIndex  # names that contain an actor's but mean another thing: "New Mexico"
    alone: frozenset[str]  # surnames that, alone, are another word ("He", "May")
    terms: Mapping[tuple[str, str], tuple[tuple[Term, str], ...]]  # (state, role) -> terms with holders, newest first
    titles: Mapping[str, Title]
    spots: Mapping[str, tuple[Spot, ...]]
    hyphenated: tuple[str, ...]
    own: Mapping[str, str] = field(default_factory=dict)  # id -> "file:line" of what a user's file gives

    def actor(self, actor: str) -> Actor | None:
        """Return the actor with this id."""
        return self.actors.get(actor)

    def by_code(self, code: str) -> Actor | None:
        """Return the state, body, group, bloc or people whose code it is."""
        owner = self.codes.get(code)
        return self.actors[owner] if owner else None

    def forms(self, text: str) -> tuple[Form, ...]:
        """Return in what senses exactly these words name actors; a leading "the" makes no difference where it may lack.

        A form that needs its "the" ("the West") is found without it only as a short form.
        """
        bare = text[4:] if text[:4] in ("the ", "The ") else text
        found = self.names.get("the " + bare) if bare != text else ()
        plain = tuple(form for form in self.names.get(bare) if form not in found)
        if found or plain or bare != text:
            return found + plain
        needing = self.names.get("the " + bare)
        return tuple(Form(text=form.text, actor=form.actor, use=FormUse.SHORT) for form in needing)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[Form, ...]]:
        """Return how many words the longest known form at word `at` has, and its forms; (0, ()) when none starts there.

        Words inside a longer name of something else ("Mexico" in "New Mexico"), "the North" of "the North Sea", and
        surnames that are a common word when alone ("May") name nobody.
        """
        count, forms = self.names.longest(words, at)
        if not count or (count == 1 and words[at] in self.alone and _all_short(forms)):
            return 0, ()
        if words[at] in ("the", "The") and self._goes_on(words, at, count):
            return 0, ()
        if self._is_decoy(words, at, count):
            return 0, ()
        return count, forms

    def persons(self, name: str, on: date | None = None) -> tuple[Actor, ...]:
        """Return the persons that the words may name: those in office on that day, highest first, then the latest."""
        bare = name.removeprefix("the ").removeprefix("The ")
        ids = dict.fromkeys(form.actor for form in self.names.get(bare) if form.actor.startswith("person:"))
        return tuple(sorted((self.actors[i] for i in ids), key=lambda person: _precedence(person, on)))

    def holder(self, state: str, role: str, on: date | None) -> Actor | None:
        """Return who held the role ("head" is the effective leader) for the state on that day; the latest when None."""
        for title in _HEADS if role == "head" else (role,):
            for term, person in self.terms.get((state, title), ()):
                if term.holds(on):
                    return self.actors[person]
        return None

    def title(self, text: str) -> Title | None:
        """Return the office that the words name ("foreign minister"), in lower case and singular."""
        return self.titles.get(text)

    def whole_words(self) -> tuple[str, ...]:
        """Return the hyphenated names that the tokenizer must not split ("Jae-in")."""
        return self.hyphenated

    def place(self, text: str, near: str | None = None) -> Place | None:
        """Return where a named place lies; `near` is the code of the state where it is sought first.

        The name of a state is that state (without coordinates), not its largest namesake, unless `near` is another.
        """
        for form in self.names.get(text):
            if form.actor.startswith("state:") and form.use in (FormUse.NAME, FormUse.ACRONYM):
                code = form.actor.removeprefix("state:")
                if near in (code, None) and place_key(text) not in _SAME_NAMED_PARTS:
                    return Place(text=text, country=code, precision="country")
        return find_place(text, near, self.spots)

    def _goes_on(self, words: Sequence[str], at: int, count: int) -> bool:
        """Say whether a name that needs its "the" is but the start of a longer one ("the West Bank")."""
        if at + count < len(words) and words[at + count][:1].isupper() and not words[at + 1].isupper():
            return True
        return 1 + self.names.longest(words, at + 1)[0] > count

    def _is_decoy(self, words: Sequence[str], at: int, count: int) -> bool:
        for start in range(max(0, at - _DECOY_REACH), at + 1):
            length, _ = self.decoys.longest(words, start)
            if start + length > at and length > count:
                return True
        return False


# Decoys are at most this many words longer at their start than the name inside them.
_DECOY_REACH = 4


def _all_short(forms: Sequence[Form]) -> bool:
    return all(form.use == FormUse.SHORT for form in forms)


def _precedence(person: Actor, on: date | None) -> tuple[int, int, int, str]:
    """Sort who holds office on that day first, the highest office first, then those of before, the latest first.

    Who takes office only in a later year comes last; without a day all count as before.
    """
    if on is not None and (held := [_rank(term) for term in person.terms if term.holds(on)]):
        return 0, min(held), 0, person.name
    ends = [term.until.toordinal() if term.until else date.max.toordinal() for term in person.terms]
    starts = [term.since.toordinal() for term in person.terms if term.since]
    is_to_come = on is not None and bool(starts) and min(starts) > on.toordinal() + _NEAR_DAYS
    latest = max(ends, default=0)
    ranks = [_rank(term) for term, end in zip(person.terms, ends, strict=True) if end == latest]
    return 1 + is_to_come, -latest, min(ranks, default=len(_RANKS)), person.name


def _rank(term: Term) -> int:
    """Return how high the office is, from 0 for who leads."""
    if term.state in _DEPENDENT:
        return len(_RANKS)
    return next((rank for rank, roles in enumerate(_RANKS) if term.role in roles), len(_RANKS))
