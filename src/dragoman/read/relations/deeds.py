"""Relations that a verb or a noun tells of: who fights whom, who met whom, who holds what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Token

from dragoman.model import Relation
from dragoman.ontology.relations import DeedWord
from dragoman.read.relations.grammar import doers, is_denied, listed, owners, reached
from dragoman.read.relations.parties import SIDES, pair_up
from dragoman.read.relations.scene import Entity, Scene

_TOGETHER = ("communicates", "fighting")  # what those who do it may do to each other
_TELLING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


def find_deeds(scene: Scene) -> Iterator[Relation]:
    """Yield what the verbs and nouns of the sentence say that its parties do to each other."""
    words = scene.words
    hostile = words.words("hostile")
    for token in scene.having(words.telling):
        if token.pos_ not in _TELLING:
            continue
        lemma = token.lemma_.lower()
        table = words.verbs if token.pos_ in ("VERB", "AUX") else words.nouns
        for word in table.get(lemma, ()):
            yield from _told_by(scene, token, word)
        if lemma in hostile and any(c.lower_ in ("out", "from") for c in token.children):
            targets = [e for t in reached(scene, token, ("object",)) for e in scene.named(t)]
            sources = [e for t in doers(scene, token) for e in scene.named(t)]
            yield from pair_up(scene, sources, targets, token, "fighting")


def _told_by(scene: Scene, token: Token, word: DeedWord) -> Iterator[Relation]:
    if is_denied(token):
        return
    source_labels, target_labels = SIDES[word.kind]
    reaches = list(reached(scene, token, word.slots))
    targets = [e for e in listed(scene, reaches) if e.label in target_labels]
    if not targets and word.kind in ("likes", "dislikes"):
        targets = [e for t in reaches for o in owners(scene, t) for e in scene.named(o) if e.acts]
    if not targets:
        yield from _with_each_other(scene, token, word.kind)
        return
    strivers = scene.strivers(token) if word.kind == "fighting" else None
    sources = [e for t in doers(scene, token) for e in scene.named(t)] if strivers is None else strivers
    sources = [e for e in sources if e.label in source_labels]
    if not sources and (own := scene.at(token)) is not None:
        sources = [own]
    yield from pair_up(scene, sources, targets, token, word.kind)
    if word.kind == "fighting":
        yield from _side_by_side(scene, sources, token)


def _with_each_other(scene: Scene, token: Token, kind: str) -> Iterator[Relation]:
    """Yield the partners of what its subjects do together ("the minister and the envoy met")."""
    if kind in _TOGETHER and token.lemma_.lower() in scene.words.words(f"mutual {kind}"):
        partners = [e for t in doers(scene, token) for e in scene.named(t)]
        yield from pair_up(scene, partners[:1], partners[1:], token, kind)


def _side_by_side(scene: Scene, fighters: Sequence[Entity], token: Token) -> Iterator[Relation]:
    """Yield those who fight the same enemy in one breath: they are allies."""
    for one, other in combinations(dict.fromkeys(fighters), 2):
        yield from pair_up(scene, [one], [other], token, "allies")
