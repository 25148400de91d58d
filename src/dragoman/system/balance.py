"""Structural balance (Cartwright and Harary 1956): a triangle is stable where the product of its signs is positive.

Friends of friends, and two friends with one enemy, hold. A friend of two enemies is pulled apart; and of three enemies
any two have a reason to join against the third (that such a triangle may last all the same is Davis's weak balance).
"""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from dragoman.model import Bond, Party, Triangle

# A bond that amounts to less than one sure contact says too little to call anything unstable.
_FAINTEST = 0.1


def find_triangles(graph: nx.Graph[Party]) -> tuple[Triangle, ...]:
    """Return the triangles of marked bonds: the unstable first, by their faintest bond, the strongest first."""
    marked: nx.Graph[Party] = nx.Graph()
    marked.add_edges_from((a, b, data) for a, b, data in graph.edges(data=True) if abs(data["bond"].net) >= _FAINTEST)
    found = []
    order = {party: place for place, party in enumerate(sorted(marked.nodes))}
    for first in order:
        later = sorted((p for p in marked[first] if order[p] > order[first]), key=order.__getitem__)
        found += [_triangle(marked, first, b, c) for b, c in combinations(later, 2) if marked.has_edge(b, c)]
    return tuple(sorted(found, key=lambda t: (t.stable, -_faintest(t), t.parties)))


def _triangle(graph: nx.Graph[Party], first: Party, second: Party, third: Party) -> Triangle:
    bonds: tuple[Bond, Bond, Bond] = (
        graph[first][second]["bond"],
        graph[first][third]["bond"],
        graph[second][third]["bond"],
    )
    hostile = [bond for bond in bonds if bond.net < 0]
    return Triangle(parties=(first, second, third), bonds=bonds, stable=len(hostile) % 2 == 0, why=_why(bonds, hostile))


def _why(bonds: tuple[Bond, ...], hostile: list[Bond]) -> str:
    if not hostile:
        return "stable: all three are friends"
    if len(hostile) == 3:
        return "unstable: all three are enemies, and any two might join against the third"
    everyone = {party for bond in bonds for party in bond.parties}
    if len(hostile) == 1:
        (apart,) = hostile
        (between,) = everyone - set(apart.parties)
        first, second = apart.parties
        return f"unstable: {between.name} is a friend of both {first.name} and {second.name}, who are enemies"
    (friends,) = (bond for bond in bonds if bond.net > 0)
    (enemy,) = everyone - set(friends.parties)
    return (
        f"stable: {friends.parties[0].name} and {friends.parties[1].name} are friends, with {enemy.name} as their enemy"
    )


def _faintest(triangle: Triangle) -> float:
    return min(abs(bond.net) for bond in triangle.bonds)
