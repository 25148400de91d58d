"""How many there are, and of what nation: "14 tanks", "dozens of villages", "Syrian children"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model import Relation, RelationKind
from dragoman.read.relations.scene import Entity, Scene

_COUNTED = ("organisation", "person", "location", "weapon", "platform", "vehicle")
_LINKS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
_FARTHEST = 4  # tokens between a number and what it counts ("14 heavily damaged battle tanks")


def find_attributes(scene: Scene) -> Iterator[Relation]:
    """Yield each number with the thing that it counts, each nationality with those right after it."""
    for nationality in scene.of_label("nationality"):
        for other in scene.of_label("organisation", "person"):
            if other.first == nationality.last + 1:
                yield Relation(
                    kind=RelationKind.ATTRIBUTE_OF,
                    source=nationality.span,
                    target=other.span,
                    reason="attribute: nationality before a noun",
                )
    for quantity in scene.of_label("quantity"):
        counted = _counted(scene, quantity)
        if counted is not None:
            yield Relation(
                kind=RelationKind.ATTRIBUTE_OF,
                source=quantity.span,
                target=counted.span,
                reason="attribute: number before a noun",
            )


def _counted(scene: Scene, quantity: Entity) -> Entity | None:
    for other in scene.of_label(*_COUNTED):
        if other.first <= quantity.last or other.covers(quantity.head):
            continue
        if other.label == "organisation" and _modifies(other):
            continue
        gap = scene.between(quantity, other)
        if len(gap) > _FARTHEST:
            return None
        linked = all(t.pos_ in _LINKS or t.lower_ in ("of", "-") for t in gap)
        return other if linked and not _counts_before(scene, quantity, other) else None
    return None


def _counts_before(scene: Scene, quantity: Entity, other: Entity) -> bool:
    """Say whether the number counts a noun before that thing ("nine days later trucks")."""
    noun = quantity.head.head
    counts = quantity.head.dep_ == "nummod" and quantity.last < noun.i < other.first
    return counts and noun.lemma_.lower() not in scene.words.words("measures")


def _modifies(entity: Entity) -> bool:
    """Say whether it only says whose the counted thing is ("three UN convoys")."""
    head = entity.head
    return head.dep_ in ("compound", "poss", "nmod", "amod") and head.head.i > entity.last
