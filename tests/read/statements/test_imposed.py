"""Who imposes what nobody is said to have imposed: whose it is."""

from __future__ import annotations

import pytest

from dragoman import read_text


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("UN sanctions were imposed on Chad.", ["UN"], ["TCD"]),
        ("Security Council sanctions imposed on Tehran have bitten.", ["UNSC"], ["IRN"]),
        ("The West's sanctions imposed since March hurt traders.", ["WEST"], []),
        ("US tariffs slapped on China last year remain.", ["USA"], ["CHN"]),
        ("Peru imposed an embargo on Chilean copper.", ["PER"], ["CHL"]),
        ("Sanctions imposed by Peru on Chile hurt traders.", ["PER"], ["CHL"]),
    ],
)
def test_owner_of_a_sanction_lays_it(text: str, agents: list[str], targets: list[str]) -> None:
    """Where no subject or "by" says who imposed a sanction, its owner did; the owner is never its target."""
    (sanction,) = [s for s in read_text(text).statements if s.type == "SANCTION"]
    assert [ref.code for ref in sanction.agents] == agents
    assert [ref.code for ref in sanction.targets] == targets
