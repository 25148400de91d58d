"""`dragoman clusters`."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from itertools import islice

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case, own_scale
from dragoman.cli.output import Item, terminal_width, write_items
from dragoman.cli.words import SHORT_ID
from dragoman.cli.words_system import name_parties
from dragoman.model import Bond, System
from dragoman.view import View
from dragoman.wire_system import Wire, broker_to_wire, cluster_to_wire, triangle_to_wire

_INDENT = " " * (SHORT_ID + 2)
VIEWS = ("clusters", "balance", "brokers")


@click.command()
@filters
@click.option(
    "--show",
    "view",
    type=click.Choice(VIEWS),
    help="Only these: communities; triangles of ties, the unstable first; who stands between others.  [default: all]",
)
@formats
@opens_case()
@own_scale
@earlier
def clusters(case: View, asked: Asked, view: str | None, form: str, limit: int | None) -> None:
    """List who stands with whom: clusters, unstable triangles, brokers.

    They are found by the program from the ties that hold, and set beside the blocs that texts name. Where there are too
    few ties to tell, it says so. --format jsonl and csv want one of --show, clusters where none is named.

    \b
    Examples:
      dragoman clusters
      dragoman clusters --show balance --format jsonl
    """
    system = case.system(**asked)
    if form == "table":
        found = {name: list(islice(_BLOCKS[name](system), limit)) for name in ((view,) if view else VIEWS)}
        for number, (name, blocks) in enumerate((name, blocks) for name, blocks in found.items() if blocks):
            click.echo(("\n" if number else "") + name.capitalize())
            for block in blocks:
                click.echo(block)
    else:
        write_items((Item(wire=wire, row=()) for wire in _WIRES[view or "clusters"](system)), form, (), limit)
    for note in system.notes:
        click.echo(note, err=True)


def _cluster_blocks(system: System) -> Iterator[str]:
    for cluster in system.clusters:
        lines = [cluster.why, *(likeness.what for likeness in cluster.blocs)]
        yield "\n".join([_wrap(f"{cluster.id[:SHORT_ID]}  {name_parties(cluster.members)}"), *map(_indent, lines)])


def _triangle_blocks(system: System) -> Iterator[str]:
    """Yield the unstable triangles, with the ties of each bond; how many there are in all stands first."""
    unstable = [triangle for triangle in system.triangles if not triangle.stable]
    if not system.triangles:
        return
    yield f"{len(unstable)} of {len(system.triangles)} triangles are unstable"
    for triangle in unstable:
        heading = _wrap(f"{','.join(party.code for party in triangle.parties)}  {triangle.why}")
        yield "\n".join([heading, *(_indent(_say_bond(bond)) for bond in triangle.bonds)])


def _broker_blocks(system: System) -> Iterator[str]:
    for broker in system.brokers:
        ties = ", ".join(tie[:SHORT_ID] for tie in broker.ties)
        yield "\n".join([_wrap(f"{broker.party.code:<{SHORT_ID}}  {broker.why}"), _indent(f"ties: {ties}")])


def _say_bond(bond: Bond) -> str:
    ties = ", ".join(tie[:SHORT_ID] for tie in bond.ties)
    return f"{bond.parties[0].code} with {bond.parties[1].code} {bond.net:+.2f}: ties {ties}"


def _wrap(line: str) -> str:
    return textwrap.fill(line, terminal_width(), subsequent_indent=_INDENT, break_on_hyphens=False)


def _indent(line: str) -> str:
    return _wrap(f"{_INDENT}{line}")


_BLOCKS: dict[str, Callable[[System], Iterator[str]]] = {
    "clusters": _cluster_blocks,
    "balance": _triangle_blocks,
    "brokers": _broker_blocks,
}
_WIRES: dict[str, Callable[[System], Iterator[Wire]]] = {
    "clusters": lambda system: map(cluster_to_wire, system.clusters),
    "balance": lambda system: map(triangle_to_wire, system.triangles),
    "brokers": lambda system: map(broker_to_wire, system.brokers),
}
