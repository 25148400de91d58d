"""What `import dragoman` offers: a case to read into and to ask."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from dragoman import ruling
from dragoman.case import Asked, CaseFile, Finding, Hit, NamedActor, open_case_file, parse_day
from dragoman.errors import BadValue, UnknownName
from dragoman.explain import Because
from dragoman.model import Dispute, Document, Event, Reading, Ruling, Statement
from dragoman.naming import find_actor, settle_actors, settle_filter, suggest
from dragoman.own_data import settle_own_data
from dragoman.pipeline import Progress, ReadReport, read_document, read_sources, weigh_case
from dragoman.reading import load_reader
from dragoman.settings import Settings, load_settings

Source = str | Path
BRIEF_FORMATS = ("terminal", "markdown", "html")


def open_case(
    path: Source,
    *,
    create: bool = True,
    actors: Iterable[Source] | None = None,
    vocabulary: Iterable[Source] | None = None,
    settings: Settings | None = None,
) -> Case:
    """Open the case file at `path`, or start one there unless `create` is false.

    `actors` and `vocabulary` are files of your own that reading goes by beside the program's; the case remembers them.
    None are those that it remembers.

    Raises:
        NotACase, NewerCase, CaseBusy: as their names say.
    """
    settings = settings or load_settings()
    if actors is not None:
        settings = replace(settings, actors=tuple(map(Path, actors)))
    if vocabulary is not None:
        settings = replace(settings, vocabulary=tuple(map(Path, vocabulary)))
    return Case(open_case_file(path, create=create), settings)


def read_text(text: str, *, published: str | date | None = None, settings: Settings | None = None) -> Reading:
    """Return what reading finds in an English text, without a case.

    `published`, a day as a date or as text ("2023-09-14"), is what "last week" is counted from.

    Raises:
        BadValue: `published` is no whole day.
    """
    from dragoman.ingest.assembly import make_document
    from dragoman.ingest.raw import Raw

    document = make_document(Raw(text=text, published=_whole_day(published), language="en"), "text", "text:")
    return read_document(document, load_reader(settle_own_data(settings or load_settings())))


def _whole_day(value: str | date | None) -> date | None:
    """Return the day itself, or that which the text names; a month or a year is no day to count from."""
    first, last = parse_day(value), parse_day(value, last=True)
    if first != last:
        raise BadValue(f"this is not a whole day ({value}); write it as 2023-09-14")
    return first


class Case:
    """One inquiry: documents go in, statements, events and a brief come out.

    What is asked for can be narrowed by `actors`, `voices`, `types`, `statuses`, `standings`, `documents` (one value or
    several), `since` and `until` (a date, or text such as "2023-09"), and `confidence` (the least, from 0 to 1).

    Raises:
        BadValue: what is asked for is no type, status, standing or date, or a field that nothing is narrowed by.
        UnknownName: nobody, or several, go by the name of an actor or document asked for.
    """

    def __init__(self, file: CaseFile, settings: Settings) -> None:
        self.file = file
        self.settings = settings

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays."""
        self.file.close()

    def read(
        self,
        sources: Source | Iterable[Source] = (),
        *,
        workers: int | None = None,
        again: bool = False,
        progress: Progress | None = None,
    ) -> ReadReport:
        """Read files, folders and addresses; what the case holds already is passed over.

        With `again`, all that it holds and another version or vocabulary read is read anew.
        """
        listed = [sources] if isinstance(sources, str | Path) else list(sources)
        settings = replace(self.settings, workers=workers or self.settings.workers)
        return read_sources(self.file, [str(source) for source in listed], settings, progress, again=again)

    def set(self, document: str, fields: Mapping[str, str | None] | None = None, **more: str | None) -> Document:
        """Correct what is known of a document (`published="2023-09-14"`); it is read anew, since dates count from it.

        Raises:
            UnknownName: no document is called so, or several are.
            BadValue: a field can't be set, or not to this.
        """
        wanted = {**(fields or {}), **more}
        corrected = self.file.correct(document, wanted, self._read, made_by=self.settings.user)
        weigh_case(self.file)
        return corrected

    def remove(self, document: str) -> Document:
        """Take a document out of the case, with all that was built on it, and return it."""
        removed = self.file.remove(document, made_by=self.settings.user)
        weigh_case(self.file)
        return removed

    def merge(self, *events: str) -> Ruling:
        """Rule that events are one, by their ids or those of statements; it holds whatever is read later.

        Raises:
            BadValue: there are fewer than two, or something is no event.
        """
        return ruling.merge(self.weighed, events, self.settings.user)

    def split(self, event: str, *statements: str) -> Ruling:
        """Rule that these statements of the event make another.

        Raises:
            BadValue: something is no event or statement, a statement is of another event, or nothing would be left.
        """
        return ruling.split(self.weighed, event, statements, self.settings.user)

    def pin(self, event: str) -> Ruling:
        """Rule that the statements of the event stay together, whatever is read later.

        Raises:
            BadValue: it is no event, or has one statement only.
        """
        return ruling.pin(self.weighed, event, self.settings.user)

    def undo(self, number: int) -> Ruling:
        """Take back the ruling of that number; both stay on record.

        Raises:
            BadValue: there is no such ruling, or it is undone already.
        """
        return ruling.undo(self.file, number, self.settings.user)

    def rulings(self) -> tuple[Ruling, ...]:
        """Return what people ruled about which statements tell of one event, the earliest first."""
        return self.file.rulings()

    def documents(self, **asked: Unpack[Asked]) -> tuple[Document, ...]:
        """Return the documents, in the order of adding, with people's corrections applied."""
        return self.file.documents(settle_filter(asked, self.file))

    def statements(self, **asked: Unpack[Asked]) -> tuple[Statement, ...]:
        """Return the statements, in the order of their documents and of the text."""
        return self.weighed.statements(settle_filter(asked, self.file))

    def events(self, **asked: Unpack[Asked]) -> tuple[Event, ...]:
        """Return the events, in the order of time."""
        return self.weighed.events(settle_filter(asked, self.file))

    def disputes(self, **asked: Unpack[Asked]) -> tuple[Dispute, ...]:
        """Return the disputes over an event that matches."""
        return self.weighed.disputes(settle_filter(asked, self.file))

    def actors(self, **asked: Unpack[Asked]) -> tuple[NamedActor, ...]:
        """Return those whom the statements name in any role, the most named first."""
        return self.weighed.actors(settle_filter(asked, self.file))

    def show(self, called: str) -> Finding:
        """Return the document, statement, event, dispute or actor of that id (its beginning will do) or name.

        Raises:
            UnknownName: nothing is called so, or several things are.
        """
        weighed = self.weighed
        try:
            return weighed.find(called)
        except UnknownName as error:
            if actor := find_actor(called, weighed):
                return weighed.find(actor)
            hint = suggest(called, weighed)
            raise UnknownName(f"{error}{hint}" if "mean" in hint else str(error)) from None

    def explain(self, called: str) -> tuple[Because, ...]:
        """Return why the statement, event or dispute of that id is as it is, part by part.

        A statement's document is read again, to say how its words were resolved.

        Raises:
            UnknownName: nothing is called so, or several things are.
            BadValue: what is called so is a document or an actor, which nothing decided.
        """
        from dragoman.explaining import explain_finding

        return explain_finding(self.show(called), self.file, settle_own_data(self.settings, self.file))

    def search(self, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Return the documents that hold all the words; "quoted words" are a phrase, `word*` a beginning."""
        return self.file.search(text, limit=limit)

    def brief(self, *, about: Iterable[str] = (), since: str | date | None = None, format: str = "markdown") -> str:
        """Return the report on the case, as `format` markdown, html (one page) or terminal."""
        from dragoman.brief import compose, render_html, render_markdown, render_terminal

        about = tuple(about)
        renderers = dict(zip(BRIEF_FORMATS, (render_terminal, render_markdown, render_html), strict=True))
        if format not in renderers:
            raise BadValue(f"a brief has no such format ({format}); use {', '.join(BRIEF_FORMATS)}")
        return renderers[format](
            compose(
                self.weighed,
                about=settle_actors(about, self.file),
                since=parse_day(since),
                command=self._brief_command(about, since),
            )
        )

    def _brief_command(self, about: Iterable[str], since: str | date | None) -> str:
        """Return how to ask for this brief on the command line."""
        default = load_settings().case
        parts = ["dragoman", "brief", *(("--case", str(self.file.path)) if self.file.path != default else ())]
        parts += ["--about", ",".join(about)] if about else []
        return shlex.join([*parts, *(("--since", str(since)) if since else ())])

    def _read(self, document: Document) -> Reading:
        return read_document(document, load_reader(settle_own_data(self.settings, self.file)))

    @property
    def weighed(self) -> CaseFile:
        """The case file, its statements weighed: an interrupted run leaves that to the next opening."""
        weigh_case(self.file)
        return self.file
