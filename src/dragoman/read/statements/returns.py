"""What is given in return: "Chad sends cattle to Niger. In return, Niger will supply Chad with fuel."

The words name no good of their own; what it is in return for is the nearest deed before it that goes the other way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.model import Link, Statement, Status

_RETURNS = frozenset({"return", "exchange", "turn"})
_GIVING = frozenset({"AID", "COOPERATE", "CONCEDE", "RETREAT"})
_KIND = "in-exchange-for"
# Sentences before, of the same paragraph, in which the first deed is told; farther back "in return" points to another.
_FARTHEST = 8


def with_returns(statements: Sequence[Statement], doc: Doc) -> tuple[Statement, ...]:
    """Return the statements, those told as given in return linked to what they are given for."""
    starts = {token.idx: token for token in doc}
    sentences = {sentence.start: number for number, sentence in enumerate(doc.sents)}
    found = list(statements)
    for at, statement in enumerate(found):
        token = starts.get(statement.evidence.trigger.start)
        if token is None or statement.type not in _GIVING or not _is_in_return(token):
            continue
        if any(link.kind == _KIND for link in statement.links):
            continue
        first = _first_deed(statement, token, found, starts, sentences)
        if first is not None:
            found[at] = replace(statement, links=(*statement.links, Link(kind=_KIND, statement=first.id)))
    return tuple(found)


def _is_in_return(token: Token) -> bool:
    """Say whether "in return", without a "for", stands on the deed itself or opens its sentence."""
    for word in token.sent:
        if word.lower_ not in _RETURNS or word.dep_ != "pobj" or word.head.lower_ != "in":
            continue
        if any(child.lower_ == "for" for child in word.children):
            continue
        if word.head.head == token or (word.i - token.sent.start <= 2 and token.i > word.i):  # "And in return, ..."
            return True
    return False


def _first_deed(
    back: Statement,
    token: Token,
    statements: Sequence[Statement],
    starts: dict[int, Token],
    sentences: dict[int, int],
) -> Statement | None:
    """Return the nearest deed before that goes the other way: its doer is who gets something now."""
    givers, takers = ({ref.code for ref in refs} for refs in (back.agents, back.targets))
    best: Statement | None = None
    for other in statements:
        trigger = starts.get(other.evidence.trigger.start)
        if trigger is None or trigger.i >= token.i or other.type not in _GIVING or other.status is Status.DENIED:
            continue
        apart = sentences[token.sent.start] - sentences[trigger.sent.start]
        doers, others = ({ref.code for ref in refs} for refs in (other.agents, other.targets))
        other_way = bool(doers & takers) and (not others or bool(others & givers)) and not doers & givers
        broken = any(t.is_space and "\n" in t.text for t in token.doc[trigger.i : token.i])
        if apart <= _FARTHEST and other_way and not broken:
            best = other if best is None or other.evidence.start >= best.evidence.start else best
    return best
