"""Who fights, meets, helps or condemns whom."""

from __future__ import annotations

import pytest

from tests.read.relations.reading import relations_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Turkey|o] shelled [the militia|o].", {"fighting: Turkey > the militia"}),
        ("[The militia|o] was shelled by [Turkey|o].", {"fighting: Turkey > The militia"}),
        ("[Turkey|o] did not shell [the militia|o].", set()),
        ("[Turkey|o] vowed to defeat [the militia|o].", {"fighting: Turkey > the militia"}),
        ("[The army|o] in its campaign against [the rebels|o] is tired.", {"fighting: The army > the rebels"}),
        ("[The army|o] protested against [the tax office|o].", set()),
        ("[The army|o] and [the rebels|o] clashed.", {"fighting: The army > the rebels"}),
        ("Clashes between [the army|o] and [the rebels|o] go on.", {"fighting: the army > the rebels"}),
        ("The fence between [the army|o] and [the rebels|o] fell.", set()),
    ],
)
def test_fighting(text: str, expected: set[str]) -> None:
    """Force used on someone is fighting, whatever the word order; what is denied or peaceful isn't."""
    assert relations_of(text) == expected


def test_helper_shares_the_fight() -> None:
    """Whoever helps another to fight someone fights as well."""
    found = relations_of("[France|o] is assisting [the Malian army|o] to defeat [the jihadists|o].")
    assert {"fighting: the Malian army > the jihadists", "allies: France > the Malian army"} <= found


def test_fighting_side_by_side() -> None:
    """Those who fight the same enemy in one breath are allies."""
    found = relations_of("[Chad|o] and [Niger|o] have defeated [the insurgents|o].")
    assert found == {"fighting: Chad > the insurgents", "fighting: Niger > the insurgents", "allies: Chad > Niger"}


def test_owner_of_arms_is_fought() -> None:
    """Who destroys the arms of a body fights that body."""
    found = relations_of("[The coalition|o] destroyed [rebel|o] [tanks|f].")
    assert found == {"fighting: The coalition > rebel", "in-charge-of: rebel > tanks"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The envoy|p] met [the sultan|p].", {"communicates: The envoy > the sultan"}),
        ("[The envoy|p] and [the sultan|p] met.", {"communicates: The envoy > the sultan"}),
        ("[The envoy|p] and [the sultan|p] slept.", set()),
        ("Talks held in May between [Iran|o] and [Oman|o] failed.", {"communicates: Iran > Oman"}),
        ("[Iran|o] signed a treaty with [Oman|o].", {"communicates: Iran > Oman"}),
    ],
)
def test_communicates(text: str, expected: set[str]) -> None:
    """Who meets, tells or agrees with someone communicates, with or without a grammatical object."""
    assert relations_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Uganda|o] backs [the Somali army|o].", {"allies: Uganda > the Somali army"}),
        ("[Uganda|o] backs [the people of Somalia|o].", {"likes: Uganda > the people of Somalia"}),
        ("[Uganda|o] condemned [the junta|o].", {"dislikes: Uganda > the junta"}),
        ("[Uganda|o] condemned [the junta|o]'s raid.", {"dislikes: Uganda > the junta"}),
        ('[The envoy|p] said: "[I|p] commend [the medics|o]."', {"likes: The envoy > the medics"}),
    ],
)
def test_sides(text: str, expected: set[str]) -> None:
    """Support is an alliance where a force gets it; words of praise and blame are likes and dislikes."""
    assert relations_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The rebels|o] captured [the dam|l].", {"in-charge-of: The rebels > the dam"}),
        ("[The dam|l] was captured by [the rebels|o].", {"in-charge-of: the rebels > The dam"}),
        ("[The rebels|o] admired [the dam|l].", set()),
        ("[The squadron|o] is led by [Captain Ross|p].", {"in-charge-of: Captain Ross > The squadron"}),
    ],
)
def test_charge(text: str, expected: set[str]) -> None:
    """Who takes, holds or leads something is in charge of it."""
    assert relations_of(text) == expected
