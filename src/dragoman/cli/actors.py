"""`dragoman actors`."""

from __future__ import annotations

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.view import View
from dragoman.wire import actor_to_wire

_COLUMNS = (
    Column(heading="CODE", width=12),
    Column(heading="NAME", width=0),
    Column(heading="KIND", width=7),
    Column(heading="STATEMENTS", width=10),
    Column(heading="DOCUMENTS", width=9),
)


@click.command()
@filters
@formats
@opens_case()
@earlier
def actors(case: View, asked: Asked, form: str, limit: int | None) -> None:
    """List whom the documents name, the most named first.

    \b
    Examples:
      dragoman actors
      dragoman actors --document summit.txt --format csv
    """
    items = (
        Item(wire=actor_to_wire(a), row=(a.code, a.name, a.kind, f"{a.statements:>10}", f"{a.documents:>9}"))
        for a in case.actors(**asked)
    )
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("No actor matches.", err=True)
