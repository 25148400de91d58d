from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.case import CaseFile, Filter, make_filter, open_case_file
from dragoman.errors import BadValue, CaseBusy, DragomanError, NewerCase, NotACase, UnknownName
from dragoman.model import DateSource, Document, Reading, Standing, Status, Time
from tests.case.builders import (
    FULL,
    KOREA,
    LAVROV,
    RUSSIA,
    make_dispute,
    make_document,
    make_event,
    make_reading,
    make_statement,
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """An empty case."""
    with open_case_file(tmp_path / "x.case") as opened:
        yield opened


def fill(file: CaseFile) -> None:
    """Two documents, three statements, two events, a dispute."""
    file.store(
        make_document("d1", published=date(2023, 9, 14), title="Grain talks"),
        make_reading(FULL, make_statement("s2", type="CONSULT", agents=(RUSSIA, KOREA), mode="meeting")),
    )
    file.store(
        make_document("d2"),
        make_reading(make_statement("s3", "d2", agents=(LAVROV,), status=Status.DENIED), document="d2"),
    )
    events = (
        make_event("e1", "s1", "s3", time=Time(start=date(2023, 9, 1), end=date(2023, 9, 30))),
        make_event("e2", "s2", type="CONSULT", standing=Standing.CONFIRMED, targets=(KOREA,)),
    )
    assert file.replace_events(events, (make_dispute("x1", "e1"),), stands_for=file.changes(), by="1")


def keep(file: CaseFile) -> Callable[[Document], Reading]:
    """Return a reader that finds what the case holds already."""

    def read(document: Document) -> Reading:
        return make_reading(*file.statements(Filter(documents=(document.id,))), document=document.id)

    return read


def test_what_is_stored_comes_back(file: CaseFile) -> None:
    """Documents, statements, events and disputes come back as they were stored."""
    fill(file)
    assert file.documents()[1] == make_document("d2")
    assert file.statements()[0] == FULL
    assert [e.id for e in file.events()] == ["e1", "e2"]
    assert file.disputes() == (make_dispute("x1", "e1"),)
    assert file.event_ids() == {"s1": "e1", "s3": "e1", "s2": "e2"}


def test_case_survives_closing(tmp_path: Path) -> None:
    """A case that was closed opens again with what it held, as one file."""
    path = tmp_path / "x.case"
    with open_case_file(path) as file:
        fill(file)
    assert [p.name for p in tmp_path.iterdir()] == ["x.case"]
    with open_case_file(path, create=False) as file:
        assert len(file.statements()) == 3


def test_actors_are_counted(file: CaseFile) -> None:
    """Actors come with the number of statements and documents that name them, the most named first."""
    fill(file)
    assert [(a.id, a.code, a.kind, a.statements, a.documents) for a in file.actors()] == [
        ("person:sergey-lavrov", "RUS", "person", 2, 2),
        ("state:PRK", "PRK", "state", 2, 1),
        ("state:RUS", "RUS", "state", 2, 1),
    ]


def test_actor_is_shown_by_the_common_name(file: CaseFile) -> None:
    """Of several names the one that most statements use is shown."""
    other = replace(RUSSIA, name="138 Russian soldiers")
    agents = ((other,), (RUSSIA,), (RUSSIA,))
    file.store(make_document(), make_reading(*(make_statement(f"s{n}", agents=a) for n, a in enumerate(agents))))
    assert [(actor.name, actor.statements) for actor in file.actors()] == [("Russia", 3)]


@pytest.mark.parametrize(
    ("asked", "statements", "events"),
    [
        ({}, ["s1", "s2", "s3"], ["e1", "e2"]),
        ({"actors": "PRK"}, ["s1", "s2"], ["e2"]),
        ({"actors": "rus"}, ["s1", "s2", "s3"], ["e1", "e2"]),
        ({"actors": "Russia"}, ["s1", "s2", "s3"], ["e1", "e2"]),
        ({"actors": "sergey lavrov"}, ["s1", "s3"], []),
        ({"actors": ["person:sergey-lavrov"]}, ["s1", "s3"], []),
        ({"voices": "RUS"}, ["s1"], ["e1"]),
        ({"types": "consult"}, ["s2"], ["e2"]),
        ({"types": ["WANT", "CONSULT"], "actors": "PRK"}, ["s1", "s2"], ["e2"]),
        ({"statuses": "denied"}, ["s3"], ["e1"]),
        ({"standings": "confirmed"}, ["s2"], ["e2"]),
        ({"documents": "d2.txt"}, ["s3"], ["e1"]),
        ({"since": "2023-09-30"}, ["s1"], ["e1"]),
        ({"since": "2023-10"}, [], []),
        ({"until": "2023-09-13"}, ["s1"], ["e1"]),
        ({"since": "2023-09-14", "until": "2023-09-14"}, ["s1", "s2"], ["e1", "e2"]),
        ({"actors": "XYZ"}, [], []),
        ({"confidence": 0.7}, ["s1"], ["e1"]),
        ({"confidence": 0.76}, [], []),
    ],
)
def test_filters(file: CaseFile, asked: dict[str, str], statements: list[str], events: list[str]) -> None:
    """A filter keeps what matches all of its fields; an unknown time is the day of publication."""
    fill(file)
    wanted = make_filter(asked)  # type: ignore[arg-type]
    assert [s.id for s in file.statements(wanted)] == statements
    assert [e.id for e in file.events(wanted)] == events


def test_filters_on_the_rest(file: CaseFile) -> None:
    """Documents, actors and disputes take the same filter."""
    fill(file)
    assert [d.id for d in file.documents(Filter(statuses=(Status.DENIED,)))] == ["d2"]
    assert [d.id for d in file.documents(Filter(since=date(2023, 9, 1)))] == ["d1"]
    assert [a.code for a in file.actors(Filter(types=("CONSULT",)))] == ["PRK", "RUS"]
    assert file.disputes(Filter(types=("CONSULT",))) == ()
    assert len(file.disputes(Filter(types=("WANT",)))) == 1


def test_storing_again_replaces_the_reading(file: CaseFile) -> None:
    """A document that is stored again keeps its place and gets the new reading in place of the old."""
    fill(file)
    assert file.store(make_document("d1"), make_reading(make_statement("s9"), reader="2")) == ("d1.txt", False)
    assert [s.id for s in file.statements()] == ["s9", "s3"]
    assert file.readers() == {"d1": "2", "d2": "1"}
    assert [(r.document, r.reader, r.statements) for r in file.runs()] == [
        ("d1", "1", 2),
        ("d2", "1", 1),
        ("d1", "2", 1),
    ]


def test_failed_store_leaves_nothing(file: CaseFile) -> None:
    """A document is stored with its reading or not at all."""
    twice = make_statement()
    with pytest.raises(sqlite3.IntegrityError):
        file.store(make_document(), make_reading(twice, twice))
    assert file.documents() == ()


def test_correction_is_applied_and_the_original_kept(file: CaseFile) -> None:
    """Corrections apply on reading, the last one counts, and who made them when is kept."""
    fill(file)
    file.correct("d1", {"published": "2024-06-19", "publisher": "The Strelsau Times"}, keep(file), made_by="ann")
    corrected = file.correct("d1", {"publisher": "Strelsau Herald", "title": None}, keep(file), made_by="bob")
    assert (corrected.published, corrected.published_by) == (date(2024, 6, 19), DateSource.CORRECTED)
    assert (corrected.publisher, corrected.title) == ("Strelsau Herald", None)
    assert [(d.field, d.value, d.made_by) for d in file.decisions("d1")] == [
        ("published", "2024-06-19", "ann"),
        ("publisher", "The Strelsau Times", "ann"),
        ("publisher", "Strelsau Herald", "bob"),
        ("title", None, "bob"),
    ]
    assert [d.id for d in file.documents(Filter(since=date(2024, 1, 1)))] == ["d1"]
    assert file.search("talks") == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"published": "last week"}, "2023-09-14"),
        ({"text": "x"}, "publisher"),
        ({"kind": None}, "empty"),
    ],
)
def test_bad_correction(file: CaseFile, fields: dict[str, str | None], words: str) -> None:
    """What can't be set is refused, with what could be, and nothing of it is stored."""
    fill(file)
    with pytest.raises(BadValue, match=words):
        file.correct("d1", {"author": "A. Smith", **fields}, keep(file), made_by="ann")
    assert file.decisions("d1") == ()


