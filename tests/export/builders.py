"""Small cases of events by hand, to be exported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from dragoman.export.formats import export_lines
from dragoman.export.options import DyadOptions
from dragoman.exporting import select
from dragoman.library import Case, open_case
from dragoman.model import Event, Standing, Status, Time
from dragoman.settings import Settings
from dragoman.view import View
from dragoman.weigh.version import weigh_version
from tests.case.builders import KOREA, RUSSIA, make_document, make_event, make_reading, make_statement


def text_of(case: View, form: str, options: DyadOptions | None = None, **asked: object) -> tuple[str, list[str]]:
    """Return the text of an export and its notes."""
    selection = select(case, asked)  # type: ignore[arg-type]
    text = "".join(export_lines(form, selection, options or DyadOptions()))
    return text, selection.notes


def event_on(id_: str, start: date, end: date | None = None, **fields: object) -> Event:
    """Return an event of Russia towards North Korea on that day, or told as of those days."""
    precision = fields.pop("precision", "day" if end is None else "interval")
    known = {"type": "AID", "agents": (RUSSIA,), "targets": (KOREA,), "standing": Standing.SINGLE_SOURCE} | fields
    time = Time(start=start, end=end or start, precision=str(precision))
    return make_event(id_, f"s-{id_}", time=time, **known)


@contextmanager
def case_of(folder: Path, *events: Event, status: Status = Status.ACTUAL) -> Iterator[Case]:
    """Open a case that holds these events, each of one statement of that status."""
    with open_case(folder / "hand.case", settings=Settings(user="ann")) as case:
        statements = [
            make_statement(f"s-{e.id}", type=e.type, mode=e.mode, agents=e.agents, targets=e.targets, status=status)
            for e in events
        ]
        case.file.store(make_document(published=date(2024, 6, 20)), make_reading(*statements))
        changes = case.file.changes()
        assert case.file.replace_events(events, (), stands_for=changes, by=weigh_version())
        yield case
