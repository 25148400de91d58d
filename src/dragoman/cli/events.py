"""`dragoman events`."""

from __future__ import annotations

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID, say_deed, say_when_shortly
from dragoman.model import Event
from dragoman.view import View
from dragoman.wire import event_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="WHEN", width=14),
    Column(heading="STANDING", width=16),
    Column(heading="EVENT", width=0),
)


@click.command()
@filters
@formats
@opens_case()
@earlier
def events(case: View, asked: Asked, form: str, limit: int | None) -> None:
    """List what happened or may have, by time.

    A star follows the standing of what was announced and has come true, then the credibility: from 1 (confirmed by two
    interests) to 6 (cannot be judged).

    \b
    Examples:
      dragoman events --actor RUS,PRK --since 2023-09
      dragoman events --standing disputed --format csv
    """
    found = case.events(**asked)
    items = (Item(wire=event_to_wire(event), row=_row(event)) for event in found)
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("No event matches.", err=True)


def _row(event: Event) -> tuple[str, ...]:
    what = (event.mode, event.theme and event.theme.text, event.place and f"in {event.place.text}")
    more = ", ".join(part for part in what if part)
    return (
        event.id[:SHORT_ID],
        say_when_shortly(event.time),
        f"{event.standing}{'*' if event.fulfilled else ''} {event.credibility}",
        say_deed(event) + (f": {more}" if more else ""),
    )
