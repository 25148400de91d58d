"""Options that several commands take, and opening the case that they name."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from dragoman.case import Asked, Clock, Earlier
from dragoman.cli.progress import show_waiting
from dragoman.errors import BadValue
from dragoman.library import open_case
from dragoman.model import Standing, Status
from dragoman.settings import Settings, load_settings
from dragoman.view import View

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
            asked[name] = split_all(value) if isinstance(value, tuple) else value  # type: ignore[literal-required]
        return ask(asked=asked, **options)

    command = asking
    for option in reversed(_FILTERS.values()):
        command = option(command)
    return command


def earlier(command: Command) -> Command:
    """Give the command `--as-of` and `--clock`: it gets the case as it was then in place of the opened one."""

    @wraps(command)
    def asking(case: View, day: str | None, clock: str | None, **options: Any) -> Any:
        if day is None:
            if clock:
                raise BadValue(f"--clock {clock} says by which day a document counts; name the day: --as-of 2024-03-31")
            return command(case=case, **options)
        with show_waiting(f"weighing what was known on {day} ..."):
            then = case.as_of(day, clock=clock or Clock.PUBLISHED)
            _ = then.weighed
        with then:
            for line in say_lacking(then.moment.lacking if then.moment else Earlier()):
                click.echo(line, err=True)
            return command(case=then, **options)

    asking = click.option(
        "--clock",
        type=click.Choice([clock.value for clock in Clock]),
        help="For --as-of: what was published by then, or what the case had read.  [default: published]",
    )(asking)
    return click.option("--as-of", "day", metavar="DATE", help="What was known at the end of this day, month or year.")(
        asking
    )


def say_lacking(lacking: Earlier) -> Iterator[str]:
    """Say what may have been known at an earlier moment and is not in the answer."""
    undated, removed = lacking.undated, lacking.removed
    if undated:
        many = f"{len(undated)} documents without a date are" if len(undated) > 1 else "1 document without a date is"
        yield f"{many} left out; `dragoman set {shlex.quote(undated[0])} published=YYYY-MM-DD` gives it one"
    if removed:
        many = f"{removed} documents that the case had then were" if removed > 1 else "1 document of then was"
        yield f"{many} removed since and can't be shown"


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


def own_scale(command: Command) -> Command:
    """Give the command `--scale`, a file of the user's own values; the case that it is handed goes by it."""

    @wraps(command)
    def scaled(scale: Path | None, case: View, **options: Any) -> Any:
        if scale is not None:
            case.settings = replace(case.settings, scale=scale)
        return command(case=case, **options)

    return click.option(
        "--scale",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Values of events of your own; see `dragoman vocabulary scale`.  [default: $DRAGOMAN_SCALE]",
    )(scaled)


def split_codes(value: str | None) -> tuple[str, ...]:
    """Return the codes of a list such as "RUS,PRK"."""
    codes = split_all((value,)) if value else ()
    if value and not codes:
        raise BadValue(f"this names nobody ({value}); write codes as RUS,PRK")
    return codes


def split_all(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of an option that may be repeated and may list several with commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
