"""Communities of a signed graph: parties that are friends among themselves and enemies of the rest.

What is sought is the partition with the greatest signed modularity (Gómez, Jensen and Arenas 2009): the friendly weight
within groups beyond what chance gives each party's friendliness, less the hostile weight within groups beyond chance:

    Q = sum over pairs of one group of (w+ - k+ k+ / 2W+) - (w- - k- k- / 2W-), divided by W+ + W-

1. Everyone starts alone. In the order of codes each party moves to the group that raises Q most, until none moves.
2. Then any two groups are joined whose union raises Q, the most first; and 1 again, until nothing changes.

No random number is drawn: the same bonds give the same groups.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import networkx as nx

from dragoman.model import Party

_LEAST_GAIN = 1e-9
_MOST_ROUNDS = 50  # far more than any case needed; a guard against rounding that goes in circles
Weights = dict[Party, dict[Party, float]]


def partition_of(graph: nx.Graph[Party]) -> tuple[list[frozenset[Party]], float]:
    """Return the groups, each of one party or more, the largest first, and their modularity (-1 to 1)."""
    state = _State(graph)
    for _ in range(_MOST_ROUNDS):
        if not (state.move_parties() | state.join_groups()):
            break
    groups = [frozenset(group) for group in state.members.values() if group]
    return sorted(groups, key=lambda group: (-len(group), min(group))), state.modularity()


@dataclass(slots=True)
class _Layer:
    """The bonds of one sign: weights, each party's sum, and the sums by group."""

    edges: Weights
    degree: dict[Party, float]
    total: float
    by_group: dict[int, float] = field(default_factory=dict)


class _State:
    """Who is in which group."""

    def __init__(self, graph: nx.Graph[Party]) -> None:
        self.parties = sorted(graph.nodes)
        self.group = {party: number for number, party in enumerate(self.parties)}
        self.members = {number: {party} for party, number in self.group.items()}
        self.layers = [(1, _layer(graph, 1)), (-1, _layer(graph, -1))]
        for _, layer in self.layers:
            layer.by_group = {self.group[party]: layer.degree[party] for party in self.parties}
        self.scale = sum(layer.total for _, layer in self.layers) or 1.0

    def move_parties(self) -> bool:
        """Move each party to the group that gains most by it, until none gains; say whether any moved."""
        moved = False
        for _ in range(_MOST_ROUNDS):
            changes = sum(self._move(party) for party in self.parties)
            if not changes:
                break
            moved = True
        return moved

    def join_groups(self) -> bool:
        """Join the two groups whose union gains most, while any gains; say whether any did."""
        joined = False
        while (best := self._best_union()) is not None:
            for party in sorted(self.members[best[1]]):
                self._put(party, best[0])
            joined = True
        return joined

    def modularity(self) -> float:
        """Return the signed modularity of the groups."""
        found = 0.0
        for sign, layer in self.layers:
            if layer.total:
                within = sum(
                    weight
                    for party, others in layer.edges.items()
                    for other, weight in others.items()
                    if self.group[party] == self.group[other]
                )
                expected = sum(value**2 for value in layer.by_group.values()) / (2 * layer.total)
                found += sign * (within - expected) / 2
        return found / self.scale

    def _move(self, party: Party) -> bool:
        home = self.group[party]
        near = {self.group[other] for _, layer in self.layers for other in layer.edges.get(party, {})}
        stay = self._gain(party, home)
        gains = sorted(((self._gain(party, group), -group) for group in near if group != home), reverse=True)
        if not gains or gains[0][0] - max(stay, 0.0) <= _LEAST_GAIN:
            if stay < -_LEAST_GAIN:  # better alone
                self._put(party, next(number for number, group in self.members.items() if not group))
                return True
            return False
        self._put(party, -gains[0][1])
        return True

    def _gain(self, party: Party, group: int) -> float:
        """Return what the party adds to Q by being in the group, against being alone."""
        gain = 0.0
        for sign, layer in self.layers:
            if not layer.total:
                continue
            others = layer.by_group.get(group, 0.0) - (layer.degree[party] if self.group[party] == group else 0.0)
            linked = sum(w for other, w in layer.edges.get(party, {}).items() if self.group[other] == group)
            gain += sign * (linked - layer.degree[party] * others / (2 * layer.total))
        return gain

    def _best_union(self) -> tuple[int, int] | None:
        between: dict[tuple[int, int], float] = defaultdict(float)
        for sign, layer in self.layers:
            for party, others in layer.edges.items():
                for other, weight in others.items():
                    first, second = self.group[party], self.group[other]
                    if first < second:
                        between[first, second] += sign * weight
        for pair in between:
            for sign, layer in self.layers:
                if layer.total:
                    between[pair] -= sign * layer.by_group[pair[0]] * layer.by_group[pair[1]] / (2 * layer.total)
        best = min(between, key=lambda pair: (-between[pair], pair), default=None)
        return best if best is not None and between[best] > _LEAST_GAIN else None

    def _put(self, party: Party, group: int) -> None:
        home = self.group[party]
        self.members[home].discard(party)
        self.members[group].add(party)
        self.group[party] = group
        for _, layer in self.layers:
            layer.by_group[home] -= layer.degree[party]
            layer.by_group[group] = layer.by_group.get(group, 0.0) + layer.degree[party]


def _layer(graph: nx.Graph[Party], sign: int) -> _Layer:
    edges: Weights = defaultdict(dict)
    for first, second, data in graph.edges(data=True):
        weight = sign * data["bond"].net
        if weight > 0:
            edges[first][second] = edges[second][first] = weight
    degree = {party: sum(edges[party].values()) if party in edges else 0.0 for party in graph.nodes}
    return _Layer(edges=dict(edges), degree=degree, total=sum(degree.values()) / 2)
