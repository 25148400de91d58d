"""The system that the documents of a case describe, as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.cluster import Broker, Cluster, Triangle
from dragoman.model.exchange import Exchange, Match
from dragoman.model.obligation import Obligation
from dragoman.model.tie import Bond, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What passed and holds between parties; `notes` say what could not be told, and why ("too few ties")."""

    ties: tuple[Tie, ...] = ()
    bonds: tuple[Bond, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    triangles: tuple[Triangle, ...] = ()
    brokers: tuple[Broker, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    matches: tuple[Match, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    notes: tuple[str, ...] = ()
