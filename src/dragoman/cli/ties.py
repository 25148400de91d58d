"""`dragoman ties`."""

from __future__ import annotations

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case, own_scale, split_codes
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID
from dragoman.cli.words_system import say_sign, say_since, say_tie
from dragoman.model import Tie, TieKind, Trend
from dragoman.systems import SIGNS
from dragoman.view import View
from dragoman.wire_system import tie_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="WEIGHT", width=6),
    Column(heading="TIE", width=0),
    Column(heading="HOW SURE", width=8),
    Column(heading="TOLD", width=17),
    Column(heading="TREND", width=7),
)


@click.command()
@filters
@click.option("--between", metavar="CODES", help="Only ties whose both parties are among these: RUS,PRK.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in TieKind]), help="Only of this kind."
)
@click.option("--sign", "signs", multiple=True, type=click.Choice(SIGNS), help="Only of this sign.")
@formats
@opens_case()
@own_scale
@earlier
def ties(
    case: View,
    asked: Asked,
    between: str | None,
    kinds: tuple[str, ...],
    signs: tuple[str, ...],
    form: str,
    limit: int | None,
) -> None:
    """List what holds between parties, the strongest first.

    The weight is the sign (+ friendly, - hostile, ~ neither) and the strength, from 0 to 1, as of --until, else of the
    newest document; `dragoman show ID` says what it comes from. An arrow goes from who gives, backs, punishes or
    attacks to whom. What is only alleged or planned says so.

    \b
    Examples:
      dragoman ties --actor RUS --sign hostile
      dragoman ties --between RUS,PRK,IRN --format csv
    """
    found = case.ties(between=split_codes(between), kinds=kinds, signs=signs, **asked)
    items = (Item(wire=tie_to_wire(tie), row=_row(tie)) for tie in found)
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("No tie matches.", err=True)


def _row(tie: Tie) -> tuple[str, ...]:
    return (
        tie.id[:SHORT_ID],
        f"{say_sign(tie.sign)}{tie.strength:.2f}",
        say_tie(tie),
        tie.certainty.value,
        say_since(tie),
        "" if tie.trend is Trend.UNKNOWN else tie.trend.value,
    )
