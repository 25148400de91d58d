"""Two names for one: "the minister, Ana Reis", "Syrian Democratic Forces (SDF)", "Raqqa, also known as"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.model import Relation, RelationKind
from dragoman.read.relations.scene import Entity, Scene

_SAME = ("person", "organisation", "location", "platform", "weapon", "vehicle", "time")
_OTHERWISE = frozenset({"known", "called", "or", "alias", "aka", "named"})


def find_names(scene: Scene) -> Iterator[Relation]:
    """Yield the pairs of things side by side of which one renames the other."""
    for label in _SAME:
        things = scene.of_label(label)
        for left, right in pairwise(things):
            if left.last >= right.first:
                continue
            rule = _rule(scene, left, right)
            if rule:
                yield Relation(
                    kind=RelationKind.SYNONYM_OF, source=left.span, target=right.span, reason=f"synonym: {rule}"
                )


def _rule(scene: Scene, left: Entity, right: Entity) -> str | None:
    gap = [t.lower_ for t in scene.between(left, right)]
    doc = scene.sentence.doc
    after = doc[right.last + 1].text if right.last + 1 < len(doc) else ""
    if gap in (["("], ["'s", "("], ["-", "("]) and after == ")":
        return "brackets"
    if len(gap) <= 8 and _OTHERWISE & set(gap) and (gap[0] in (",", "(", "or") or gap[-1] in ("as", "called")):
        return "also known as"
    if left.label == "person" and gap == [","] and not _listed(left, right):
        return "title after a comma"
    if left.label == "person" and not gap:
        return "title before a name"
    return None


def _listed(left: Entity, right: Entity) -> bool:
    """Say whether the two are members of a list ("Reis, Costa and Lima met")."""
    return (
        right.head.dep_ == "conj"
        and right.head.head.i == left.head.i
        and any(c.dep_ == "cc" for c in (*left.head.children, *right.head.children))
    )
