"""Weighing in a case file: by what changed, and to the same as weighing all at once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.case import CaseFile, open_case_file
from dragoman.model import Document, Reading, RulingKind, Statement
from dragoman.pipeline import weigh_case
from dragoman.ruling import merge, undo
from dragoman.shelving import CaseShelves, weigh_changed
from dragoman.weigh import weigh
from dragoman.weigh.account import accounts_of
from dragoman.weigh.shelves import Index, MemoryIndex, MemoryShelves, Records
from dragoman.weigh.telling import Telling, tell
from dragoman.weigh.version import weigh_version
from dragoman.weigh.weigh import weigh_all
from tests.weigh.builders import report, told
from tests.weigh.test_order import statements

NAMES = [f"d{number}" for number in range(8)]
TEXTS = [
    "",
    "",
    "The two sides met on Monday and agreed to meet again before the end of the month, the ministry said. " * 3,
]
DAYS = ["2024-06-01", "2024-06-03", "2024-07-20", "2023-06-02", None]

document = st.builds(
    report,
    st.sampled_from(NAMES),
    st.sampled_from(DAYS),
    text=st.sampled_from(TEXTS),
    origin=st.sampled_from([None, "AFP"]),
)
# What comes to a case: a document with what reading found in it, or None and the document is taken out.
article = st.tuples(document, st.none() | st.lists(statements, max_size=5, unique_by=lambda s: s.id))
batches = st.lists(st.lists(article, min_size=1, max_size=4), min_size=1, max_size=5)


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for case files."""
    return tmp_path_factory.mktemp("cases")


def retold(found: list[Statement], by: str) -> tuple[Statement, ...]:
    """Return the statements as if the document had made them."""
    made = {told_again.id: told_again for told_again in (_of(s, by) for s in found)}
    return tuple(made.values())


def _of(statement: Statement, by: str) -> Statement:
    return replace(statement, document=by, id=f"{by[-1]}{statement.id[1:]}")


def put(file: CaseFile, document: Document, found: list[Statement] | None) -> None:
    """Add the article to the case, read it anew, or take it out."""
    if found is not None:
        reading = Reading(
            document=document.id, statements=retold(found, document.id), reader="1", origin=document.origin
        )
        file.store(document, reading)
    elif document.id in {d.id for d in file.documents()}:
        file.remove(document.id, made_by="ann")


def weigh_little(file: CaseFile) -> None:
    """Bring the case up to date by what changed, however much that is."""
    version = weigh_version()
    if file.count_unweighed(version) is None:
        weigh_case(file)
    while not file.is_weighed(version):
        weigh_changed(file, version)


def assert_same_as_all_at_once(file: CaseFile) -> None:
    """Hold what the case has against weighing everything it holds."""
    whole = weigh(file.statements(), file.documents(), file.rulings())
    assert sorted(file.events(), key=lambda e: e.id) == list(whole.events)
    assert sorted(file.disputes(), key=lambda d: d.id) == list(whole.disputes)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(batches)
def test_batches_make_no_difference(folder: Path, coming: list[list[tuple[Document, list[Statement] | None]]]) -> None:
    """A case holds what weighing all at once gives, in whatever batches documents came, were read anew or removed."""
    path = folder / "batches.case"
    path.unlink(missing_ok=True)
    with open_case_file(path) as file:
        for batch in coming:
            for document, found in batch:
                put(file, document, found)
            weigh_little(file)
            assert_same_as_all_at_once(file)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[CaseFile]:
    """Return a case of sixty weighed documents."""
    with open_case_file(tmp_path / "filled.case") as file:
        chance = random.Random(1)
        for number in range(60):
            document = report(f"d{number}", f"2024-06-{number % 28 + 1:02}")
            kinds = chance.choices(["CONSULT PRK+RUS", "ASSAULT RUS UKR", "ALLY PRK RUS", "AID PRK RUS"], k=3)
            found = [told(document.id, kind, when=f"2024-06-{chance.randrange(1, 29):02}") for kind in kinds]
            file.store(
                document, Reading(document=document.id, statements=tuple({s.id: s for s in found}.values()), reader="1")
            )
        weigh_case(file)
        yield file


def test_one_document_is_weighed_by_what_it_touches(filled: CaseFile) -> None:
    """After one document came, only that one is to be weighed, and then none."""
    filled.store(report("new"), Reading(document="new", statements=(told("new", "ALLY PRK RUS"),), reader="1"))
    assert filled.count_unweighed(weigh_version()) == 1
    weigh_case(filled)
    assert filled.count_unweighed(weigh_version()) == 0
    assert_same_as_all_at_once(filled)


def test_correction_is_weighed(filled: CaseFile) -> None:
    """Correcting the day of a document changes the events that depend on it, and no more than weighing all would."""
    found = tuple(s for s in filled.statements() if s.document == "d7")
    reading = Reading(document="d7", statements=found, reader="1")
    filled.correct("d7", {"published": "2021-01-05", "publisher": "D8"}, lambda _: reading, made_by="ann")
    weigh_case(filled)
    assert_same_as_all_at_once(filled)


