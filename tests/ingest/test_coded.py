from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import UnreadableFile
from dragoman.ingest import ingest
from dragoman.ingest.coded import MOST_TOLD
from dragoman.model import Document
from tests.coded.builders import ICEWS_HEADER, gdelt_row, icews_row, plover_row


def found_in(path: Path, text: str) -> tuple[list[Document], list[str]]:
    """Return the documents and the complaints of a file with this text."""
    path.write_text(text, "utf-8")
    found = list(ingest(str(path)))
    return [d for d in found if isinstance(d, Document)], [str(e) for e in found if isinstance(e, UnreadableFile)]


def test_a_day_is_a_document(tmp_path: Path) -> None:
    """Rows of one day make one document, of the rows as they stand, dated that day, under the dataset's name."""
    rows = [icews_row(), icews_row(Event_Date="2014-02-15"), icews_row(CAMEO_Code="046")]
    documents, told = found_in(tmp_path / "e.tab", "\n".join([ICEWS_HEADER, *rows]))
    assert told == []
    assert [(d.name, d.published, d.kind, d.publisher) for d in documents] == [
        ("e.tab#2014-02-14", date(2014, 2, 14), "coded", "ICEWS"),
        ("e.tab#2014-02-15", date(2014, 2, 15), "coded", "ICEWS"),
    ]
    assert documents[0].text == "\n".join([ICEWS_HEADER, rows[0], rows[2]])


def test_a_long_day_is_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day with more rows than a document may have makes several documents, which together have all rows once."""
    monkeypatch.setattr("dragoman.ingest.coded.MOST_ROWS", 2)
    rows = [gdelt_row(GLOBALEVENTID=str(number)) for number in range(5)]
    documents, _ = found_in(tmp_path / "e.csv", "\n".join(rows))
    assert [d.name for d in documents] == ["e.csv#2014-08-29", "e.csv#2014-08-29.2", "e.csv#2014-08-29.3"]
    assert "\n".join(d.text for d in documents) == "\n".join(rows)
    assert len({d.id for d in documents}) == 3


def test_bad_rows_are_told_with_their_lines(tmp_path: Path) -> None:
    """A row that can't be used is named by its line in the file, with the reason; the others are read."""
    text = "\n".join([ICEWS_HEADER, icews_row(), "torn", icews_row(Event_Date="2014-13-01"), icews_row()])
    documents, told = found_in(tmp_path / "e.tab", text)
    assert told == [
        "Line 3 of e.tab has 1 columns and not 20: it is left out.",
        "Line 4 of e.tab has no day in '2014-13-01': it is left out.",
    ]
    assert documents[0].text.count("\n") == 2


def test_many_bad_rows_are_counted(tmp_path: Path) -> None:
    """The first bad rows are told one by one, the rest by their number."""
    documents, told = found_in(tmp_path / "e.tab", "\n".join([ICEWS_HEADER, icews_row(), *["torn"] * (MOST_TOLD + 5)]))
    assert len(documents) == 1
    assert len(told) == MOST_TOLD + 1
    assert told[-1] == "5 more lines of e.tab can't be used either."


def test_dataset_is_what_the_records_say(tmp_path: Path) -> None:
    """A PLOVER record names its corpus or its coder: rows of two coders are of two origins."""
    text = plover_row(coder="Petra") + "\n" + plover_row(cite_info={"corpus": "Minsk diaries"})
    documents, _ = found_in(tmp_path / "e.jsonl", text)
    assert [d.publisher for d in documents] == ["Minsk diaries", "Petra"]


def test_other_tables_stay_refused(tmp_path: Path) -> None:
    """A table that is no table of coded events is refused as before, with what to do."""
    documents, told = found_in(tmp_path / "a.tsv", "date\ttext\n2023-09-14\tThe parties met.\n")
    assert documents == []
    assert "is a table, which is not read" in told[0]
