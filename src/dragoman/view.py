"""Asking a case: what `Case` and its earlier states have in common."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from types import TracebackType
from typing import Self, Unpack

from dragoman.case import Asked, CaseFile, Finding, Hit, NamedActor, parse_day
from dragoman.errors import BadValue, UnknownName
from dragoman.explain import Because
from dragoman.model import Dispute, Document, Event, Reading, Ruling, Statement
from dragoman.naming import find_actor, settle_actors, settle_filter, suggest
from dragoman.own_data import settle_own_data
from dragoman.pipeline import read_document, weigh_case
from dragoman.reading import load_reader
from dragoman.settings import Settings, load_settings

BRIEF_FORMATS = ("terminal", "markdown", "html")


class View:
    """One inquiry as it can be asked: documents, statements, events, disputes, a brief.

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
