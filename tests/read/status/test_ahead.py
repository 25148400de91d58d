"""Gatherings that are still to come."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model import Document
from dragoman.read.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader()


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Mali said it would not sign a deal at its summit with Chad on 25 April.", "summit", "planned"),
        ("Mali said it had not signed a deal at its summit with Chad on 2 April.", "summit", "actual"),
    ],
)
def test_a_definite_gathering_is_planned_up_to_its_day(text: str, trigger: str, status: str, reader: Reader) -> None:
    """Of a summit that is named as if it were there the calendar says whether it has met."""
    document = Document(id="t", name="t", uri="t:", text=text, published=date(2019, 4, 10))
    found = [s for s in reader.read(document).statements if s.evidence.trigger.of(text) == trigger]
    assert [str(s.status) for s in found] == [status]