def test_removing_takes_out_what_was_built(file: CaseFile) -> None:
    """A removed document goes with its statements, and comes back without its corrections when it is added again."""
    fill(file)
    file.correct("d1", {"author": "A. Smith"}, keep(file), made_by="ann")
    assert file.remove("d1.txt", made_by="ann").id == "d1"
    assert [s.id for s in file.statements()] == ["s3"]
    assert [a.id for a in file.actors()] == ["person:sergey-lavrov"]
    assert [h.document for h in file.search("grain")] == ["d2"]
    assert not file.is_weighed("1")
    file.store(make_document("d1"), make_reading())
    assert file.document("d1").author is None


@pytest.mark.parametrize("called", ["abcd1234", "abcd", "paris/one.txt", "one.txt", "/in/paris/one.txt"])
def test_document_is_found(file: CaseFile, called: str) -> None:
    """A document is found by id, beginning of the id, name, or end of its name or address."""
    file.store(make_document("abcd1234", name="one.txt", uri="/in/paris/one.txt"), make_reading(document="abcd1234"))
    file.store(make_document("ef", name="100%.txt", uri="/in/100%.txt"), make_reading(document="ef"))
    assert file.document(called).id == "abcd1234"


@pytest.mark.parametrize(
    ("called", "words"), [("three.txt", "no document"), ("", "no document"), ("txt", "one.txt, two.txt")]
)
def test_document_is_not_found(file: CaseFile, called: str, words: str) -> None:
    """A name that no document has is refused; one that several have, with their names."""
    file.store(make_document("d1", name="one.txt"), make_reading())
    file.store(make_document("d2", name="two.txt"), make_reading(document="d2"))
    with pytest.raises(UnknownName, match=words):
        file.document(called)


