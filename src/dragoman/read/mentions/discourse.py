"""What a document has spoken of so far: its referents, and where and how prominently each was mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.read.mentions.noun_phrases import role_of


@dataclass(frozen=True, slots=True)
class Seen:
    """One place where a referent is mentioned, by the head token of the phrase."""

    head: Token
    role: str
    sentence: int

    @property
    def at(self) -> int:
        """Return the index of the head token."""
        return self.head.i


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something that the document speaks of; it grows as the document is read, and lives as long as that.

    `sort` is person, state, body, people, place, thing or several; `parts` are the members of several; `nouns` describe
    it; `states` are the codes that it belongs to or acts for.
    """

    key: str
    sort: str
    label: str
    actors: tuple[ActorRef, ...] = ()
    is_plural: bool = False
    is_named: bool = False
    gender: str | None = None
    nouns: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    parts: tuple[Referent, ...] = ()
    seen: list[Seen] = field(default_factory=list)
    total: int = 0  # how often its name occurs in the whole document


class Discourse:
    """The referents in the order of reading, and the sentence of each token."""

    def __init__(self, sentence_of: list[int]) -> None:
        self.sentence_of = sentence_of
        self.referents: list[Referent] = []
        self.by_key: dict[str, Referent] = {}

    def add(self, referent: Referent) -> Referent:
        """Make the referent known; one of the same key that is known already is returned instead."""
        known = self.by_key.setdefault(referent.key, referent)
        if known is referent:
            self.referents.append(referent)
        return known

    def mention(self, referent: Referent, head: Token) -> None:
        """Note that the referent is mentioned at this head; a group counts for its members too."""
        if referent.key not in self.by_key:
            self.add(referent)
        referent.seen.append(Seen(head, role_of(head), self.sentence_of[head.i]))

    def recent(self, before: Token, sentences: int) -> Iterator[tuple[Referent, Seen]]:
        """Yield referents with their last mention before the token, within so many sentences back."""
        here = self.sentence_of[before.i]
        for referent in self.referents:
            for seen in reversed(referent.seen):
                if seen.at < before.i:
                    if here - seen.sentence <= sentences:
                        yield referent, seen
                    break
