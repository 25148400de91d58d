"""`dragoman events`."""

from __future__ import annotations

import click

from dragoman.case import Asked
from dragoman.cli.options import filters, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID, say_when, say_who
from dragoman.library import Case
from dragoman.model import Event
from dragoman.wire import event_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="WHEN", width=10),
    Column(heading="STANDING", width=13),
    Column(heading="TYPE", width=9),
    Column(heading="WHO", width=14),
    Column(heading="WHAT", width=0),
)


@click.command()
@filters
@formats
@opens_case()
def events(case: Case, asked: Asked, form: str, limit: int | None) -> None:
    """List what happened, is planned, alleged or disputed, in the order of time.

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
    what = [event.theme.text if event.theme else "", event.mode or "", f"in {event.place.text}" if event.place else ""]
    return (
        event.id[:SHORT_ID],
        say_when(event.time),
        event.standing + ("*" if event.fulfilled else ""),
        event.type,
        say_who(event.agents, event.targets),
        "; ".join(part for part in what if part),
    )
