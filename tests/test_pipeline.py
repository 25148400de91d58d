from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dragoman.errors import BadValue, DragomanError
from dragoman.library import Case, open_case, read_text
from dragoman.model import Document, Evidence, Reading, Span, Statement
from dragoman.pipeline import read_document
from dragoman.reading import load_reader
from dragoman.settings import Settings
from dragoman.workers import read_apart, read_here

MEETING = "STRELSAU, March 3, 2021 - The French president met the German chancellor in Berlin on Tuesday.\n"
DENIAL = "Iran denied on Friday that it had supplied drones to Russia. Ukraine accused Iran of supplying them.\n"
FRENCH = (
    "Le ministre a annoncé mardi que les négociations reprendraient la semaine prochaine à Genève. "
    "Les deux délégations doivent y discuter des exportations de céréales et de la sécurité des ports.\n"
)
SETTINGS = Settings(user="ann")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(MEETING, "utf-8")
    (articles / "b.txt").write_text(DENIAL, "utf-8")
    return articles


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with open_case(tmp_path / "x.case", settings=SETTINGS) as opened:
        yield opened


def test_folder_is_read(case: Case, folder: Path) -> None:
    """Articles become documents with statements, whose evidence is in the text, and events made of them."""
    report = case.read(folder)
    assert (report.added, report.failed, report.unchanged) == (["a.txt", "b.txt"], [], [])
    texts = {document.id: document.text for document in case.documents()}
    statements = case.statements()
    assert statements
    assert all(texts[s.document][s.evidence.start : s.evidence.end] == s.evidence.quote for s in statements)
    assert {s for event in case.events() for s in event.statements} == {s.id for s in statements}
    assert [s.type for s in case.statements(actors="DEU")] == ["CONSULT"]


def test_reading_twice_changes_nothing(case: Case, folder: Path) -> None:
    """What the case holds is passed over, and stays as it is."""
    case.read(folder)
    before = (case.documents(), case.statements(), case.events(), case.file.runs())
    report = case.read([folder, folder / "a.txt"])
    assert (report.added, sorted(report.unchanged)) == ([], ["a.txt", "b.txt"])
    assert (case.documents(), case.statements(), case.events(), case.file.runs()) == before


def test_bad_files_stop_nothing(case: Case, folder: Path) -> None:
    """A file that can't be read is named with the reason, and the rest is read."""
    (folder / "empty.txt").write_text("")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "notes.xyz").write_text("what is this")
    report = case.read([folder, folder / "missing.txt"])
    assert report.added == ["a.txt", "b.txt"]
    assert [Path(source).name for source, _ in report.failed] == ["empty.txt", "picture.txt", "missing.txt"]
    assert all(reason for _, reason in report.failed)
    assert [Path(name).name for name in report.skipped] == ["notes.xyz"]


def test_other_language_is_stored_unread(case: Case, folder: Path) -> None:
    """A text that is not English is stored and can be searched, and is marked as unread."""
    (folder / "c.txt").write_text(FRENCH, "utf-8")
    report = case.read(folder / "c.txt")
    assert (report.added, report.unread) == (["c.txt"], ["c.txt"])
    assert case.statements() == ()
    assert [hit.name for hit in case.search("négociations")] == ["c.txt"]
    assert case.read(folder / "c.txt").unchanged == ["c.txt"]


def test_correction_reads_anew(case: Case, folder: Path) -> None:
    """A corrected date moves the days that the text counts from it."""
    case.read(folder / "b.txt")
    case.set("b.txt", published="2022-10-15")
    days = {s.time.start for s in case.statements(types="REJECT") if s.time.start}
    assert {day.isoformat() for day in days} == {"2022-10-14"}
    assert case.documents()[0].published_by == "corrected"
    assert case.read(folder / "b.txt").unchanged == ["b.txt"]
    assert case.documents()[0].published_by == "corrected"


def test_removing_takes_the_events_along(case: Case, folder: Path) -> None:
    """What was built on a removed document is gone with it."""
    case.read(folder)
    case.remove("a.txt")
    assert not case.events(actors="DEU")
    assert case.events(actors="IRN")


def test_interrupted_run_goes_on(case: Case, folder: Path) -> None:
    """What was finished before an interruption stays, and is weighed when the case is next asked."""

    def stop(done: int, expected: int, source: str) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case.read(folder, progress=stop)
    assert [d.name for d in case.documents()] == ["a.txt"]
    assert case.events(actors="DEU")
    assert case.read(folder).added == ["b.txt"]


