"""What is given in return for what was told before."""

from __future__ import annotations

import pytest

from dragoman import read_text
from dragoman.model import Statement


def returns(text: str) -> list[tuple[Statement, Statement]]:
    """Return what is given in return, each with what it is given for."""
    statements = {s.id: s for s in read_text(text).statements}
    return [
        (statement, statements[link.statement])
        for statement in statements.values()
        for link in statement.links
        if link.kind == "in-exchange-for"
    ]


@pytest.mark.parametrize(
    ("text", "given", "given_for"),
    [
        ("Chad will supply Niger with cattle. In return, Niger will supply Chad with fuel.", "fuel", "cattle"),
        ("Peru sent wheat to Bolivia. In exchange, Bolivia sent Peru gas.", "gas", "wheat"),
    ],
)
def test_in_return_is_linked_to_the_deed_that_goes_the_other_way(text: str, given: str, given_for: str) -> None:
    """What "in return" gives is linked to the nearest deed before it whose doer gets it."""
    ((back, first),) = returns(text)
    assert back.theme is not None and given in back.theme.text
    assert given_for in first.evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "Chad will supply Niger with cattle. In return, Mali will supply Togo with fuel.",
        "Chad will supply Niger with cattle. Niger will supply Chad with fuel.",
    ],
)
def test_nothing_is_linked_that_no_word_puts_together(text: str) -> None:
    """Without words that say so, or between others, nothing is in return for anything."""
    assert returns(text) == []


def test_what_one_looks_to_another_for_is_wanted() -> None:
    """ "Looks to its allies for rifles" wants the rifles, though the parser hangs them on the allies."""
    (want,) = [s for s in read_text("Chad looked to its allies for rifles.").statements if s.type == "WANT"]
    assert want.theme is not None and want.theme.text == "rifles"
