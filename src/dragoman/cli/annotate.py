"""`dragoman annotate`."""

from __future__ import annotations

import json

import click

from dragoman.cli.options import own_data, with_own_data
from dragoman.settings import Settings
from dragoman.wire import annotation_to_wire


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--format", "form", type=click.Choice(("jsonl",)), default="jsonl", show_default=True, help="The format.")
@own_data
@click.pass_obj
def annotate(
    settings: Settings, paths: tuple[str, ...], form: str, actors: tuple[str, ...], vocabulary: tuple[str, ...]
) -> int:
    """Write all that reading finds, without a case.

    One JSON object a document: sentences, mentions, attributions, times and statements, for inspecting and measuring.

    \b
    Examples:
      dragoman annotate article.txt --format jsonl
    """
    from dragoman.own_data import settle_own_data
    from dragoman.pipeline import ReadReport, ingest_sources, read_document
    from dragoman.reading import load_reader
    from dragoman.workers import read_here

    report = ReadReport()
    reader = load_reader(settle_own_data(with_own_data(settings, actors, vocabulary)))
    for outcome in read_here(ingest_sources(paths, report), reader, read_document, debug=settings.debug):
        if outcome.reading is None:
            report.failed.append((outcome.document.name, outcome.reason or ""))
            continue
        click.echo(json.dumps(annotation_to_wire(outcome.document, outcome.reading), ensure_ascii=False))
    for source, reason in report.failed:
        click.echo(f"dragoman: {source}: {reason}", err=True)
    return 1 if report.failed else 0
