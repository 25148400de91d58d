"""`dragoman disputes`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case, split_all
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID, say_deed, say_source
from dragoman.model import Dispute, DisputeKind, Side
from dragoman.view import View
from dragoman.wire_words import Sources, dispute_with_words, sources_of

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="KIND", width=16),
    Column(heading="EVENT", width=0),
    Column(heading="WHAT", width=0),
)
_MOST_WORDS = 3  # of a side that the table shows; `dragoman show` has them all


@click.command()
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help=f"Only of this kind: {', '.join(DisputeKind)}. May be repeated.",
)
@filters
@formats
@opens_case()
@earlier
def disputes(case: View, kinds: tuple[str, ...], asked: Asked, form: str, limit: int | None) -> None:
    """List where accounts cannot all be right, with each side's words.

    Behind each side stand those whose interest it is; a star marks a side on which somebody speaks against their own
    interest. Filters are those of events: a dispute is listed when it is over an event that matches.

    \b
    Examples:
      dragoman disputes --actor RUS,PRK
      dragoman disputes --kind occurrence,number --since 2023-09 --format jsonl
    """
    found = case.disputes(kinds=split_all(kinds), **asked)
    told = sources_of([s for dispute in found for side in dispute.sides for s in side.statements], case.file)
    events = {event.id: event for event in case.file.events_with_ids([dispute.events[0] for dispute in found])}
    items = (
        Item(
            wire=dispute_with_words(dispute, told),
            row=(dispute.id[:SHORT_ID], dispute.kind, say_deed(events[dispute.events[0]]), dispute.what),
            below=list(_sides(dispute, told)),
        )
        for dispute in found
    )
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("No dispute matches.", err=True)


def _sides(dispute: Dispute, told: Sources) -> Iterator[str]:
    for side in dispute.sides:
        yield _head(side)
        for id_ in side.statements[:_MOST_WORDS]:
            yield f"  {say_source(told.statements[id_], told)}"
        if (more := len(side.statements) - _MOST_WORDS) > 0:
            yield f"  and {more} more; see `dragoman show {dispute.id[:SHORT_ID]}`"


def _head(side: Side) -> str:
    interests = f" ({', '.join(side.interests)})" if side.interests else ""
    return f"- {side.claim}{interests}{' *' if side.against_own_interest else ''}"
