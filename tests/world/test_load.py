from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.world import load_world


def _write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_actors_of_a_user(tmp_path: Path) -> None:
    """A user's YAML file adds actors of any kind, with short forms and a code made of the name."""
    text = "- {kind: group, name: Black Heron Front, also: BHF|~the Herons, state: TCD, sector: REB}\n"
    world = load_world([_write(tmp_path, "mine.yaml", text)])
    actor = world.actor("group:black-heron-front")
    assert actor is not None
    assert (actor.code, actor.side, actor.sector) == ("BLACK-HERON-FRONT", "TCD", "REB")
    assert world.longest(["BHF", "fired"], 0)[1][0].actor == actor.id
    assert world.longest(["the", "Herons", "fired"], 0)[0] == 2
    assert world.by_code("RUS") is not None


def test_lists_and_text_with_bars_are_the_same(tmp_path: Path) -> None:
    """Alternatives may be a YAML list too."""
    world = load_world([_write(tmp_path, "mine.yaml", "- kind: body\n  name: Tern Council\n  also: [TERNCO, Terns]\n")])
    assert [world.forms(text)[0].actor for text in ("TERNCO", "Ternco", "Terns")] == ["body:tern-council"] * 3


def test_persons_of_a_user(tmp_path: Path) -> None:
    """A user's CSV adds persons with terms, newest first; a marked form stands in place of the last word."""
    rows = (
        "name,also,gender,state,role,since,until\n"
        "Oro Wexcombe,Oro Vexcombe|~Oro,m,TUV,envoy,2001,2003-05\n"
        "Oro Wexcombe,,m,TUV,president+head,2004-02-29,\n"
    )
    world = load_world([_write(tmp_path, "mine.csv", rows)])
    person = world.actor("person:oro-wexcombe")
    assert person is not None
    assert {term.role for term in person.terms[:2]} == {"president", "head"}
    assert (person.terms[2].since, person.terms[2].until) == (date(2001, 1, 1), date(2003, 5, 31))
    assert person.acts_for(date(2002, 1, 1)) == person.code == "TUV"
    assert world.persons("Oro") == world.persons("Oro Vexcombe") == (person,)
    assert world.persons("Wexcombe") == ()
    assert world.holder("TUV", "envoy", date(2003, 5, 31)) == person
    assert world.holder("TUV", "envoy", date(2003, 6, 1)) is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("- {kind: group}", "needs a name"),
        ("- {name: Heron Front}", "needs a kind"),
        ("- {kind: tribe, name: Heron Front}", "needs a kind"),
        ("- {kind: state, name: Heronia}", "needs a code"),
        ("- {kind: group, name: Heron Front, code: heron front}", "needs a code"),
        ("- {kind: group, name: Heron Front, sector: XYZ}", "has the sector 'XYZ'"),
        ("- {kind: group, name: Heron Front, alias: HF}", "has fields that are not known: alias"),
        ("- {kind: group, name: Heron Front, since: soon}", "is no date"),
        ("- {kind: group, name: Heron|Tern, also: Birds}", "has several names"),
        ("- {kind: group, name: Heron, also: {a: b}}", "neither text nor a list"),
        ("- Heron Front", "should be an entry"),
    ],
)
def test_wrong_lines_are_told(tmp_path: Path, line: str, message: str) -> None:
    """A wrong entry is named by file and line, with what is wrong."""
    path = _write(tmp_path, "mine.yaml", "# my actors\n" + line + "\n")
    with pytest.raises(DataError, match=r"mine\.yaml:2 ") as error:
        load_world([path])
    assert message in str(error.value)


def test_all_wrong_lines_are_told_at_once(tmp_path: Path) -> None:
    """One run names every wrong line."""
    with pytest.raises(DataError) as error:
        load_world([_write(tmp_path, "mine.yaml", "- {kind: group}\n- {kind: state, name: Heronia}\n")])
    assert [line.split(" ")[0] for line in str(error.value).splitlines()] == ["mine.yaml:1", "mine.yaml:2"]


@pytest.mark.parametrize(
    ("text", "where"), [("name: Heron", "mine.yaml:1 should be a list"), ("- {a: b\n- c", "mine.yaml:")]
)
def test_files_that_are_no_lists(tmp_path: Path, text: str, where: str) -> None:
    """A file of another shape, or no YAML at all, is told as such."""
    with pytest.raises(DataError, match=where):
        load_world([_write(tmp_path, "mine.yaml", text)])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Oro Wexcombe,,m,TUV,envoy,2001", "has 6 cells, not 7"),
        (",,m,TUV,envoy,2001,", "needs a name"),
        ("Oro Wexcombe,,m,,envoy,2001,", "needs a state"),
        ("Oro Wexcombe,,m,TUV,,2001,", "needs a role"),
        ("Oro Wexcombe,,m,TUV,envoy,2001-13,", "is no date"),
        ("Oro Wexcombe,,x,TUV,envoy,2001,", "not m or f"),
    ],
)
def test_wrong_rows_are_told(tmp_path: Path, row: str, message: str) -> None:
    """A wrong row of persons is named by file and line, with what is wrong."""
    path = _write(tmp_path, "mine.csv", "name,also,gender,state,role,since,until\n" + row + "\n")
    with pytest.raises(DataError, match=r"mine\.csv:2 ") as error:
        load_world([path])
    assert message in str(error.value)


def test_wrong_header_and_missing_file(tmp_path: Path) -> None:
    """A table with other columns, and a file that isn't there, are told."""
    with pytest.raises(DataError, match="should have the columns name,also"):
        load_world([_write(tmp_path, "mine.csv", "name,role\n")])
    for name in ("absent.csv", "absent.yaml"):
        with pytest.raises(DataError, match=f"{name}:1 can't be read"):
            load_world([tmp_path / name])
