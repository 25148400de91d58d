"""`dragoman export`."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, opens_case
from dragoman.cli.progress import show_waiting
from dragoman.errors import BadValue
from dragoman.export.formats import FORMATS, export_lines, export_to, find_format, is_text
from dragoman.export.options import DYADS, OCCURRING, DyadOptions
from dragoman.export.periods import PERIODS
from dragoman.view import View

_WIDEST = max(map(len, FORMATS))
_LISTED = "\n".join(f"  {name:{_WIDEST}}  {form.what}" for name, form in FORMATS.items())


@click.command(epilog=f"\b\nFormats:\n{_LISTED}")
@click.argument("form", metavar="FORMAT")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it here, or the folder.")
@click.option("--overwrite", is_flag=True, help="Write over what is there.")
@click.option("--by", type=click.Choice(PERIODS), help="For dyads: a row for each of these.  [default: month]")
@click.option("--dyads", type=click.Choice(DYADS), help=f"For dyads: which have rows.  [default: {OCCURRING}]")
@filters
@opens_case()
@earlier
def export(
    case: View,
    asked: Asked,
    form: str,
    output: Path | None,
    overwrite: bool,
    by: str | None,
    dyads: str | None,
) -> None:
    """Write what the case holds in the formats of others.

    A file is there whole or not at all. What a format has no room for is said at the end; the page on exports has more.

    \b
    Examples:
      dragoman export plover --status actual -o events.jsonl
      dragoman export dyads --since 2023 --until 2024 --by month -o dyads.csv
      dragoman export graphml --actor RUS,PRK -o ties.graphml
      dragoman export csv -o tables/
    """
    from dragoman.exporting import select

    find_format(form)
    if form != "dyads" and (by or dyads):
        raise BadValue(f"--by and --dyads are for dyads, and this is {form}")
    options = DyadOptions(by=by or "month", dyads=dyads or OCCURRING)
    if output is None and not is_text(form, None):
        raise BadValue(f"{form} writes several files; name a folder for them: -o FOLDER")
    if output is not None and output.exists() and not overwrite and not _is_empty_folder(output):
        raise BadValue(f"{output} is there already; name another, or write over it with --overwrite")
    selection = select(case, asked)
    if output is None:
        for line in export_lines(form, selection, options):
            click.echo(line, nl=False)
    else:
        with show_waiting(f"writing {output} ..."):
            export_to(form, selection, output, options)
    for note in selection.notes:
        click.echo(f"left out: {note}", err=True)
    if output is not None:
        click.echo(f"{FORMATS[form].what}: in {output}", err=True)


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())
