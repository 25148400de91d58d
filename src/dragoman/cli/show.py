"""`dragoman show`."""

from __future__ import annotations

import click

import dragoman.cli.pages_ledger  # noqa: F401  its pages register themselves
from dragoman.cli.options import earlier, opens_case
from dragoman.cli.pages import page_of
from dragoman.cli.pages_system import OF_SYSTEM, page_of_system
from dragoman.view import View


@click.command()
@click.argument("called", metavar="ID|NAME")
@opens_case()
@earlier
def show(case: View, called: str) -> None:
    """Show one thing with its evidence.

    A document, statement, event, dispute, actor, tie, exchange, match or obligation; the beginning of an id will do.
    The words of evidence stand in their paragraph, between >> and <<.

    \b
    Examples:
      dragoman show 9f3a1c22
      dragoman show summit.txt
      dragoman show PRK
    """
    found = case.show(called)
    if isinstance(found, OF_SYSTEM):
        click.echo(page_of_system(case, found))
    else:
        click.echo(page_of(case.weighed, found))
