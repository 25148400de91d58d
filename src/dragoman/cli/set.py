"""`dragoman set`."""

from __future__ import annotations

import click

from dragoman.case import CORRECTABLE
from dragoman.cli.options import opens_case, own_data, with_own_data
from dragoman.errors import BadValue
from dragoman.library import Case


@click.command(
    "set",
    help=f"""Correct what is known of a document.

It is read anew, and what was built on it follows. The fields are {", ".join(CORRECTABLE)};
an empty value says that it is not known. The document as it was read in is kept, and so is who corrected what and when.

\b
Examples:
  dragoman set summit.txt published=2023-09-14 publisher="Strelsau Times"
  dragoman set summit.txt author=
""",
)
@click.argument("document")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@own_data
@opens_case()
def set_(
    case: Case, document: str, fields: tuple[str, ...], actors: tuple[str, ...], vocabulary: tuple[str, ...]
) -> None:
    """Correct what is known of a document."""
    case.settings = with_own_data(case.settings, actors, vocabulary)
    pairs = dict(_pair(field) for field in fields)
    corrected = case.set(document, pairs)
    for field in pairs:
        click.echo(f"{corrected.name}: {field} is {getattr(corrected, field) or 'not known'}")


def _pair(field: str) -> tuple[str, str | None]:
    name, sign, value = field.partition("=")
    if not sign:
        raise BadValue(f"this sets nothing ({field}); write it as FIELD=VALUE, such as published=2023-09-14")
    return name.strip(), value.strip() or None
