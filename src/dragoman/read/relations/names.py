"""Two names for one: "the minister, Ana Reis", "Syrian Democratic Forces (SDF)", "Raqqa, also known as"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind
from dragoman.read.relations.scene import Entity, Scene

_SAME = ("person", "organisation", "location", "platform", "weapon", "vehicle", "time")
_OPENINGS = (["("], ["'s", "("], ["-", "("])
_OF_TITLES = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ"})
_LONGEST = 8  # tokens of "also known by its Arabic acronym as"


def find_names(scene: Scene) -> Iterator[Relation]:
    """Yield the pairs of things side by side of which one renames the other."""
    for label in _SAME:
        things = [e for e in scene.of_label(label) if e.head.pos_ != "PRON"]
        for left, right in pairwise(things):
            rule = _rule(scene, left, right) if left.last < right.first else None
            if rule:
                yield Relation(
                    kind=RelationKind.SYNONYM_OF, source=left.span, target=right.span, reason=f"synonym: {rule}"
                )


def _rule(scene: Scene, left: Entity, right: Entity) -> str | None:
    gap = scene.between(left, right)
    words = [t.lower_ for t in gap]
    doc = scene.sentence.doc
    after = doc[right.last + 1].text if right.last + 1 < len(doc) else ""
    if words in _OPENINGS and after == ")":
        return "brackets"
    if _is_called(scene, gap):
        return "also known as"
    if words == [","] and left.label != "person" and _renames(left, right):
        return "apposition"
    if left.label != "person" or _is_indefinite(scene, right):
        return None
    if _is_titled(left, gap) and not _listed(scene, left, right) and not _begins_clause(left, right):
        return "title after a comma"
    if not gap and _is_title(left):
        return "title before a name"
    return None


def _is_called(scene: Scene, gap: Sequence[Token]) -> bool:
    """Say whether the words between are those of renaming and no others ("also known by its acronym as")."""
    renaming = scene.words.words("renaming")
    if not gap or not (gap[0].is_punct or gap[0].pos_ == "ADV"):
        return False
    verbs = [t for t in gap if t.pos_ in ("VERB", "AUX")]
    called = any(t.lower_ in renaming for t in gap) and all(t.lower_ in renaming for t in verbs)
    nouns = [t for t in gap if t.pos_ in ("NOUN", "PROPN") and t.lower_ not in renaming]
    return len(gap) <= _LONGEST and called and not nouns


def _is_indefinite(scene: Scene, entity: Entity) -> bool:
    """Say whether it describes without naming ("a candidate at the university")."""
    doc = scene.sentence.doc
    words = {doc[entity.first].lower_, doc[max(entity.first - 1, 0)].lower_}
    return bool(words & {"a", "an", "one"})


def _is_titled(left: Entity, gap: Sequence[Token]) -> bool:
    """Say whether only a comma, and what the title is of, stand between ("the minister for trade, Ana Reis")."""
    if not gap or gap[-1].text != "," or len(gap) > _LONGEST:
        return False
    return all(left.head.is_ancestor(t) and t.pos_ in _OF_TITLES for t in gap[:-1])


def _is_title(entity: Entity) -> bool:
    return entity.head.tag_ not in ("NNS", "NNPS")


def _listed(scene: Scene, left: Entity, right: Entity) -> bool:
    """Say whether the two are members of a list ("Reis, Costa and Lima met")."""
    doc = scene.sentence.doc
    after = doc[right.last + 1].lower_ if right.last + 1 < scene.sentence.end else ""
    if after == "and" and not any(doc[e.first].pos_ == "DET" or e.head.pos_ != "PROPN" for e in (left, right)):
        return True
    joined = right.head.dep_ == "conj" and right.head.head.i == left.head.i
    return joined and any(c.dep_ == "cc" for c in (*left.head.children, *right.head.children))


def _renames(left: Entity, right: Entity) -> bool:
    """Say whether the second describes the first as the one and only ("Goma, the rebels' capital")."""
    definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in right.head.children)
    listed = any(c.dep_ == "conj" for c in right.head.children)
    return definite and right.head.dep_ == "appos" and right.head.head.i == left.head.i and not listed


def _begins_clause(left: Entity, right: Entity) -> bool:
    """Say whether the comma closes a phrase before the subject ("to his wife, Lima had left")."""
    inside = left.head.dep_ == "dobj" or (left.head.dep_ == "pobj" and left.head.head.lower_ != "as")
    return right.head.dep_ in ("nsubj", "nsubjpass") and inside
