"""`dragoman exchanges`."""

from __future__ import annotations

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case
from dragoman.cli.output import Column, Item, shorten, write_items
from dragoman.cli.words import SHORT_ID
from dragoman.cli.words_ledger import say_exchange, say_good
from dragoman.model import Exchange, Match, Stage, StageCertainty
from dragoman.view import View
from dragoman.wire_ledger import exchange_to_wire, match_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="EXCHANGE", width=26),
    Column(heading="STAGE", width=9),
    Column(heading="HOW SURE", width=8),
    Column(heading="GOODS", width=0),
)
_MATCH_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="SCORE", width=5),
    Column(heading="MATCH", width=28),
    Column(heading="WHY", width=0),
)


@click.command()
@filters
@click.option(
    "--good", "goods", multiple=True, metavar="GOOD", help="Only of this good (weapons, food). May be repeated."
)
@click.option(
    "--stage", "stages", multiple=True, type=click.Choice([s.value for s in Stage]), help="Only at this stage."
)
@click.option(
    "--certainty",
    "certainties",
    multiple=True,
    type=click.Choice([c.value for c in StageCertainty]),
    help="Only as sure as this.",
)
@click.option("--matches", is_flag=True, help="List instead which wants meet what another has: the program's finding.")
@formats
@opens_case()
@earlier
def exchanges(
    case: View,
    asked: Asked,
    goods: tuple[str, ...],
    stages: tuple[str, ...],
    certainties: tuple[str, ...],
    matches: bool,
    form: str,
    limit: int | None,
) -> None:
    """List which goods pass between parties, or are wanted, offered or agreed.

    The arrow goes from the giver to the receiver; a question mark stands for nobody named, two dashes where nobody says
    which of the two gives. The stage is the furthest that is held or disputed, else the furthest told of. What is in
    return for something else is marked so only where a source says it; `--matches` lists what the program found.

    \b
    Examples:
      dragoman exchanges --actor RUS --good weapons
      dragoman exchanges --stage wanted --since 2023-09 --format csv
      dragoman exchanges --matches
    """
    if matches:
        wanting = case.matches(goods=goods, **asked)
        if not write_items(map(_match_item, wanting), form, _MATCH_COLUMNS, limit):
            click.echo("No want meets what another has.", err=True)
        return
    found = case.exchanges(goods=goods, stages=stages, certainties=certainties, **asked)
    if not write_items(map(_item, found), form, _COLUMNS, limit):
        click.echo("No exchange matches.", err=True)


def _item(exchange: Exchange) -> Item:
    what = ", ".join(exchange.what)
    named = f" ({exchange.named_by[0].text})" if exchange.named_by else ""
    row = (exchange.id[:SHORT_ID], say_exchange(exchange), exchange.stage, exchange.certainty, f"{what}{named}")
    return Item(wire=exchange_to_wire(exchange), row=row)


def _match_item(match: Match) -> Item:
    what = f"{match.want.party.code} wants {say_good(match.good)} {match.offer.party.code}"
    row = (match.id[:SHORT_ID], f"{match.score:.2f}", shorten(what, 28), "; ".join(match.why))
    return Item(wire=match_to_wire(match), row=row)
