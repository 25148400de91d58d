"""Origins: who is an independent root of a statement."""

from __future__ import annotations

from dragoman.model import Standing
from tests.weigh.builders import report, the_event, told, voice

WIRE = " ".join(f"Word{i} of the long story that agency wrote {i * 7} times about grain." for i in range(40))


def test_reprints_are_one_origin() -> None:
    """Ten reprints of one story count once."""
    names = [f"paper{i}" for i in range(10)]
    documents = tuple(report(name, text=WIRE + f" {name} adds a line of its own.") for name in names)
    event = the_event(*(told(name, "AGREE SAU+IRN", when="2024-06-09") for name in names), documents=documents)
    assert event.standing is Standing.SINGLE_SOURCE
    assert len(event.origins) == 1


def test_an_agency_credited_is_the_origin() -> None:
    """Two outlets that both credit the agency are one origin, its name."""
    documents = (report("a", origin="Meridian"), report("b", origin="Meridian News"))
    event = the_event(told("a", "AGREE SAU+IRN"), told("b", "AGREE SAU+IRN"), documents=documents)
    assert event.origins == ("Meridian",)


def test_two_officials_of_one_state_are_two_origins_of_one_interest() -> None:
    """Each speaker is an origin; both speak for their state."""
    event = the_event(told("a", "AGREE SAU+IRN", by="Raisi/IRN"), told("b", "AGREE SAU+IRN", by="Zarif/IRN"))
    assert event.standing is Standing.CONFIRMED
    assert event.origins == ("Raisi", "Zarif")
    assert event.asserted_by == ("IRN",)


def test_a_quotation_counts_as_its_speakers_origin_wherever_it_is_printed() -> None:
    """One speaker quoted by two outlets is one origin."""
    event = the_event(told("a", "AGREE SAU+IRN", by="Raisi/IRN"), told("b", "AGREE SAU+IRN", by="Raisi/IRN"))
    assert event.standing is Standing.SINGLE_SOURCE


def test_the_innermost_of_a_chain_is_the_origin() -> None:
    """Who passes another's word on is no origin of it."""
    statement = told("a", "AGREE SAU+IRN", by="Raisi/IRN")
    chain = (statement.voices[0], voice("Kirby/USA", "claims"))
    statement = type(statement)(**{f: getattr(statement, f) for f in statement.__slots__} | {"voices": chain})
    event = the_event(statement)
    assert event.origins == ("Raisi",)
    assert event.asserted_by == ("IRN",)
