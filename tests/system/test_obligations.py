from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model import Event, Instrument, Modality, Obligation, Party, Standing, TriggerBy
from dragoman.system.obligations import find_obligations
from tests.system.builders import event

FJI, TON, AUS = (Party(code=code, name=code.title()) for code in ("FJI", "TON", "AUS"))
PACT = Obligation(
    id="o1",
    kind=Instrument.PACT,
    name="the pact",
    modality=Modality.MUST,
    act="help the other",
    type="AID",
    bearers=(FJI, TON),
    each_other=True,
    trigger=TriggerBy(text="if it is attacked", type="ASSAULT", targets=(FJI, TON)),
    quotes=(),
)
BAN = Obligation(
    id="o2",
    kind=Instrument.SANCTION,
    name="ban",
    modality=Modality.MUST_NOT,
    act="sell arms",
    type="AID",
    bearers=(FJI,),
    beneficiaries=(TON,),
    goods=("weapons",),
    quotes=(),
)


@pytest.mark.parametrize(
    ("deed", "bound"),
    [
        ("AUS ASSAULT FJI", ["TON"]),
        ("AUS ASSAULT TON", ["FJI"]),
        ("? ASSAULT TON", ["FJI"]),
        ("FJI ASSAULT TON", []),
        ("AUS ASSAULT NZL", []),
        ("FJI ASSAULT AUS", []),
        ("AUS CONSULT FJI", []),
        ("AUS ASSAULT FJI,TON", []),
    ],
)
def test_attack_on_one_binds_the_other(deed: str, bound: list[str]) -> None:
    """An attack on a party binds the others, not one by a party, nor one on somebody else."""
    assert [party.code for party in PACT.bound_by(event(deed))] == bound
    assert PACT.triggered_by(event(deed)) is bool(bound)


@pytest.mark.parametrize(
    ("standing", "runs"),
    [
        (Standing.CONFIRMED, True),
        (Standing.EXPECTED, True),
        (Standing.ALLEGED, False),
        (Standing.DENIED, False),
        (Standing.WANTED, False),
    ],
)
def test_what_is_denied_or_only_wished_sets_nothing_off(standing: Standing, runs: bool) -> None:
    """A denied attack, one that is only possible or that somebody wants doesn't make the clause run."""
    assert PACT.triggered_by(event("AUS ASSAULT FJI", standing=standing)) is runs


def test_without_a_trigger_nothing_sets_it_off() -> None:
    """What always holds, or hangs on words of no known type, is set off by no event."""
    assert not BAN.triggered_by(event("AUS ASSAULT FJI"))
    vague = replace(PACT, trigger=TriggerBy(text="if the king so wishes"))
    assert not vague.triggered_by(event("AUS ASSAULT FJI"))


def test_named_attacker_must_be_the_one() -> None:
    """A clause against an attack by one does not run for an attack by another."""
    against = replace(PACT, trigger=replace(PACT.trigger, agents=(AUS,)) if PACT.trigger else None)
    assert against.triggered_by(event("AUS ASSAULT FJI"))
    assert not against.triggered_by(event("NZL ASSAULT FJI"))


@pytest.mark.parametrize(
    ("found", "breaks"),
    [
        (event("FJI AID TON", goods=["weapons"]), True),
        (event("FJI COOPERATE TON", goods=["weapons"]), True),
        (event("FJI AID TON", goods=["food"]), False),
        (event("AUS AID TON", goods=["weapons"]), False),
        (event("FJI AID AUS", goods=["weapons"]), False),
        (event("FJI AID TON", goods=["weapons"], standing=Standing.DENIED), False),
    ],
)
def test_deed_breaks_the_ban_on_it(found: Event, breaks: bool) -> None:
    """A sale or gift of the good by one who must not, to whom he must not, fits the ban; nothing else does."""
    assert BAN.breached_by(found) is breaks


def test_nothing_comes_of_nothing() -> None:
    """Without clauses and breaches there are no obligations."""
    assert find_obligations([], [], [], []) == ()
