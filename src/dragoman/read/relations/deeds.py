"""Relations that a verb or a noun tells of: who fights whom, who met whom, who holds what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind, Span
from dragoman.ontology.relations import DeedWord
from dragoman.read.relations.grammar import doers, is_denied, owners, reached
from dragoman.read.relations.scene import THINGS, Entity, Scene

_FARTHEST_NOUN = 6  # tokens from a noun to "between" ("the agreement reached yesterday in Oslo between")
# Which labels may stand on either side.
_PEOPLE = frozenset({"person", "organisation", "nationality"})
SIDES = {
    "fighting": (_PEOPLE | THINGS, _PEOPLE | THINGS | {"location"}),
    "communicates": (_PEOPLE, _PEOPLE),
    "allies": (frozenset({"organisation"}), frozenset({"organisation"})),
    "support": (_PEOPLE, _PEOPLE),
    "likes": (_PEOPLE, _PEOPLE),
    "dislikes": (_PEOPLE, _PEOPLE),
    "in-charge-of": (_PEOPLE, frozenset({"organisation", "location"}) | THINGS),
    "use": (_PEOPLE, frozenset({"location"}) | THINGS),
}


def find_deeds(scene: Scene) -> Iterator[Relation]:
    """Yield what the verbs and nouns of the sentence say that its parties do to each other."""
    for token in scene.sentence:
        table = scene.words.verbs if token.pos_ in ("VERB", "AUX") else scene.words.nouns
        for word in table.get(token.lemma_.lower(), ()):
            yield from _told_by(scene, token, word)
        if token.lower_ == "against" and token.head.lemma_.lower() not in scene.words.words("peaceful"):
            yield from _against(scene, token)
        if token.lemma_.lower() in scene.words.words("hostile") and any(
            c.lower_ in ("out", "from") for c in token.children
        ):
            targets = [e for t in reached(scene, token, ("object",)) for e in scene.named(t)]
            sources = [e for t in doers(scene, token) for e in scene.named(t)]
            yield from _pairs(scene, sources, targets, token, "fighting")
        if token.lower_ == "between":
            yield from _between(scene, token)


def _told_by(scene: Scene, token: Token, word: DeedWord) -> Iterator[Relation]:
    source_labels, target_labels = SIDES[word.kind]
    targets = [e for e in _listed(scene, reached(scene, token, word.slots)) if e.label in target_labels]
    if is_denied(token):
        return
    if not targets and word.kind in ("likes", "dislikes"):
        targets = [
            e for t in reached(scene, token, word.slots) for o in owners(scene, t) for e in scene.named(o) if e.acts
        ]
    if not targets:
        if word.kind == "communicates":
            yield from _with_each_other(scene, token)
        return
    sources = [e for t in doers(scene, token) for e in scene.named(t) if e.label in source_labels]
    if word.kind == "fighting" and (strivers := scene.strivers(token)) is not None:
        sources = strivers
    if not sources and (own := scene.at(token)) is not None and own.label in source_labels:
        sources = [own]
    yield from _pairs(scene, sources, targets, token, word.kind)


def _against(scene: Scene, preposition: Token) -> Iterator[Relation]:
    """Yield who is up against whom, whatever the word between them."""
    targets = list(_listed(scene, (c for c in preposition.children if c.dep_ == "pobj")))
    if not targets or preposition.head is preposition:
        return
    yield from _pairs(scene, list(_facing(scene, preposition)), targets, preposition, "fighting")


def _between(scene: Scene, preposition: Token) -> Iterator[Relation]:
    """Yield what is between the two, by the last word before that says what it is ("the talks held between")."""
    doc = scene.sentence.doc
    nouns = scene.words.nouns
    before = doc[max(preposition.i - _FARTHEST_NOUN, scene.sentence.start) : preposition.i]
    cue = next((t for t in reversed(before) if t.pos_ == "NOUN" and t.lemma_.lower() in nouns), None)
    parties = list(_listed(scene, (c for c in preposition.children if c.dep_ == "pobj")))
    if cue is None or len(parties) < 2:
        return
    kind = nouns[cue.lemma_.lower()][0].kind
    for pair in ((parties[:1], parties[1:]), (parties[1:], parties[:1])):
        yield from _pairs(scene, *pair, cue, kind)


def _facing(scene: Scene, preposition: Token) -> Iterator[Entity]:
    """Yield the arms that are turned against someone, and whoever turns them."""
    governor = preposition.head
    for entity in scene.named(governor):
        if entity.label in THINGS and entity.head.lemma_.lower() not in scene.words.nouns:
            yield entity
            yield from (e for e in scene.list_to(entity) if e.label in THINGS)
    strivers = scene.strivers(governor)
    if strivers is not None:
        yield from strivers
        return
    for token in (governor, *governor.ancestors):
        actors = [e for t in doers(scene, token) for e in scene.named(t) if e.acts]
        if actors:
            yield from actors
            return


def _listed(scene: Scene, tokens: Iterable[Token]) -> Iterator[Entity]:
    for token in tokens:
        for entity in scene.named(token):
            yield entity
            yield from scene.listed(entity)


def _pairs(
    scene: Scene, sources: Iterable[Entity], targets: Iterable[Entity], cue: Token, kind: str
) -> Iterator[Relation]:
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


def _with_each_other(scene: Scene, token: Token) -> Iterator[Relation]:
    """Yield the partners of what its subjects do together ("the minister and the envoy met")."""
    if token.lemma_.lower() in scene.words.words("mutual"):
        partners = [e for t in doers(scene, token) for e in scene.named(t)]
        yield from _pairs(scene, partners[:1], partners[1:], token, "communicates")


def _same(scene: Scene, a: Entity, b: Entity) -> bool:
    doc = scene.sentence.doc
    return a.span.overlaps(b.span) or doc[a.first : a.last + 1].text == doc[b.first : b.last + 1].text
