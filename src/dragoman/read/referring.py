"""How an actor stands in a statement: its reference, and the key of a newcomer; without what parsing needs."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from dragoman.model import Actor, ActorKind, ActorRef


def slug_of(text: str) -> str:
    """Return the text as a key: plain letters and digits joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


def refer(actor: Actor, on: date | None, sector: str | None = None) -> ActorRef:
    """Return the actor as statements carry it: under the state that it acts for on that day."""
    code = actor.acts_for(on) if actor.kind is ActorKind.PERSON else actor.code
    if actor.kind is ActorKind.BODY and actor.side:
        code = actor.side
    if sector is None:
        sector = actor.sector or ("GOV" if actor.kind is ActorKind.PERSON and actor.terms else None)
    return ActorRef(code=code, actor=actor.id, name=actor.name, sector=sector)
