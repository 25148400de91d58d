"""A case as it was on an earlier day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.case import Clock, open_case_file
from dragoman.model import Dating
from tests.case.builders import make_document, make_event, make_reading, make_statement


@pytest.mark.parametrize(
    ("day", "names", "undated"),
    [
        (date(2024, 1, 1), [], ("open.txt", "unknown.txt")),
        (date(2024, 3, 1), ["dated.txt"], ("open.txt", "unknown.txt")),
        (date(2024, 4, 15), ["dated.txt"], ("bounded.txt", "open.txt", "unknown.txt")),
        (date(2024, 5, 1), ["dated.txt", "bounded.txt"], ("open.txt", "unknown.txt")),
    ],
)
def test_documents_without_a_date(day: date, names: list[str], undated: tuple[str, ...], tmp_path: Path) -> None:
    """A document without a date counts from the last day that its words allow; else it is named as left out."""
    datings = {
        "bounded": Dating(earliest=date(2024, 4, 1), latest=date(2024, 5, 1)),
        "open": Dating(earliest=date(2023, 1, 1)),
        "unknown": None,
    }
    with open_case_file(tmp_path / "x.case") as file:
        file.store(make_document("dated", published=date(2024, 3, 1)), make_reading(document="dated"))
        for name, dating in datings.items():
            file.store(make_document(name), make_reading(document=name, dating=dating))
        then, lacking = file.as_of(day, Clock.PUBLISHED)
        with then:
            assert [document.name for document in then.documents()] == names
        assert lacking.undated == undated
        assert len(file.documents()) == 1 + len(datings)


def test_copy_is_searched(tmp_path: Path) -> None:
    """The full text of an earlier state holds the documents of then only."""
    with open_case_file(tmp_path / "x.case") as file:
        for name, day in (("first", date(2024, 3, 1)), ("second", date(2024, 4, 1))):
            file.store(make_document(name, published=day), make_reading(document=name))
        then, _ = file.as_of(date(2024, 3, 1), Clock.PUBLISHED)
        with then:
            assert [hit.name for hit in then.search("grain")] == ["first.txt"]
        assert len(file.search("grain")) == 2


def test_event_with_statements_that_are_gone(tmp_path: Path) -> None:
    """An event is kept with those of its statements that are there, while the rest waits to be weighed."""
    with open_case_file(tmp_path / "x.case") as file:
        file.store(make_document(), make_reading(make_statement("s1")))
        with file.workroom() as room:
            room.events.put([make_event("e1", "s1", "s2")])
        assert file.event_ids() == {"s1": "e1"}
