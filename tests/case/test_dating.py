"""Between which days a document without a date appeared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dragoman import open_case


def test_a_document_without_a_date_shows_when_it_must_have_appeared(tmp_path: Path) -> None:
    """The interval comes with the words that show it, and gives way to a date that someone sets."""
    note = tmp_path / "note.txt"
    note.write_text("Peru and Chile signed a treaty in Lima on 4 March 2021. They had met before.\n", "utf-8")
    with open_case(tmp_path / "lima.case") as case:
        case.read([str(note)])
        (found,) = case.documents()
        assert found.published is None
        assert found.dating is not None
        assert found.dating.earliest == date(2021, 3, 4)
        assert found.date_in_words.startswith("no date; inferred: after 2021-03-04, from 'Peru and Chile signed")
        case.set(found.id, published="2021-03-05")
        (dated,) = case.documents()
        assert dated.date_in_words == "2021-03-05 (corrected)"
