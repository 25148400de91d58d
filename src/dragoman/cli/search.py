"""`dragoman search`."""

from __future__ import annotations

import textwrap

import click

from dragoman.case import Hit
from dragoman.cli.options import opens_case
from dragoman.cli.output import terminal_width
from dragoman.library import Case


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Only the best N.")
@opens_case()
def search(case: Case, words: tuple[str, ...], limit: int) -> None:
    """Find documents by their words.

    All of the words must be there. Quoted words are a phrase, a star stands for any ending.

    \b
    Examples:
      dragoman search grain ministers
      dragoman search '"grain deal" negotiat*'
    """
    hits = case.search(" ".join(words), limit=limit)
    for hit in hits:
        click.echo(f"{hit.name}: {hit.title}" if hit.title else hit.name)
        click.echo(textwrap.fill(_marked(hit), terminal_width(), initial_indent="    ", subsequent_indent="    "))
    if not hits:
        click.echo("No document holds these words.", err=True)


def _marked(hit: Hit) -> str:
    """Return the snippet with stars around the words found, readable without colour."""
    marked, at = "", 0
    for mark in hit.marks:
        marked += f"{hit.snippet[at : mark.start]}*{mark.of(hit.snippet)}*"
        at = mark.end
    return marked + hit.snippet[at:]
