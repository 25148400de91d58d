"""The one place where the stages are wired together.

    bytes  --ingest-->  Document  --read-->  Reading  --case-->  stored
    all Statements of the case, people's Rulings  --weigh-->  Events, Disputes  --case-->  stored

Heavy stages are imported where they are used, so that listing what a case holds does not load a parser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from dragoman.case import CaseFile, Filter
from dragoman.collecting import collecting_later
from dragoman.errors import DragomanError
from dragoman.model import Document, Reading, System
from dragoman.own_data import own_codes, settle_own_data
from dragoman.reading import LateReader, load_reader
from dragoman.settings import Settings
from dragoman.workers import DocumentReader, Outcome, read_apart, read_here, stopped_once

Progress = Callable[[int, int, str], None]  # documents done, documents expected, the file or address at hand


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What reading did: the names of documents `added`, `reread` (by another version than before) and `unchanged`.

    `unread` are those added whose language is not read; `skipped` are files in folders whose ending is not known;
    `failed` are sources or documents, each with the reason.
    """

    added: list[str] = field(default_factory=list)
    reread: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


def read_document(document: Document, reader: DocumentReader) -> Reading:
    """Return what the reader finds in the document: nothing where it is in a language that is not read.

    Raises:
        DragomanError: the reader found what the document does not say.
    """
    if not document.is_read:
        return Reading(document=document.id, reader=reader.version)
    reading = reader.read(document)
    _check_evidence(document, reading)
    return reading


def read_sources(
    file: CaseFile,
    sources: Sequence[str],
    settings: Settings,
    progress: Progress | None = None,
    *,
    again: bool = False,
) -> ReadReport:
    """Read files, folders and addresses into the case; what it holds, read by this version, is passed over.

    With `again`, whatever else the case holds that another version read is read anew too. Each document is stored when
    it is finished, so that an interrupted run goes on from there the next time.
    """
    report = ReadReport()
    settings = settle_own_data(settings, file)
    reader = load_reader(settings)
    arriving = _leave_out_known(file, ingest_sources(sources, report, progress), reader, report, again=again)
    if settings.workers > 1:
        outcomes = read_apart(arriving, partial(load_reader, settings), read_document, settings.workers)
    else:
        outcomes = read_here(_loading(arriving, reader), reader, read_document, debug=settings.debug)
    with stopped_once(), closing(outcomes):
        for outcome in outcomes:
            _store(file, outcome, report)
    weigh_case(file)
    return report


def ingest_sources(sources: Sequence[str], report: ReadReport, progress: Progress | None = None) -> Iterator[Document]:
    """Yield the documents of files, folders and addresses; what can't be read goes to the report with the reason."""
    from dragoman.ingest import ingest, survey_sources

    survey = survey_sources(sources)
    report.skipped.extend(survey.skipped)
    expected = sum(_expected_documents(source.address) for source in survey.sources) if progress else 0
    done = 0
    for source in survey.sources:
        for found in ingest(source.address, base=source.base):
            if progress:
                progress(done, max(done, expected), source.address)
            done += 1
            if isinstance(found, Document):
                yield found
            else:
                report.failed.append((source.address, str(found)))
    if progress:
        progress(done, done, "")


def weigh_case(file: CaseFile) -> None:
    """Bring the events of the case up to its documents: by what changed, or as a whole where that is much or all.

    Interrupted, it goes on from there the next time; what another process adds meanwhile is weighed too.
    """
    from dragoman.weigh.version import weigh_version

    version = weigh_version()
    while not file.is_weighed(version):
        from dragoman.shelving import is_little, weigh_changed, weigh_whole

        unweighed = file.count_unweighed(version)
        if unweighed is not None and is_little(unweighed, file.count_documents()):
            weigh_changed(file, version)
        else:
            weigh_whole(file, version)


def system_of(
    file: CaseFile, asked: Filter | None = None, *, scale: Path | None = None, until: date | None = None
) -> System:
    """Return the system that the events which match describe, as of the day `until` (None: of the newest document).

    Raises:
        DataError: the file of the user's scale can't be read or breaks its rules.
    """
    from dragoman.system import build_system, load_scale

    values, own = load_scale(scale), own_codes(file)
    with collecting_later():
        if asked is None or asked == Filter():
            events, statements, clauses = file.events(), file.statements(), file.clauses()
        else:
            events = file.events(asked)
            statements = file.statements_with_ids(list(dict.fromkeys(s for event in events for s in event.statements)))
            told = list(dict.fromkeys(s.document for s in statements))
            clauses = file.clauses(told) if told else ()
        return build_system(events, statements, file.documents(), clauses, scale=values, until=until, own=own)


def _check_evidence(document: Document, reading: Reading) -> None:
    """Nothing invented: hold the reader to it before anything is stored."""
    ids: set[str] = set()
    for statement in reading.statements:
        evidence = statement.evidence
        if document.text[evidence.start : evidence.end] != evidence.quote or not evidence.quote:
            raise DragomanError(f"the reader quotes what the document does not say ({evidence.quote!r}); please report")
        if statement.id in ids or statement.document != document.id:
            raise DragomanError(f"the reader gave a statement a wrong id ({statement.id}); please report")
        ids.add(statement.id)
    for clause in reading.clauses:
        if clause.evidence.quote != document.text[clause.evidence.start : clause.evidence.end]:
            raise DragomanError(f"the reader quotes what the document does not say ({clause.act!r}); please report")


def _leave_out_known(
    file: CaseFile, documents: Iterable[Document], reader: LateReader, report: ReadReport, *, again: bool
) -> Iterator[Document]:
    """Yield what is new, and what the case holds but another version read, as people have corrected it."""
    readers = file.readers()
    seen: set[str] = set()
    for document in documents:
        version = readers.get(document.id)
        if document.id in seen or reader.is_current(document, version):
            report.unchanged.append(document.name)
        else:
            yield document if version is None else file.document(document.id, as_found=True)
        seen.add(document.id)
    for id_, version in readers.items() if again else ():
        if id_ in seen or version == reader.version:
            continue
        document = file.document(id_, as_found=True)
        if not reader.is_current(document, version):
            yield document


def _loading(documents: Iterable[Document], reader: LateReader) -> Iterator[Document]:
    """Yield the documents, the reader loaded before the first that is read: what keeps it from that stops the run."""
    for document in documents:
        if document.is_read and not document.is_coded:
            reader.load()
        yield document


def _store(file: CaseFile, outcome: Outcome, report: ReadReport) -> None:
    document, reading = outcome.document, outcome.reading
    if reading is None:
        report.failed.append((document.name, outcome.reason or ""))
        return
    name, is_new = file.store(document, reading)
    (report.added if is_new else report.reread).append(name)
    if is_new and not document.is_read:
        report.unread.append(name)


def _expected_documents(address: str) -> int:
    """Return how many documents a source is expected to hold: one, but of JSON lines one a line."""
    if not address.endswith((".jsonl", ".ndjson")):
        return 1
    try:
        with Path(address).open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:  # reading it will say why
        return 1
