from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman import Case, open_case, read_text
from dragoman.errors import BadValue


@pytest.mark.parametrize("method", [Case.documents, Case.statements, Case.events, Case.disputes, Case.actors])
@pytest.mark.parametrize("asked", [{"bogus": 1}, {"actor": "RUS"}, {"actors": "RUS", "actor": "RUS"}])
def test_field_that_nothing_is_narrowed_by(method: Any, asked: dict[str, Any], tmp_path: Path) -> None:
    """A misspelt field is an error that names those known, and not a list of everything."""
    with open_case(tmp_path / "x.case") as case, pytest.raises(BadValue) as raised:
        method(case, **asked)
    assert "`bogus`" in str(raised.value) or "`actor`" in str(raised.value)
    assert "actors, voices, types" in str(raised.value)


@pytest.mark.parametrize("published", [date(2023, 7, 25), "2023-07-25"])
def test_day_of_a_text(published: str | date) -> None:
    """The day that "on Monday" is counted from may be a date or text."""
    (statement,) = read_text("Iran attacked Iraq on Monday.", published=published).statements
    assert statement.time.start == date(2023, 7, 24)


@pytest.mark.parametrize("published", ["2023-07", "yesterday", "2023-02-30", 20230725])
def test_what_is_no_day(published: Any) -> None:
    """A month, a word or a number is no day to count from."""
    with pytest.raises(BadValue, match="2023-09-14"):
        read_text("Iran attacked Iraq on Monday.", published=published)
