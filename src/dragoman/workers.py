"""Reading many documents, in this process or in several; the results come in the order of the documents either way."""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from multiprocessing import get_context
from types import FrameType
from typing import Protocol

from dragoman.errors import DragomanError
from dragoman.model import Document, Reading

_AHEAD = 4  # documents handed out for each process: enough that none waits, few enough to hold in memory
_IMPATIENCE = 1.0  # seconds after a Ctrl-C in which more of them mean the same one


class DocumentReader(Protocol):
    """Reads one document at a time; the same version finds the same in the same document."""

    @property
    def version(self) -> str:
        """The version of the reader and its vocabulary."""

    def read(self, document: Document) -> Reading:
        """Return what is found in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A document with its reading, or with the reason why it has none."""

    document: Document
    reading: Reading | None = None
    reason: str | None = None


MakeReader = Callable[[], DocumentReader]
ReadOne = Callable[[Document, DocumentReader], Reading]


def read_here(
    documents: Iterable[Document], reader: DocumentReader, read: ReadOne, *, debug: bool = False
) -> Generator[Outcome, None, None]:
    """Yield each document with its reading; with `debug` a reader that breaks on one shows where."""
    for document in documents:
        yield _read(document, reader, read, debug=debug)


def read_apart(
    documents: Iterable[Document], make_reader: MakeReader, read: ReadOne, workers: int
) -> Generator[Outcome, None, None]:
    """Yield each document with its reading, read in `workers` processes, each with a reader of its own.

    The arguments are sent to the processes, so they must be picklable. Closing it early ends the processes at once.
    """
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_start, initargs=(make_reader, read))
    waiting: deque[Future[Outcome]] = deque()
    done = False
    try:
        for document in documents:
            waiting.append(pool.submit(_read_in_process, document))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        done = True
    except BrokenProcessPool as error:
        raise DragomanError("a reading process died, perhaps for want of memory; read with fewer --workers") from error
    finally:
        with _ctrl_c(signal.SIG_IGN):
            if not done:  # nobody will take what the processes have at hand
                for process in list((pool._processes or {}).values()):  # no public way before Python 3.14
                    process.terminate()
            pool.shutdown(cancel_futures=True)


@contextmanager
def stopped_once() -> Iterator[None]:
    """Let Ctrl-C stop what is done within, and several in a row not disturb the stopping."""
    own = signal.getsignal(signal.SIGINT) is not signal.default_int_handler  # who has a handler of their own decides
    with nullcontext() if own else _ctrl_c(StopOnce()):
        yield


@contextmanager
def _ctrl_c(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> Iterator[None]:
    """Handle Ctrl-C so for a while; threads beside the main one get none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


class StopOnce:
    """Handles Ctrl-C: the first raises KeyboardInterrupt, those that come soon after it are the same one."""

    def __init__(self) -> None:
        self._came: float | None = None

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Raise KeyboardInterrupt, unless it was raised a moment ago."""
        now = time.monotonic()
        if self._came is None or now - self._came > _IMPATIENCE:
            self._came = now
            raise KeyboardInterrupt


def _read(document: Document, reader: DocumentReader, read: ReadOne, *, debug: bool = False) -> Outcome:
    """Read one document; one odd document among thousands must not stop the run, so that its failure is an outcome."""
    try:
        return Outcome(document=document, reading=read(document, reader))
    except Exception as error:
        if debug:
            raise
        reason = str(error) if isinstance(error, DragomanError) else f"the reader broke on it: {error!r}; please report"
        return Outcome(document=document, reason=reason)


_here: tuple[DocumentReader, ReadOne] | None = None  # of a process of the pool: loading takes longer than reading


def _start(make_reader: MakeReader, read: ReadOne) -> None:
    global _here
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that stores, which ends this one
    _here = make_reader(), read


def _read_in_process(document: Document) -> Outcome:
    assert _here is not None
    return _read(document, *_here)
