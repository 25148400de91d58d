"""The time of an event: stated, or only that of the reports."""

from __future__ import annotations

from datetime import date

from tests.weigh.builders import report, the_event, told


def test_a_time_that_no_text_states_carries_no_words() -> None:
    """A happening without a date has the days before its first report, and no text to show for them."""
    time = the_event(told("a", "CONSULT PRK+RUS")).time
    assert (time.start, time.end, time.precision, time.text) == (date(2024, 5, 31), date(2024, 6, 10), "interval", None)


def test_a_stated_time_beats_the_days_of_reports() -> None:
    """The finest time that a text states for what happened is the event's."""
    time = the_event(told("a", "CONSULT PRK+RUS"), told("b", "CONSULT PRK+RUS", when="2024-06-09")).time
    assert (time.start, time.end, time.text) == (date(2024, 6, 9), date(2024, 6, 9), "2024-06-09")


def test_a_plan_does_not_date_what_came_of_it() -> None:
    """Where it is told as done, the plan's day is not the event's; what is only planned lies ahead of its report."""
    planned = told("a", "CONSULT PRK+RUS", status="planned", when="2024-06-05")
    time = the_event(planned, told("b", "CONSULT PRK+RUS", when="2024-06-09")).time
    assert time.start == date(2024, 6, 9)
    ahead = the_event(told("a", "CONSULT PRK+RUS", status="planned")).time
    assert (ahead.start, ahead.end, ahead.text) == (date(2024, 6, 10), None, None)


def test_a_state_spans_its_reports() -> None:
    """What lasts runs from the first report to the last where nothing is stated."""
    time = the_event(
        told("a", "ALLY RUS CHN"),
        told("b", "ALLY RUS CHN"),
        documents=(report("a", "2023-01-05"), report("b", "2024-03-07")),
    ).time
    assert (time.start, time.end, time.text) == (date(2023, 1, 5), date(2024, 3, 7), None)


def test_a_state_has_its_stated_beginning() -> None:
    """A stated time of a state counts before its reports."""
    time = the_event(told("a", "ALLY RUS CHN", when="2022"), told("b", "ALLY RUS CHN")).time
    assert (time.start, time.text) == (date(2022, 1, 1), "2022")
