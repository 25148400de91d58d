"""Settings: reports of sport, markets or accidents, in which words of force and politics are mere figures of speech."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.ontology import Entry, Ontology, Setting

NEARBY_TOKENS = 60  # on either side: about two sentences; a report stays with its subject for at least that long


def is_barred(token: Token, entry: Entry, ontology: Ontology) -> bool:
    """Say whether the text around the word is of a setting in which the word, or its type, tells of no public act."""
    words = {entry.lemma, f"{entry.lemma} {entry.particle}"}
    concerned = [s for s in ontology.settings if entry.type in s.types or words & s.bars]
    if not concerned:
        return False
    near = frozenset(_lemmas_near(token))
    return any(_is_set_in(near, setting) for setting in concerned)


def _is_set_in(near: frozenset[str], setting: Setting) -> bool:
    points = 2 * len(near & setting.words) + len(near & setting.hints)
    return points >= setting.enough and not near & setting.against


def _lemmas_near(token: Token) -> Iterator[str]:
    doc = token.doc
    for other in doc[max(0, token.i - NEARBY_TOKENS) : token.i + NEARBY_TOKENS]:
        yield other.lemma_.lower()
        yield other.lower_
