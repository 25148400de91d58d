"""`dragoman vocabulary`."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def vocabulary() -> None:
    """Look into the vocabulary of types and words."""


@vocabulary.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE]...")
def check(files: tuple[Path, ...]) -> None:
    """Check the vocabulary, with FILEs of your own beside it; what is wrong is named.

    \b
    Examples:
      dragoman vocabulary check
    """
    from dragoman.ontology import load_ontology

    click.echo(f"{len(load_ontology(files).types)} types, nothing wrong")


@vocabulary.command()
def types() -> None:
    """List the types of statements and events.

    \b
    Examples:
      dragoman vocabulary types
    """
    from dragoman.ontology import load_ontology

    for kind in load_ontology().types.values():
        click.echo(f"{kind.name:<10} {kind.meaning}")
