"""`dragoman brief`."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import earlier, opens_case, split_codes
from dragoman.errors import BadValue
from dragoman.view import BRIEF_FORMATS, View

_ENDINGS = {
    "": "terminal",
    ".txt": "terminal",
    ".text": "terminal",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}


@click.command()
@click.option("--about", metavar="CODES", help="Only what concerns these actors: RUS,PRK; names will do.")
@click.option("--since", metavar="DATE", help="Only from this day, month or year on.")
@click.option(
    "--format",
    "form",
    type=click.Choice(BRIEF_FORMATS),
    help="[default: as FILE ends: .html, .md, .txt; else terminal]",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write it here.")
@opens_case()
@earlier
def brief(case: View, about: str | None, since: str | None, form: str | None, output: Path | None) -> None:
    """Report what the case holds, with sources.

    What happened, what is planned, alleged or disputed, who gives or wants what, who stands with whom, who is bound.
    As a page it begins with pictures: a timeline, a network, exchanges, duties, a map.

    \b
    Examples:
      dragoman brief --about RUS,PRK --since 2023-09
      dragoman brief -o brief.html
    """
    form = form or _format_of(output)
    if not case.file.counts().documents:
        click.echo("the case holds no documents; read something first: dragoman read FOLDER", err=True)
        return
    report = case.brief(about=split_codes(about), since=since, format=form)
    if output is None:
        click.echo(report)
        return
    output.write_text(report, encoding="utf-8")
    click.echo(f"the brief is in {output}", err=True)


def _format_of(output: Path | None) -> str:
    ending = output.suffix.lower() if output else ""
    if ending not in _ENDINGS:
        raise BadValue(
            f"a brief is not written as {ending} ({output}); end the name in .html, .md or .txt, or name a --format"
            + ("; a browser can print the .html as PDF" if ending == ".pdf" else "")
        )
    return _ENDINGS[ending]
