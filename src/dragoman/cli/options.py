"""Options that several commands take, and opening the case that they name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from dragoman.case import Asked
from dragoman.errors import BadValue
from dragoman.library import open_case
from dragoman.model import Standing, Status
from dragoman.settings import Settings, load_settings

CASE_HELP = "The case file.  [default: $DRAGOMAN_CASE, else dragoman.case]"
FORMATS = ("table", "jsonl", "csv")
Command = Callable[..., Any]


def opens_case(*, create: bool = False) -> Callable[[Command], Command]:
    """Give the command `--case` and hand it the opened case as `case`; `create` starts one where there is none."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def opened(path: Path | None, **options: Any) -> Any:
            settings = click.get_current_context().find_object(Settings) or load_settings()
            settings = replace(settings, case=path) if path else settings
            is_new = not settings.case.exists()
            with open_case(settings.case, create=create, settings=settings) as case:
                try:
                    return command(case=case, **options)
                finally:
                    if is_new:
                        case.file.discard_if_empty()

        return click.option("--case", "path", type=click.Path(path_type=Path), help=CASE_HELP)(opened)

    return decorate


_FILTERS: dict[str, Callable[[Command], Command]] = {
    "actors": click.option(
        "--actor",
        "actors",
        multiple=True,
        metavar="CODE",
        help="Only with this actor as agent or target: a code (RUS), an id, a name or a surname. May be repeated.",
    ),
    "voices": click.option(
        "--voice", "voices", multiple=True, metavar="CODE", help="Only what this actor says. May be repeated."
    ),
    "types": click.option(
        "--type", "types", multiple=True, metavar="TYPE", help="Only of this type (AID, WANT, ...). May be repeated."
    ),
    "statuses": click.option(
        "--status", "statuses", multiple=True, metavar="STATUS", help=f"Only with this status: {', '.join(Status)}."
    ),
    "standings": click.option(
        "--standing",
        "standings",
        multiple=True,
        metavar="STANDING",
        help=f"Only of events with this standing: {', '.join(Standing)}.",
    ),
    "documents": click.option(
        "--document", "documents", multiple=True, metavar="NAME", help="Only of this document. May be repeated."
    ),
    "since": click.option(
        "--since", metavar="DATE", help="Only from this day, month or year on (2023-09-14, 2023-09)."
    ),
    "until": click.option("--until", metavar="DATE", help="Only up to this day, month or year."),
    "confidence": click.option(
        "--confidence",
        type=float,
        metavar="SHARE",
        help="Only statements that are right with at least this probability (0.7), and what they make.",
    ),
}


def filters(command: Command) -> Command:
    """Give the command the options that narrow what is asked for; it gets them as `Asked`, one keyword `asked`."""

    ask = command

    @wraps(command)
    def asking(**options: Any) -> Any:
        asked: Asked = {}
        for name in _FILTERS:
            value = options.pop(name)
            asked[name] = _split(value) if isinstance(value, tuple) else value  # type: ignore[literal-required]
        return ask(asked=asked, **options)

    command = asking
    for option in reversed(_FILTERS.values()):
        command = option(command)
    return command


def formats(command: Command) -> Command:
    """Give the command `--format`, which it gets as `form`, and `--limit`."""
    command = click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N.")(command)
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to write them: for people, one JSON object a line, or a spreadsheet.",
    )(command)


def own_data(command: Command) -> Command:
    """Give the command `--actors` and `--vocabulary`, files of the user's own; `with_own_data` takes them."""
    for name, what in (("vocabulary", "words"), ("actors", "actors")):
        command = click.option(
            f"--{name}",
            multiple=True,
            metavar="FILE",
            help=f"Read with {what} of your own beside the program's, which the case remembers; '' for none.",
        )(command)
    return command


def with_own_data(settings: Settings, actors: tuple[str, ...], vocabulary: tuple[str, ...]) -> Settings:
    """Return the settings with the files that the options name; an empty name stands for none at all."""
    if actors:
        settings = replace(settings, actors=tuple(Path(path) for path in actors if path))
    if vocabulary:
        settings = replace(settings, vocabulary=tuple(Path(path) for path in vocabulary if path))
    return settings


def split_codes(value: str | None) -> tuple[str, ...]:
    """Return the codes of a list such as "RUS,PRK"."""
    codes = _split((value,)) if value else ()
    if value and not codes:
        raise BadValue(f"this names nobody ({value}); write codes as RUS,PRK")
    return codes


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
