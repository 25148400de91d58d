"""Kinds of ties: which events feed which, and which events end them, as kinds.yaml has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.model import TieKind
from dragoman.ontology.load import read_yaml

FILE = Path(__file__).parent / "kinds.yaml"
TypeMode = tuple[str, str | None]


class Among(StrEnum):
    """Whom an event ties to whom."""

    ACROSS = "across"  # each agent to each target, in that direction
    EVERYONE = "everyone"  # any two of the agents, and each agent with each target, on one footing
    OPPONENTS = "opponents"  # each agent with each target; without targets, any two of the agents
    PARTNERS = "partners"  # any two of the agents, where there are no targets


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Events of a type feed ties of `kind`; `valued_as` is the type and mode whose value counts, None its own.

    `with_goods` is the kind that it feeds where goods pass from agents to targets; `fights` says that co-agents are
    enemies where the words say that they fought each other.
    """

    kind: TieKind
    among: Among = Among.ACROSS
    valued_as: TypeMode | None = None
    with_goods: TieKind | None = None
    fights: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Events of a type end ties of `kind`, in the event's direction or `both`, where theme and words allow it."""

    kind: TieKind
    both: bool
    theme: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """The rules of ties. `half_life` is in days; a kind without an entry does not fade."""

    sign: Mapping[TieKind, int]
    half_life: Mapping[TieKind, float]
    feeds: Mapping[TypeMode, Feed | None]
    ends: Mapping[TypeMode, End]
    over: frozenset[TieKind]
    over_outcomes: frozenset[str]
    friendly_dealings: float
    truce: frozenset[str]
    each_other: tuple[str, ...]

    def feed_of(self, kind: str, mode: str | None) -> Feed | None:
        """Return what events of the type and mode feed, None for nothing."""
        return self.feeds[kind, mode] if (kind, mode) in self.feeds else self.feeds.get((kind, None))

    def end_of(self, kind: str, mode: str | None) -> End | None:
        """Return what events of the type and mode end, None for nothing."""
        return self.ends.get((kind, mode)) or self.ends.get((kind, None))


@lru_cache(maxsize=1)
def load_kinds() -> Kinds:
    """Return the rules as the vocabulary has them."""
    data: Any = read_yaml(FILE)
    feeds: dict[TypeMode, Feed | None] = {_type_mode(name): _feed(row) for name, row in data["feeds"].items()}
    return Kinds(
        sign={TieKind(name): row["sign"] for name, row in data["kinds"].items()},
        half_life={TieKind(name): row["half_life"] for name, row in data["kinds"].items() if "half_life" in row},
        feeds=feeds | {_type_mode(name): None for name in data["none"]},
        ends={_type_mode(name): _end(row) for name, row in data["ends"].items()},
        over=frozenset(map(TieKind, data["over"])),
        over_outcomes=frozenset(data["over_outcomes"]),
        friendly_dealings=float(data["friendly_dealings"]),
        truce=frozenset(data["truce"]),
        each_other=tuple(data["each other"]),
    )


def _feed(row: Mapping[str, Any]) -> Feed:
    return Feed(
        kind=TieKind(row["kind"]),
        among=Among(row.get("among", "across")),
        valued_as=_type_mode(row["as"]) if "as" in row else None,
        with_goods=TieKind(row["goods"]) if "goods" in row else None,
        fights=bool(row.get("fights")),
    )


def _end(row: Mapping[str, Any]) -> End:
    return End(
        kind=TieKind(row["kind"]),
        both=row["which"] == "both",
        theme=tuple(row.get("theme", ())),
        unless=tuple(row.get("unless", ())),
    )


def _type_mode(name: str) -> TypeMode:
    kind, _, mode = name.partition(" ")
    return kind, mode or None
