"""`dragoman annotate`."""

from __future__ import annotations

import json

import click

from dragoman.settings import Settings
from dragoman.wire import annotation_to_wire


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--format", "form", type=click.Choice(("jsonl",)), default="jsonl", show_default=True, help="The format.")
@click.pass_obj
def annotate(settings: Settings, paths: tuple[str, ...], form: str) -> int:
    """Write all that reading finds, without a case.

    One JSON object a document: sentences, mentions, attributions, times and statements, for inspecting and measuring.

    \b
    Examples:
      dragoman annotate article.txt --format jsonl
    """
    from dragoman.pipeline import ReadReport, ingest_sources, load_reader, read_document

    report = ReadReport()
    reader = load_reader(settings)
    for document in ingest_sources(paths, report):
        wire = annotation_to_wire(document, read_document(document, reader))
        click.echo(json.dumps(wire, ensure_ascii=False))
    for source, reason in report.failed:
        click.echo(f"dragoman: {source}: {reason}", err=True)
    return 1 if report.failed else 0