def test_names_are_made_unique(file: CaseFile) -> None:
    """Documents of one name get the folder before it, and a number when that does not tell them apart."""
    names = [
        file.store(make_document(f"d{i}", name="a.txt", uri=uri), make_reading(document=f"d{i}"))[0]
        for i, uri in enumerate(["/x/a.txt", "/y/a.txt", "/z/y/a.txt", "https://paper.example/1"])
    ]
    assert names == ["a.txt", "y/a.txt", "z/y/a.txt", "a.txt (2)"]
    assert [d.name for d in file.documents()] == names


@pytest.mark.parametrize(
    ("called", "kind"),
    [
        ("d1", "Document"),
        ("s1", "Statement"),
        ("e2", "Event"),
        ("x1", "Dispute"),
        ("RUS", "NamedActor"),
        ("north korea", "NamedActor"),
        ("person:sergey-lavrov", "NamedActor"),
        ("d2.txt", "Document"),
    ],
)
def test_anything_is_found(file: CaseFile, called: str, kind: str) -> None:
    """Whatever the case holds is found by id, code or name."""
    fill(file)
    assert type(file.find(called)).__name__ == kind


def test_beginning_of_an_id_is_found(file: CaseFile) -> None:
    """The beginning of an id will do where only one thing has it."""
    file.store(make_document(), make_reading(make_statement("s-abcdef"), make_statement("s-abcxyz")))
    found = file.find("s-abcd")
    assert getattr(found, "id", None) == "s-abcdef"
    with pytest.raises(UnknownName, match="statement s-abcdef, statement s-abcxyz"):
        file.find("s-abc")
    with pytest.raises(UnknownName, match="nothing in the case"):
        file.find("Atlantis")


def test_origin_that_reading_found(file: CaseFile) -> None:
    """A document has the origin that reading found, unless the document is asked for as it was found."""
    file.store(make_document(), make_reading(origin="Reuters"))
    assert file.document("d1").origin == "Reuters"
    assert file.document("d1", as_found=True).origin is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("grain", ["d1", "d2"]),
        ("GRAIN denied", ["d1", "d2"]),
        ('"grain talks"', ["d1"]),
        ('"talks grain"', []),
        ("minis*", ["d1", "d2"]),
        ("talk deny", ["d1"]),
        ("minis", []),
        ("AND ( NEAR", []),
        ('"', []),
        ("", []),
    ],
)
def test_search(file: CaseFile, asked: str, found: list[str]) -> None:
    """All the words must be there; quoted words are a phrase; no sign breaks the search."""
    fill(file)
    assert sorted(hit.document for hit in file.search(asked)) == found


