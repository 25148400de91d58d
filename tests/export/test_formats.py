from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest

from dragoman.cli.main import run
from dragoman.errors import BadValue
from dragoman.export import formats
from dragoman.export.formats import FORMATS, export_to, find_format
from dragoman.export.options import DyadOptions
from dragoman.exporting import select
from dragoman.library import Case, open_case
from dragoman.settings import Settings
from dragoman.wire import event_to_wire, statement_to_wire
from tests.export.builders import text_of

TEXTS = [name for name, form in FORMATS.items() if not form.is_folder]
OPTIONS = DyadOptions()


@pytest.mark.parametrize("form", TEXTS)
def test_same_case_gives_the_same_text(examples: Case, form: str) -> None:
    """An export says nothing of the day or the machine that made it, and has something to say."""
    text, _ = text_of(examples, form)
    assert text == text_of(examples, form)[0]
    assert len(text) > 1000
    assert str(examples.file.path.parent) not in text.replace("file://", "")


def test_unknown_format_lists_those_there_are() -> None:
    """The message names every format."""
    with pytest.raises(BadValue, match="; there are " + ", ".join(FORMATS)):
        find_format("xml")


def test_graphml_opens_as_the_graph_of_ties(examples: Case, tmp_path: Path) -> None:
    """networkx finds a node for each party and an edge for each tie, with its kind, sign, strength and events."""
    export_to("graphml", select(examples, {}), tmp_path / "g.graphml", OPTIONS)
    _check_graph(networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True), examples)


def test_gexf_opens_as_the_graph_of_ties(examples: Case, tmp_path: Path) -> None:
    """GEXF has the same nodes and edges."""
    export_to("gexf", select(examples, {}), tmp_path / "g.gexf", OPTIONS)
    _check_graph(networkx.read_gexf(tmp_path / "g.gexf"), examples)


def _check_graph(graph: Any, case: Case) -> None:
    ties = case.ties()
    assert ties
    assert set(graph.nodes) == {party.code for tie in ties for party in tie.parties}
    edges = {
        (a, b, told["kind"]): (told["sign"], told["certainty"], told["events"].split(), bool(told["directed"]))
        for a, b, told in graph.edges(data=True)
    }
    assert edges == {
        (tie.source.code, tie.target.code, tie.kind.value): (
            tie.sign,
            tie.certainty.value,
            [event.event for event in tie.events],
            tie.directed,
        )
        for tie in ties
    }
    assert graph.number_of_edges() == len(ties)


def test_entities_hold_against_the_library(examples: Case) -> None:
    """Every entity is one that FollowTheMoney takes as it is, and what it refers to is there and of the right sort."""
    model = pytest.importorskip("followthemoney", reason="needs followthemoney, which needs ICU").model
    lines = [json.loads(line) for line in text_of(examples, "ftm")[0].splitlines()]
    schemas = {line["id"]: model.get(line["schema"]) for line in lines}
    assert len(schemas) == len(lines)
    assert {line["schema"] for line in lines} >= {"Article", "Event", "Mention", "PublicBody", "Person", "UnknownLink"}
    for line in lines:
        schema = model.get(line["schema"])
        schema.validate(line)
        proxy = model.get_proxy({**line, "properties": {}})
        for name, values in line["properties"].items():
            kind = schema.get(name)
            assert kind is not None, name
            for value in values:
                proxy.add(name, value)
                if kind.range is not None:
                    assert schemas[value].is_a(kind.range), (name, value)
        for name, values in line["properties"].items():  # nothing was cleaned away
            assert set(proxy.get(name)) == set(values), (line["schema"], name)


def test_claims_expand(examples: Case) -> None:
    """The claims are JSON-LD: each with its quote, author and article; reviews refer to claims that are there."""
    jsonld = pytest.importorskip("pyld").jsonld
    found = jsonld.expand(json.loads(text_of(examples, "claims")[0]))
    schema = "https://schema.org/"
    by_type: dict[str, list[dict[str, Any]]] = {}
    for item in found:
        by_type.setdefault(item["@type"][0].removeprefix(schema), []).append(item)
    articles = {item["@id"] for item in by_type["Article"]}
    claims = {item["@id"] for item in by_type["Claim"]}
    assert len(claims) == len(examples.statements())
    for claim in by_type["Claim"]:
        assert claim[schema + "appearance"][0]["@id"] in articles
        assert claim[schema + "text"][0]["@value"]
    voiced = [c for c in by_type["Claim"] if c[schema + "author"][0]["@type"] == [schema + "Person"]]
    assert voiced
    assert {item["@id"] for review in by_type["ClaimReview"] for item in review[schema + "itemReviewed"]} == claims


def test_tables_of_csv(examples: Case, tmp_path: Path) -> None:
    """Each table has a row for each record; actors are parted into columns, quotes are as the document has them."""
    export_to("csv", select(examples, {}), tmp_path / "t", OPTIONS)
    tables = {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
        for path in tmp_path.glob("t/*")
    }
    assert {name: len(rows) for name, rows in tables.items()} == {
        "documents": len(examples.documents()),
        "statements": len(examples.statements()),
        "events": len(examples.events()),
        "disputes": len(examples.disputes()),
    }
    for row, statement in zip(tables["statements"], examples.statements(), strict=True):
        assert (row["id"], row["quote"]) == (statement.id, statement.evidence.quote)
        assert row["agents"].split(";") == ([ref.code for ref in statement.agents] or [""])
        assert row["agent_actors"].split(";") == ([ref.actor for ref in statement.agents] or [""])


