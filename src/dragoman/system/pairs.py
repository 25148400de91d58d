"""Which parties an event ties to which: pairs, with how much of the event falls to each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model import Event, Party, TieKind
from dragoman.system.kinds import Among, Feed, Kinds
from dragoman.system.party import parties_of

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
Words = Callable[[Event], str]  # the words of evidence of an event


@dataclass(frozen=True, slots=True)
class Pair:
    """An event ties `source` to `target` by `kind`; `spread` (0 to 1) is how much of it falls to this pair."""

    kind: TieKind
    source: Party
    target: Party
    directed: bool
    spread: float


def pairs_of(event: Event, kinds: Kinds, words: Words) -> tuple[Feed, tuple[Pair, ...]] | None:
    """Return what the event feeds and the pairs that it ties; None where it feeds nothing.

    Of n who take part on one footing, each shares itself among n - 1 others: a meeting of twenty is not 190 meetings of
    two. Its targets are not tied to each other: who visits three capitals joins none of them to another. What agents do
    to targets falls to each target in full. Who stands on both sides, or acts on itself, ties nobody; nor do co-agents
    of a hostile deed.
    """
    feed = kinds.feed_of(event.type, event.mode)
    if feed is None:
        return None
    agents, targets = parties_of(event.agents), parties_of(event.targets)
    if feed.with_goods and agents and targets and event.theme and event.theme.goods:
        return feed, _directed(feed.with_goods, agents, targets)
    if feed.among is Among.EVERYONE:
        return feed, _on_one_footing(feed.kind, agents, targets)
    if feed.among is Among.PARTNERS:
        return feed, () if targets else _all_of(feed.kind, agents)
    if feed.among is Among.OPPONENTS:
        return feed, _across(feed.kind, agents, targets) if targets else _all_of(feed.kind, agents)
    if feed.fights and not event.targets and len(agents) == 2 and _fought_each_other(event, kinds, words):
        return feed, (*_directed(feed.kind, agents[:1], agents[1:]), *_directed(feed.kind, agents[1:], agents[:1]))
    return feed, _directed(feed.kind, agents, targets)


def _directed(kind: TieKind, agents: Sequence[Party], targets: Sequence[Party]) -> tuple[Pair, ...]:
    both = set(agents) & set(targets)
    return tuple(
        Pair(kind, source, target, True, 1.0)
        for source in agents
        for target in targets
        if source not in both and target not in both
    )


def _across(kind: TieKind, agents: Sequence[Party], targets: Sequence[Party]) -> tuple[Pair, ...]:
    """Return the pairs across the two sides, either way round."""
    sides = {frozenset((a, t)) for a in agents for t in targets if a != t}
    return tuple(_either_way(kind, pair, 1.0) for pair in sorted(tuple(sorted(side)) for side in sides))


def _on_one_footing(kind: TieKind, agents: Sequence[Party], targets: Sequence[Party]) -> tuple[Pair, ...]:
    """Return the pairs of agents, and of agents with targets; without agents, of the targets."""
    if not agents:
        return _all_of(kind, targets)
    spread = 1 / max(1, len({*agents, *targets}) - 1)
    met = {(pair.source, pair.target) for pair in (*_across(kind, agents, targets), *_all_of(kind, agents))}
    return tuple(_either_way(kind, pair, spread) for pair in sorted(met))


def _all_of(kind: TieKind, parties: Sequence[Party]) -> tuple[Pair, ...]:
    return tuple(_either_way(kind, pair, 1 / (len(parties) - 1)) for pair in combinations(sorted(parties), 2))


def _either_way(kind: TieKind, pair: Sequence[Party], spread: float) -> Pair:
    first, second = pair
    return Pair(kind, first, second, False, spread)


def _fought_each_other(event: Event, kinds: Kinds, words: Words) -> bool:
    theme = event.theme.text if event.theme else ""
    return has_word(f"{theme} {words(event)}", kinds.each_other)


def has_word(text: str, words: Iterable[str]) -> bool:
    """Say whether one of the words, or phrases, stands in the text."""
    plain = f" {' '.join(_WORD.findall(text.lower()))} "
    return any(f" {word} " in plain for word in words)
