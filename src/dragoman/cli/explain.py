"""`dragoman explain`."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import click

from dragoman.cli.options import earlier, opens_case
from dragoman.cli.output import terminal_width
from dragoman.explain import Because
from dragoman.view import View

_PART = 12


@click.command()
@click.argument("called", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "jsonl")),
    default="table",
    show_default=True,
    help="How to write it: for people, or one JSON object a line.",
)
@opens_case()
@earlier
def explain(case: View, called: str, form: str) -> None:
    """Say which rule or decision made each part of a statement, an event or a dispute.

    Of a statement: the type, the roles and who fills them, time, place, status, voice. Of an event: why its statements
    were joined, what each origin adds, and how the standing follows.

    \b
    Examples:
      dragoman explain 9f3a1c22
      dragoman explain e03f78ff --format jsonl
    """
    found = case.explain(called)
    for line in (
        (json.dumps(asdict(because), ensure_ascii=False) for because in found) if form == "jsonl" else _table(found)
    ):
        click.echo(line)


def _table(found: Sequence[Because]) -> Iterator[str]:
    indent = " " * (_PART + 2)
    for because in found:
        head = f"{because.part:<{_PART}}  {because.value}".rstrip()
        yield _wrapped(head, indent)
        yield _wrapped(f"{indent}  {because.why}", f"{indent}  ")


def _wrapped(line: str, indent: str) -> str:
    return textwrap.fill(
        line, terminal_width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
