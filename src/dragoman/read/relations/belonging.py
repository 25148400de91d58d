"""Who is a part of what: "members of the party", "soldiers from the brigade", "a coalition that includes"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.model import Relation, RelationKind, Span
from dragoman.read.relations.grammar import doers, subjects_of
from dragoman.read.relations.scene import Entity, Scene, with_conjuncts

_MEMBERS = frozenset({"person", "organisation", "platform"})
_LINKS = frozenset({"of", "from", "in", "within", "at"})
Found = tuple[Entity, str, Token]


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


def _members(scene: Scene, group: Entity) -> Iterator[Found]:
    head = group.head
    yield from _just_before(scene, group)
    if head.dep_ == "pobj" and head.head.lower_ in _LINKS:
        yield from _of(scene, head.head)
    if head.dep_ in ("dobj", "pobj"):
        yield from _joined(scene, head)
        yield from _bound(scene, head)
    yield from _included(scene, group)
    yield from _unit_of(scene, group)


def _just_before(scene: Scene, group: Entity) -> Iterator[Found]:
    """Yield what is named right before "of", "from" and the like, whatever the parse hangs that on."""
    doc = scene.sentence.doc
    at = group.first - 1
    if group.head.pos_ == "PRON":
        return
    if at > scene.sentence.start and doc[at].dep_ == "det":
        at -= 1
    if at > scene.sentence.start and doc[at].lower_ in _LINKS and not _is_taken(scene, doc[at]):
        for entity in scene.entities:
            if entity.last == at - 1:
                if not _is_outside(scene, entity, doc[at]):
                    yield entity, "named before", doc[at]
                return


def _is_outside(scene: Scene, entity: Entity, preposition: Token) -> bool:
    """Say whether it heads the group ("the leader of the party") or stands against it ("enemies of the party")."""
    lemma = entity.head.lemma_.lower()
    if preposition.lower_ != "from" and scene.sentence.doc[preposition.i + 1 :][0].ent_type_ == "GPE":
        return True  # a state has no members: "the people of Iraq"
    heads = preposition.lower_ == "of" and lemma in scene.words.words("heads") and entity.head.tag_ in ("NN", "NNP")
    return heads or lemma in scene.words.words("outsiders")


def _is_taken(scene: Scene, preposition: Token) -> bool:
    """Say whether "from" tells whom something is taken or freed from."""
    return preposition.lower_ == "from" and preposition.head.lemma_.lower() in scene.words.words("taking")


def _of(scene: Scene, preposition: Token) -> Iterator[Found]:
    governor = preposition.head
    if governor.lemma_ in scene.words.words("parts") and scene.at(governor) is None:
        for token in doers(scene, governor):
            yield from ((e, "part of", governor) for e in scene.named(token))
    elif governor.lemma_ in scene.words.words("posting") and governor.dep_ == "acl":
        yield from ((e, "sent from", governor) for e in scene.named(governor.head))


def _joined(scene: Scene, noun: Token) -> Iterator[Found]:
    """Yield who joined, or was assigned to, the group."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    words = "joining" if noun.dep_ == "dobj" else "assigning"
    if verb.lemma_ in scene.words.words(words) and (noun.dep_ == "dobj" or noun.head.lower_ in ("to", "with", "in")):
        for token in subjects_of(scene, verb):
            yield from ((e, words, verb) for e in scene.named(token))


def _bound(scene: Scene, noun: Token) -> Iterator[Found]:
    """Yield who is "loyal to" the group, or speaks "for" it."""
    preposition = noun.head
    governor = preposition.head
    if preposition.lower_ == "for" and governor.lemma_.lower() in scene.words.words("speakers"):
        yield from ((e, "speaks for", preposition) for e in scene.itself(governor))
    elif preposition.lower_ in ("to", "with") and governor.lemma_.lower() in scene.words.words("bound"):
        if governor.dep_ in ("amod", "acl"):
            yield from ((e, "bound to", governor) for e in scene.named(governor.head))
        else:
            yield from ((e, "bound to", governor) for t in subjects_of(scene, governor.head) for e in scene.named(t))


def _included(scene: Scene, group: Entity) -> Iterator[Found]:
    words = scene.words.words("holding")
    for child in group.head.children:
        if child.dep_ == "relcl" and child.lemma_ in words:
            yield from _objects(scene, child)
        if child.dep_ == "acl" and child.lower_ in ("made", "composed", "consisting"):
            yield from _inside(scene, child)
    for entity, gap in scene.following(group, "organisation", "person"):
        singled = [t for t in gap if t.lower_ in scene.words.words("singling")]
        if singled and all(t.is_punct or t in singled or t.dep_ == "det" for t in gap):
            yield from ((e, "notably", singled[0]) for e in (entity, *scene.listed(entity)))
    if group.head.dep_ == "nsubj" and group.head.head.lemma_ in words:
        yield from _objects(scene, group.head.head)


def _objects(scene: Scene, verb: Token) -> Iterator[Found]:
    for child in verb.children:
        if child.dep_ in ("dobj", "pobj", "attr"):
            found = (e for t in with_conjuncts([child]) for e in scene.named(t))
            yield from ((e, "includes", verb) for e in _with_list(scene, found))


def _inside(scene: Scene, verb: Token) -> Iterator[Found]:
    for token in verb.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "by"):
            yield from ((e, "made up of", verb) for t in with_conjuncts([token]) for e in scene.named(t))


def _with_list(scene: Scene, entities: Iterable[Entity]) -> Iterator[Entity]:
    for entity in entities:
        yield entity
        yield from scene.listed(entity)


def _unit_of(scene: Scene, group: Entity) -> Iterator[Found]:
    """Yield the smaller unit named before the comma ("3rd Battalion, 5th Infantry Regiment")."""
    units = scene.words.words("units")
    if group.head.lemma_.lower() not in units:
        return
    for other in scene.of_label("organisation"):
        at = group.first - 1
        beside = other.last == at - 1 and scene.sentence.doc[at].text == ","
        if beside and other.head.lemma_.lower() in units:
            yield other, "unit, larger unit", scene.sentence.doc[at]
