"""How lists and pages put exchanges, matches and obligations into few words."""

from __future__ import annotations

from dragoman.model import Exchange, Instrument, Modality, Obligation, Party

_MODALS = {Modality.MUST: "must", Modality.MAY: "may", Modality.MUST_NOT: "must not"}
_NOBODY = "?"
_UNSPECIFIED = "not said what"


def say_exchange(exchange: Exchange) -> str:
    """Return "PRK -> RUS weapons", "? -> RUS ammunition", "IRN -- RUS weapons"."""
    giver, receiver = (party.code if party else _NOBODY for party in (exchange.giver, exchange.receiver))
    return f"{giver} {'->' if exchange.directed else '--'} {receiver} {say_good(exchange.good)}"


def say_good(good: str) -> str:
    """Return the category of a good as people read it."""
    return _UNSPECIFIED if good == "unspecified" else good.replace("-", " ")


def say_obligation(obligation: Obligation) -> str:
    """Return "PRK, RUS must (each other): come to its aid", of a sanction "WEST on RUS: sanctions"."""
    act = " ".join(obligation.act.split())
    owed = say_codes(obligation.beneficiaries)
    if obligation.kind is Instrument.SANCTION and owed:
        return f"{say_codes(obligation.authority or obligation.bearers) or _NOBODY} on {owed}: {act}"
    whom = f" ({'each other' if obligation.each_other else owed})" if obligation.each_other or owed else ""
    return f"{say_codes(obligation.bearers) or 'all'} {_MODALS[obligation.modality]}{whom}: {act}"


def say_codes(parties: tuple[Party, ...]) -> str:
    """Return the codes of the parties."""
    return ", ".join(party.code for party in parties)