def test_rulings_are_weighed(filled: CaseFile) -> None:
    """A ruling, and taking it back, come to the same as weighing all at once."""
    events = [event.id for event in filled.events() if event.type == "ASSAULT"]
    for ruling in (lambda: merge(filled, events[:3], "ann"), lambda: undo(filled, 1, "ann")):
        assert ruling().kind in (RulingKind.MERGE, RulingKind.UNDO)
        assert filled.count_unweighed(weigh_version())
        weigh_little(filled)
        assert_same_as_all_at_once(filled)


def test_interruption_leaves_the_case_as_it_was(filled: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weighing that is stopped keeps nothing of what it began, and the next one does all of it."""
    before = filled.events()
    filled.store(report("new"), Reading(document="new", statements=(told("new", "ALLY PRK RUS"),), reader="1"))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("dragoman.case.weighing.Workroom.mark_weighed", stop)
        with pytest.raises(KeyboardInterrupt):
            weigh_case(filled)
    assert filled.events() == before
    assert not filled.is_weighed(weigh_version())
    weigh_case(filled)
    assert_same_as_all_at_once(filled)


def test_what_comes_meanwhile_is_weighed_too(filled: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that another process adds while all is weighed is not missed."""

    def meanwhile(*given: Any) -> MemoryShelves:
        shelves = weigh_all(*given)
        if "new" not in {d.id for d in filled.documents()}:
            with open_case_file(filled.path) as other:
                found = (told("new", "ALLY PRK RUS"),)
                other.store(report("new"), Reading(document="new", statements=found, reader="1"))
        return shelves

    with filled.workroom() as room:
        room.mark_weighed((), "another version")
    monkeypatch.setattr("dragoman.shelving.weigh_all", meanwhile)
    weigh_case(filled)
    assert "new" in {d.id for d in filled.documents()}
    assert_same_as_all_at_once(filled)


def test_records_of_another_make_are_made_anew(filled: CaseFile) -> None:
    """Shelves that can't be read any more are weighed anew, not an error."""
    with filled.workroom() as room:
        room.records["telling"].put((id_, b"\xc0") for id_ in [s.id for s in filled.statements()])
    filled.store(report("new"), Reading(document="new", statements=(told("new", "ALLY PRK RUS"),), reader="1"))
    weigh_case(filled)
    assert_same_as_all_at_once(filled)


@pytest.fixture(params=["memory", "case"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    """Return an empty index of either kind."""
    if request.param == "memory":
        yield MemoryIndex()
        return
    with open_case_file(tmp_path / "index.case") as file, file.workroom() as room:
        yield CaseShelves(room).spots


def test_index_keeps_rows_in_order(index: Index) -> None:
    """Rows are there once, in order under their key, by range and from either end."""
    rows = [("k", day, day + 2, f"t{day}") for day in (5, -3, 1)] + [("k", 1, 9, "t0"), ("other", 1, 1, "t1")]
    index.put(rows)
    index.put(rows[:2])
    ordered = sorted(rows[:4])
    assert {key: list(found) for key, found in index.under(["k", "none"]).items()} == {"k": ordered}
    assert list(index.between("k", -3, 1, 9)) == ordered[:3]
    assert list(index.between("k", -9, 9, 2)) == ordered[:2]
    assert list(index.last("k", -9, 9, 2)) == ordered[2:]
    index.drop([ordered[0], ("k", 7, 7, "none")])
    assert list(index.under(["k"])["k"]) == ordered[1:]
    index.drop(ordered[1:])
    assert index.under(["k"]) == {}


@pytest.fixture(params=["memory", "case"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Records[Telling]]:
    """Return empty records of either kind."""
    if request.param == "memory":
        yield MemoryShelves().tellings
        return
    with open_case_file(tmp_path / "records.case") as file, file.workroom() as room:
        yield CaseShelves(room).tellings


def test_records_come_back_as_they_were_put(records: Records[Telling]) -> None:
    """A record comes back whole, the later of one id in place of the earlier, until it is dropped."""
    documents = {name: report(name) for name in ("a", "b")}
    told_of = [
        told("a", "AID PRK RUS", by="Lavrov/RUS", force="denies", where="Odesa", goods="weapons food", number="5 dead"),
        told("b", "CONSULT PRK+RUS", when="2024-06-01", mode="visit"),
    ]
    first, second = tell(accounts_of(told_of, documents, {"a": "A", "b": "B"}))
    records.put([first, second])
    records.put([first])
    assert records.get([first.id, "none", second.id]) == {first.id: first, second.id: second}
    records.drop([first.id, "none"])
    assert records.get([first.id, second.id]) == {second.id: second}
