"""What the page on the system shows is what the program prints, and its commands and library calls hold."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import open_case
from dragoman.cli.main import run
from dragoman.errors import BadValue, UnknownName
from dragoman.library import Case
from dragoman.model import Certainty, Tie

PAGE = (Path(__file__).parents[1] / "docs" / "system.md").read_text(encoding="utf-8")
DOCUMENTS, SHOWN, BECAUSE = re.findall(r"```(?:json)?\n(.*?)```", PAGE, re.DOTALL)[:3]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the three reports."""
    folder = tmp_path_factory.mktemp("system")
    (folder / "notes.jsonl").write_text(DOCUMENTS, "utf-8")
    with open_case(folder / "notes.case") as case:
        case.read(folder / "notes.jsonl", workers=1)
    return folder / "notes.case"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    """The case of the three reports, opened."""
    with open_case(path) as opened:
        yield opened


def ask(path: Path, *arguments: str, capsys: pytest.CaptureFixture[str], status: int = 0) -> str:
    """Return what the command prints."""
    capsys.readouterr()
    assert run([*arguments, "--case", str(path)]) == status
    said = capsys.readouterr()
    return said.err if status else said.out


def short(tie: Tie) -> str:
    """Return "USA IRN sanction"."""
    return f"{tie.source.code} {tie.target.code} {tie.kind}"


def lines_of(text: str) -> list[str]:
    """Return the lines without white space at the ends."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def assert_alike(printed: str, shown: str) -> None:
    """Hold what is printed to what is shown: the same words, and numbers nearly so, since they hang on confidence."""
    number = re.compile(r"\d+\.\d+")
    assert [number.sub("#", line) for line in lines_of(printed)] == [number.sub("#", line) for line in lines_of(shown)]
    found, expected = ([float(n) for n in number.findall(text)] for text in (printed, shown))
    assert found == pytest.approx(expected, rel=0.25, abs=0.1)


def test_ties_of_the_page(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list of ties is the one that the page shows, and fits 80 columns."""
    printed = ask(path, "ties", capsys=capsys)
    assert_alike(printed, SHOWN)
    assert max(map(len, printed.splitlines())) <= 80


