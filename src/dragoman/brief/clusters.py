"""What the program makes of all ties together: clusters, unstable triangles, go-betweens, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital, join, with_article
from dragoman.brief.records import Cite, Line
from dragoman.model import Broker, Cluster, Party, System, Tie, Triangle

FOUND = "What the program makes of it"
MOST_CLUSTERS, MOST_TRIANGLES, MOST_BROKERS = 4, 4, 2
_LEAST_MEMBERS = 3  # two that stand together are a tie
_MOST_TIES = 8  # the strongest, one statement each: the whole is told by `dragoman clusters`
_RANK = -10.0  # after all that sources tell


def cluster_lines(system: System, desk: Desk) -> tuple[Line, ...]:
    """Return a line for each cluster, unstable triangle and go-between, as far as sources can be cited for it."""
    ties = {tie.id: tie for tie in system.ties}
    clusters = [c for c in system.clusters if len(c.members) >= _LEAST_MEMBERS][:MOST_CLUSTERS]
    triangles = [t for t in system.triangles if not t.stable][:MOST_TRIANGLES]
    lines = (
        *(_cluster(cluster, ties, desk) for cluster in clusters),
        *(_triangle(triangle, ties, desk) for triangle in triangles),
        *(_broker(broker, ties, desk) for broker in system.brokers[:MOST_BROKERS]),
    )
    return tuple(line for line in lines if line.cites)


def _cluster(cluster: Cluster, ties: Mapping[str, Tie], desk: Desk) -> Line:
    likeness = [bloc.what for bloc in cluster.blocs[:2]]
    return Line(
        id=f"stances-{cluster.id}",
        text=f"A cluster: {_names(cluster.members)}",
        notes=(cluster.why, *likeness),
        cites=_cites((ties[t] for t in cluster.within if t in ties), desk),
        group=FOUND,
        rank=_RANK,
    )


def _triangle(triangle: Triangle, ties: Mapping[str, Tie], desk: Desk) -> Line:
    behind = (ties[t] for bond in triangle.bonds for t in bond.ties if t in ties)
    key = "-".join(party.code.lower() for party in triangle.parties)
    return Line(
        id=f"stances-triangle-{key}",
        text=capital(f"{_names(triangle.parties)}: {triangle.why}"),
        cites=_cites(behind, desk),
        group=FOUND,
        rank=_RANK - 1,
    )


def _broker(broker: Broker, ties: Mapping[str, Tie], desk: Desk) -> Line:
    return Line(
        id=f"stances-broker-{broker.party.code.lower()}",
        text=f"A go-between: {with_article(broker.party.name)}",
        notes=(broker.why,),
        cites=_cites((ties[t] for t in broker.ties if t in ties), desk),
        group=FOUND,
        rank=_RANK - 2,
    )


def _names(parties: Iterable[Party]) -> str:
    return join([with_article(party.name) for party in parties])


def _cites(ties: Iterable[Tie], desk: Desk) -> tuple[Cite, ...]:
    """Return one cite for each of the strongest ties: the statement that shows it best."""
    strongest = sorted(dict.fromkeys(ties), key=lambda tie: (-tie.strength, tie.id))[:_MOST_TIES]
    told = (desk.told(tie.statements) for tie in strongest)
    return desk.cites({s.id: s for found in told if found for s in (desk.best(found),)}.values())
