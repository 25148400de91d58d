"""Brokers: parties on the shortest ways between others who have no friendly bond of their own.

Betweenness (Freeman 1977) in the graph of friendly bonds, every bond one step. A claim names pairs of friends of the
broker who have no friendly bond of their own; a bloc and its member need none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, islice

import networkx as nx

from dragoman.model import Broker, Party
from dragoman.system.blocs import is_member

FEWEST_BONDS = 8  # friendly ones; in fewer any party with two friends would be a broker
_LEAST_SCORE = 0.05  # a twentieth of all ways between others: less is nobody's place
_MOST_BROKERS = 10
_MOST_PAIRS = 5
_MOST_EXACT = 400  # parties up to which every way is counted; above, ways from this many, spread evenly, stand for all


def find_brokers(
    friends: nx.Graph[Party], hostile: frozenset[frozenset[Party]]
) -> tuple[tuple[Broker, ...], tuple[str, ...]]:
    """Return the brokers of the graph of friendly bonds, the most central first; and a note where it is too small.

    `hostile` are the pairs of enemies: bridging those is named first.
    """
    count = friends.number_of_edges()
    if count < FEWEST_BONDS:
        return (), (f"no brokers: too few ties to tell (friendly bonds: {count}, needed: {FEWEST_BONDS})",)
    scores = _betweenness(friends)
    top = sorted((p for p in scores if scores[p] >= _LEAST_SCORE), key=lambda p: (-scores[p], p))
    found = (_broker(friends, party, scores[party], hostile) for party in top)
    return tuple(islice((broker for broker in found if broker is not None), _MOST_BROKERS)), ()


def _betweenness(friends: nx.Graph[Party]) -> dict[Party, float]:
    parties = sorted(friends.nodes)
    ordered: nx.Graph[Party] = nx.Graph()
    ordered.add_nodes_from(parties)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in friends.edges))
    if len(parties) <= _MOST_EXACT:
        return dict(nx.betweenness_centrality(ordered))
    sources = parties[:: -(-len(parties) // _MOST_EXACT)]
    scores = nx.betweenness_centrality_subset(ordered, sources, parties, normalized=False)
    ways = len(sources) * (len(parties) - 2) / 2
    return {party: min(1.0, score / ways) for party, score in scores.items()}


def _broker(
    friends: nx.Graph[Party], party: Party, score: float, hostile: frozenset[frozenset[Party]]
) -> Broker | None:
    near = sorted(friends[party], key=lambda other: (-friends[party][other]["bond"].net, other))
    apart = [pair for pair in combinations(near, 2) if not friends.has_edge(*pair) and not is_member(*pair)]
    if not apart:
        return None
    apart.sort(key=lambda pair: frozenset(pair) not in hostile)
    shown = tuple(apart[:_MOST_PAIRS])
    bridged = [other for other in near if any(other in pair for pair in shown)]
    ties = tuple(dict.fromkeys(tie for other in bridged for tie in friends[party][other]["bond"].ties))
    return Broker(
        party=party, score=score, between=shown, ties=ties, why=_why(party, score, shown, len(apart), hostile)
    )


def _why(
    party: Party, score: float, shown: Sequence[tuple[Party, Party]], apart: int, hostile: frozenset[frozenset[Party]]
) -> str:
    first, second = shown[0]
    enemies = frozenset(shown[0]) in hostile
    how = "who are enemies" if enemies else "who have no friendly tie of their own"
    more = f", and {apart - 1} more such pairs" if apart > 1 else ""
    return (
        f"{score:.0%} of the shortest friendly ways between others lead over {party.name}: it is a friend of both "
        f"{first.name} and {second.name}, {how}{more}"
    )
