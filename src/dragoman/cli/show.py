"""`dragoman show`."""

from __future__ import annotations

import click

from dragoman.cli.options import opens_case
from dragoman.cli.pages import page_of
from dragoman.library import Case


@click.command()
@click.argument("called", metavar="ID|NAME")
@opens_case()
def show(case: Case, called: str) -> None:
    """Show one thing with its evidence.

    A document, statement, event, dispute or actor; the beginning of an id will do. The words of
    evidence stand in their paragraph, between >> and <<.

    \b
    Examples:
      dragoman show 9f3a1c22
      dragoman show summit.txt
      dragoman show PRK
    """
    click.echo(page_of(case.weighed, case.show(called)))
