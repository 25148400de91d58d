"""`dragoman rulings`, and the commands that take them: merge, split, pin, undo."""

from __future__ import annotations

import click

from dragoman.cli.options import formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID, say_deed, say_when_shortly
from dragoman.library import Case
from dragoman.model import Event, Ruling, RulingKind
from dragoman.ruling import Ruled, look_up
from dragoman.wire_decisions import ruling_to_wire

_COLUMNS = (
    Column(heading="NO", width=4),
    Column(heading="DATE", width=10),
    Column(heading="BY", width=10),
    Column(heading="RULING", width=18),
    Column(heading="EVENTS NOW", width=0),
)


@click.command()
@formats
@opens_case()
def rulings(case: Case, form: str, limit: int | None) -> None:
    """List what people ruled about which statements tell of one event.

    Rulings are only ever added: what was undone stays in the list and says so. The events are those that the
    statements of the ruling are of now; where documents were removed or are read otherwise, there may be none.

    \b
    Examples:
      dragoman rulings
      dragoman rulings --format jsonl
    """
    found = look_up(case.rulings(), case.weighed)
    items = (Item(wire=ruling_to_wire(ruled), row=_row(ruled)) for ruled in found)
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("There is no ruling; see `dragoman merge --help`.", err=True)


@click.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@opens_case()
def merge(case: Case, events: tuple[str, ...]) -> None:
    """Join events that are one.

    They stay joined whatever later documents or versions of the program say, until someone splits them or undoes it.
    The id of a statement stands for its event.

    \b
    Examples:
      dragoman merge e03f78ff e9a1c220
    """
    _tell(case, case.merge(*events))


@click.command()
@click.argument("event")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@opens_case()
def split(case: Case, event: str, statements: tuple[str, ...]) -> None:
    """Take statements out of an event.

    What is taken out is one event from then on; what else belongs to either is weighed as ever.

    \b
    Examples:
      dragoman split e03f78ff 9f3a1c22 77b0e1d4
    """
    _tell(case, case.split(event, *statements))


@click.command()
@click.argument("event")
@opens_case()
def pin(case: Case, event: str) -> None:
    """Hold an event together as it is.

    Its statements stay joined whatever later documents or versions of the program say; more may join them.

    \b
    Examples:
      dragoman pin e03f78ff
    """
    _tell(case, case.pin(event))


@click.command()
@click.argument("number", type=int)
@opens_case()
def undo(case: Case, number: int) -> None:
    """Take back a ruling.

    The ruling stays on record, and so does the undoing, which can be undone itself.

    \b
    Examples:
      dragoman undo 3
    """
    _tell(case, case.undo(number))


def _tell(case: Case, ruling: Ruling) -> None:
    """Say what became of the events that the ruling is about."""
    click.echo(f"ruling {ruling.number}: {_what(ruling)}, by {ruling.made_by}")
    (ruled,) = look_up([ruling], case.weighed)
    for event in ruled.events:
        click.echo(f"  {_line(event)}")


def _line(event: Event) -> str:
    count = len(event.statements)
    told = f"{count} statement{'' if count == 1 else 's'}"
    parts = (event.id[:SHORT_ID], say_when_shortly(event.time), say_deed(event), f"{event.standing}, {told}")
    return "  ".join(part for part in parts if part)


def _what(ruling: Ruling) -> str:
    if ruling.kind is RulingKind.UNDO:
        return f"undo of {ruling.undoes}"
    return ruling.kind.value


def _row(ruled: Ruled) -> tuple[str, ...]:
    ruling = ruled.ruling
    events = "; ".join(f"{event.id[:SHORT_ID]} {say_deed(event)}" for event in ruled.events)
    return (
        str(ruling.number),
        f"{ruling.made_at:%Y-%m-%d}",
        ruling.made_by,
        _what(ruling) + (", undone" if ruling.is_undone else ""),
        events or "-",
    )
