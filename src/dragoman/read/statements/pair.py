"""Read a text for two given actors: the engine with a finder that knows nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.model import ActorRef, Document, Span, Statement
from dragoman.ontology import Ontology
from dragoman.read.parse import parse
from dragoman.read.reader import Reader
from dragoman.read.recase import recaser
from dragoman.read.statements.build import Context, build_statements
from dragoman.read.statements.match import Trigger, find_triggers
from dragoman.read.statements.speakers import find_speeches
from dragoman.read.voices.find import find_attributions

SOURCE, TARGET = "SOURCE", "TARGET"
_COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "acomp", "attr", "prt", "oprd"})


@dataclass(frozen=True, slots=True)
class Pair:
    """The two actors as tokens of a parse, for roles to find."""

    source: frozenset[int]
    target: frozenset[int]

    def actors_of(self, token: Token) -> tuple[ActorRef, ...]:
        """Return the source or the target when the token heads the words that name it, or some of them."""
        for name, members in ((SOURCE, self.source), (TARGET, self.target)):
            if token.i in members and (token.head.i not in members or token.head is token or token.dep_ == "conj"):
                return (ActorRef(code=name, actor=name, name=name, mention=Span(min(members), max(members))),)
        return ()

    def state_at(self, token: Token) -> ActorRef | None:
        """Return the same: a given actor may be a place."""
        return next(iter(self.actors_of(token)), None)


@dataclass(frozen=True, slots=True)
class PairReading:
    """The statements that involve the source or the target, and the types of the words on the path between them."""

    statements: tuple[Statement, ...]
    path_types: tuple[str, ...]


def read_pair(reader: Reader, text: str, source: Span, target: Span) -> PairReading:
    """Return what the text says of the two actors at these spans."""
    document = Document(id="pair", name="pair", uri="pair:", text=text)
    doc = parse(document, reader.nlp, recaser(reader.world))
    pair = Pair(_tokens(doc, source), _tokens(doc, target))
    context = Context(
        document=document,
        doc=doc,
        mentions=pair,
        speeches=find_speeches(doc, text, find_attributions(doc), pair, reader.ontology),
        times=(),
        ontology=reader.ontology,
        world=reader.world,
        version=reader.version,
    )
    types = tuple(t.entry.type or "" for t in triggers_between(doc, pair, reader.ontology))
    return PairReading(build_statements(context), types)


def triggers_between(doc: Doc, pair: Pair, ontology: Ontology) -> Iterator[Trigger]:
    """Yield the words that carry a type on the path between the two, the nearest to the source first."""
    found = {readings[0].token.i: readings[0] for readings in find_triggers(doc, ontology)}
    for token in path_between(doc, sorted(pair.source), sorted(pair.target)):
        if token.i in found:
            yield found[token.i]
        yield from (found[c.i] for c in token.children if c.i in found and c.dep_ in _COMPLEMENTS)


def path_between(doc: Doc, source: Sequence[int], target: Sequence[int]) -> list[Token]:
    """Return the words that link the two in the parse, from the source's head up and down to the target's."""
    if not source or not target:
        return []
    up = _up(_head(doc, source))
    down = _up(_head(doc, target))
    common = next((t for t in up if t in down), None)
    if common is None:
        return [*up, *reversed(down)]
    return [*up[: up.index(common) + 1], *reversed(down[: down.index(common)])]


def _up(token: Token) -> list[Token]:
    return [token, *token.ancestors]


def _head(doc: Doc, members: Sequence[int]) -> Token:
    inside = set(members)
    return next((doc[i] for i in members if doc[i].head.i not in inside or doc[i].head is doc[i]), doc[members[0]])


def _tokens(doc: Doc, span: Span) -> frozenset[int]:
    return frozenset(t.i for t in doc if t.idx < span.end and t.idx + len(t) > span.start and not t.is_space)
