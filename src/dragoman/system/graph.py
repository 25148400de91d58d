"""The graph of bonds: who of the parties may stand in it, friendly and hostile edges."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from dragoman.model import Bond, Party
from dragoman.system.party import is_known

# With fewer bonds than this any grouping is an accident of what the documents happen to mention.
FEWEST_BONDS = 8


def graph_of(bonds: Iterable[Bond], own: frozenset[str] = frozenset()) -> nx.Graph[Party]:
    """Return the bonds among parties that the program's or the user's data know (`own` codes), the bond on each edge.

    Whoever only a text introduced ("the Ministry of Health") may be anybody: ties of theirs are listed, but nothing is
    concluded from them.
    """
    graph: nx.Graph[Party] = nx.Graph()
    known = [bond for bond in bonds if all(is_known(party, own) for party in bond.parties)]
    for bond in sorted(known, key=lambda bond: bond.parties):
        graph.add_edge(*bond.parties, bond=bond)
    return graph


def friendly(graph: nx.Graph[Party]) -> nx.Graph[Party]:
    """Return the graph of the friendly bonds alone."""
    edges = [(a, b, data) for a, b, data in graph.edges(data=True) if data["bond"].net > 0]
    part: nx.Graph[Party] = nx.Graph()
    part.add_edges_from(edges)
    return part


def enemies(graph: nx.Graph[Party]) -> frozenset[frozenset[Party]]:
    """Return the pairs with a hostile bond."""
    return frozenset(frozenset((a, b)) for a, b, data in graph.edges(data=True) if data["bond"].net < 0)
