"""Where an event takes place: the named places that the parse attaches to its word.

1. what stands before the event's noun ("the Helsinki summit"); 2. the object of a verb of visiting or striking;
3. a phrase with a preposition of place, attached to the event or to the verb that carries it.
The finest place wins, and a state that stands beside a city only says which city is meant. Datelines have no
preposition, so they place nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Protocol

import yaml
from spacy.tokens import Token

from dragoman.model import Form, FormUse, Place
from dragoman.read.times.event_words import event_words, governors, is_event_noun, is_light_verb
from dragoman.read.times.words import load_times

_FINEST_FIRST = {"site": 0, "city": 1, "region": 2, "country": 3}
_LONGEST_NAME = 5  # words; longer names of places are not in the tables
_PARTS_OF_NAME = frozenset(("compound", "amod", "nmod", "poss", "det", "case", "nummod", "punct"))


class Gazetteer(Protocol):
    """What is asked of the world."""

    def place(self, text: str, near: str | None = None) -> Place | None:
        """Return where a named place lies."""

    def forms(self, text: str) -> tuple[Form, ...]:
        """Return whom the words name."""


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    source = resources.files("dragoman.ontology").joinpath("place_words.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {name: frozenset(words) for name, words in data.items()}


def place_of(token: Token, world: Gazetteer) -> Place | None:
    """Return where the event whose word is `token` takes place, as the text says it; None when it doesn't."""
    carriers = (*event_words(token), *_carried(token))
    found = [(head, place) for head in _places_named(token, carriers) if (place := _look_up(head, world)) is not None]
    fit = [place for head, place in found if place.precision in _FINEST_FIRST and not _is_party(head, token, place)]
    return min(fit, key=lambda place: _FINEST_FIRST[place.precision], default=None)


def _carried(verb: Token) -> Iterator[Token]:
    """Yield the noun that a light verb carries: "held talks in Geneva" are held where the talks are."""
    if verb.pos_ == "VERB" and is_light_verb(verb):
        yield from (child for child in verb.children if child.dep_ == "dobj" and is_event_noun(child))


