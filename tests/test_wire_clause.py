"""Clauses as `dragoman annotate` writes them."""

from __future__ import annotations

from dragoman import read_text
from dragoman.wire_clause import clause_to_wire

TEXT = (
    "Fiji and Tonga signed a pact. The pact obliges each to help the other if it is attacked unless the king objects."
)


def test_clause_on_the_wire_has_its_words_and_parties() -> None:
    """Act, trigger and exception are told with their spans, parties with codes."""
    (clause,) = read_text(TEXT).clauses
    wire = clause_to_wire(clause)
    assert TEXT[wire["span"]["start"] : wire["span"]["end"]] == wire["act"] == "help the other"
    assert sorted(ref["code"] for ref in wire["bearers"]) == ["FJI", "TON"]
    assert (wire["trigger"]["type"], wire["trigger"]["any_party"]) == ("ASSAULT", True)
    assert [exception["text"] for exception in wire["exceptions"]] == ["unless the king objects"]
    assert TEXT[wire["start"] : wire["end"]] == wire["quote"]
