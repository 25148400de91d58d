"""Who stands for itself in the system that documents describe."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actor import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Party:
    """Whoever acts for a state, body, group or bloc counts as it: `code` tells parties apart, `name` is shown."""

    code: str
    name: str
    kind: ActorKind = ActorKind.STATE
