"""`dragoman publishers`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from dragoman.cli.options import CASE_HELP, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.library import Case
from dragoman.model import Publisher
from dragoman.settings import Settings, load_settings
from dragoman.wire_decisions import publisher_to_wire

_COLUMNS = (
    Column(heading="RELIABILITY", width=27),
    Column(heading="DOCUMENTS", width=9),
    Column(heading="CREDITED", width=8),
    Column(heading="PUBLISHER", width=0),
)


@click.group(invoke_without_command=True)
@formats
@click.option("--case", "path", type=click.Path(path_type=Path), help=CASE_HELP)
@click.pass_context
def publishers(context: click.Context, path: Path | None, form: str, limit: int | None) -> None:
    """List who put out the documents, and how far they are trusted.

    Reliability runs from A (completely reliable) to E (unreliable); F says that it cannot be judged, and holds until
    someone sets another. It is your word on the publisher, and changes no standing: how far an event is borne out by
    its sources is its credibility, from 1 to 6, and the two stay apart. Credited are documents of others that say they
    repeat the publisher. One publisher's names count as one ("BBC News", "the BBC").

    \b
    Examples:
      dragoman publishers
      dragoman publishers set "Strelsau Times" B
    """
    settings = context.find_object(Settings) or load_settings()
    context.obj = replace(settings, case=path) if path else settings
    if context.invoked_subcommand is None:
        _list(path=None, form=form, limit=limit)


@publishers.command("set")
@click.argument("name")
@click.argument("reliability")
@opens_case()
def set_(case: Case, name: str, reliability: str) -> None:
    """Set how far a publisher is trusted: A to F.

    What was set before stays on record, with who set it and when.

    \b
    Examples:
      dragoman publishers set "Strelsau Times" B
      dragoman publishers set "Strelsau Times" F
    """
    publisher = case.rate(name, reliability)
    click.echo(f"{publisher.name}: {_grade(publisher)}")


@opens_case()
def _list(case: Case, form: str, limit: int | None) -> None:
    found = case.publishers()
    items = (Item(wire=publisher_to_wire(publisher), row=_row(publisher)) for publisher in found)
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("No document names its publisher.", err=True)
    if silent := sum(not (d.publisher or d.author) for d in case.documents()):
        many = f"{silent} documents name no publisher" if silent > 1 else "1 document names no publisher"
        click.echo(f"{many}; `dragoman set DOCUMENT publisher=NAME` gives it one", err=True)


def _row(publisher: Publisher) -> tuple[str, ...]:
    return (_grade(publisher), f"{publisher.documents:>9}", f"{publisher.credited:>8}", publisher.name)


def _grade(publisher: Publisher) -> str:
    return f"{publisher.reliability} ({publisher.reliability.in_words})"
