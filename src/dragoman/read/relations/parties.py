"""Both parties of a deed become relations: which kind, and whom it really meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind, Span
from dragoman.read.relations.scene import THINGS, Entity, Scene

# Which labels may stand on either side.
_PEOPLE = frozenset({"person", "organisation", "nationality"})
SIDES = {
    "fighting": (_PEOPLE | THINGS, _PEOPLE | THINGS | {"location"}),
    "communicates": (_PEOPLE, _PEOPLE),
    "allies": (frozenset({"organisation"}), frozenset({"organisation"})),
    "support": (_PEOPLE, _PEOPLE),
    "belongs-to": (_PEOPLE, frozenset({"organisation"})),
    "likes": (_PEOPLE, _PEOPLE),
    "dislikes": (_PEOPLE, _PEOPLE),
    "in-charge-of": (_PEOPLE, frozenset({"organisation", "location"}) | THINGS),
    "use": (_PEOPLE, frozenset({"location"}) | THINGS),
}


def pair_up(
    scene: Scene, sources: Iterable[Entity], targets: Iterable[Entity], cue: Token, kind: str
) -> Iterator[Relation]:
    """Yield each source with each target, where their labels allow the kind."""
    source_labels, target_labels = SIDES[kind]
    for source in dict.fromkeys(sources):
        faced = _faced(scene, targets) if kind == "fighting" and source.acts else targets
        for target in dict.fromkeys(faced):
            if source.label in source_labels and target.label in target_labels and not _same(scene, source, target):
                yield Relation(
                    kind=_kind(scene, source, target, kind),
                    source=source.span,
                    target=target.span,
                    cue=Span(cue.idx, cue.idx + len(cue)),
                    reason=f"{kind}: '{cue.lemma_}'",
                )


def _faced(scene: Scene, targets: Iterable[Entity]) -> Iterator[Entity]:
    """Yield whom an attack on these meets: the owner of a list's arms and places where its first names one."""
    owner = None
    for target in targets:
        owner = None if target.acts else _owner(scene, target) or owner
        yield owner or target


def _owner(scene: Scene, thing: Entity) -> Entity | None:
    """Return the body before the name of its arms or places: who destroys "rebel tanks" fights the rebels."""
    if thing.acts:
        return None
    names = (scene.over(c) for c in thing.head.children if c.dep_ in ("poss", "compound", "nmod"))
    return next((e for e in names if e is not None and e.acts and not e.span.overlaps(thing.span)), None)


def _kind(scene: Scene, source: Entity, target: Entity, kind: str) -> RelationKind:
    """Return the relation that the vocabulary's kind stands for: whoever uses arms or holds a place is in charge.

    Support amounts to an alliance where a force in the field gives or gets it, else to goodwill.
    """
    if kind == "use":
        return RelationKind.IN_CHARGE_OF
    if kind != "support":
        return RelationKind(kind)
    forces = scene.words.words("forces")
    words = (t.lemma_.lower() for e in (source, target) for t in scene.sentence.doc[e.first : e.last + 1])
    in_arms = source.label == target.label == "organisation" and any(word in forces for word in words)
    return RelationKind.ALLIES if in_arms else RelationKind.LIKES


def _same(scene: Scene, a: Entity, b: Entity) -> bool:
    doc = scene.sentence.doc
    return a.span.overlaps(b.span) or doc[a.first : a.last + 1].text == doc[b.first : b.last + 1].text
