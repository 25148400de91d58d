"""Look up mentions by the tokens of the parse: whom does this noun phrase name?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.model import ActorRef, Mention, MentionKind
from dragoman.world import World


class Mentions:
    """Looks up mentions by the tokens of the parse."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], world: World | None = None) -> None:
        self.world = world
        starts = {token.idx: token.i for token in doc}
        self._by_head = {starts[m.head.start]: m for m in mentions if m.head.start in starts}
        self._cover: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
            if mention.kind is not MentionKind.NOMINAL:
                covered = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
                self._cover.update({t.i: mention for t in covered or ()})

    def at(self, token: Token) -> Mention | None:
        """Return the mention that the token heads, else the name that it is part of."""
        return self._by_head.get(token.i) or self._cover.get(token.i)

    def actors_of(self, token: Token) -> tuple[ActorRef, ...]:
        """Return whom the noun phrase headed by the token names as someone who acts; nobody for a place."""
        mention = self.at(token)
        if mention is None or mention.label == "location":
            return ()
        added = [self.at(t) for t in _specified(token)]
        return tuple(dict.fromkeys(mention.actors + tuple(a for m in added if m for a in m.actors)))

    def state_at(self, token: Token) -> ActorRef | None:
        """Return the state that the phrase names or lies in, place or not ("in Ukraine", "Geneva")."""
        mention = self.at(token)
        return mention.actors[0] if mention and mention.actors else None


def _specified(token: Token) -> Iterator[Token]:
    """Yield names that single someone out of what the token names ("the West, notably the US")."""
    for child in token.children:
        if (
            child.dep_ in ("appos", "npadvmod")
            and child.i > token.i
            and any(c.lower_ in ("notably", "especially", "particularly", "including") for c in child.children)
        ):
            yield child
