"""`dragoman read`."""

from __future__ import annotations

import click

from dragoman.cli.options import opens_case, own_data, with_own_data
from dragoman.cli.progress import show_progress
from dragoman.errors import BadValue
from dragoman.library import Case
from dragoman.pipeline import ReadReport
from dragoman.read.decide.shipped import is_shipped

_READ = "text, Markdown, HTML, PDF, DOCX and JSON lines are read, by the ending of the file's name"
_MOST_SHOWN = 20  # names of a kind that the summary lists; failures are all listed


@click.command()
@click.argument("sources", nargs=-1, metavar="[PATH|URL]...")
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Read in N processes; the result is the same.  [default: $DRAGOMAN_WORKERS, else 1]",
)
@click.option("--again", is_flag=True, help="Read anew all that another version or vocabulary read.")
@own_data
@opens_case(create=True)
def read(
    case: Case,
    sources: tuple[str, ...],
    workers: int | None,
    again: bool,
    actors: tuple[str, ...],
    vocabulary: tuple[str, ...],
) -> int:
    """Read articles into the case.

    Files, folders and web addresses; text, Markdown, HTML, PDF, DOCX and JSON lines; rows of coded
    events (ICEWS, GDELT, POLECAT, PLOVER records). What the case holds already is passed over. Ctrl-C
    keeps what was finished; the same command goes on from there. The exit status is 1 when something
    could not be read.

    \b
    Examples:
      dragoman read articles/
      dragoman read report.pdf https://paper.example/story --case korea.case
      dragoman read corpus.jsonl --workers 4
      dragoman read articles/ --actors my-actors.yaml --vocabulary my-words.yaml
      dragoman read icews_events_2014.tab 20240503.export.CSV
      dragoman read --again
    """
    if not sources and not again:
        raise BadValue("name what to read: files, folders or addresses; or --again for what the case holds")
    case.settings = with_own_data(case.settings, actors, vocabulary)
    try:
        with show_progress() as progress:
            report = case.read(sources, workers=workers, again=again, progress=progress)
    except KeyboardInterrupt:
        held = len(case.file.document_names())
        click.echo(f"stopped: the case holds {held} documents; the same command goes on from there", err=True)
        return 130
    _tell_failures(report)
    if sources and not (report.added or report.reread or report.unchanged or report.failed):
        click.echo(f"dragoman: nothing was found to read in {', '.join(sources)}; {_READ}", err=True)
    if not is_shipped():
        click.echo("dragoman: the trained decision is not installed: the vocabulary decided alone", err=True)
    click.echo(_summary(case, report))
    return 1 if report.failed else 0


def _tell_failures(report: ReadReport) -> None:
    for source, reason in report.failed:
        click.echo(
            f"dragoman: not read: {reason}" if source in reason else f"dragoman: not read: {source}: {reason}", err=True
        )
    _tell_names("left out, since its ending is not known", report.skipped)
    _tell_names("stored but not read, since it is not in English", report.unread)


def _tell_names(why: str, names: list[str]) -> None:
    for name in names[:_MOST_SHOWN]:
        click.echo(f"{name}: {why}", err=True)
    if len(names) > _MOST_SHOWN:
        click.echo(f"and {len(names) - _MOST_SHOWN} more {why.replace('its', 'their', 1)}", err=True)


def _summary(case: Case, report: ReadReport) -> str:
    unread = f"added, of which {len(report.unread)} not read (not in English)" if report.unread else "added"
    counts = (
        (len(report.added), unread),
        (len(report.reread), "read anew"),
        (len(report.unchanged), "unchanged"),
        (len(report.failed), "failed"),
    )
    done = ", ".join(f"{count} {what}" for count, what in counts if count or what == unread)
    held = case.file.counts()
    if not held.documents:
        return f"{done}; the case holds no documents"
    counted = {
        "document": held.documents,
        "statement": held.statements,
        "event": held.events,
        "dispute": held.disputes,
    }
    holds = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counted.items())
    return f"{done}; {case.file.path} holds {holds}"
