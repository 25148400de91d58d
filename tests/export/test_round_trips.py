from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman.coded.forms import find_form
from dragoman.export.formats import export_to
from dragoman.export.options import DyadOptions
from dragoman.exporting import select
from dragoman.library import Case, open_case
from dragoman.settings import Settings
from tests.export.builders import text_of

OPTIONS = DyadOptions()
Row = dict[str, str]


def dyads_of(case: Case) -> dict[tuple[str, str, str], Row]:
    """Return the rows of the table of dyads in which anything happened."""
    rows = csv.DictReader(io.StringIO(text_of(case, "dyads")[0]))
    return {(row["source"], row["target"], row["period"]): row for row in rows if row["events"] != "0"}


def read_back(case: Case, form: str, path: Path, file: Path) -> dict[tuple[str, str, str], Row]:
    """Return the dyads of a case that reads nothing but an export of this one."""
    export_to(form, select(case, {"statuses": "actual"}), path, OPTIONS)
    with open_case(path.parent / "back.case", settings=Settings(user="ann")) as back:
        assert back.read(file).failed == []
        assert {document.kind for document in back.documents()} == {"coded"}
        return dyads_of(back)


@pytest.mark.parametrize(("form", "name", "read"), [("plover", "e.jsonl", "e.jsonl"), ("csv", "t", "t/events.csv")])
def test_dyads_survive(examples: Case, tmp_path: Path, form: str, name: str, read: str) -> None:
    """PLOVER records and the table of events, read back, give the same counts and scales for each dyad and month.

    Events that no text dates lose the day of their document in the table of events; they are few, and told.
    """
    before, after = dyads_of(examples), read_back(examples, form, tmp_path / name, tmp_path / read)
    lost = {"disputed"}
    assert {k: {c: v for c, v in row.items() if c not in lost} for k, row in after.items()} == {
        k: {c: v for c, v in row.items() if c not in lost} for k, row in before.items()
    }


def test_cameo_keeps_dyads_and_types(examples: Case, tmp_path: Path) -> None:
    """CAMEO rows, read back, give each dyad and month as many events of each type."""
    kept = ("events", "consult", "aid", "accuse", "agree", "support", "assault", "threaten")
    before = dyads_of(examples)
    after = read_back(examples, "cameo", tmp_path / "e.tab", tmp_path / "e.tab")
    # A row doesn't say that a newcomer is a private person, who is no party.
    assert {k: [row[c] for c in kept] for k, row in after.items() if k in before} == {
        k: [row[c] for c in kept] for k, row in before.items()
    }


def test_records_show_their_evidence(examples: Case) -> None:
    """A record has the fields of the specification, the words of a document that it is in, and a form that reads it."""
    texts = {document.name: document.text for document in examples.documents()}
    lines = text_of(examples, "plover")[0].splitlines()
    for line in lines:
        record = json.loads(line)
        assert {"id", "date", "event", "quad_code", "event_scale", "text", "text_info", "cite_info"} <= record.keys()
        span, text = record["text_info"], texts[record["cite_info"]["citation"]]
        assert text[span["start"] : span["end"]] == record["text"]
        assert record["event_text"][0] in record["text"]
        form = find_form(line)
        assert form is not None and form.parse(line).type is not None
