"""The system as a whole, built from the events of a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.model import Clause, Document, Event, Statement, System
from dragoman.system.balance import find_triangles
from dragoman.system.bonds import find_bonds
from dragoman.system.brokers import find_brokers
from dragoman.system.clusters import find_clusters
from dragoman.system.days import days_of
from dragoman.system.exchanges import find_exchanges
from dragoman.system.graph import enemies, friendly, graph_of
from dragoman.system.matches import find_matches
from dragoman.system.obligations import find_obligations
from dragoman.system.scale import Scale, load_scale
from dragoman.system.ties import find_ties


def build_system(
    events: Sequence[Event],
    statements: Sequence[Statement],
    documents: Sequence[Document],
    clauses: Sequence[Clause] = (),
    *,
    scale: Scale | None = None,
    until: date | None = None,
    own: frozenset[str] = frozenset(),
) -> System:
    """Return what the events tell of the system, as of the day `until` (None: of the newest document).

    `statements` are those of the events, `documents` and `clauses` those of the statements, `own` the codes of
    the user's own actors; nothing depends on their order.
    """
    by_id = {statement.id: statement for statement in statements}
    days = days_of(events, by_id, documents, until)
    ties, on_ties = find_ties(events, by_id, scale or load_scale(), days, own)
    bonds = find_bonds(ties)
    graph = graph_of(bonds, own)
    clusters, on_clusters = find_clusters(graph, events)
    brokers, on_brokers = find_brokers(friendly(graph), enemies(graph))
    exchanges = find_exchanges(events, statements, documents)
    return System(
        ties=ties,
        bonds=bonds,
        clusters=clusters,
        triangles=find_triangles(graph),
        brokers=brokers,
        exchanges=exchanges,
        matches=find_matches(exchanges, events, statements),
        obligations=find_obligations(clauses, events, statements, documents),
        notes=(*on_ties, *on_clusters, *on_brokers),
    )
