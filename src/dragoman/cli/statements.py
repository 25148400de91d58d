"""`dragoman statements`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID, say_deed
from dragoman.model import Statement
from dragoman.naming import settle_filter
from dragoman.view import View
from dragoman.wire import statement_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="STATUS", width=8),
    Column(heading="SAID BY", width=8),
    Column(heading="STATEMENT", width=22),
    Column(heading="WORDS", width=0),
)


@click.command()
@filters
@formats
@opens_case()
@earlier
def statements(case: View, asked: Asked, form: str, limit: int | None) -> None:
    """List what the documents say, in whose words.

    \b
    Examples:
      dragoman statements --actor RUS --type WANT
      dragoman statements --status denied --since 2023-09 --format jsonl
    """
    wanted = settle_filter(asked, case.file)
    names, event_ids = case.file.document_names(), case.weighed.event_ids()

    def items() -> Iterator[Item]:
        for statement in case.weighed.iterate_statements(wanted):
            wire = statement_to_wire(statement, names[statement.document], event_ids.get(statement.id))
            yield Item(wire=wire, row=_row(statement))

    if not write_items(items(), form, _COLUMNS, limit):
        click.echo("No statement matches.", err=True)


def _row(statement: Statement) -> tuple[str, ...]:
    return (
        statement.id[:SHORT_ID],
        statement.status,
        ",".join(voice.code for voice in statement.voices),
        say_deed(statement),
        statement.evidence.quote,
    )
