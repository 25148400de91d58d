"""What `import dragoman` offers: a case to read into and to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from dragoman import publishers, ruling
from dragoman.case import open_case_file, parse_day
from dragoman.errors import BadValue
from dragoman.model import Document, Publisher, Reading, Ruling
from dragoman.own_data import settle_own_data
from dragoman.pipeline import Progress, ReadReport, read_document, read_sources, weigh_case
from dragoman.reading import load_reader
from dragoman.settings import Settings, load_settings
from dragoman.view import View

Source = str | Path


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


class Case(View):
    """One inquiry: documents go in, statements, events and a brief come out, and people's decisions hold.

    `View` has what can be asked, here and of an earlier state of the case.
    """

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

    def rate(self, publisher: str, reliability: str) -> Publisher:
        """Set how far a publisher is trusted, from A to F; what was set before stays on record.

        Raises:
            UnknownName: the case has no such publisher.
            BadValue: there is no such grade.
        """
        return publishers.rate(self.file, publisher, reliability, self.settings.user)

    def undo(self, number: int) -> Ruling:
        """Take back the ruling of that number; both stay on record.

        Raises:
            BadValue: there is no such ruling, or it is undone already.
        """
        return ruling.undo(self.file, number, self.settings.user)
