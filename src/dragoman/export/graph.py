"""The actors' graph as GraphML and GEXF: parties are nodes, ties are edges, parallel where they differ in kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.export.selection import Selection
from dragoman.model import Party, Tie

if TYPE_CHECKING:
    import networkx

_MADE_ON = re.compile(r"<meta lastmodifieddate=\"[^\"]*\"")  # the same case gives the same file on any day


def export_graphml(selection: Selection) -> Iterator[str]:
    """Yield the lines of a GraphML file, which Gephi, Cytoscape, igraph and networkx open."""
    import networkx

    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield from (line + "\n" for line in networkx.generate_graphml(graph_of(selection.ties()), named_key_ids=True))


def export_gexf(selection: Selection) -> Iterator[str]:
    """Yield the lines of a GEXF file, which Gephi opens."""
    import networkx

    graph = graph_of(selection.ties())
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    for line in networkx.generate_gexf(graph, version="1.2draft"):
        yield _MADE_ON.sub("<meta", line) + "\n"


def graph_of(ties: Sequence[Tie]) -> networkx.MultiDiGraph[str]:
    """Return the ties as a graph; an edge that holds either way round says so in `directed`."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for tie in ties:
        for party in tie.parties:
            graph.add_node(party.code, **_node(party))
        graph.add_edge(tie.source.code, tie.target.code, key=tie.id, **_edge(tie))
    return graph


def _node(party: Party) -> dict[str, Any]:
    return {"label": party.name, "kind": party.kind.value}


def _edge(tie: Tie) -> dict[str, Any]:
    told = {
        "label": tie.kind.value,
        "kind": tie.kind.value,
        "sign": tie.sign,
        "weight": round(tie.strength, 4),
        "strength": round(tie.strength, 4),
        "certainty": tie.certainty.value,
        "trend": tie.trend.value,
        "directed": tie.directed,
        "first_day": _day(tie.start),
        "last_day": _day(tie.last),
        "end_day": _day(tie.end),
        "events": " ".join(event.event for event in tie.events),
        "statements": len(tie.statements),
    }
    return {name: value for name, value in told.items() if value != ""}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
