"""What a definite description without an owner takes up: "the group", "the country", "the boy"."""

from __future__ import annotations

import math
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.read.mentions.cast import Cast
from dragoman.read.mentions.discourse import Discourse, Referent, Seen
from dragoman.read.mentions.noun_phrases import clause_of, is_plural, subject_of
from dragoman.read.mentions.nouns import WORDS

ISLANDS = frozenset({"island", "peninsula"})
# Weights of what a definite description may take up: each chosen by a sweep, the others fixed, over the documents of
# evals/reference (half of the gold set; its README has the figures).
SENTENCES_BACK = 40
FAR = 8
PER_SENTENCE = -0.35
HERE = 1.5  # what the sentence itself has named
DESCRIBED = 2.0
DESCRIBED_UNNAMED = 1.0  # "the group" rather takes up a named body than "a group" before it
NAMED = 1.5
PER_LOG_MENTION = 0.5
PER_LOG_TOTAL = 0.5  # a state counts by how often the whole document names it: "the country" is what it is about
ROLE = {"subject": 0.6, "object": 0.3, "possessor": 0.3, "modifier": -0.2}
LEAST = -0.5


class Definites:
    """Weighs what one document has spoken of against a noun."""

    def __init__(self, cast: Cast, discourse: Discourse) -> None:
        self.cast, self.discourse, self.nouns = cast, discourse, cast.nouns

    def take_up(self, head: Token, noun: str) -> tuple[Referent, float] | None:
        """Return the referent that fits the noun best with its score, None when none fits well enough."""
        here = self.discourse.sentence_of[head.i]
        best: tuple[float, Referent] | None = None
        own = subject_of(clause_of(head))
        for referent, seen in self._candidates(head, noun):
            if own is not None and seen.head == own and own != head:
                continue  # "Peru opened ties with the nation" is not with itself
            fit = self._fit(referent, noun, head)
            if fit is None:
                continue
            score = fit + PER_SENTENCE * min(here - seen.sentence, FAR) + ROLE.get(seen.role, 0.0)
            score += PER_LOG_MENTION * math.log(len(referent.seen)) + NAMED * referent.is_named
            score += PER_LOG_TOTAL * math.log(1 + referent.total) + HERE * (seen.sentence == here)
            if best is None or score > best[0]:
                best = score, referent
        return (best[1], best[0]) if best and best[0] > LEAST else None

    def _candidates(self, head: Token, noun: str) -> Iterator[tuple[Referent, Seen]]:
        """Yield what was spoken of, and for "the country" also the states of the persons spoken of."""
        for referent, seen in self.discourse.recent(head, SENTENCES_BACK):
            yield referent, seen
            if noun in WORDS["countries"] and referent.sort == "person" and referent.actors:
                state = self.cast.state(referent.actors[0].code)
                if state is not None and state.seen:
                    yield state, seen

    def _fit(self, referent: Referent, noun: str, head: Token) -> float | None:
        """Return how well the noun fits: DESCRIBED when it was said of the referent, 0 when it may be, or None."""
        if referent.sort in ("several", "thing") or referent.is_plural != is_plural(head):
            return None
        if self.nouns.is_role(noun):
            return self._fit_person(referent, noun)
        described = DESCRIBED if noun in referent.nouns else None
        if described and not referent.is_named and noun in WORDS["general bodies"]:
            described = DESCRIBED_UNNAMED
        if referent.sort in ("body", "people"):
            general = noun in WORDS["general bodies"] and referent.is_named and self._may_be(referent, noun)
            return described if described or not general else 0.0
        if referent.sort == "state":
            return 0.0 if noun in WORDS["countries"] and self._is_land(referent, noun) else described
        if referent.sort == "place":
            return described
        return None

    def _may_be(self, body: Referent, noun: str) -> bool:
        """Say whether a named body may be called so: "Freedom Magazine" is no company, but may be an organisation."""
        return noun in WORDS["any body"] or not body.nouns & self.nouns.bodies

    def _fit_person(self, referent: Referent, noun: str) -> float | None:
        if referent.sort not in ("person", "people"):
            return None
        gender = self.nouns.gender_of(noun)
        if gender and referent.gender not in (None, gender):
            return None
        role = self.nouns.roles.get(noun)
        if noun in referent.nouns or (role is not None and role in referent.nouns):
            return DESCRIBED
        may_be = noun in WORDS["general persons"] and referent.sort == "person"
        return 0.0 if may_be and (noun != "leader" or referent.states) else None

    def _is_land(self, referent: Referent, noun: str) -> bool:
        if noun in ISLANDS:
            return bool(referent.states & self.nouns.islands)
        return noun != "kingdom" or bool(referent.states & self.nouns.kingdoms)
