"""Who is a part of what: "members of the party", "soldiers from the brigade", "a coalition that includes"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind, Span
from dragoman.read.relations.grammar import doers
from dragoman.read.relations.scene import Entity, Scene, with_conjuncts

_MEMBERS = frozenset({"person", "organisation", "platform"})


def find_belonging(scene: Scene) -> Iterator[Relation]:
    """Yield each member with what it is a member of."""
    for group in scene.of_label("organisation"):
        for member, rule, cue in _members(scene, group):
            if member.label in _MEMBERS and not member.span.overlaps(group.span):
                yield Relation(
                    kind=RelationKind.BELONGS_TO,
                    source=member.span,
                    target=group.span,
                    cue=Span(cue.idx, cue.idx + len(cue)),
                    reason=f"belongs: {rule}",
                )


def _members(scene: Scene, group: Entity) -> Iterator[tuple[Entity, str, Token]]:
    head = group.head
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "from", "in", "within"):
        yield from _of(scene, head.head)
    for verb in _holding(scene, head):
        for child in verb.children:
            if child.dep_ in ("dobj", "pobj", "attr"):
                yield from ((e, "includes", verb) for t in with_conjuncts([child]) for e in scene.named(t))
            if child.dep_ == "prep" and child.lower_ == "including":
                pass
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "including":
            nouns = with_conjuncts(c for c in child.children if c.dep_ == "pobj")
            yield from ((e, "including", child) for t in nouns for e in scene.named(t))


def _holding(scene: Scene, head: Token) -> Iterator[Token]:
    words = scene.words.words("holding")
    if head.dep_ == "nsubj" and head.head.lemma_ in words:
        yield head.head
    for child in head.children:
        if child.dep_ == "relcl" and child.lemma_ in words:
            yield child


def _of(scene: Scene, preposition: Token) -> Iterator[tuple[Entity, str, Token]]:
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        return
    own = scene.at(governor)
    if own is not None:
        yield own, f"noun {preposition.lower_} group", preposition
    elif governor.lemma_ in scene.words.words("parts"):
        for token in doers(scene, governor):
            yield from ((e, "part of", governor) for e in scene.named(token))
