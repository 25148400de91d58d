"""What finding clauses looks things up in: the parse, whom its words name, and the statements already read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from dragoman.model import Statement
from dragoman.ontology import Ontology
from dragoman.read.clauses.words import ClauseWords
from dragoman.read.statements.match import PARTS, Trigger, match
from dragoman.read.statements.participants import ActorFinder


@dataclass(frozen=True)
class Scene:
    """A parsed document with whom its words name, the statements read from it, and the vocabularies."""

    doc: Doc
    mentions: ActorFinder
    statements: Sequence[Statement]
    ontology: Ontology
    words: ClauseWords

    @cached_property
    def by_trigger(self) -> Mapping[int, Statement]:
        """Return the first statement of each trigger by the offset at which it starts."""
        return {s.evidence.trigger.start: s for s in reversed(self.statements)}

    @cached_property
    def pacts(self) -> Sequence[Statement]:
        """Return the statements of agreements and bonds between two or more, in text order."""
        kinds = {"AGREE", "ALLY", "COOPERATE"}
        found = (s for s in self.statements if s.type in kinds and len({r.code for r in (*s.agents, *s.targets)}) > 1)
        return sorted(found, key=lambda s: s.evidence.trigger.start)

    def readings_of(self, token: Token) -> tuple[Trigger, ...]:
        """Return what a word may tell of by the vocabulary of events, the likeliest first."""
        return match(token, self.ontology) if token.pos_ in PARTS else ()

    def type_of(self, token: Token) -> str | None:
        """Return the type of what a word tells of: of its statement, by the vocabulary of events, or of clauses."""
        statement = self.by_trigger.get(token.idx)
        if statement is not None:
            return statement.type
        readings = self.readings_of(token)
        if readings:
            return readings[0].entry.type
        return self.words.act_types.get(token.lemma_.lower())


def text_span(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return where the first token starts and the last ends."""
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return first.idx, last.idx + len(last)


def children(token: Token, *deps: str) -> list[Token]:
    """Return the children that stand in one of these relations."""
    return [child for child in token.children if child.dep_ in deps]
