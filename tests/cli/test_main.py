from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.main import dragoman, run

ARTICLE = "Iran denied on Friday that it had supplied drones to Russia. Ukraine accused Iran of supplying them.\n"
STATEMENT_FIELDS = [
    "id",
    "document",
    "type",
    "mode",
    "contexts",
    "agents",
    "targets",
    "theme",
    "time",
    "place",
    "status",
    "outcome",
    "count",
    "voices",
    "links",
    "evidence",
    "confidence",
    "event",
    "reader",
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one article."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "drones.txt").write_text(ARTICLE, "utf-8")
    assert run(["read", str(folder / "drones.txt"), "--case", str(folder / "x.case")]) == 0
    return folder / "x.case"


def ask(case: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command prints."""
    capsys.readouterr()
    assert run([*arguments, "--case", str(case)]) == 0
    return capsys.readouterr().out


def test_statement_lines(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A statement's JSON line has the fields of the wire form, in their order, with the document's name."""
    lines = [json.loads(line) for line in ask(case, "statements", "--format", "jsonl", capsys=capsys).splitlines()]
    assert lines
    for line in lines:
        assert list(line) == STATEMENT_FIELDS
        assert line["document"] == "drones.txt"
        assert line["event"]
        assert ARTICLE[line["evidence"]["start"] : line["evidence"]["end"]] == line["evidence"]["quote"]
        for ref in line["agents"] + line["targets"]:
            assert list(ref) == ["code", "actor", "name", "sector", "mention"]
            assert ref["mention"] is None or set(ref["mention"]) == {"start", "end"}


@pytest.mark.parametrize("command", ["statements", "events", "actors", "documents"])
def test_lists_in_each_format(command: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each list is written as a table of at most 80 columns, as JSON lines and as CSV, all with the same items."""
    table = ask(case, command, capsys=capsys).splitlines()
    lines = ask(case, command, "--format", "jsonl", capsys=capsys).splitlines()
    rows = list(csv.DictReader(io.StringIO(ask(case, command, "--format", "csv", capsys=capsys))))
    assert len(table) - 1 == len(lines) == len(rows) > 0
    assert max(map(len, table)) <= 80
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in lines]


def test_filters_narrow(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Filters narrow the list, repeated or with commas."""
    accused = ask(case, "statements", "--type", "accuse", "--format", "jsonl", capsys=capsys).splitlines()
    both = ask(case, "statements", "--type", "ACCUSE,REJECT", "--format", "jsonl", capsys=capsys).splitlines()
    assert {json.loads(line)["type"] for line in accused} == {"ACCUSE"}
    assert {json.loads(line)["type"] for line in both} == {"ACCUSE", "REJECT"}
    assert len(ask(case, "statements", "--limit", "1", "--format", "jsonl", capsys=capsys).splitlines()) == 1


def test_show_marks_the_words(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A statement is shown with its words marked in their paragraph; an event with those of its statements."""
    line = json.loads(ask(case, "statements", "--type", "ACCUSE", "--format", "jsonl", capsys=capsys).splitlines()[0])
    for id_ in (line["id"][:10], line["event"]):
        page = " ".join(ask(case, "show", id_, capsys=capsys).split())
        assert f">>{line['evidence']['quote']}<<" in page
        assert "drones.txt" in page


@pytest.mark.parametrize("called", ["drones.txt", "IRN", "Ukraine"])
def test_show_by_name(called: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Documents and actors are shown by name or code."""
    assert max(map(len, ask(case, "show", called, capsys=capsys).splitlines())) <= 80


def test_search(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words are found, and marked without colour."""
    assert "*drones*" in ask(case, "search", "drones", capsys=capsys)


def test_brief(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The brief is printed, or written to a file in the format that the file's ending says."""
    assert "Iran" in ask(case, "brief", "--about", "IRN", capsys=capsys)
    ask(case, "brief", "-o", str(tmp_path / "b.html"), capsys=capsys)
    ask(case, "brief", "-o", str(tmp_path / "b.md"), capsys=capsys)
    assert "<html" in (tmp_path / "b.html").read_text("utf-8")
    assert (tmp_path / "b.md").read_text("utf-8").startswith("#")


@pytest.mark.parametrize("name", ["b.pdf", "b.docx", "b.htlm"])
def test_brief_in_a_format_that_there_is_not(
    name: str, case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file whose ending is no format of the brief is not written, unless the format is named."""
    command = ["brief", "--case", str(case), "-o", str(tmp_path / name)]
    assert run(command) == 2
    assert "end the name in .html, .md or .txt" in capsys.readouterr().err
    assert not (tmp_path / name).exists()
    assert run([*command, "--format", "html"]) == 0


@pytest.mark.parametrize("held", [None, "picture.png"])
def test_nothing_to_read(held: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a folder that holds nothing to read it is said so, and what is read."""
    folder = tmp_path / "in"
    folder.mkdir()
    if held:
        (folder / held).touch()
    assert run(["read", str(folder), "--case", str(tmp_path / "x.case")]) == 0
    assert f"nothing was found to read in {folder}; text, Markdown" in capsys.readouterr().err


def test_annotate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All that reading found is written, without a case."""
    (tmp_path / "drones.txt").write_text(ARTICLE, "utf-8")
    assert run(["annotate", str(tmp_path / "drones.txt")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"sentences", "mentions", "attributions", "times", "statements"} <= set(found)
    for mention in found["mentions"]:
        assert ARTICLE[mention["span"]["start"] : mention["span"]["end"]] == mention["text"]


def test_set_and_remove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document is corrected, and taken out, by its name."""
    (tmp_path / "drones.txt").write_text(ARTICLE, "utf-8")
    path = tmp_path / "x.case"
    ask(path, "read", str(tmp_path / "drones.txt"), capsys=capsys)
    ask(path, "set", "drones.txt", "published=2022-10-15", "author=", capsys=capsys)
    document = json.loads(ask(path, "documents", "--format", "jsonl", capsys=capsys))
    assert (document["published"], document["published_by"]) == ("2022-10-15", "corrected")
    ask(path, "remove", "drones.txt", capsys=capsys)
    assert ask(path, "documents", capsys=capsys) == ""


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["statements", "--since", "soon"], 2, "not a date"),
        (["statements", "--status", "maybe"], 2, "use one of actual"),
        (["statements", "--type"], 2, "requires an argument"),
        (["nonsense"], 2, "nonsense"),
        (["events", "--type", "FOO"], 2, "no such type (FOO)"),
        (["events", "--actor", "ZZZ"], 1, "neither the case nor the program knows such an actor (ZZZ)"),
        (["events", "--actor", "Vladimir Putni"], 1, 'did you mean "Vladimir Putin"?'),
        (["brief", "--about", "RUS,XYZ"], 1, "(XYZ)"),
        (["show", "nothing-such"], 1, "nothing in the case"),
        (["set", "drones.txt", "published"], 2, "FIELD=VALUE"),
        (["set", "drones.txt", "published=soon"], 2, "2023-09-14"),
        (["remove", "other.txt"], 1, "no document"),
    ],
)
def test_errors_are_one_line(
    arguments: list[str], status: int, words: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What goes wrong is told in one line on standard error, with the exit status that it has."""
    capsys.readouterr()
    assert run(["--case", str(case), *arguments]) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("dragoman: ")
    assert words in told.err


def test_missing_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asking a case that is not there says how to make one, and makes none."""
    assert run(["events", "--case", str(tmp_path / "x.case")]) == 1
    assert "dragoman read" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_failed_file_sets_the_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that can't be read is named, and the exit status is 1 though the rest was read."""
    (tmp_path / "drones.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    assert run(["read", str(tmp_path), "--case", str(tmp_path / "x.case")]) == 1
    told = capsys.readouterr()
    assert "empty.txt" in told.err
    assert "1 added, 1 failed" in told.out


def test_closed_pipe_is_quiet(case: Path) -> None:
    """A reader that stops early, such as `head`, is no error to tell."""
    command = f"{sys.executable} -m dragoman statements --case {case} --format jsonl | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert done.stderr == ""


@pytest.mark.parametrize("name", [n for n, c in dragoman.commands.items() if not hasattr(c, "commands")])
def test_help_has_an_example(name: str) -> None:
    """Every command's help shows how it is used."""
    result = CliRunner().invoke(dragoman, [name, "--help"])
    assert result.exit_code == 0
    assert f"  dragoman {name}" in result.output.partition("Examples:")[2]


def test_help_loads_no_parser() -> None:
    """Help and lists come without loading what reading needs."""
    command = "import sys; from dragoman.cli.main import run; run(['--help']); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, env=os.environ)
    assert done.stdout.rstrip().endswith("False")


@pytest.mark.parametrize("arguments", [[], ["world"], ["vocabulary"]])
def test_nothing_asked_is_answered_with_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The program named alone, or a group of commands, prints its help and ends well."""
    assert run(arguments) == 0
    assert capsys.readouterr().out.startswith("Usage: dragoman")


@pytest.mark.parametrize("called", ["Iran", "iran", "IRN", "Tehran", "state:IRN"])
def test_actor_by_any_name(called: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A state is asked for by code, id, name or capital."""
    assert "IRN" in ask(case, "events", "--actor", called, capsys=capsys)


def test_person_by_surname(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person of the case is asked for and shown by surname."""
    text = "The talks were held last week. On Monday Vladimir Putin met Recep Tayyip Erdogan there, and they went home."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    path = tmp_path / "x.case"
    ask(path, "read", str(tmp_path / "a.txt"), capsys=capsys)
    assert "TUR" in ask(path, "events", "--actor", "Erdogan", capsys=capsys)
    assert "person:vladimir-putin" in ask(path, "show", "putin", capsys=capsys)


def test_failed_first_read_leaves_no_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A case that reading began and put nothing into is not left behind."""
    assert run(["read", str(tmp_path / "none.txt"), "--case", str(tmp_path / "x.case")]) == 1
    assert "holds no documents" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_brief_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The brief of an empty case is one sentence that says what to do."""
    (tmp_path / "drones.txt").write_text(ARTICLE, "utf-8")
    path = tmp_path / "x.case"
    ask(path, "read", str(tmp_path / "drones.txt"), capsys=capsys)
    ask(path, "remove", "drones.txt", capsys=capsys)
    assert run(["brief", "--case", str(path)]) == 0
    assert capsys.readouterr().err.startswith("the case holds no documents; read something first")


def test_other_languages_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is stored unread since it is not in English is told in the summary, and its language in the list."""
    text = "Le président a rencontré le dirigeant mercredi. Ils ont parlé de la coopération entre les deux pays. " * 3
    (tmp_path / "visite.txt").write_text(text, "utf-8")
    said = ask(tmp_path / "x.case", "read", str(tmp_path / "visite.txt"), capsys=capsys)
    assert said.startswith("1 added, of which 1 not read (not in English); ")
    assert "[fr, unread]" in ask(tmp_path / "x.case", "documents", capsys=capsys)


def test_removing_says_what_becomes_of_corrections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever removes a corrected document is told that the corrections do not return."""
    (tmp_path / "drones.txt").write_text(ARTICLE, "utf-8")
    path = tmp_path / "x.case"
    ask(path, "read", str(tmp_path / "drones.txt"), capsys=capsys)
    ask(path, "set", "drones.txt", "publisher=Meridian", capsys=capsys)
    assert run(["remove", "drones.txt", "--case", str(path)]) == 0
    assert "do not return" in capsys.readouterr().err
