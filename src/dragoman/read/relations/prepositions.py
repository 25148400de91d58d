"""Relations that hang on a preposition: who is up against whom, what is between two."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model import Relation
from dragoman.read.relations.grammar import doers, listed, owners, subjects_of
from dragoman.read.relations.parties import pair_up
from dragoman.read.relations.scene import THINGS, Entity, Scene, of_nouns

_PREPOSITIONS = frozenset({"against", "between", "under", "in"})
_FARTHEST_NOUN = 6  # tokens from a noun to "between" ("the agreement reached yesterday in Oslo between")


def find_prepositions(scene: Scene) -> Iterator[Relation]:
    """Yield what "against" and "between" say of the things around them."""
    peaceful = scene.words.words("peaceful")
    for token in scene.having(_PREPOSITIONS):
        if token.lower_ == "against" and token.head.lemma_.lower() not in peaceful:
            yield from _against(scene, token)
        elif token.lower_ == "between":
            yield from _between(scene, token)
        elif token.lower_ in ("under", "in"):
            yield from _under(scene, token)


def _against(scene: Scene, preposition: Token) -> Iterator[Relation]:
    """Yield who is up against whom, whatever the word between them."""
    targets = list(listed(scene, (c for c in preposition.children if c.dep_ == "pobj")))
    if not targets or preposition.head is preposition:
        return
    yield from pair_up(scene, list(_facing(scene, preposition)), targets, preposition, "fighting")


def _between(scene: Scene, preposition: Token) -> Iterator[Relation]:
    """Yield what is between the two, by the last word before that says what it is ("the talks held between")."""
    doc = scene.sentence.doc
    nouns = scene.words.nouns
    before = doc[max(preposition.i - _FARTHEST_NOUN, scene.sentence.start) : preposition.i]
    cue = next((t for t in reversed(before) if t.pos_ == "NOUN" and t.lemma_.lower() in nouns), None)
    parties = list(listed(scene, (c for c in preposition.children if c.dep_ == "pobj")))
    if cue is None or len(parties) < 2:
        return
    kind = nouns[cue.lemma_.lower()][0].kind
    for pair in ((parties[:1], parties[1:]), (parties[1:], parties[:1])):
        yield from pair_up(scene, *pair, cue, kind)


def _under(scene: Scene, preposition: Token) -> Iterator[Relation]:
    """Yield who holds what is "under its control" or "in its hands"."""
    control = scene.words.words("control")
    for noun in preposition.children:
        if noun.dep_ == "pobj" and noun.lemma_.lower() in control:
            holders = [e for t in (*owners(scene, noun), *of_nouns(noun)) for e in scene.named(t)]
            governor = preposition.head
            held = subjects_of(scene, governor) if governor.pos_ in ("VERB", "AUX") else (governor,)
            yield from pair_up(scene, holders, [e for t in held for e in scene.named(t)], noun, "use")


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