def test_tables_of_parquet(examples: Case, tmp_path: Path) -> None:
    """The files have the wire's fields, and a reader finds the records' values in them."""
    arrow = pytest.importorskip("pyarrow.parquet")
    export_to("parquet", select(examples, {}), tmp_path / "t", OPTIONS)
    events = arrow.read_table(tmp_path / "t" / "events.parquet").to_pylist()
    wires = [event_to_wire(event) for event in examples.events()]
    assert [list(row) for row in events] == [list(wire) for wire in wires]
    for row, wire in zip(events, wires, strict=True):
        for name in ("id", "agents", "targets", "theme", "place", "standing", "origins", "statements", "fulfilled"):
            assert row[name] == wire[name], name
        assert (row["time"]["start"] and row["time"]["start"].isoformat()) == wire["time"]["start"]
    statements = arrow.read_table(tmp_path / "t" / "statements.parquet").to_pylist()
    first = examples.statements()[0]
    wire = statement_to_wire(first, statements[0]["document"], statements[0]["event"])
    assert statements[0]["evidence"] == wire["evidence"]
    assert arrow.read_schema(tmp_path / "t" / "disputes.parquet").names[0] == "id"


def test_empty_tables_have_their_columns(tmp_path: Path) -> None:
    """A case without documents gives tables with a header, and no row."""
    arrow = pytest.importorskip("pyarrow.parquet")
    with open_case(tmp_path / "empty.case", settings=Settings(user="ann")) as case:
        for form in ("csv", "parquet"):
            export_to(form, select(case, {}), tmp_path / form, OPTIONS)
    for path in (tmp_path / "csv").iterdir():
        (header,) = path.read_text("utf-8").splitlines()
        assert header.startswith("id,")
    assert arrow.read_table(tmp_path / "parquet" / "events.parquet").num_rows == 0
    assert "standing" in arrow.read_schema(tmp_path / "parquet" / "events.parquet").names


def test_table_of_dyads_as_parquet(examples: Case, tmp_path: Path) -> None:
    """A name that ends in .parquet makes the table of dyads a Parquet file with the same rows."""
    arrow = pytest.importorskip("pyarrow.parquet")
    export_to("dyads", select(examples, {}), tmp_path / "d.parquet", OPTIONS)
    found = arrow.read_table(tmp_path / "d.parquet").to_pylist()
    rows = list(csv.DictReader(text_of(examples, "dyads")[0].splitlines()))
    assert [(r["source"], r["target"], r["period"], r["events"]) for r in found] == [
        (r["source"], r["target"], r["period"], int(r["events"])) for r in rows
    ]


def test_failed_export_leaves_nothing(examples: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks half way leaves the file of before as it was, and no other beside it."""

    def breaks(*_: object) -> Iterator[str]:
        yield "half"
        raise RuntimeError("disk full")

    (tmp_path / "e.jsonl").write_text("before", "utf-8")
    monkeypatch.setattr(formats, "export_lines", breaks)
    with pytest.raises(RuntimeError, match="disk full"):
        export_to("plover", select(examples, {}), tmp_path / "e.jsonl", OPTIONS)
    assert [path.name for path in tmp_path.iterdir()] == ["e.jsonl"]
    assert (tmp_path / "e.jsonl").read_text("utf-8") == "before"


def test_missing_library_is_said(
    examples: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without pyarrow the message says how to get it, and nothing is left behind."""
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for form, name in (("parquet", "tables"), ("dyads", "d.parquet")):
        assert run(["export", form, "-o", str(tmp_path / name), "--case", str(examples.file.path)]) == 1
        assert "pip install 'dragoman[parquet]'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_library(examples: Case, tmp_path: Path) -> None:
    """`Case.export` writes the same, and returns what the format leaves out."""
    notes = examples.export("dyads", tmp_path / "d.csv", by="week", since="2023")
    text, told = text_of(examples, "dyads", DyadOptions(by="week"), since="2023")
    assert ((tmp_path / "d.csv").read_text("utf-8"), list(notes)) == (text, told)
    with pytest.raises(BadValue, match="there are plover"):
        examples.export("xml", tmp_path / "x")


def test_command_line(examples: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`dragoman export` prints or writes, says what is left out, and writes over nothing unless told to."""
    case = ["--case", str(examples.file.path)]
    assert run(["export", "plover", *case]) == 0
    printed = capsys.readouterr()
    assert printed.out == text_of(examples, "plover")[0]
    assert "left out: " in printed.err
    target = tmp_path / "events.jsonl"
    assert run(["export", "plover", "-o", str(target), *case]) == 0
    assert target.read_text("utf-8") == printed.out
    assert run(["export", "plover", "-o", str(target), *case]) == 2
    assert "is there already" in capsys.readouterr().err
    assert run(["export", "plover", "-o", str(target), "--overwrite", "--actor", "RUS", *case]) == 0
    assert 0 < len(target.read_text("utf-8")) < len(printed.out)
    capsys.readouterr()
    for arguments, told in [
        (["export", "xml"], "there are plover"),
        (["export", "csv"], "-o FOLDER"),
        (["export", "plover", "--by", "week"], "are for dyads"),
        (["export", "plover", "-o", str(tmp_path / "no" / "e.jsonl")], "no folder"),
    ]:
        assert run([*arguments, *case]) == 2
        assert told in capsys.readouterr().err
