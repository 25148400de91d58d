"""What the graph of ties looks like as a whole: clusters, triangles, brokers."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.party import Party
from dragoman.model.tie import Bond


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A cluster beside a bloc: `shared` members, those `missing` from the cluster, and the `others`; `what` in words.

    `bloc` is the actor that texts name and the world's data give members to; None where texts name parties in one
    breath without a name for them. `named` are the statements in which they do so, or name the bloc.
    """

    bloc: Party | None
    shared: tuple[Party, ...]
    missing: tuple[Party, ...]
    others: tuple[Party, ...]
    what: str
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """`members` stand closer to each other than to the rest: by the ties `within`, and against others by `against`.

    Ties are ids. `why` says in words what holds it together, `blocs` which named blocs it resembles.
    """

    id: str
    members: tuple[Party, ...]
    within: tuple[str, ...]
    against: tuple[str, ...]
    why: str
    blocs: tuple[Likeness, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangle:
    """Three parties with a bond each way; `stable` by structural balance, `why` says so in words."""

    parties: tuple[Party, Party, Party]
    bonds: tuple[Bond, Bond, Bond]
    stable: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """`party` stands between others: `score` is the share (0 to 1) of the shortest ways through friendly ties over it.

    `between` are pairs who have no friendly tie of their own and meet through it; `ties` are the ids behind the claim.
    """

    party: Party
    score: float
    between: tuple[tuple[Party, Party], ...]
    ties: tuple[str, ...]
    why: str
