"""How many there are: "14 tanks", "dozens of villages"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model import Relation, RelationKind
from dragoman.read.relations.scene import Entity, Scene

_COUNTED = ("organisation", "person", "location", "weapon", "platform", "vehicle")
_FARTHEST = 4  # tokens between a number and what it counts ("14 heavily damaged battle tanks")
_LINKS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})


def find_attributes(scene: Scene) -> Iterator[Relation]:
    """Yield each number with the thing that it counts."""
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
        return other if all(t.pos_ in _LINKS or t.lower_ in ("of", "-") for t in gap) else None
    return None


def _modifies(entity: Entity) -> bool:
    """Say whether it only says whose the counted thing is ("three UN convoys")."""
    head = entity.head
    return head.dep_ in ("compound", "poss", "nmod", "amod") and head.head.i > entity.last
