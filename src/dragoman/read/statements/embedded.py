"""Acts that hold another: what is asked, agreed, threatened or refused is itself something done to someone.

"Threatened to shell Y" threatens Y; "demanded that Y cancel the sale" demands it of Y; "agreed to an
extension of the force in Y" agrees it with Y. The inner statement is linked to the outer one as its content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.read.statements.participants import ActorFinder

if TYPE_CHECKING:
    from dragoman.read.statements.drafts import Draft

# Types whose act is about another act.
HOLDING_TYPES = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "WANT", "PROTEST"})
# Types whose target, if they have one, is not that of what they hold or aim at.
_CLOSED_TYPES = frozenset(
    {"WANT", "HOLD", "ALLY", "OPPOSE", "LEAD", "BELONG", "CONSULT", "COOPERATE", "ACCUSE", "ASSAULT"}
)
FRIENDLY = frozenset({"AID", "SUPPORT"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj", "attr", "oprd", "dative"})
_OUTWARD = (_COMPLEMENTS - {"conj"}) | {"advcl"}
_INWARD = _COMPLEMENTS | {"nsubj", "nsubjpass", "poss", "compound", "amod", "agent", "appos", "nmod", "csubj", "relcl"}
_REMOTE = frozenset(
    {"after", "before", "since", "until", "during", "by", "despite", "following", "over", "as", "because", "according"}
)
_SITES = frozenset({"in", "to", "from", "against", "on", "into", "at", "with"})
_DEEPEST = 7  # links from the outer word to an actor in its complement; beyond it the parse is seldom right


def outer_of(token: Token, holders: Mapping[int, Draft]) -> Draft | None:
    """Return the draft whose complement this token heads, through nouns and prepositions."""
    current = token
    for _ in range(_DEEPEST):
        if current.dep_ not in _COMPLEMENTS or current.head is current:
            return None
        if current.dep_ == "prep" and current.lower_ in _REMOTE:
            return None
        if current.dep_ == "conj" and current.i == token.i and current.head.i in holders:
            return None  # "agreed and met": beside it, not within it
        if current.dep_ == "acl" and current.tag_ in ("VBN", "VBG"):
            return None
        current = current.head
        if current.i in holders:
            return holders[current.i]
    return None


def purpose_of(token: Token, acts: Mapping[int, Draft]) -> Draft | None:
    """Return the draft that this token's clause gives the purpose of: "sent doctors to help"."""
    if token.dep_ == "conj" and token.head.i != token.i:
        return purpose_of(token.head, acts)
    if token.dep_ not in ("advcl", "acl", "relcl") or not any(c.tag_ == "TO" for c in token.children):
        return None
    above = token.head
    if above.i not in acts and above.dep_ in ("dobj", "nsubjpass", "pobj"):
        above = above.head if above.dep_ != "pobj" else above.head.head
    return acts.get(above.i)


def embed(drafts: Sequence[Draft], mentions: ActorFinder) -> list[Draft]:
    """Note for each draft the act that holds it, and give acts without a target that of what they hold."""
    holders = {d.trigger.token.i: d for d in drafts if d.trigger.entry.type in HOLDING_TYPES}
    acts = {d.trigger.token.i: d for d in drafts if d.trigger.entry.pos == "verb"}
    held: dict[int, list[Draft]] = {}
    done: list[Draft] = []
    for draft in drafts:
        token = draft.trigger.token
        outer, kind = outer_of(token, holders), "content"
        if outer is None:
            outer, kind = purpose_of(token, acts), "purpose"
        if outer is not None and outer.trigger.token.i != token.i:
            draft = replace(draft, outer=outer.trigger.token.i, tie=kind)
            held.setdefault(outer.trigger.token.i, []).append(draft)
        done.append(draft)
    return [_with_target(d, held.get(d.trigger.token.i, ()), mentions) for d in done]


def _with_target(draft: Draft, held: Sequence[Draft], mentions: ActorFinder) -> Draft:
    kind = draft.trigger.entry.type
    if draft.filled.targets or not draft.filled.agents or kind in _CLOSED_TYPES:
        return draft
    if kind == "AGREE" and len({a.code for a in draft.filled.agents}) > 1:
        return draft  # they agree with each other
    found = _of_held(draft, held) or (_first_actor(draft, mentions) if kind in HOLDING_TYPES else ())
    if not found:
        return draft
    reason = f"'{found[0].name}' is who the thing held in it concerns"
    filled = replace(draft.filled, targets=found)
    return replace(draft, filled=filled, reasons=(*draft.reasons, reason))


def _of_held(draft: Draft, held: Sequence[Draft]) -> tuple[ActorRef, ...]:
    """Return whom the inner acts concern: of what is asked its doer, else those to whom it is done."""
    own = {a.code for a in draft.filled.agents}
    for inner in held:
        if draft.trigger.entry.type == "MOBILIZE" and inner.trigger.entry.type in FRIENDLY:
            continue  # "sent troops to help X": they are sent against another
        sides = [inner.filled.targets, inner.filled.agents]
        if draft.trigger.entry.type == "REQUEST":
            sides.reverse()
        for side in sides:
            others = tuple(a for a in side if a.code not in own)
            if others:
                return others
    return ()


def _first_actor(draft: Draft, mentions: ActorFinder) -> tuple[ActorRef, ...]:
    """Return the first actor in the complement that isn't the agent himself."""
    own = {a.code for a in draft.filled.agents}
    taken = {h.i for h in draft.filled.heads}
    for token in _complement(draft.trigger.token):
        if token.i in taken:
            continue
        named = mentions.actors_of(token)
        if not named and token.dep_ == "pobj" and token.head.lower_ in _SITES:
            state = mentions.state_at(token)
            named = (state,) if state else ()
        others = tuple(a for a in named if a.code not in own)
        if others:
            return others
    return ()


def _complement(token: Token) -> Iterator[Token]:
    """Yield the tokens of a word's complements, the nearest first."""
    level = [c for c in token.children if c.dep_ in _OUTWARD and not _is_remote(c)]
    for _ in range(_DEEPEST):
        yield from level
        level = [c for t in level for c in t.children if c.dep_ in _INWARD and not _is_remote(c)]


def _is_remote(token: Token) -> bool:
    return token.dep_ == "prep" and token.lower_ in _REMOTE
