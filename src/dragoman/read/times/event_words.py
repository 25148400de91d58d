"""Which words of a sentence carry an event, so that what modifies them dates and places it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.read.times.words import word_list

_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ings", "val", "tions", "ments")
_CARRYING_PREPOSITIONS = frozenset(("in", "into", "to", "for", "under", "with"))
_CLIMB_LIMIT = 8  # links from an expression to the word it modifies; longer chains are parser errors in practice


def event_words(token: Token) -> tuple[Token, ...]:
    """Return the words whose modifiers are the event's own: its trigger, the light or aspect verb over it."""
    words = [token]
    current = token
    for _ in range(3):
        head = current.head
        if head == current:
            break
        is_carried = current.pos_ in ("NOUN", "PROPN") and (
            current.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
            or (current.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in _CARRYING_PREPOSITIONS)
        )
        if is_carried:
            verb = head.head if head.pos_ == "ADP" else head
            if verb.lemma_.lower() not in word_list("light_verbs"):
                break
            words.append(verb)
            current = verb
        elif current.dep_ == "xcomp" and head.lemma_.lower() in word_list("aspect_verbs"):
            words.append(head)
            current = head
        else:
            break
    return tuple(words)


def is_light_verb(token: Token) -> bool:
    """Say whether the verb only carries the event that its noun names ("held talks")."""
    return token.lemma_.lower() in word_list("light_verbs")


def is_event_noun(token: Token) -> bool:
    """Say whether a noun names a happening, so that a date beside it dates that and not the clause."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = token.lemma_.lower()
    return lemma in word_list("event_nouns") or (len(lemma) > 5 and lemma.endswith(_EVENT_ENDINGS))


def governors(token: Token) -> Iterator[Token]:
    """Yield the heads over the token, the nearest first."""
    current = token
    for _ in range(_CLIMB_LIMIT):
        if current.head == current:
            return
        current = current.head
        yield current
