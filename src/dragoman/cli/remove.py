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

    What was built on them goes with them. Corrections stay on record, but do not return when a document is read in
    again.

    \b
    Examples:
      dragoman remove summit.txt
    """
    for name in documents:
        corrected = bool(case.file.decisions(name))
        click.echo(f"removed {case.remove(name).name}")
        if corrected:
            click.echo("its corrections stay on record, but do not return when it is read in again", err=True)
