"""`dragoman`: the commands as one program, and how errors are told."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from dragoman.cli.actors import actors
from dragoman.cli.annotate import annotate
from dragoman.cli.brief import brief
from dragoman.cli.changes import changes
from dragoman.cli.clusters import clusters
from dragoman.cli.disputes import disputes
from dragoman.cli.documents import documents
from dragoman.cli.events import events
from dragoman.cli.exchanges import exchanges
from dragoman.cli.explain import explain
from dragoman.cli.export import export
from dragoman.cli.obligations import obligations
from dragoman.cli.options import CASE_HELP
from dragoman.cli.publishers import publishers
from dragoman.cli.read import read
from dragoman.cli.remove import remove
from dragoman.cli.rulings import merge, pin, rulings, split, undo
from dragoman.cli.search import search
from dragoman.cli.set import set_
from dragoman.cli.show import show
from dragoman.cli.statements import statements
from dragoman.cli.ties import ties
from dragoman.cli.vocabulary import vocabulary
from dragoman.cli.world import world
from dragoman.errors import BadValue, DragomanError
from dragoman.settings import Settings, load_settings
from dragoman.version import __version__
from dragoman.workers import StopOnce

FAILED, MISUSED, STOPPED = 1, 2, 130  # exit statuses; 130 is what shells give to what Ctrl-C ended


class InOrder(click.Group):
    """A group that lists its commands as they were added: in the order of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="dragoman %(version)s")
@click.option("--case", "path", type=click.Path(path_type=Path), help=CASE_HELP)
@click.pass_context
def dragoman(context: click.Context, path: Path | None) -> None:
    """Read news about affairs between states, and build the system that it describes.

    \b
    Begin with:
      dragoman read ARTICLES/
      dragoman brief
    """
    settings = load_settings()
    context.obj = replace(settings, case=path) if path else settings


for command in (
    read,
    brief,
    statements,
    events,
    disputes,
    changes,
    ties,
    exchanges,
    obligations,
    clusters,
    actors,
    documents,
    show,
    explain,
    search,
    set_,
    remove,
    publishers,
    merge,
    split,
    pin,
    rulings,
    undo,
    annotate,
    export,
    world,
    vocabulary,
):
    dragoman.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (None: those of the process) and return its exit status."""
    try:
        status = dragoman.main(args=arguments, prog_name="dragoman", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:  # a group named alone: what is asked for is its help
        click.echo(error.format_message())
        return 0
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "dragoman"
        return _tell(f"{error.format_message().rstrip('.')}; see `{path} --help`", MISUSED)
    except click.ClickException as error:
        return _tell(error.format_message(), error.exit_code)
    except click.Abort:
        return STOPPED
    except DragomanError as error:
        if _debugs():
            raise
        return _tell(str(error), MISUSED if isinstance(error, BadValue) else FAILED)
    except OSError as error:
        if _debugs():
            raise
        return _tell(f"{error.strerror or error} ({error.filename}); check the name and the rights", FAILED)
    return status if isinstance(status, int) else 0


def main() -> NoReturn:
    """Run the program and leave with its exit status."""
    signal.signal(signal.SIGINT, StopOnce())
    status = run()
    if status == STOPPED:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C, while Python shuts down, changes nothing
    sys.exit(status)


def _tell(what: str, status: int) -> int:
    click.echo(f"dragoman: {what}", err=True)
    return status


def _debugs() -> bool:
    context = click.get_current_context(silent=True)
    settings = context.obj if context else None
    return settings.debug if isinstance(settings, Settings) else load_settings().debug


if __name__ == "__main__":
    main()