def test_from_a_number_to_its_sentences(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A tie's page says how its strength follows, and quotes the sentences of each event."""
    page = ask(path, "show", "tc5f37c5", capsys=capsys)
    assert_alike(next(line for line in page.splitlines() if "because" in line), BECAUSE)
    words, weight = re.search(r"`(\d\.\d+ = [^`]+)`", PAGE), re.search(r"weight +(\d\.\d+ = .*\n.*)\n", page)
    assert words is not None
    assert weight is not None
    assert_alike(" ".join(weight[1].split()), words[1])
    assert ">>Iran supplied Syria with drones<<" in page
    assert ">>Iran gave Syria" in page
    assert "Turkey (TUR) says" in page


def test_json_lines(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A tie's JSON line has the fields that the page lists, and its events lead to statements."""
    lines = [json.loads(line) for line in ask(path, "ties", "--format", "jsonl", capsys=capsys).splitlines()]
    listed = re.findall(r"^\| (`.+?`) \|", PAGE[PAGE.index("| field | meaning |") :], re.MULTILINE)
    assert [name for cell in listed for name in re.findall(r"`(\w+)`", cell)][:15] == [
        *("id", "kind", "source", "target", "directed", "sign", "strength", "certainty"),
        *("start", "last", "end", "ended_by", "trend", "reasons", "events"),
    ]
    assert set(lines[0]) == {name for cell in listed for name in re.findall(r"`(\w+)`", cell)}
    known = {
        json.loads(line)["id"] for line in ask(path, "statements", "--format", "jsonl", capsys=capsys).splitlines()
    }
    assert all(set(event["statements"]) <= known for line in lines for event in line["events"])


def test_csv(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In CSV the parties are codes and the events ids."""
    rows = list(csv.DictReader(io.StringIO(ask(path, "ties", "--format", "csv", "--kind", "sanction", capsys=capsys))))
    assert [(row["source"], row["target"], row["end"]) for row in rows] == [("USA", "IRN", "2021-07-01")]
    assert all(event.startswith("e") for event in rows[0]["events"].split(";"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"actors": "TUR"}, {"TUR IRN hostility"}),
        ({"actors": ["Turkey", "Chad"]}, {"TUR IRN hostility", "NER TCD dealings"}),
        ({"between": ["IRN", "SYR"]}, {"IRN SYR supply", "IRN SYR pact"}),
        ({"kinds": "supply"}, {"IRN SYR supply", "IRQ SYR supply"}),
        ({"signs": "hostile"}, {"USA IRN sanction", "TUR IRN hostility"}),
        ({"signs": 0}, {"NER TCD dealings"}),
        ({"since": "2021-06-25"}, {"IRQ SYR supply", "NER TCD dealings"}),
        ({"standings": "confirmed"}, {"IRN SYR supply"}),
        ({"types": "AGREE"}, {"IRN SYR pact"}),
        ({"documents": "notes.jsonl#1"}, {"IRN SYR supply", "TUR IRN hostility", "USA IRN sanction"}),
    ],
)
def test_filters(case: Case, asked: dict[str, object], expected: set[str]) -> None:
    """Ties are narrowed by their parties, kind and sign, and by what their events are narrowed by."""
    assert {short(tie) for tie in case.ties(**asked)} == expected  # type: ignore[arg-type]


def test_parties_do_not_change_numbers(case: Case) -> None:
    """The strength of a tie is the same whoever is asked for."""
    everyone = {tie.id: tie for tie in case.ties()}
    assert all(everyone[tie.id] == tie for tie in case.ties(actors="IRN"))


def test_earlier_day(case: Case, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Up to a day before the repeal, and as of it, the sanction had not ended."""
    (sanction,) = case.ties(kinds="sanction", until="2021-06-30")
    assert sanction.end is None
    assert "ended" not in ask(path, "ties", "--as-of", "2021-06-25", capsys=capsys)


def test_alleged(case: Case) -> None:
    """What is only alleged makes a tie that says so, and binds nobody."""
    (alleged,) = (tie for tie in case.ties() if tie.certainty is Certainty.ALLEGED)
    assert short(alleged) == "IRQ SYR supply"
    assert not any(alleged.id in bond.ties for bond in case.system().bonds)


def test_too_few_for_clusters(case: Case, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of three reports no cluster is claimed, and the command says why."""
    assert case.clusters() == ()
    assert run(["clusters", "--case", str(path)]) == 0
    assert "no clusters: too few ties to tell" in capsys.readouterr().err


def test_own_scale(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A scale of one's own changes strengths; what is wrong in it is told with its line."""
    own = tmp_path / "own.yaml"
    own.write_text("AID: 1\n", "utf-8")
    assert re.search(r"\+0\.0\d   IRN -> SYR supply", ask(path, "ties", "--scale", str(own), capsys=capsys))
    own.write_text("AID: 1\nAIDE: 1\n", "utf-8")
    assert "own.yaml, line 2: there is no type AIDE" in ask(path, "ties", "--scale", str(own), capsys=capsys, status=1)
    assert run(["vocabulary", "scale", str(own)]) == 1
    assert run(["vocabulary", "scale"]) == 0
    assert "  7.0  AGREE pact" in capsys.readouterr().out


def test_what_is_asked_wrongly(case: Case) -> None:
    """An unknown kind, sign, party or id is an error that helps."""
    with pytest.raises(BadValue, match="use one of pact, support"):
        case.ties(kinds="marriage")
    with pytest.raises(BadValue, match="use one of friendly"):
        case.ties(signs="good")
    with pytest.raises(UnknownName):
        case.ties(between=["Atlantis"])
    with pytest.raises(UnknownName):
        case.show("t00000000")
    with pytest.raises(BadValue, match="only statements, events and disputes"):
        case.explain("tc5f37c5")


def test_clusters_in_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In CSV a cluster's members are codes, its blocs words and its ties ids, which `show` leads on from."""
    pairs = "Iran and Syria|Syria and Iraq|Iran and Iraq|Peru and Chile|Chile and Bolivia|Peru and Bolivia"
    pairs += "|Egypt and Jordan|Jordan and Oman|Egypt and Oman"
    text = " ".join(
        f"{pair} signed a military pact on {day} March 2021." for day, pair in enumerate(pairs.split("|"), 1)
    )
    (tmp_path / "pacts.txt").write_text(text, "utf-8")
    path = tmp_path / "pacts.case"
    with open_case(path) as case:
        case.read(tmp_path / "pacts.txt", workers=1)
    rows = list(csv.DictReader(io.StringIO(ask(path, "clusters", "--format", "csv", capsys=capsys))))
    assert sorted(sorted(row["members"].split(";")) for row in rows) == [
        ["BOL", "CHL", "PER"],
        ["EGY", "JOR", "OMN"],
        ["IRN", "IRQ", "SYR"],
    ]
    assert all(re.fullmatch(r"t\w{12}(;t\w{12}){2}", row["within"]) for row in rows)
    page = ask(path, "show", rows[0]["id"][:8], capsys=capsys)
    assert "3 friendly bonds within" in page
    assert rows[0]["within"][:8] in page