def _places_named(token: Token, carriers: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the heads of the phrases that say where, in the order of the module's list."""
    for child in token.children:  # 1
        if child.dep_ in ("compound", "nmod") and is_event_noun(token) and _is_lone_name(child, token):
            yield child
    for carrier in carriers:  # 2
        for child in carrier.children:
            if child.dep_ == "dobj" and carrier.lemma_.lower() in _words()["visiting"]:
                yield child
    for preposition in token.sent:  # 3
        if preposition.dep_ == "prep" and _says_where(preposition) and _belongs(preposition, carriers):
            yield from (child for child in preposition.children if child.dep_ == "pobj")


def _is_lone_name(name: Token, noun: Token) -> bool:
    """One name before a noun says where ("the Helsinki summit"), two joined ones who ("the Moscow-Pyongyang pact")."""
    around = (name.nbor(-1).text if name.i else "", name.nbor().text)
    return name.i < noun.i and name.pos_ == "PROPN" and "-" not in around


def _is_party(head: Token, token: Token, place: Place) -> bool:
    """A state before the event's noun takes part in it ("the Iran deal"), unless such events have a ground."""
    return (
        head.head == token
        and head.i < token.i
        and place.precision == "country"
        and token.lemma_ not in _words()["wars"]
    )


def _says_where(preposition: Token) -> bool:
    word, head = preposition.lower_, preposition.head.lemma_.lower()
    if word == "to":
        return head in _words()["going"]
    if word == "on":
        return head in _words()["striking"] or any(c.lemma_.lower() in _words()["spots"] for c in preposition.children)
    return word in _words()["locative"]


def _belongs(preposition: Token, carriers: tuple[Token, ...]) -> bool:
    """Climb from the preposition to the first word that it can place, and say whether that carries the event."""
    below = preposition
    for word in governors(preposition):
        if word in carriers:
            return True
        if word.pos_ in ("VERB", "AUX") or is_event_noun(word):
            return False
        if word.pos_ == "NOUN" and not _looks_through(word, below):
            return False
        below = word
    return False


def _looks_through(noun: Token, below: Token) -> bool:
    """A common noun passes the place on when it is what is done something to, or a spot ("at a hotel in Minsk")."""
    if noun.lemma_.lower() in _words()["spots"]:
        return True
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "with"  # "talks with envoys in Cairo"
    return noun.dep_ in ("dobj", "nsubjpass") and below.dep_ == "prep"


def _look_up(head: Token, world: Gazetteer) -> Place | None:
    """Return the place that the phrase names; the state that follows says which ("Pyongyang, North Korea")."""
    if (seat := _seat(head, world)) is not None:
        return seat
    if any(form.actor.startswith(("group:", "body:")) for form in world.forms(_longest_name(head))):
        return None  # "shelled Hamas": the village in Germany is not meant
    if head.ent_type_ == "PERSON" and any(f.actor.startswith("person:") for f in world.forms(_longest_name(head))):
        return None  # "met Tony Blair", "in Bush"
    near = next((code for word in _beside(head) if (code := _state_code(word, world))), None)
    for name in _names(head):
        place = world.place(name, near)
        if place is not None:
            return place
    code = _state_code(head, world)
    if code is not None:
        return Place(text=_longest_name(head), country=code, precision="country")
    return _within(head, world)


def _beside(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in ("appos", "npadvmod", "conj", "npmod") and child.i > head.i:
            yield child
        if child.dep_ == "prep" and child.lower_ in ("in", "of"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def _within(head: Token, world: Gazetteer) -> Place | None:
    """A spot is where the place beside it is ("a Moscow hotel", "the port of Odesa", "the embassy in Nairobi")."""
    if head.lemma_.lower() not in _words()["spots"]:
        return None
    for child in head.children:
        if child.dep_ in ("compound", "poss", "nmod") and child.pos_ == "PROPN" and (place := _look_up(child, world)):
            return place
        if child.dep_ == "appos" and child.pos_ == "PROPN" and (place := _look_up(child, world)):
            return place
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "near", "at"):
            for inner in child.children:
                if inner.dep_ == "pobj" and (place := _look_up(inner, world)):
                    return place
    return None


def _names(head: Token) -> Iterator[str]:
    """Yield what the place may be called: runs of words of the phrase that begin with a capital, the longest first."""
    words = _phrase(head)
    if head.lower_ in load_times().entries and load_times().entries[head.lower_][0] in ("month", "monabbr", "weekday"):
        return
    spans = [(a, b) for a in range(len(words)) for b in range(a + 1, len(words) + 1) if b - a <= _LONGEST_NAME]
    for a, b in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        run = words[a:b]
        if run[0].text[0].isupper() and (
            run[-1] == head or head.lemma_.lower() in _words()["spots"] or b == len(words)
        ):
            name = head.doc[run[0].i : run[-1].i + 1].text
            if name.lower() not in _words()["common"]:
                yield name


def _phrase(head: Token) -> list[Token]:
    """Return the words of the name: what stands unbroken before the head and belongs to it, and the head."""
    start = head.i
    while start > head.sent.start:
        before = head.doc[start - 1]
        if (
            before.dep_ not in _PARTS_OF_NAME
            or before.head.i > head.i
            or before.head.i < start - 1
            or before.pos_ == "DET"
        ):
            break
        start -= 1
    return list(head.doc[start : head.i + 1])


def _longest_name(head: Token) -> str:
    words = [word for word in _phrase(head) if word.text[0].isupper()]
    return head.doc[words[0].i : head.i + 1].text if words else head.text


def _seat(head: Token, world: Gazetteer) -> Place | None:
    """Return the seat of a government as a site of its state ("at the White House")."""
    name = _longest_name(head)
    for form in world.forms(name):
        if form.use is FormUse.SEAT and form.actor.startswith("state:"):
            return Place(text=name, country=form.actor.removeprefix("state:"), precision="site")
    return None


def _state_code(head: Token, world: Gazetteer) -> str | None:
    """Return the state's code where the phrase is a state's name."""
    for name in (_longest_name(head), head.text):
        for form in world.forms(name):
            if form.use in (FormUse.NAME, FormUse.ACRONYM) and form.actor.startswith("state:"):
                return form.actor.removeprefix("state:")
    return None
