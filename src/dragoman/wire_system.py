"""The things of a system -> plain dictionaries; docs/system.md describes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.model import Bond, Broker, Cluster, Likeness, Party, Tie, TieEvent, Triangle

Wire = dict[str, Any]
_PLACES = 4  # decimals of strengths and shares: more would feign a precision that they don't have


def party_to_wire(party: Party) -> Wire:
    """Return the party's code, name and kind."""
    return {"code": party.code, "name": party.name, "kind": party.kind.value}


def tie_to_wire(tie: Tie) -> Wire:
    """Return the tie with its events; their statements are ids."""
    return {
        "id": tie.id,
        "kind": tie.kind.value,
        "source": party_to_wire(tie.source),
        "target": party_to_wire(tie.target),
        "directed": tie.directed,
        "sign": tie.sign,
        "strength": round(tie.strength, _PLACES),
        "certainty": tie.certainty.value,
        "start": _day(tie.start),
        "last": _day(tie.last),
        "end": _day(tie.end),
        "ended_by": list(tie.ended_by),
        "trend": tie.trend.value,
        "reasons": list(tie.reasons),
        "events": [_tie_event(event) for event in tie.events],
    }


def bond_to_wire(bond: Bond) -> Wire:
    """Return the bond; its ties are ids."""
    return {
        "parties": [party_to_wire(party) for party in bond.parties],
        "sign": bond.sign,
        "net": round(bond.net, _PLACES),
        "ties": list(bond.ties),
    }


def cluster_to_wire(cluster: Cluster) -> Wire:
    """Return the cluster; its ties are ids."""
    return {
        "id": cluster.id,
        "members": [party_to_wire(party) for party in cluster.members],
        "why": cluster.why,
        "blocs": [_likeness(likeness) for likeness in cluster.blocs],
        "within": list(cluster.within),
        "against": list(cluster.against),
    }


def triangle_to_wire(triangle: Triangle) -> Wire:
    """Return the triangle with its bonds."""
    return {
        "parties": [party_to_wire(party) for party in triangle.parties],
        "stable": triangle.stable,
        "why": triangle.why,
        "bonds": [bond_to_wire(bond) for bond in triangle.bonds],
    }


def broker_to_wire(broker: Broker) -> Wire:
    """Return the broker; the ties behind the claim are ids."""
    return {
        "party": party_to_wire(broker.party),
        "score": round(broker.score, _PLACES),
        "why": broker.why,
        "between": [[party_to_wire(party) for party in pair] for pair in broker.between],
        "ties": list(broker.ties),
    }


def _tie_event(event: TieEvent) -> Wire:
    return {
        "event": event.event,
        "start": _day(event.start),
        "end": _day(event.end),
        "certainty": event.certainty.value,
        "value": event.value,
        "weight": round(event.weight, _PLACES),
        "share": round(event.share, _PLACES),
        "ends": event.ends,
        "why": event.why,
        "statements": list(event.statements),
    }


def _likeness(likeness: Likeness) -> Wire:
    return {
        "bloc": party_to_wire(likeness.bloc) if likeness.bloc else None,
        "what": likeness.what,
        "shared": [party.code for party in likeness.shared],
        "missing": [party.code for party in likeness.missing],
        "others": [party.code for party in likeness.others],
        "named": list(likeness.named),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
