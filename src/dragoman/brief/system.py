"""The system of a case as a brief asks for it: what concerns some parties, and what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from dragoman.model import Party, System


def concerning(system: System, codes: Collection[str]) -> System:
    """Return what of the system concerns any of the parties of those codes; all of it where none are given."""
    if not codes:
        return system

    def concerns(parties: Iterable[Party | None]) -> bool:
        return any(party is not None and party.code in codes for party in parties)

    ties = tuple(tie for tie in system.ties if concerns(tie.parties))
    return replace(
        system,
        ties=ties,
        bonds=tuple(bond for bond in system.bonds if concerns(bond.parties)),
        clusters=tuple(cluster for cluster in system.clusters if concerns(cluster.members)),
        triangles=tuple(triangle for triangle in system.triangles if concerns(triangle.parties)),
        brokers=tuple(broker for broker in system.brokers if concerns((broker.party,))),
        exchanges=tuple(exchange for exchange in system.exchanges if concerns(exchange.parties)),
        matches=tuple(match for match in system.matches if concerns((match.want.party, match.offer.party))),
        obligations=tuple(obligation for obligation in system.obligations if concerns(obligation.parties)),
    )


def statements_behind(system: System) -> list[str]:
    """Return the ids of all statements that ties, exchanges, matches and obligations rest on."""
    behind = (
        *(tie.statements for tie in system.ties),
        *(exchange.statements for exchange in system.exchanges),
        *(match.statements for match in system.matches),
        *(obligation.statements for obligation in system.obligations),
        *((breach.statement for breach in obligation.breaches) for obligation in system.obligations),
    )
    return list(dict.fromkeys(statement for told in behind for statement in told))


def documents_behind(system: System) -> set[str]:
    """Return the ids of the documents whose words are quoted without a statement: wordings and clauses."""
    return {
        *(w.document for exchange in system.exchanges for w in (*exchange.purposes, *exchange.named_by)),
        *(quote.document for obligation in system.obligations for quote in obligation.quotes),
        *(breach.document for obligation in system.obligations for breach in obligation.breaches),
    }
