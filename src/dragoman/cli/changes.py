"""`dragoman changes`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dragoman.case import Clock
from dragoman.changing import find_changed
from dragoman.cli.options import formats, opens_case, say_lacking, split_all
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.progress import show_waiting
from dragoman.cli.words import SHORT_ID, say_source
from dragoman.library import Case
from dragoman.model import Change, ChangeKind
from dragoman.wire_words import Sources, change_to_wire, sources_of

_COLUMNS = (
    Column(heading="DAY", width=10),
    Column(heading="EVENT", width=SHORT_ID),
    Column(heading="CHANGE", width=30),
    Column(heading="WHAT", width=0),
)
_MOST_WORDS = 3  # that the table shows of what changed something


@click.command()
@click.option("--since", metavar="DATE", required=True, help="From this day, month or year on.")
@click.option("--until", metavar="DATE", help="Only up to this day, month or year.")
@click.option(
    "--clock",
    type=click.Choice([clock.value for clock in Clock]),
    default=Clock.PUBLISHED.value,
    show_default=True,
    help="By when documents were published, or by when the case read them; then people's decisions are changes too.",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help=f"Only of this kind: {', '.join(ChangeKind)}.")
@click.option("--actor", "actors", multiple=True, metavar="CODE", help="Only of events with this actor; RUS, a name.")
@formats
@opens_case()
def changes(
    case: Case,
    since: str,
    until: str | None,
    clock: str,
    kinds: tuple[str, ...],
    actors: tuple[str, ...],
    form: str,
    limit: int | None,
) -> None:
    """List what changed, and which documents changed it.

    Events that are new; standings that changed; what was announced and came true; numbers and dates told anew;
    disputes that arose or were settled; events that were joined or parted. Below each stand the words that changed it.

    \b
    Examples:
      dragoman changes --since 2024-06-18 --actor PRK
      dragoman changes --since 2024-06 --until 2024-06 --kind standing,dispute
      dragoman changes --since 2026-11-21 --clock read --format jsonl
    """
    with show_waiting("weighing what was known before ..."):
        found = find_changed(case, since, until, clock, kinds=split_all(kinds), actors=split_all(actors))
    for line in say_lacking(found.lacking):
        click.echo(line, err=True)
    told = sources_of([s for change in found.changes for s in change.statements], case.file)
    items = (
        Item(wire=change_to_wire(change, told), row=_row(change), below=list(_by(change, told)))
        for change in found.changes
    )
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("Nothing changed.", err=True)


def _row(change: Change) -> tuple[str, ...]:
    return (str(change.day or "-"), (change.event or "")[:SHORT_ID], _become(change), change.what)


def _become(change: Change) -> str:
    """Return in a few words what became of it."""
    was, now = change.was or "", change.now or ""
    return {
        ChangeKind.NEW: f"new: {now}",
        ChangeKind.STANDING: f"{now}, was {was}",
        ChangeKind.FULFILLED: "came true",
        ChangeKind.UPDATED: f"{now}, was {was}",
        ChangeKind.JOINED: f"joined of {len(was.split())} events",
        ChangeKind.PARTED: f"parted into {len(now.split())} events",
        ChangeKind.GONE: f"gone, was {was}",
        ChangeKind.DISPUTE: f"dispute: {now}",
        ChangeKind.SETTLED: f"settled: {was}",
    }[change.kind]


def _by(change: Change, told: Sources) -> Iterator[str]:
    if change.ruled:
        yield f"- {change.ruled}"
    for id_ in change.statements[:_MOST_WORDS]:
        yield f"- {say_source(told.statements[id_], told)}"
    if (more := len(change.statements) - _MOST_WORDS) > 0:
        yield f"- and {more} more statements"
    if not change.statements and not change.ruled:
        yield "- no new document: a correction, or another version of the program"
