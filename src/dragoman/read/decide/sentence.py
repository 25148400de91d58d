"""A pair of actors as the trained decision asks for it: their sentence, and where in it they are named."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.read.decide.pairs import Pair


def sentence_pair(token: Token, first: ActorRef, second: ActorRef) -> Pair | None:
    """Return the token's sentence with the two marked, None where one of them isn't named in it."""
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    a, b = first.mention, second.mention
    if a is None or b is None or not (start <= a.start < end and start <= b.start < end) or a.overlaps(b):
        return None
    return Pair(sentence.text, (a.start - start, min(a.end, end) - start), (b.start - start, min(b.end, end) - start))
