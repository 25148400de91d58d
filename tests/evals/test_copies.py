"""Floors of the finding of copies, on the pairs written for the project and on reprints of the newswire."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.model import Document
from dragoman.weigh.origins import find_copies

CASES = Path(__file__).parents[2] / "evals" / "copies" / "cases.yaml"
ROWS = yaml.safe_load(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_copies_are_told_from_two_reports_of_one_event(row: dict[str, object]) -> None:
    """A cut or edited reprint shares its root, two reporters' own stories don't."""
    told = [Document(id=s, name=s, uri=s, text=str(row[s]), publisher=s) for s in ("first", "second")]
    assert (len(set(find_copies(told).values())) == 1) is row["copy"]
