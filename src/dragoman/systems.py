"""Asking for the system of a case: what is narrowed before it is built and what after, and finding its things by id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.case import CaseFile, Filter
from dragoman.errors import BadValue, UnknownName
from dragoman.model import Cluster, Exchange, Match, Obligation, System, Tie, TieKind
from dragoman.naming import settle_actors

OfSystem = Tie | Cluster | Exchange | Match | Obligation
_ID = re.compile(r"[a-z][0-9a-f]{3,}")  # what may be the id, or the beginning of one, of a thing of the system
_SIGNS = {"friendly": 1, "neutral": 0, "hostile": -1, "+": 1, "0": 0, "-": -1, "1": 1, "-1": -1}
SIGNS = ("friendly", "neutral", "hostile")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which ties to keep: with any of the parties `having`, with both among `between`, of `kinds` and `signs`."""

    having: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    kinds: frozenset[TieKind] = frozenset()
    signs: frozenset[int] = frozenset()

    def keeps(self, tie: Tie) -> bool:
        """Say whether the tie is asked for."""
        codes = {tie.source.code, tie.target.code}
        return (
            (not self.having or bool(codes & self.having))
            and (not self.between or codes <= self.between)
            and (not self.kinds or tie.kind in self.kinds)
            and (not self.signs or tie.sign in self.signs)
        )


def listed(values: str | int | Iterable[str | int]) -> tuple[str, ...]:
    """Return one value, or several, as several words."""
    return (str(values),) if isinstance(values, str | int) else tuple(map(str, values))


def part_actors(asked: Filter, file: CaseFile) -> tuple[Filter, frozenset[str]]:
    """Return the filter of events, and the codes of the parties that are asked for.

    Parties narrow what is shown, not what it is built of: the numbers of a tie do not depend on who else is asked for.
    A person narrows the events to those that the person took part in.
    """
    persons = tuple(term for term in asked.actors if term.startswith("person:"))
    codes = _codes((term for term in asked.actors if term not in persons), file)
    return replace(asked, actors=persons), codes


def narrow(
    having: frozenset[str], between: Iterable[str], kinds: Iterable[str], signs: Iterable[str], file: CaseFile
) -> Narrowing:
    """Return what to keep, from words as people write them.

    Raises:
        BadValue: there is no such kind or sign.
        UnknownName: nobody goes by a name of `between`.
    """
    return Narrowing(
        having=having,
        between=_codes(settle_actors(between, file), file),
        kinds=frozenset(_kind(kind) for kind in kinds),
        signs=frozenset(_sign(sign) for sign in signs),
    )


def find_in_system(called: str, system: System) -> OfSystem | None:
    """Return the thing of the system whose id it is, or the beginning of it; None when there is none.

    Raises:
        UnknownName: several ids begin so.
    """
    things: tuple[OfSystem, ...] = (
        *system.ties,
        *system.clusters,
        *system.exchanges,
        *system.matches,
        *system.obligations,
    )
    found = [thing for thing in things if thing.id == called] or [t for t in things if t.id.startswith(called)]
    if len(found) > 1:
        named = ", ".join(thing.id for thing in found[:5])
        raise UnknownName(f"several things are called so ({called}); say which: {named}")
    return found[0] if found else None


def may_be_id(called: str) -> bool:
    """Say whether the words have the form of an id of a thing of the system."""
    return _ID.fullmatch(called) is not None


def _codes(terms: Iterable[str], file: CaseFile) -> frozenset[str]:
    """Return the codes of actors that are settled: ids, codes, or names as the case has them."""
    listed = tuple(terms)
    known = file.actor_names() if listed else ()
    return frozenset(_code(term, known) for term in listed)


def _code(term: str, known: Iterable[tuple[str, str, str]]) -> str:
    from dragoman.world import load_world

    folded = term.casefold()
    for id_, code, name in known:
        if folded in (id_.casefold(), code.casefold(), name.casefold()):
            return code
    actor = load_world().actor(term)
    return actor.code if actor else term.upper()


def _kind(kind: str) -> TieKind:
    try:
        return TieKind(kind.lower())
    except ValueError:
        raise BadValue(f"there is no such kind of tie ({kind}); use one of {', '.join(TieKind)}") from None


def _sign(sign: str) -> int:
    try:
        return _SIGNS[sign.lower()]
    except KeyError:
        raise BadValue(f"a tie has no such sign ({sign}); use one of {', '.join(SIGNS)}") from None
