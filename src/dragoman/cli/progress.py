"""Showing how far reading has come: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from dragoman.pipeline import Progress

_LINE_SECONDS = 10.0  # between lines where there is no terminal: a log stays short


@contextmanager
def show_progress() -> Iterator[Progress]:
    """Give the function to call with documents done, documents expected, and the source at hand."""
    if not sys.stderr.isatty():
        yield PlainProgress(lambda line: click.echo(line, err=True))
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    rate, name = TextColumn("{task.fields[rate]}"), TextColumn("{task.fields[source]}")
    bar = Bar(
        BarColumn(),
        MofNCompleteColumn(),
        rate,
        TimeRemainingColumn(),
        name,
        console=Console(stderr=True),
        transient=True,
    )
    started = time.monotonic()
    with bar:
        task = bar.add_task("reading", total=None, rate="", source="")

        def update(done: int, expected: int, source: str) -> None:
            rate = say_rate(done, time.monotonic() - started)
            bar.update(task, completed=done, total=expected, rate=rate, source=source.rpartition("/")[2])

        yield update


@contextmanager
def show_waiting(what: str) -> Iterator[None]:
    """Say on a terminal what the program is at for as long as it is; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


class PlainProgress:
    """Writes a line every so often, never for a run that is over sooner."""

    def __init__(self, write: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._write, self._clock = write, clock
        self._started = self._told = clock()

    def __call__(self, done: int, expected: int, source: str) -> None:
        """Take note of how far reading has come."""
        now = self._clock()
        if now - self._told < _LINE_SECONDS or not done:
            return
        self._told = now
        seconds = now - self._started
        left = (expected - done) * seconds / done
        self._write(f"{done} of {expected} documents, {say_rate(done, seconds)}, {say_duration(left)} left")


def say_rate(done: int, seconds: float) -> str:
    """Return "14.2 a second", or a minute where it is slower than one a second."""
    rate = done / seconds if seconds > 0 else 0.0
    return f"{rate:.1f} a second" if rate >= 1 else f"{rate * 60:.1f} a minute"


def say_duration(seconds: float) -> str:
    """Return "2 min 5 s"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
