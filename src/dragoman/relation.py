"""What passes between two actors that are given: PLOVER's type for a pair of spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dragoman.export.acts import COOPERATIVE, HOSTILE, Act, as_act, to_acts
from dragoman.model import ActorRef, Document, Span, Statement
from dragoman.read.pair import SOURCE, TARGET, Pair, read_pair, triggers_between
from dragoman.read.parse import parse
from dragoman.read.reader import Reader
from dragoman.read.recase import recaser


def relation_of(reader: Reader, text: str, source: tuple[int, int], target: tuple[int, int]) -> str | None:
    """Return the type of what the source does to the target in the text, None when nothing passes between them.

    1. An act of the source towards the target. 2. One between them the other way round, or of the source alone.
    3. A word with a type on the path between the two.
    """
    document = Document(id="pair", name="pair", uri="pair:", text=text)
    doc = parse(document, reader.nlp, recaser(reader.world))
    pair, statements = read_pair(doc, document, Span(*source), Span(*target), reader.ontology, reader.world)
    acts = list(to_acts(statements))
    for choice in (_facing(acts), _mixed(acts), _hidden(statements), _on_path(doc, pair, reader)):
        found = next(choice, None)
        if found:
            return found
    return None


def _facing(acts: Sequence[Act]) -> Iterator[str]:
    for act in acts:
        if SOURCE in _codes(act.sources) and TARGET in _codes(act.targets):
            yield act.type
    for act in acts:
        if {SOURCE, TARGET} <= {*_codes(act.sources), *_codes(act.targets)}:
            yield act.type


def _mixed(acts: Sequence[Act]) -> Iterator[str]:
    yield from (act.type for act in acts if SOURCE in _codes(act.sources))
    yield from (act.type for act in acts if TARGET in _codes(act.targets))


def _hidden(statements: Sequence[Statement]) -> Iterator[str]:
    """Yield the types of acts that are only part of others."""
    for statement in statements:
        act = as_act(statement)
        if act is not None:
            yield act.type


def _on_path(doc: Doc, pair: Pair, reader: Reader) -> Iterator[str]:
    for trigger in triggers_between(doc, pair, reader.ontology):
        if trigger.entry.type in COOPERATIVE | HOSTILE | {"REQUEST", "ACCUSE", "REJECT"}:
            yield trigger.entry.type or ""


def _codes(refs: Sequence[ActorRef]) -> set[str]:
    return {ref.code for ref in refs}
