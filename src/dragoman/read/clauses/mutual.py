"""Words by which an act is one that the parties owe each other."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.read.clauses.scene import Scene


def says_each_other(act: Token, scene: Scene) -> bool:
    """Say whether the words of an act say that it is mutual: "each other", "mutual aid", "help the other"."""
    text = f" {' '.join(t.lower_ for t in act.subtree)} "
    if any(f" {phrase} " in text for phrase in scene.words.each_other):
        return True
    return any(t.lower_ in ("other", "others") and _stands_alone(t) for t in act.subtree)


def _stands_alone(other: Token) -> bool:
    """Say whether "the other" names somebody by itself: not "the other side"."""
    definite = any(c.lower_ == "the" for c in other.lefts)
    return definite and other.dep_ in ("dobj", "pobj", "poss", "dative")
