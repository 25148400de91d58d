"""Clusters: the communities of the graph of bonds, with the ties within and against, and the blocs they resemble."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from dragoman.model import Bond, Cluster, Event, Party
from dragoman.system.blocs import Naming, blocs_called, likenesses_of, namings_of
from dragoman.system.graph import FEWEST_BONDS
from dragoman.system.partition import partition_of

# Below this groups are hardly closer to themselves than chance has it.
_LEAST_PARTING = 0.05


@dataclass(frozen=True, slots=True)
class Said:
    """What texts say of groups: who is named in one breath, and which blocs are called by name, in which statements."""

    namings: Sequence[Naming]
    called: Mapping[str, Sequence[str]]


def find_clusters(graph: nx.Graph[Party], events: Sequence[Event]) -> tuple[tuple[Cluster, ...], tuple[str, ...]]:
    """Return the clusters of two parties or more that a friendly bond joins, the largest first; and notes.

    Where there are too few bonds, or no marked parting, there are none, and a note says so.
    """
    count = graph.number_of_edges()
    if count < FEWEST_BONDS:
        return (), (
            f"no clusters: too few ties to tell (bonds between known parties: {count}, needed: {FEWEST_BONDS})",
        )
    groups, parting = partition_of(graph)
    if parting < _LEAST_PARTING:
        return (), (f"no clusters: the parties do not part into groups (modularity {parting:.2f})",)
    said = Said(namings_of(events), blocs_called(events))
    parts = (part for group in groups for part in _parts(graph, group))
    clusters = tuple(_cluster(graph, part, said) for part in sorted(parts, key=lambda p: (-len(p), min(p))))
    return clusters, (f"{len(clusters)} clusters among {count} bonds (modularity {parting:.2f})",)


def _parts(graph: nx.Graph[Party], group: frozenset[Party]) -> Iterable[frozenset[Party]]:
    """Yield those of the group that friendly bonds join: common enemies alone make no cluster."""
    friends: nx.Graph[Party] = nx.Graph()
    friends.add_edges_from((a, b) for a, b, data in graph.subgraph(group).edges(data=True) if data["bond"].net > 0)
    yield from (frozenset(part) for part in nx.connected_components(friends))


def _cluster(graph: nx.Graph[Party], members: frozenset[Party], said: Said) -> Cluster:
    within = _bonds(graph.subgraph(members).edges(data=True))
    outward = ((a, b, data) for a, b, data in graph.edges(members, data=True) if (a in members) != (b in members))
    against = [bond for bond in _bonds(outward) if bond.net < 0]
    codes = ",".join(sorted(party.code for party in members))
    present = frozenset(graph.nodes)
    return Cluster(
        id=f"c{hashlib.sha256(codes.encode()).hexdigest()[:12]}",
        members=tuple(sorted(members, key=lambda party: (-_weight(within, party), party))),
        within=_ties(bond for bond in within if bond.net > 0),
        against=_ties(against),
        why=_why(members, within, against),
        blocs=likenesses_of(members, present, said.namings, said.called),
    )


def _bonds(edges: Iterable[tuple[Party, Party, dict[str, Bond]]]) -> list[Bond]:
    return sorted((data["bond"] for _, _, data in edges), key=lambda bond: (-abs(bond.net), bond.parties))


def _ties(bonds: Iterable[Bond]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tie for bond in bonds for tie in bond.ties))


def _weight(bonds: Iterable[Bond], party: Party) -> float:
    return sum(bond.net for bond in bonds if party in bond.parties)


def _why(members: frozenset[Party], within: Sequence[Bond], against: Sequence[Bond]) -> str:
    """Return what holds the members together, by the strongest bonds, and whom they stand against."""
    friends = [bond for bond in within if bond.net > 0]
    rifts = [bond for bond in within if bond.net < 0]
    parts = [f"{_count(len(friends), 'friendly bond')} within, the strongest {_name(friends[0])}"]
    if rifts:
        parts.append(f"{_count(len(rifts), 'hostile one')} too, the strongest {_name(rifts[0])}")
    if against:
        others = dict.fromkeys(party.name for bond in against for party in bond.parties if party not in members)
        parts.append(f"{_count(len(against), 'hostile bond')} with others, the most with {', '.join(list(others)[:3])}")
    return "; ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _name(bond: Bond) -> str:
    return f"{bond.parties[0].name} with {bond.parties[1].name} ({bond.net:+.2f})"
