"""What one document has spoken of so far, by token: who a phrase that was read stands for, and several together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from dragoman.read.mentions.cast import Cast
from dragoman.read.mentions.discourse import Discourse, Referent


@dataclass(frozen=True, slots=True)
class Found:
    """The referent of a description and why."""

    referent: Referent
    reason: str
    is_said: bool = True  # the text itself calls the referent so; False when that was inferred


class Spoken:
    """The names of one document with its descriptions and pronouns as far as they are read."""

    def __init__(self, cast: Cast, discourse: Discourse, on: date | None) -> None:
        self.cast, self.discourse, self.on = cast, discourse, on
        self.at: dict[int, Referent] = {}  # referents by head token, as they are found

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
