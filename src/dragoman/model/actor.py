"""Actors, and the ways in which texts name them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of someone an actor is."""

    STATE = "state"
    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    BLOC = "bloc"
    PEOPLE = "people"  # collective speakers without an address: experts, analysts, residents


class FormUse(StrEnum):
    """In what sense a form of words names its actor."""

    NAME = "name"  # "North Korea", "Vladimir Putin"
    SHORT = "short"  # a surname, or a short name that others may share: "Kim", "the North"
    ACRONYM = "acronym"  # "UN", "DPRK"
    ADJECTIVE = "adjective"  # "Russian", "North Korean"
    PEOPLE = "people"  # "Russians", "the Americans"
    CAPITAL = "capital"  # "Moscow": the state where it acts, else the city
    SEAT = "seat"  # "the Kremlin", "the White House"
    EPITHET = "epithet"  # "the Iron Lady" as learned from a text, "the Hermit Kingdom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The words `text` name the actor `actor` in the sense `use`."""

    text: str
    actor: str
    use: FormUse


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A person acts for `state` (an actor code) in `role` from `since` to `until`; None leaves that end open."""

    state: str
    role: str
    since: date | None = None
    until: date | None = None

    def holds(self, on: date | None) -> bool:
        """Say whether the term runs on that day; an unknown day is in every term."""
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone: `id` is "kind:key" ("state:RUS", "person:vladimir-putin"), `code` is what statements carry.

    `code` of a person is that of the state of the latest term, or of the nationality that a text gives; `side` is
    the code of the state that a body or a group belongs to ("the IDF": ISR), None where it belongs to none.
    `plover` is the PLOVER/CAMEO code where it differs. `members` are codes (for blocs and bodies).
    """

    id: str
    kind: ActorKind
    code: str
    name: str
    sector: str | None = None
    side: str | None = None
    plover: str | None = None
    since: date | None = None
    until: date | None = None
    terms: tuple[Term, ...] = ()
    members: tuple[str, ...] = ()
    gender: str | None = None  # "m", "f" or None: for pronouns

    def acts_for(self, on: date | None) -> str:
        """Return the code of the state that the actor acts for on that day, else the actor's own code."""
        for term in self.terms:
            if term.holds(on):
                return term.state
        return self.code
