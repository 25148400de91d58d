from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import DataError, DragomanError, UnknownName, UnreadableFile
from dragoman.own_data import settle_own_data
from dragoman.settings import Settings

ACTORS = "- {kind: group, code: STRELSAU, name: Strelsau Brigade, sector: REB}\n"
VOCABULARY = "type: ASSAULT\nentries:\n  - {verbs: 'zorble', frame: act}\n"
TEXT = "The Strelsau Brigade zorbled Ukraine on Friday, officials said in a statement to the press.\n"
SETTINGS = Settings(user="ann")


@pytest.fixture
def own(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A file of actors, one of vocabulary, and an article that needs both."""
    actors, vocabulary, article = tmp_path / "actors.yaml", tmp_path / "words.yaml", tmp_path / "article.txt"
    actors.write_text(ACTORS, "utf-8")
    vocabulary.write_text(VOCABULARY, "utf-8")
    article.write_text(TEXT, "utf-8")
    return actors, vocabulary, article


def test_own_actors_and_words_are_read(tmp_path: Path, own: tuple[Path, Path, Path]) -> None:
    """An actor and a verb of one's own make a statement that reading without them doesn't find."""
    actors, vocabulary, article = own
    with dragoman.open_case(tmp_path / "x.case", settings=SETTINGS) as case:
        case.read(article)
        assert not case.statements(types="ASSAULT")
    with dragoman.open_case(tmp_path / "x.case", actors=[actors], vocabulary=[vocabulary], settings=SETTINGS) as case:
        assert case.read(article).reread == ["article.txt"]
        assert [a.code for s in case.statements(types="ASSAULT") for a in s.agents] == ["STRELSAU"]


def test_case_remembers_own_files(tmp_path: Path, own: tuple[Path, Path, Path]) -> None:
    """What was named once is read with again, by `set` too, until other files are named or none."""
    actors, vocabulary, article = own
    path = tmp_path / "x.case"
    with dragoman.open_case(path, actors=[actors], vocabulary=[vocabulary], settings=SETTINGS) as case:
        case.read(article)
    with dragoman.open_case(path, settings=SETTINGS) as case:
        assert case.read(article).unchanged == ["article.txt"]
        case.set("article.txt", published="2023-09-14")
        assert case.statements(types="ASSAULT")
    with dragoman.open_case(path, actors=[], settings=SETTINGS) as case:
        assert case.read(again=True).reread == ["article.txt"]
        with pytest.raises(UnknownName):  # without the file nobody is called so
            case.statements(actors="STRELSAU")
        assert [Path(f.path).name for f in case.file.own_files("vocabulary")] == ["words.yaml"]
        assert case.file.own_files("actors") == ()


def test_changed_file_is_read_with_anew(tmp_path: Path, own: tuple[Path, Path, Path]) -> None:
    """A file that says something else than before makes another reader of the case."""
    actors, _, article = own
    with dragoman.open_case(tmp_path / "x.case", actors=[actors], settings=SETTINGS) as case:
        case.read(article)
        actors.write_text(ACTORS + "- {kind: group, code: HENTZAU, name: Hentzau Guard}\n", "utf-8")
        assert case.read(article).reread == ["article.txt"]


def test_file_that_has_gone(tmp_path: Path, own: tuple[Path, Path, Path]) -> None:
    """A file that the case remembers and that is gone is named, with what can be done; asking goes on as before."""
    actors, _, article = own
    with dragoman.open_case(tmp_path / "x.case", actors=[actors], settings=SETTINGS) as case:
        case.read(article)
    actors.unlink()
    with dragoman.open_case(tmp_path / "x.case", settings=SETTINGS) as case:
        assert case.documents()
        for deed in (lambda: case.read(article), lambda: case.set("article.txt", author="A. Smith")):
            with pytest.raises(UnreadableFile, match=r"gone .*actors\.yaml.*--actors ''"):
                deed()


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("actors", b"- {kind: group, name: X}\n- {kind: nonsense, code: Y, name: Y}\n", "own.yaml:2"),
        ("actors", b"- {kind: group\n", "own.yaml:"),
        ("actors", b"name: x\n", "own.yaml:1"),
        ("actors", b"- {name: caf\xe9}", "UTF-8"),
        ("vocabulary", b"entries: [{verbs: zorble, type: NONSENSE}]", "own.yaml.*NONSENSE"),
        ("vocabulary", b"entries: [{verbs: 5, type: ASSAULT}]", "own.yaml"),
        ("vocabulary", b"- just a list", "own.yaml"),
        ("vocabulary", b"entries: {", "own.yaml"),
        ("vocabulary", b"\xff\xfe", "UTF-8"),
    ],
)
def test_bad_own_file_is_refused(tmp_path: Path, kind: str, content: bytes, words: str) -> None:
    """A file that is wrong is refused with its name and, if it has one, the line; the case does not remember it."""
    (tmp_path / "own.yaml").write_bytes(content)
    settings = replace(SETTINGS, **{kind: (tmp_path / "own.yaml",)})  # type: ignore[arg-type]
    with (
        dragoman.open_case(tmp_path / "x.case", settings=settings) as case,
        pytest.raises(DragomanError, match=rf"(?s){words}") as caught,
    ):
        case.read(tmp_path / "missing.txt")
    assert isinstance(caught.value, DataError | UnreadableFile)
    with dragoman.open_case(tmp_path / "x.case") as case:
        assert case.file.own_files(kind) == ()


def test_own_files_without_a_case(own: tuple[Path, Path, Path]) -> None:
    """Settings name files without a case too."""
    assert settle_own_data(replace(SETTINGS, actors=(own[0],))).actors == (own[0],)
    assert settle_own_data(SETTINGS).actors == ()
