"""Obligations: clauses that can run, merged over the documents that tell of them, with who is said to breach them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model.clause import Instrument, Modality
from dragoman.model.event import Event, Standing
from dragoman.model.party import Party

_GIVING = frozenset({"AID", "COOPERATE"})  # a sale is told as either
# An attack of which a text only says "if" has the standing `alleged`: possible, and no more.
_NOT_HAPPENING = frozenset({Standing.DENIED, Standing.WANTED, Standing.ALLEGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerBy:
    """An event of type `type` sets it off, by one of `agents` on one of `targets`; none given stands for anybody.

    `text` are the words of the source. A trigger without a type is for people to judge: no event sets it off.
    """

    text: str
    type: str | None = None
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()

    def fits(self, event: Event) -> bool:
        """Say whether the event is of the type, by those and on those whom the words name."""
        if self.type is None or event.type != self.type or event.standing in _NOT_HAPPENING:
            return False
        return _meets(self.agents, {ref.code for ref in event.agents}) and _meets(
            self.targets, {ref.code for ref in event.targets}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The words `text` at `start` to `end` of document `document`, in which clause `clause` is told."""

    document: str
    clause: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Somebody says that `event` (or what `statement` tells of) breaches an obligation: a source's word, not ours.

    `voices` are the codes of who says so, empty where the document itself does; `by` is who would breach it;
    `happened` says whether it is told as done, or only as what would.
    """

    statement: str
    document: str
    text: str
    start: int
    end: int
    by: tuple[Party, ...] = ()
    voices: tuple[str, ...] = ()
    event: str | None = None
    acts: tuple[str, ...] = ()
    happened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Each of `bearers` must, may or must not do `act` for or to `beneficiaries`, once `trigger` is met.

    `name` are the words for what binds them, `authority` who laid it down, `backers` who is told to have backed that.
    `each_other` says that the bearers owe it to one another. Without a trigger it always holds. `goods` are what it is
    about. The clauses of `quotes` tell of it; `events` are the agreement, sanction or threat itself.
    """

    id: str
    kind: Instrument
    name: str
    modality: Modality
    act: str
    bearers: tuple[Party, ...]
    quotes: tuple[Quoted, ...]
    type: str | None = None
    beneficiaries: tuple[Party, ...] = ()
    each_other: bool = False
    goods: tuple[str, ...] = ()
    trigger: TriggerBy | None = None
    exceptions: tuple[TriggerBy, ...] = ()
    authority: tuple[Party, ...] = ()
    backers: tuple[Party, ...] = ()
    status: str = "actual"
    voices: tuple[str, ...] = ()
    start: date | None = None
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    breaches: tuple[Breach, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[str, ...]:
        """Return the ids of the clauses that tell of it."""
        return tuple(dict.fromkeys(quote.clause for quote in self.quotes))

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return whoever it binds, is owed to or is laid down by, each once."""
        return tuple(dict.fromkeys((*self.bearers, *self.beneficiaries, *self.authority)))

    def triggered_by(self, event: Event) -> bool:
        """Say whether the event sets it off: its type and parties fit, and nobody whom it binds did it themselves.

        Where bearers owe it to each other, an attack by one of them on the other binds neither.
        """
        if self.trigger is None or not self.trigger.fits(event):
            return False
        return not self.each_other or bool(self.bound_by(event))

    def bound_by(self, event: Event) -> tuple[Party, ...]:
        """Return who must, may or must not act once the event has come about; nobody where it sets nothing off."""
        if self.trigger is None or not self.trigger.fits(event):
            return ()
        if not self.each_other:
            return self.bearers
        struck = {ref.code for ref in event.targets}
        strikers = {ref.code for ref in event.agents}
        return tuple(p for p in self.bearers if p.code not in struck | strikers) if struck else ()

    def breached_by(self, event: Event) -> bool:
        """Say whether the event is what a prohibition forbids: a bearer does it, to or for those whom it names."""
        same = event.type == self.type or {event.type, self.type} <= _GIVING
        if self.modality is not Modality.MUST_NOT or self.type is None or not same:
            return False
        if event.standing in _NOT_HAPPENING or not _meets(self.bearers, {ref.code for ref in event.agents}):
            return False
        themed = set(event.theme.goods) if event.theme else set()
        if self.goods and not themed & set(self.goods):
            return False
        return _meets(self.beneficiaries, {ref.code for ref in event.targets})


def _meets(parties: tuple[Party, ...], codes: set[str]) -> bool:
    return not parties or any(party.code in codes for party in parties)
