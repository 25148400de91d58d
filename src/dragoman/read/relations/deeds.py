"""Relations that a verb or a noun tells of: who fights whom, who met whom, who holds what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind, Span
from dragoman.ontology.relations import DeedWord
from dragoman.read.relations.grammar import doers, reached
from dragoman.read.relations.scene import THINGS, Entity, Scene

# Which labels may stand on either side.
_PEOPLE = frozenset({"person", "organisation", "nationality"})
_SIDES = {
    "fighting": (_PEOPLE | THINGS, _PEOPLE | THINGS | {"location"}),
    "communicates": (_PEOPLE, _PEOPLE),
    "allies": (frozenset({"organisation"}), frozenset({"organisation"})),
    "likes": (_PEOPLE, _PEOPLE),
    "dislikes": (_PEOPLE, _PEOPLE),
    "in-charge-of": (_PEOPLE, frozenset({"organisation", "location"}) | THINGS),
}


def find_deeds(scene: Scene) -> Iterator[Relation]:
    """Yield what the verbs and nouns of the sentence say that its parties do to each other."""
    for token in scene.sentence:
        table = scene.words.verbs if token.pos_ in ("VERB", "AUX") else scene.words.nouns
        for word in table.get(token.lemma_.lower(), ()):
            yield from _told_by(scene, token, word)
        if token.lower_ == "against" and token.head.lemma_.lower() not in scene.words.words("peaceful"):
            yield from _against(scene, token)


def _told_by(scene: Scene, token: Token, word: DeedWord) -> Iterator[Relation]:
    source_labels, target_labels = _SIDES[word.kind]
    targets = [e for e in _listed(scene, reached(token, word.slots)) if e.label in target_labels]
    if not targets:
        return
    sources = [e for t in doers(scene, token) for e in scene.named(t) if e.label in source_labels]
    if not sources and (own := scene.at(token)) is not None and own.label in source_labels:
        sources = [own]
    yield from _pairs(scene, sources, targets, token, word.kind)


def _against(scene: Scene, preposition: Token) -> Iterator[Relation]:
    """Yield who is up against whom, whatever the word between them."""
    targets = list(_listed(scene, (c for c in preposition.children if c.dep_ == "pobj")))
    if not targets or preposition.head is preposition:
        return
    sources = [e for t in doers(scene, preposition.head) for e in scene.named(t)]
    yield from _pairs(scene, sources, targets, preposition, "fighting")


def _listed(scene: Scene, tokens: Iterable[Token]) -> Iterator[Entity]:
    for token in tokens:
        for entity in scene.named(token):
            yield entity
            yield from scene.listed(entity)


def _pairs(
    scene: Scene, sources: Iterable[Entity], targets: Iterable[Entity], cue: Token, kind: str
) -> Iterator[Relation]:
    source_labels, target_labels = _SIDES[kind]
    for source in dict.fromkeys(sources):
        for target in dict.fromkeys(targets):
            if source.label in source_labels and target.label in target_labels and not _same(scene, source, target):
                yield Relation(
                    kind=RelationKind(kind),
                    source=source.span,
                    target=target.span,
                    cue=Span(cue.idx, cue.idx + len(cue)),
                    reason=f"{kind}: '{cue.lemma_}'",
                )


def _same(scene: Scene, a: Entity, b: Entity) -> bool:
    doc = scene.sentence.doc
    return a.span.overlaps(b.span) or doc[a.first : a.last + 1].text == doc[b.first : b.last + 1].text