def test_other_version_reads_anew(case: Case, folder: Path) -> None:
    """A document that another version read is read again, with the corrections that people made."""
    case.read(folder)
    case.set("a.txt", publisher="Strelsau Times")
    document = case.file.document("a.txt")
    case.file.replace_reading(Reading(document=document.id, reader="0"))
    assert case.statements(documents="a.txt") == ()
    assert case.read(folder).reread == ["a.txt"]
    assert case.statements(documents="a.txt")
    assert case.file.document("a.txt").publisher == "Strelsau Times"


def test_progress_counts_documents(case: Case, folder: Path) -> None:
    """Progress tells documents done and expected, each line of a file of JSON lines being one."""
    lines = [json.dumps({"text": text}) for text in (MEETING, DENIAL)]
    (folder / "c.jsonl").write_text("\n".join(lines), "utf-8")
    told: list[tuple[int, int]] = []
    case.read(folder, progress=lambda done, expected, source: told.append((done, expected)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_several_processes_find_the_same(folder: Path) -> None:
    """However many processes read, the readings are the same and in the same order."""
    documents = [make(f"d{number}", text) for number, text in enumerate((MEETING, DENIAL, MEETING))]
    apart = list(read_apart(documents, make_counting_reader, read_document, 2))
    here = list(read_here(documents, make_counting_reader(), read_document))
    assert apart == here
    assert [outcome.document.id for outcome in apart] == ["d0", "d1", "d2"]


def test_reader_that_breaks_on_one_document() -> None:
    """A document that the reader breaks on is an outcome with a reason; the others are read."""
    documents = [make("d0", "break"), make("d1", DENIAL)]
    first, second = read_here(documents, make_counting_reader(), read_document)
    assert first.reading is None
    assert first.reason is not None
    assert "ZeroDivisionError" in first.reason
    assert second.reading is not None


@pytest.mark.parametrize(
    ("quote", "ids", "words"),
    [("Two states", ("a",), "does not say"), ("", ("a",), "does not say"), ("One state", ("a", "a"), "wrong id")],
)
def test_invented_statement_is_refused(quote: str, ids: tuple[str, ...], words: str) -> None:
    """A statement whose quote is not in the document at its place never gets into a case."""
    evidence = Evidence(start=0, end=len(quote), quote=quote, trigger=Span(0, 3))
    statements = tuple(Statement(id=id_, document="d0", type="HOLD", evidence=evidence) for id_ in ids)
    with pytest.raises(DragomanError, match=words):
        read_document(
            make("d0", "One state holds the other."), FixedReader(Reading(document="d0", statements=statements))
        )


def test_brief_in_each_format(case: Case, folder: Path) -> None:
    """The brief of a case comes as text, as Markdown and as a page; any other format is refused."""
    case.read(folder)
    assert case.brief(format="markdown").startswith("#")
    assert "<html" in case.brief(format="html", about=["IRN"], since="2020")
    assert case.brief(format="terminal")
    with pytest.raises(BadValue, match="terminal, markdown, html"):
        case.brief(format="pdf")


def test_text_is_read_without_a_case() -> None:
    """A text gives its reading, and the same each time."""
    reading = read_text(DENIAL, settings=SETTINGS)
    assert {s.type for s in reading.statements} >= {"REJECT", "ACCUSE"}
    assert reading == read_text(DENIAL, settings=SETTINGS)


def test_settings_choose_the_parser(tmp_path: Path) -> None:
    """The reader's version names the pipeline that parses, a package or a folder; what is neither is refused."""
    (tmp_path / "meta.json").write_text(json.dumps({"name": "own", "version": "7"}))
    assert load_reader(replace(SETTINGS, parser=str(tmp_path))).version.endswith("/own-7")
    with pytest.raises(BadValue, match="xx_other"):
        load_reader(replace(SETTINGS, parser="xx_other"))


def make(id_: str, text: str) -> Document:
    """Return a document of that text."""
    return Document(id=id_, name=id_, uri=id_, text=text)


@dataclass(frozen=True)
class FixedReader:
    """Finds the same in every document."""

    reading: Reading
    version: str = "fixed"

    def read(self, document: Document) -> Reading:
        """Return the reading."""
        return self.reading


@dataclass(frozen=True)
class CountingReader:
    """Finds no statements but the text's length; breaks on the text "break"."""

    version: str = "counting"

    def read(self, document: Document) -> Reading:
        """Return a reading that tells the length of the text."""
        statements: tuple[Statement, ...] = ()
        return Reading(document=document.id, statements=statements, reader=f"{1 // (len(document.text) - 5)}")


def make_counting_reader() -> CountingReader:
    """Return the reader; at the top of the module, so that other processes can make it."""
    return CountingReader()
