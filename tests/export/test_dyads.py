from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import BadValue
from dragoman.export.options import ALL_ACTORS, DyadOptions
from dragoman.library import open_case
from dragoman.model import ActorRef, Standing, Status, Time
from dragoman.settings import Settings
from tests.case.builders import KOREA, RUSSIA
from tests.export.builders import case_of, event_on, text_of

CHINA = ActorRef(code="CHN", actor="state:CHN", name="China")
EXPERTS = ActorRef(code="EXPERTS", actor="people:experts", name="experts")
JUNE = date(2024, 6, 19)
Table = dict[tuple[str, str, str], dict[str, str]]


def table_of(text: str) -> Table:
    """Return the rows by source, target and period."""
    return {(row["source"], row["target"], row["period"]): row for row in csv.DictReader(io.StringIO(text))}


def filled(table: Table) -> list[str]:
    """Return "RUS>PRK 2024-06 aid=1" for each row that is not all zeros."""
    kinds = ["agree", "consult", "support", "aid", "accuse", "sanction", "coerce", "assault"]
    return [
        f"{source}>{target} {period} " + ",".join(f"{kind}={row[kind]}" for kind in kinds if row[kind] != "0")
        for (source, target, period), row in table.items()
        if row["events"] != "0"
    ]


def test_zeros_are_included(tmp_path: Path) -> None:
    """Each dyad that occurs has a row for every month of the span; those without events say no mean."""
    with case_of(tmp_path, event_on("e1", JUNE), event_on("e2", date(2024, 9, 2), type="ACCUSE")) as case:
        text, notes = text_of(case, "dyads")
    table = table_of(text)
    assert [period for _, _, period in table] == ["2024-06", "2024-07", "2024-08", "2024-09"]
    assert filled(table) == ["RUS>PRK 2024-06 aid=1", "RUS>PRK 2024-09 accuse=1"]
    july = table["RUS", "PRK", "2024-07"]
    assert (july["events"], july["scale_sum"], july["scale_mean"], july["material_cooperation"]) == (
        "0",
        "0.0",
        "",
        "0",
    )
    june = table["RUS", "PRK", "2024-06"]
    assert (june["events"], june["scale_sum"], june["scale_mean"], june["material_cooperation"]) == (
        "1",
        "7.0",
        "7.0",
        "1",
    )
    assert notes == []


def test_span_is_that_which_is_asked_for(tmp_path: Path) -> None:
    """With since and until the rows reach from one to the other, and what began before counts nowhere."""
    long = event_on("e2", date(2024, 3, 1), date(2024, 6, 2))
    with case_of(tmp_path, event_on("e1", JUNE), long) as case:
        text, _ = text_of(case, "dyads", since="2024-05", until="2024-07")
    assert [period for _, _, period in table_of(text)] == ["2024-05", "2024-06", "2024-07"]
    assert filled(table_of(text)) == ["RUS>PRK 2024-06 aid=1"]


@pytest.mark.parametrize(
    ("by", "periods"),
    [
        ("day", ["2024-12-29", "2024-12-30", "2024-12-31", "2025-01-01"]),
        ("week", ["2024-W52", "2025-W01"]),
        ("month", ["2024-12", "2025-01"]),
        ("year", ["2024", "2025"]),
    ],
)
def test_periods(tmp_path: Path, by: str, periods: list[str]) -> None:
    """Rows are by day, ISO week, month or year, without gaps."""
    with case_of(tmp_path, event_on("e1", date(2024, 12, 29)), event_on("e2", date(2025, 1, 1))) as case:
        text, _ = text_of(case, "dyads", DyadOptions(by=by))
    assert [period for _, _, period in table_of(text)] == periods


def test_those_who_meet_do_it_to_each_other(tmp_path: Path) -> None:
    """A meeting counts both ways; what is given counts one way only, and what is done at home nowhere."""
    meeting = event_on("e1", JUNE, type="CONSULT", agents=(RUSSIA, KOREA), targets=())
    at_home = event_on("e2", JUNE, type="COERCE", agents=(RUSSIA,), targets=(RUSSIA,))
    described = event_on("e3", JUNE, type="ACCUSE", agents=(EXPERTS,))
    with case_of(tmp_path, meeting, at_home, described) as case:
        text, _ = text_of(case, "dyads")
    assert filled(table_of(text)) == ["PRK>RUS 2024-06 consult=1", "RUS>PRK 2024-06 consult=1"]


