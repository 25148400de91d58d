"""Who leads or holds what: "the commander of the fleet", "rebel-held Aleppo", "the army's base"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind, Span
from dragoman.read.relations.scene import Entity, Scene

_FARTHEST = 3  # tokens from the word for the office to the body that it names after a comma


def find_offices(scene: Scene) -> Iterator[Relation]:
    """Yield the persons with what they head, or are one of, and the owners of places and arms."""
    for person in scene.of_label("person"):
        for title in _titles(scene, person):
            for group in _bodies(scene, title):
                bearer = _bearer(scene, person) or person if person.covers(title) else person
                if not bearer.span.overlaps(group.span):
                    one_of_many = any(c.lower_ in ("a", "an") for c in title.children)
                    kind = RelationKind.BELONGS_TO if one_of_many else RelationKind.IN_CHARGE_OF
                    yield _relation(kind, bearer, group, title, "office")
        yield from _titled(scene, person)
    for token in scene.having(scene.words.words("keeping")):
        yield from _held(scene, token)


def find_owners(scene: Scene) -> Iterator[Relation]:
    """Yield the bodies before the name of their arms or places ("the army's base", "rebel tanks")."""
    for thing in scene.of_label("weapon", "platform", "vehicle", "location", "organisation"):
        for child in thing.head.children:
            owner = scene.over(child) if child.dep_ in ("poss", "compound", "nmod") else None
            if owner is None or owner.label != "organisation" or owner.span.overlaps(thing.span):
                continue
            if thing.label == "organisation" and (child.dep_ != "poss" or child.pos_ == "PRON"):
                continue
            for owned in (thing, *scene.listed(thing)):
                if child.tag_ == "NNS" and child.dep_ == "compound":
                    yield _relation(RelationKind.BELONGS_TO, owned, owner, child, "named after its kind")
                else:
                    yield _relation(RelationKind.IN_CHARGE_OF, owner, owned, child, "owner")


def _relation(kind: RelationKind, source: Entity, target: Entity, cue: Token, rule: str) -> Relation:
    name = "in-charge-of" if kind is RelationKind.IN_CHARGE_OF else "belongs"
    return Relation(
        kind=kind,
        source=source.span,
        target=target.span,
        cue=Span(cue.idx, cue.idx + len(cue)),
        reason=f"{name}: {rule}",
    )


def _titled(scene: Scene, person: Entity) -> Iterator[Relation]:
    """Yield the body whose title stands before the name ("Hamas leader Omar Said", "UN envoy Ana Reis")."""
    doc = scene.sentence.doc
    title = doc[person.first - 1] if person.first > scene.sentence.start else None
    heads, envoys = scene.words.words("heads"), scene.words.words("envoys")
    if title is None or title.lemma_.lower() not in heads | envoys:
        return
    for group in scene.of_label("organisation"):
        between = doc[group.last + 1 : title.i]
        if (
            group.last < title.i
            and all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in between)
            and len(between) < _FARTHEST
        ):
            leads = title.lemma_.lower() in scene.words.words("leaders")
            kind = RelationKind.IN_CHARGE_OF if leads else RelationKind.BELONGS_TO
            yield _relation(kind, person, group, title, "title before a name")


def _bearer(scene: Scene, title: Entity) -> Entity | None:
    """Return who is named beside the title ("the fleet's commander, Ana Reis")."""
    for other in scene.of_label("person"):
        left, right = (other, title) if other.last < title.first else (title, other)
        if left.last < right.first and [t.text for t in scene.between(left, right)] in ([","], []):
            return other
    return None


def _titles(scene: Scene, person: Entity) -> Iterator[Token]:
    heads = scene.words.words("heads")
    for child in person.head.children:
        if child.dep_ == "appos" and child.lemma_.lower() in heads:
            yield child
    if person.head.lemma_.lower() in heads:
        yield person.head
    if person.head.dep_ in ("nsubj", "nsubjpass") and person.head.head.lemma_ == "be":
        yield from (c for c in person.head.head.children if c.dep_ == "attr" and c.lemma_.lower() in heads)
    if person.head.dep_ == "appos" and person.head.head.lemma_.lower() in heads:
        yield person.head.head
    after = person.last + 1
    doc = scene.sentence.doc
    if after + 1 < scene.sentence.end and doc[after].text == "," and doc[after + 1].lemma_.lower() in heads:
        yield doc[after + 1]


def _bodies(scene: Scene, title: Token) -> Iterator[Entity]:
    for child in title.children:
        if child.dep_ in ("compound", "poss", "nmod") and (entity := scene.over(child)) is not None:
            yield from [entity] if entity.label == "organisation" else []
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                entity = scene.over(noun)
                if entity is not None and entity.label == "organisation":
                    yield entity
    doc = scene.sentence.doc
    if title.i + 1 < scene.sentence.end and doc[title.i + 1].text == ",":
        for entity in scene.of_label("organisation"):
            if title.i + 1 < entity.first <= title.i + _FARTHEST:
                yield entity


def _held(scene: Scene, word: Token) -> Iterator[Relation]:
    """Yield the holder and what it holds in "rebel-held town"."""
    doc = scene.sentence.doc
    if word.i < 2 or doc[word.i - 1].text != "-" or word.tag_ not in ("VBN", "VBD", "JJ"):
        return
    holders = [e for e in scene.entities if e.last == word.i - 2 and e.acts]
    held = [e for e in scene.entities if e.last > word.i >= e.first - 3 and e not in holders]
    for holder in holders[:1]:
        for target in held[:1]:
            yield _relation(RelationKind.IN_CHARGE_OF, holder, target, word, "held by")
