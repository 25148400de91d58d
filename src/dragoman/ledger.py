"""Asking for exchanges, matches and obligations: which of the system's to keep."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from dragoman.errors import BadValue
from dragoman.model import Exchange, Instrument, Match, Obligation, Stage, StageCertainty

E = TypeVar("E", bound=StrEnum)


def keep_exchanges(
    exchanges: Iterable[Exchange],
    having: frozenset[str],
    goods: Iterable[str],
    stages: Iterable[str],
    certainties: Iterable[str],
) -> tuple[Exchange, ...]:
    """Return the exchanges with one of the parties, of one of the goods, stages and certainties; none given is any.

    Raises:
        BadValue: there is no such good, stage or certainty.
    """
    wanted = known_goods(goods)
    at = known(Stage, "stage", stages)
    sure = known(StageCertainty, "certainty", certainties)
    return tuple(
        exchange
        for exchange in exchanges
        if (not having or having & {party.code for party in exchange.parties})
        and (not wanted or exchange.good in wanted)
        and (not at or exchange.stage in at)
        and (not sure or exchange.certainty in sure)
    )


def keep_matches(matches: Iterable[Match], having: frozenset[str], goods: Iterable[str]) -> tuple[Match, ...]:
    """Return the matches with one of the parties on either side, of one of the goods.

    Raises:
        BadValue: there is no such good.
    """
    wanted = known_goods(goods)
    return tuple(
        match
        for match in matches
        if (not having or having & {match.want.party.code, match.offer.party.code})
        and (not wanted or wanted & {match.good, match.offer.good})
    )


def keep_obligations(
    obligations: Iterable[Obligation], having: frozenset[str], kinds: Iterable[str], *, breached: bool
) -> tuple[Obligation, ...]:
    """Return the obligations of one of the parties, of one of the kinds; `breached` those that a source calls so.

    Raises:
        BadValue: there is no such kind.
    """
    wanted = known(Instrument, "kind of obligation", kinds)
    return tuple(
        obligation
        for obligation in obligations
        if (not having or having & {party.code for party in obligation.parties})
        and (not wanted or obligation.kind in wanted)
        and (not breached or obligation.breaches)
    )


def known(kind: type[E], called: str, words: Iterable[str]) -> frozenset[E]:
    """Return the members that the words name.

    Raises:
        BadValue: a word names none.
    """
    found = set()
    for word in words:
        try:
            found.add(kind(word.lower()))
        except ValueError:
            raise BadValue(f"there is no such {called} ({word}); use one of {', '.join(kind)}") from None
    return frozenset(found)


def known_goods(words: Iterable[str]) -> frozenset[str]:
    """Return the categories of goods that the words name.

    Raises:
        BadValue: a word names none.
    """
    from dragoman.ontology import load_ontology
    from dragoman.system.goods import UNSPECIFIED

    words = [word.lower() for word in words]
    categories = {category for found in load_ontology().goods.values() for category in found} | {UNSPECIFIED}
    for word in words:
        if word not in categories:
            raise BadValue(f"there is no such good ({word}); use one of {', '.join(sorted(categories))}")
    return frozenset(words)
