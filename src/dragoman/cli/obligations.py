"""`dragoman obligations`."""

from __future__ import annotations

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID
from dragoman.cli.words_ledger import say_obligation
from dragoman.model import Instrument, Obligation
from dragoman.view import View
from dragoman.wire_ledger import obligation_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="KIND", width=10),
    Column(heading="WHO MUST WHAT", width=0),
    Column(heading="WHEN", width=0),
)


@click.command()
@filters
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in Instrument]), help="Only of this kind."
)
@click.option("--breached", is_flag=True, help="Only those that a source says are or would be breached.")
@formats
@opens_case()
@earlier
def obligations(case: View, asked: Asked, kinds: tuple[str, ...], breached: bool, form: str, limit: int | None) -> None:
    """List who must, may or must not do what, by pacts, resolutions, sanctions and threats.

    WHEN says what sets it off, and unless what; a star there says that a source speaks of a breach.

    \b
    Examples:
      dragoman obligations --actor PRK
      dragoman obligations --kind sanction --format csv
      dragoman obligations --breached
    """
    found = case.obligations(kinds=kinds, breached=breached, **asked)
    items = (Item(wire=obligation_to_wire(obligation), row=_row(obligation)) for obligation in found)
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("No obligation matches.", err=True)


def _row(obligation: Obligation) -> tuple[str, ...]:
    parts = [
        "*" if obligation.breaches else "",
        obligation.trigger.text if obligation.trigger else "",
        *(exception.text for exception in obligation.exceptions),
    ]
    denied = " (denied)" if obligation.status == "denied" else ""
    return (
        obligation.id[:SHORT_ID],
        obligation.kind.value,
        say_obligation(obligation) + denied,
        " ".join(part for part in parts if part),
    )
