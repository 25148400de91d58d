"""Asking a case: what `Case` and its earlier states have in common."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from dragoman.case import Asked, CaseFile, Clock, Filter, Finding, Hit, NamedActor, parse_day
from dragoman.changing import find_changed
from dragoman.errors import BadValue, UnknownName
from dragoman.explain import Because
from dragoman.ledger import keep_exchanges, keep_matches, keep_obligations
from dragoman.model import (
    Change,
    Cluster,
    Dispute,
    Document,
    Event,
    Exchange,
    Match,
    Obligation,
    Publisher,
    Reading,
    Ruling,
    Statement,
    System,
    Tie,
)
from dragoman.moment import Moment
from dragoman.naming import dispute_kinds, find_actor, settle_actors, settle_filter, suggest
from dragoman.own_data import settle_own_data
from dragoman.pipeline import read_document, system_of, weigh_case
from dragoman.publishers import grades_of, list_publishers
from dragoman.reading import load_reader
from dragoman.settings import Settings, load_settings
from dragoman.systems import OfSystem, find_in_system, listed, may_be_id, narrow, part_actors

BRIEF_FORMATS = ("terminal", "markdown", "html")


class View:
    """One inquiry as it can be asked: documents, statements, events, disputes, a brief.

    `moment` is the earlier state that it is, None where it is the case of today.

    What is asked for can be narrowed by `actors`, `voices`, `types`, `statuses`, `standings`, `documents` (one value or
    several), `since` and `until` (a date, or text such as "2023-09"), and `confidence` (the least, from 0 to 1).

    Raises:
        BadValue: what is asked for is no type, status, standing or date, or a field that nothing is narrowed by.
        UnknownName: nobody, or several, go by the name of an actor or document asked for.
    """

    def __init__(self, file: CaseFile, settings: Settings, moment: Moment | None = None) -> None:
        self.file = file
        self.settings = settings
        self.moment = moment
        self._built: tuple[tuple[object, ...], System] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays."""
        self.file.close()

    def as_of(self, day: str | date, *, clock: str = Clock.PUBLISHED) -> View:
        """Return what was known on that day (of a month or year: its last), to be asked likewise; close it in the end.

        By the `clock` "published" a document counts from its publication on, by "read" from when the case read it, and
        what people decided counts from then on too. `moment.lacking` has what can't be told.

        Raises:
            BadValue: this is no day, or no such clock.
        """
        last = parse_day(day, last=True)
        if last is None or clock not in list(Clock):
            raise BadValue(f"there is no such clock ({clock}); use {' or '.join(Clock)}" if last else "name a day")
        file, lacking = self.file.as_of(last, Clock(clock))
        view = View(file, self.settings, Moment(day=last, clock=Clock(clock), lacking=lacking, now=self.file))
        for id_ in lacking.uncorrected:
            file.replace_reading(view._read(file.document(id_, as_found=True)))
        return view

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

    def disputes(self, *, kinds: str | Iterable[str] = (), **asked: Unpack[Asked]) -> tuple[Dispute, ...]:
        """Return the disputes over an event that matches; `kinds` are occurrence, place, number and the like."""
        wanted = dispute_kinds(kinds)
        found = self.weighed.disputes(settle_filter(asked, self.file))
        return tuple(dispute for dispute in found if not wanted or dispute.kind in wanted)

    def changes(
        self,
        *,
        since: str | date,
        until: str | date | None = None,
        clock: str = Clock.PUBLISHED,
        kinds: str | Iterable[str] = (),
        actors: str | Iterable[str] = (),
    ) -> tuple[Change, ...]:
        """Return what changed from the day `since` on (to the end of `until`), and which statements changed it.

        Documents count by the `clock` as in `as_of`; what has no day by it is left out. `kinds` are new, standing,
        fulfilled, updated, joined, parted, gone, dispute, settled; `actors` take part in the event.

        Raises:
            BadValue: this is no day, no such clock, or no such kind.
        """
        return find_changed(self, since, until, clock, kinds=kinds, actors=actors).changes

    def publishers(self) -> tuple[Publisher, ...]:
        """Return who put out the documents, or is credited in them, with their reliability; the most frequent first."""
        return list_publishers(self.file)

    def actors(self, **asked: Unpack[Asked]) -> tuple[NamedActor, ...]:
        """Return those whom the statements name in any role, the most named first."""
        return self.weighed.actors(settle_filter(asked, self.file))

    def system(self, **asked: Unpack[Asked]) -> System:
        """Return the system that the events which match describe, as of `until`, else of the newest document.

        `actors` that are persons narrow the events; parties do not: `ties` keeps what concerns them.
        """
        wanted, _ = part_actors(settle_filter(asked, self.file), self.file)
        return self._system(wanted)

    def ties(
        self,
        *,
        kinds: str | Iterable[str] = (),
        signs: str | int | Iterable[str | int] = (),
        between: str | Iterable[str] = (),
        **asked: Unpack[Asked],
    ) -> tuple[Tie, ...]:
        """Return what holds between parties, the strongest first.

        `actors` keeps the ties of any of them, `between` those whose both parties are among them; `kinds` are pact,
        support, supply, dealings, sanction, hostility, war; `signs` are friendly, neutral, hostile (or 1, 0, -1).
        """
        wanted, having = part_actors(settle_filter(asked, self.file), self.file)
        keep = narrow(having, listed(between), listed(kinds), listed(signs), self.file)
        return tuple(tie for tie in self._system(wanted).ties if keep.keeps(tie))

    def clusters(self, **asked: Unpack[Asked]) -> tuple[Cluster, ...]:
        """Return the communities that the ties make, the largest first; `system` has triangles and brokers too."""
        return self.system(**asked).clusters

    def exchanges(
        self,
        *,
        goods: str | Iterable[str] = (),
        stages: str | Iterable[str] = (),
        certainties: str | Iterable[str] = (),
        **asked: Unpack[Asked],
    ) -> tuple[Exchange, ...]:
        """Return which goods pass between parties, or are wanted, offered or agreed, by giver and receiver.

        `goods` are categories (weapons, food); `stages` wanted, offered, agreed, delivered; `certainties` held,
        disputed, alleged, possible, denied.
        """
        wanted, having = part_actors(settle_filter(asked, self.file), self.file)
        found = self._system(wanted).exchanges
        return keep_exchanges(found, having, listed(goods), listed(stages), listed(certainties))

    def matches(self, *, goods: str | Iterable[str] = (), **asked: Unpack[Asked]) -> tuple[Match, ...]:
        """Return which wants meet what another has or offers, as the program finds it, the most plausible first."""
        wanted, having = part_actors(settle_filter(asked, self.file), self.file)
        return keep_matches(self._system(wanted).matches, having, listed(goods))

    def obligations(
        self, *, kinds: str | Iterable[str] = (), breached: bool = False, **asked: Unpack[Asked]
    ) -> tuple[Obligation, ...]:
        """Return who must, may or must not do what, by kind: pact, resolution, sanction, threat.

        `breached` keeps those of which a source says that they are or would be breached.
        """
        wanted, having = part_actors(settle_filter(asked, self.file), self.file)
        return keep_obligations(self._system(wanted).obligations, having, listed(kinds), breached=breached)

    def show(self, called: str) -> Finding | OfSystem:
        """Return the document, statement, event, dispute, actor or tie of that id (its beginning will do) or name.

        Raises:
            UnknownName: nothing is called so, or several things are.
        """
        weighed = self.weighed
        try:
            return self.moment.find(called, weighed) if self.moment else weighed.find(called)
        except UnknownName as error:
            if actor := find_actor(called, weighed):
                return weighed.find(actor)
            if may_be_id(called) and (found := find_in_system(called, self._system(Filter()))):
                return found
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

    def export(
        self, format: str, path: str | Path, *, by: str = "month", dyads: str = "occurring", **asked: Unpack[Asked]
    ) -> tuple[str, ...]:
        """Write the case to the file or folder in a format of others, and return what has no room there, in words.

        `by` and `dyads` are for the table of dyads: day, week, month or year; occurring or all-actors.

        Raises:
            BadValue: there is no such format or choice, or the path can't be written to.
            MissingPart: the format needs a library that is not installed.
        """
        from dragoman.exporting import export_case

        return export_case(self, format, Path(path), by=by, dyads=dyads, asked=asked)

    def brief(self, *, about: Iterable[str] = (), since: str | date | None = None, format: str = "markdown") -> str:
        """Return the report on the case, as `format` markdown, html (one page) or terminal."""
        from dragoman.brief import compose, concerning, render_html, render_markdown, render_terminal

        about = tuple(about)
        renderers = dict(zip(BRIEF_FORMATS, (render_terminal, render_markdown, render_html), strict=True))
        if format not in renderers:
            raise BadValue(f"a brief has no such format ({format}); use {', '.join(BRIEF_FORMATS)}")
        actors, day = settle_actors(about, self.file), parse_day(since)
        wanted, having = part_actors(Filter(actors=actors, since=day), self.file)
        return renderers[format](
            compose(
                self.weighed,
                about=actors,
                since=day,
                system=concerning(self._system(wanted), having),
                command=self._brief_command(about, since),
                as_of=self.moment.in_words if self.moment else None,
                grades=grades_of(self.file),
            )
        )

    def _brief_command(self, about: Iterable[str], since: str | date | None) -> str:
        """Return how to ask for this brief on the command line."""
        default = load_settings().case
        parts = ["dragoman", "brief", *(("--case", str(self.file.path)) if self.file.path != default else ())]
        parts += ["--about", ",".join(about)] if about else []
        parts += ["--since", str(since)] if since else []
        if self.moment:
            parts += ["--as-of", str(self.moment.day)]
            parts += ["--clock", self.moment.clock] if self.moment.clock is not Clock.PUBLISHED else []
        return shlex.join(parts)

    def _system(self, wanted: Filter) -> System:
        """Return the system of the events; the last one built is kept for as long as nothing changes."""
        weighed = self.weighed
        key = (wanted, self._scale_version(), weighed.changes())
        if self._built is None or self._built[0] != key:
            until = wanted.until or (self.moment.day if self.moment else None)
            self._built = key, system_of(weighed, wanted, scale=self.settings.scale, until=until)
        return self._built[1]

    def _scale_version(self) -> tuple[object, ...]:
        scale = self.settings.scale
        return (scale, scale.stat().st_mtime_ns) if scale and scale.exists() else (scale,)

    def _read(self, document: Document) -> Reading:
        return read_document(document, load_reader(settle_own_data(self.settings, self.file)))

    @property
    def weighed(self) -> CaseFile:
        """The case file, its statements weighed: an interrupted run leaves that to the next opening."""
        weigh_case(self.file)
        return self.file
