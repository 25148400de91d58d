"""The records of the vocabulary: types, frames, modes, entries, settings, and all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeDef:
    """A type of statement, as the codebook defines it.

    `attributive`: a participle before a noun tells of it too ("the besieged town", but not "the promised land");
    `named`: its happenings bear names of their own ("the Riga Summit").
    """

    name: str
    meaning: str
    mutual: bool = False
    domestic: bool = False
    state: bool = False
    attributive: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Which grammatical slots fill which role, in order of preference.

    `owners` says who may be the target through what is theirs ("condemned Israel's attack"): "any", "possessive" (not
    through an adjective: "sent Russian arms"), or None. `reciprocal`: of agents without a target the first faces the
    others. `local`: people without a country are of the place where they do it ("crowds in Cairo marched").
    """

    name: str
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    owners: str | None = None
    reciprocal: bool = False
    local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A finer kind of a type; `plover` is PLOVER's type where that differs."""

    name: str
    meaning: str
    plover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The word `lemma` (with `particle`) means `type` when its conditions hold; `type` None says: never an event.

    `object` are lemmas of which one must head the object (or stand in a noun's compound or "of" phrase); `theme` are
    categories of goods of which the theme must have one; `subject` are lemmas of which one must be in the subject;
    with one of `unless`, written as `object` is, or of `unless_subject` the entry doesn't hold; `needs` are roles
    that an actor must fill.
    """

    lemma: str
    pos: str
    type: str | None
    frame: Frame
    particle: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    object: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    unless_subject: frozenset[str] = frozenset()
    theme: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    status: str | None = None

    @property
    def conditions(self) -> int:
        """Count the conditions on the surroundings: the entry with most is tried first."""
        return bool(self.particle) + bool(self.object) + bool(self.subject) + bool(self.theme)

    @property
    def rule(self) -> str:
        """Name the entry as a person would look it up in the vocabulary."""
        word = f"{self.lemma} {self.particle}" if self.particle else self.lemma
        return f"{self.pos} '{word}' is {self.type} ({self.frame.name})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A subject in whose reports the words `bars`, or those of the types `types`, tell of nothing between states.

    It is recognised by different words near by, of `words` with two points each and of `hints` with one, that come to
    `enough`, unless one of `against` is there.
    """

    name: str
    words: frozenset[str]
    hints: frozenset[str]
    against: frozenset[str]
    enough: int
    types: frozenset[str]
    bars: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The whole vocabulary, indexed for reading."""

    types: Mapping[str, TypeDef]
    frames: Mapping[str, Frame]
    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    goods: Mapping[str, tuple[str, ...]]
    contexts: Mapping[str, tuple[str, ...]]
    carriers: Mapping[str, str]
    through: frozenset[str]
    modes: Mapping[tuple[str, str], Mode]
    settings: tuple[Setting, ...] = ()

    def entries_for(self, lemma: str, pos: str) -> tuple[Entry, ...]:
        """Return the entries of a lemma, those with most conditions first."""
        return self.entries.get((lemma, pos), ())