def test_search_marks_the_words(file: CaseFile) -> None:
    """A hit shows a piece of the text with the words marked."""
    file.store(make_document(), make_reading())
    (hit,) = file.search("ruritania")
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["Ruritania"]


def test_weighing_is_due_after_each_change(file: CaseFile) -> None:
    """The events stand for the documents until these change or another version weighs."""
    assert file.is_weighed("1")
    fill(file)
    assert file.is_weighed("1")
    assert not file.is_weighed("2")
    before = file.changes()
    file.correct("d1", {"kind": "opinion"}, keep(file), made_by="ann")
    assert not file.is_weighed("1")
    assert not file.replace_events((), (), stands_for=before, by="1")
    assert len(file.events()) == 2


def test_not_a_case(tmp_path: Path) -> None:
    """What is no case file is refused, and left as it was."""
    text, other = tmp_path / "a.txt", tmp_path / "b.db"
    text.write_text("This is a text, and by no means a database of any kind." * 20)
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE a (b)")
    db.close()
    for path in (text, other, tmp_path, tmp_path / "no" / "such.case"):
        with pytest.raises(NotACase):
            open_case_file(path)
    with pytest.raises(NotACase, match="dragoman read"):
        open_case_file(tmp_path / "none.case", create=False)
    assert text.read_text().startswith("This is a text")


def test_newer_case(tmp_path: Path) -> None:
    """A case that a newer version wrote is refused, with both versions of the schema."""
    path = tmp_path / "x.case"
    open_case_file(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(NewerCase, match="999"):
        open_case_file(path)


def test_busy_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that another process is writing to can be read, and says so when it is written to."""
    monkeypatch.setattr("dragoman.case.database.BUSY_SECONDS", 0.01)
    path = tmp_path / "x.case"
    with open_case_file(path) as file:
        fill(file)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert len(file.statements()) == 3
        with pytest.raises(CaseBusy, match="another process"):
            file.remove("d1", made_by="ann")
        other.rollback()
        other.close()


@pytest.mark.parametrize(
    "asked", [{"since": "soon"}, {"until": "2023-13"}, {"statuses": "true"}, {"standings": "so"}, {"confidence": 7}]
)
def test_bad_filter(asked: dict[str, object]) -> None:
    """A day, a status, a standing or a share that is none is refused."""
    with pytest.raises(BadValue):
        make_filter(asked)  # type: ignore[arg-type]


def test_days_of_months_and_years() -> None:
    """A month or a year means its first day as `since` and its last as `until`."""
    asked = make_filter({"since": "2024", "until": "2024-02"})
    assert (asked.since, asked.until) == (date(2024, 1, 1), date(2024, 2, 29))


def test_many_documents(file: CaseFile) -> None:
    """Hundreds of documents are listed, counted and filtered without a query for each."""
    queries: list[str] = []
    for number in range(300):
        id_ = f"d{number}"
        file.store(make_document(id_), make_reading(make_statement(f"s{number}", id_), document=id_))
    file._db.set_trace_callback(queries.append)
    assert len(file.documents()) == len(file.statements()) == 300
    assert len(queries) < 10


def test_errors_say_what_to_do() -> None:
    """Each error of the case has the code that programs go by."""
    assert {e.code for e in (NotACase, NewerCase, CaseBusy)} == {"not-a-case", "newer-case", "case-busy"}
    assert issubclass(NotACase, DragomanError)


def test_document_record_is_never_changed(file: CaseFile) -> None:
    """The document as ingested stays in the file whatever is decided about it."""
    document = make_document(author="A. Smith")
    file.store(document, make_reading())
    file.correct("d1", {"author": "B. Jones"}, keep(file), made_by="ann")
    assert file.document("d1") == replace(document, author="B. Jones")
    (record,) = file._db.execute("SELECT record FROM document").fetchone()
    assert "A. Smith" in record


@pytest.mark.parametrize("content", [b"x", b"notes", b"SQLite"])
def test_short_file_that_is_no_case_is_left_alone(tmp_path: Path, content: bytes) -> None:
    """A file too short to be a database is refused, and not written over."""
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotACase):
        open_case_file(path)
    assert path.read_bytes() == content
