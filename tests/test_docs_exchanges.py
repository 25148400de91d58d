"""What the page on exchanges and obligations shows is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.ingest.assembly import make_document
from dragoman.ingest.raw import Raw
from dragoman.model import Clause, Document, Exchange, Match, Obligation, Reading
from dragoman.pipeline import read_document
from dragoman.reading import load_reader
from dragoman.settings import load_settings
from dragoman.system.exchanges import find_exchanges
from dragoman.weigh import weigh
from dragoman.wire_ledger import exchange_to_wire, match_to_wire, obligation_to_wire
from tests.system.builders import ref

PAGE = (Path(__file__).parents[1] / "docs" / "exchanges.md").read_text("utf-8")
ROW = re.compile(r'^\| "(.+)" \| (.+) \|$', re.MULTILINE)


def rows(heading: str) -> list[tuple[str, str]]:
    """Return the rows of the first table after a heading."""
    after = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return ROW.findall(after)


def read(text: str) -> tuple[Document, Reading]:
    """Return a document of the text, and its reading."""
    document = make_document(Raw(text=text, language="en"), "text", "text:")
    return document, read_document(document, load_reader(load_settings()))


def say_exchange(exchange: Exchange) -> str:
    """Return the exchange as the page writes it."""
    giver, receiver = (party.code if party else "?" for party in (exchange.giver, exchange.receiver))
    joined = "to" if exchange.directed else "with"
    return f"{giver} {joined} {receiver}, {exchange.good}: {exchange.stage}, {exchange.certainty}"


def say_clause(clause: Clause) -> str:
    """Return the clause as the page writes it."""
    whom = ", ".join(sorted(ref.code for ref in clause.beneficiaries))
    owed = ", each other" if clause.each_other else f", for {whom}" if whom else ""
    on = ", ".join(sorted(ref.code for ref in clause.trigger.targets)) if clause.trigger else ""
    when = f"; if {clause.trigger.type} on {on}" if clause.trigger else ""
    who = ", ".join(sorted(ref.code for ref in clause.bearers))
    return f"{clause.instrument}: {who} {clause.modality}{owed}{when}{'; unless' if clause.exceptions else ''}"


@pytest.mark.parametrize(("text", "expected"), rows("The ledger of goods"))
def test_exchange_is_as_the_page_says(text: str, expected: str) -> None:
    """Each example of the ledger gives the exchange beside it."""
    document, reading = read(text)
    events = weigh(reading.statements, [document]).events
    found = [say_exchange(x) for x in find_exchanges(events, reading.statements, [document])]
    assert found == ([] if expected == "none" else [expected])


@pytest.mark.parametrize(("text", "expected"), rows("Clauses and obligations"))
def test_clause_is_as_the_page_says(text: str, expected: str) -> None:
    """Each example of the clauses gives the clause beside it."""
    found = [say_clause(clause) for clause in read(text)[1].clauses]
    assert found == ([] if expected == "none" else [expected])


def test_page_has_its_tables() -> None:
    """Both tables are found."""
    assert len(rows("The ledger of goods")) > 8
    assert len(rows("Clauses and obligations")) > 8


@pytest.mark.parametrize("turn", [exchange_to_wire, match_to_wire, obligation_to_wire])
def test_every_field_on_the_wire_is_named(turn: object) -> None:
    """The page names each field that lists print."""
    code = Path(turn.__code__.co_filename).read_text("utf-8")  # type: ignore[attr-defined]
    for field in re.findall(r'^        "(\w+)":', code, re.MULTILINE):
        assert f"`{field}`" in PAGE, field


def test_records_that_the_page_speaks_of_exist() -> None:
    """The methods that the page names are those of an obligation."""
    for name in ("triggered_by", "bound_by", "breached_by"):
        assert f"obligation.{name}(event)" in PAGE and callable(getattr(Obligation, name))
    assert Match.__doc__ is not None and ref("CHN").code == "CHN"
