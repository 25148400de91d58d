"""`dragoman remove`."""

from __future__ import annotations

import click

from dragoman.cli.options import opens_case
from dragoman.library import Case


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@opens_case()
def remove(case: Case, documents: tuple[str, ...]) -> None:
    """Take documents out of the case.

    What was built on them goes with them.

    \b
    Examples:
      dragoman remove summit.txt
    """
    for name in documents:
        click.echo(f"removed {case.remove(name).name}")
