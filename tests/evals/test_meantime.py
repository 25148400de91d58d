"""Floors of the accuracy of links, polarity, certainty and time on the cases written for the project."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.read.parse import load_parser
from tests.evals.programs import load_program

FOLDER = Path(__file__).parents[2] / "evals" / "meantime"
FLOORS = {  # measured 1.00, 1.00, 1.00 and 0.99 on 2026-11-22
    "attribution_f1": 0.98,
    "polarity_macro_f1": 0.98,
    "certainty_macro_f1": 0.98,
    "time_macro_f1": 0.97,
}


def _cases(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return load_program("meantime", "cases")


def test_cases_stay_above_their_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links of attribution and the classes of events of the written cases stay above the pinned floors."""
    cases = _cases(monkeypatch)
    assert len(cases.CASES.read_text(encoding="utf-8").splitlines()) >= 150
    totals, wrong = cases.score_cases(load_parser())
    figures = totals.figures()
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}, "\n".join(wrong)


def test_text_is_joined_as_it_is_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tokens become running text whose offsets hold the events; title and date are paragraphs."""
    monkeypatch.syspath_prepend(str(FOLDER))
    cat_xml = importlib.import_module("cat_xml")
    words = ["Ferry", "sinks", "2001", "It", "did", "n't", "burn", ",", "``", "Oslo", "''", "said", "."]
    sentences = [0, 0, 1, *[2] * 10]
    tokens = "".join(
        f'<token t_id="{i}" sentence="{s}">{w}</token>' for i, (w, s) in enumerate(zip(words, sentences, strict=True))
    )
    marks = "".join(
        f'<EVENT_MENTION m_id="{i}" polarity="POS"><token_anchor t_id="{i}"/></EVENT_MENTION>' for i in (6, 11)
    )
    links = '<SLINK><source m_id="11"/><target m_id="6"/></SLINK>'
    path = tmp_path / "one.xml"
    path.write_text(
        f"<Document>{tokens}<Markables>{marks}</Markables><Relations>{links}</Relations></Document>", encoding="utf-8"
    )
    sample = cat_xml.read_file(path)
    assert sample.text == 'Ferry sinks\n\n2001\n\nIt didn\'t burn, "Oslo" said.'
    assert [sample.text[event.start : event.end] for event in sample.events] == ["burn", "said"]
    assert [(link.source.id, link.target.id) for link in sample.links] == [("11", "6")]
    assert sample.end == len(sample.text)