def test_types_are_those_of_plover(tmp_path: Path) -> None:
    """A pact counts as support and sanctions as coercion, where PLOVER files them, each with its own value."""
    pact = event_on("e1", JUNE, type="AGREE", mode="pact", agents=(RUSSIA, KOREA), targets=())
    sanctions = event_on("e2", JUNE, type="SANCTION", mode="sanctions", agents=(CHINA,))
    want = event_on("e3", JUNE, type="WANT")
    with case_of(tmp_path, pact, sanctions, want) as case:
        text, notes = text_of(case, "dyads")
    assert filled(table_of(text)) == [
        "CHN>PRK 2024-06 coerce=1",
        "PRK>RUS 2024-06 support=1",
        "RUS>PRK 2024-06 support=1",
    ]
    assert table_of(text)["RUS", "PRK", "2024-06"]["scale_sum"] == "7.0"
    assert notes == ["1 event has no act in PLOVER (states of affairs, wishes, denials)"]


def test_only_what_is_told_as_so_counts_unless_asked_for(tmp_path: Path) -> None:
    """Plans count when asked for, as what they are in PLOVER; what is disputed counts, and is counted as such too."""
    plan = event_on("e1", JUNE, standing=Standing.EXPECTED)
    with case_of(tmp_path, plan, status=Status.PLANNED) as case:
        assert filled(table_of(text_of(case, "dyads")[0])) == []
        text, _ = text_of(case, "dyads", statuses="planned")
        assert filled(table_of(text)) == ["RUS>PRK 2024-06 agree=1"]
    with case_of(tmp_path / "..", event_on("e1", JUNE, standing=Standing.DISPUTED)) as case:
        row = table_of(text_of(case, "dyads")[0])["RUS", "PRK", "2024-06"]
        assert (row["events"], row["disputed"]) == ("1", "1")


def test_what_is_not_dated_finely_is_left_out_and_said(tmp_path: Path) -> None:
    """An event of "2024" is in no month, but in its year; one that goes on counts where it began."""
    vague = event_on("e1", date(2024, 1, 1), date(2024, 12, 31), precision="year")
    ongoing = event_on("e2", date(2024, 3, 5), date(2024, 8, 1))
    with case_of(tmp_path, vague, ongoing) as case:
        text, notes = text_of(case, "dyads")
        assert filled(table_of(text)) == ["RUS>PRK 2024-03 aid=1"]
        assert notes == ["1 event is dated no finer than by a longer period than a month"]
        text, notes = text_of(case, "dyads", DyadOptions(by="year"))
        assert filled(table_of(text)) == ["RUS>PRK 2024 aid=2"]
        assert notes == []


def test_an_event_without_time_counts_on_the_day_of_its_document(tmp_path: Path) -> None:
    """Where no text gives the time, the day of publication stands in."""
    with case_of(tmp_path, event_on("e1", JUNE, precision="unknown")) as case:
        pass
    undated = event_on("e9", JUNE)
    undated = type(undated)(**{**{f: getattr(undated, f) for f in undated.__slots__}, "time": Time()})
    (tmp_path / "b").mkdir()
    with case_of(tmp_path / "b", undated) as case:
        assert filled(table_of(text_of(case, "dyads")[0])) == ["RUS>PRK 2024-06 aid=1"]


def test_all_pairs_of_actors(tmp_path: Path) -> None:
    """On request every ordered pair of those who occur has its rows."""
    to_china = event_on("e1", JUNE, targets=(CHINA,))
    with case_of(tmp_path, to_china, event_on("e2", JUNE, agents=(KOREA,), targets=(CHINA,))) as case:
        text, _ = text_of(case, "dyads", DyadOptions(dyads=ALL_ACTORS))
    assert len(table_of(text)) == 6
    assert filled(table_of(text)) == ["PRK>CHN 2024-06 aid=1", "RUS>CHN 2024-06 aid=1"]


def test_unknown_choice_is_an_error() -> None:
    """What there is no table for is said with what there is."""
    with pytest.raises(BadValue, match="day or week or month or year"):
        DyadOptions(by="decade")


def test_empty_case_gives_the_header_alone(tmp_path: Path) -> None:
    """Without events there is a header, and no row."""
    with open_case(tmp_path / "empty.case", settings=Settings(user="ann")) as case:
        text, _ = text_of(case, "dyads")
    assert text.startswith("source,target,period,") and text.count("\n") == 1
