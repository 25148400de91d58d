"""`dragoman vocabulary`."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def vocabulary() -> None:
    """Look into the vocabulary of types and words."""


@vocabulary.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE]...")
def check(files: tuple[Path, ...]) -> int:
    """Check the vocabulary, with FILEs of your own beside it; what is wrong is named, and the exit status is 1.

    \b
    Examples:
      dragoman vocabulary check
      dragoman vocabulary check my-words.yaml
    """
    from dragoman.ontology.check import check_ontology

    found = check_ontology(files)
    for line in found:
        click.echo(line)
    click.echo(f"{len(found) or 'no'} problem{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


@vocabulary.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def scale(file: Path | None) -> None:
    """List the scale: how friendly or hostile an event of each type and mode is.

    With FILE, its values stand in place of the program's: lines such as "AGREE pact: 8", from -10 (hostile) to 10
    (friendly). What is wrong in it is told with the line, and the exit status is 1. `dragoman ties --scale FILE` and
    $DRAGOMAN_SCALE go by it.

    \b
    Examples:
      dragoman vocabulary scale
      dragoman vocabulary scale my-scale.yaml
    """
    from dragoman.system import load_scale

    for (kind, mode), value in load_scale(file).values.items():
        click.echo(f"{value:>5.1f}  {kind}{f' {mode}' if mode else ''}")


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
