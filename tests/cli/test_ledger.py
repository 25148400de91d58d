"""Exchanges, matches and obligations as lists, as pages, and in the library."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman.cli.main import run
from dragoman.errors import BadValue
from dragoman.library import Case, open_case

PACT = """Fiji and Tonga signed a pact in Suva on 3 May 2021. The pact obliges each side to help the other if it is
attacked. Tonga wants rifles and Fiji will supply Tonga with rifles.

Samoa said that any arms that Fiji gives to Tonga would violate UN resolutions, which Fiji itself backed.
"""
AGAIN = """Tonga and Fiji have concluded a pact. Under the pact, each must help the other if it is attacked.
Samoa imposed sanctions on Fiji. Tonga threatened to close its ports unless Samoa left. Kiribati sent Nauru wheat in
exchange for fuel.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of two articles on one pact."""
    folder = tmp_path_factory.mktemp("ledger")
    for name, text in (("pact.txt", PACT), ("again.txt", AGAIN)):
        (folder / name).write_text(text.replace("\n", " ").replace("  ", "\n\n"), "utf-8")
    assert run(["read", str(folder), "--case", str(folder / "x.case")]) == 0
    return folder / "x.case"


def ask(path: Path, capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """Return what the command prints, in the end also its remarks."""
    capsys.readouterr()
    assert run([*arguments, "--case", str(path)]) == status
    told = capsys.readouterr()
    return told.out + told.err


def test_exchanges_are_listed_with_giver_receiver_good_and_stage(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table names who gives whom what, how far it has come and how sure that is, within 80 columns."""
    table = ask(path, capsys, "exchanges").splitlines()
    assert any("FJI -> TON weapons" in line and "offered" in line and "held" in line for line in table)
    assert any("? -> TON weapons" in line and "wanted" in line for line in table)
    assert max(map(len, table)) <= 80


def test_return_is_marked_with_the_words_of_the_source(path: Path) -> None:
    """What a source says is given in return is linked both ways, with its words."""
    with open_case(path) as case:
        (fuel,) = case.exchanges(goods="energy")
        wheat = [x for x in case.exchanges(actors="KIR") if x.id in fuel.return_of]
    assert (fuel.giver and fuel.giver.code, fuel.receiver and fuel.receiver.code) == ("NRU", "KIR")
    assert "in exchange for fuel" in fuel.named_by[0].text
    assert all(fuel.id in exchange.return_of for exchange in wheat)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--actor", "TON", "--stage", "wanted"], 1),
        (["--good", "weapons", "--stage", "offered"], 1),
        (["--good", "weapons", "--certainty", "denied"], 0),
        (["--good", "drones"], 0),
        (["--actor", "FJI", "--since", "2031"], 0),
    ],
)
def test_filters_narrow_the_ledger(
    path: Path, capsys: pytest.CaptureFixture[str], filters: list[str], expected: int
) -> None:
    """Actor, good, stage, certainty and days narrow the list; an empty one says so."""
    lines = ask(path, capsys, "exchanges", "--format", "jsonl", *filters).splitlines()
    assert len([line for line in lines if line.startswith("{")]) == expected
    assert expected or lines == ["No exchange matches."]


def test_matches_are_listed_as_the_programs_finding(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A match is one line with both sides' words, and says that the program found it."""
    (line,) = ask(path, capsys, "exchanges", "--matches", "--format", "jsonl").splitlines()
    match = json.loads(line)
    assert (match["want"]["party"]["code"], match["offer"]["party"]["code"]) == ("TON", "FJI")
    assert match["found_by"] == "program"
    assert "Tonga wants rifles" in match["why"][0]


def test_obligations_merge_what_two_documents_tell(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One clause told twice is one obligation with two quotes, whose parties are those of the pact."""
    rows = [json.loads(line) for line in ask(path, capsys, "obligations", "--format", "jsonl").splitlines()]
    (pact,) = [row for row in rows if row["kind"] == "pact"]
    assert sorted(party["code"] for party in pact["bearers"]) == ["FJI", "TON"]
    assert pact["each_other"] and pact["trigger"]["type"] == "ASSAULT"
    assert len({quote["document"] for quote in pact["quotes"]}) == 2
    assert pact["events"] and pact["statements"]
    assert {row["kind"] for row in rows} == {"pact", "resolution", "sanction", "threat"}


def test_sanction_says_who_on_whom_and_threat_unless_what(path: Path) -> None:
    """A sanction has its authority and whom it is laid on; a threat has what would lift it."""
    with open_case(path) as case:
        (sanction,) = case.obligations(kinds="sanction")
        (threat,) = case.obligations(kinds="threat")
    assert [party.code for party in (*sanction.authority, *sanction.beneficiaries)] == ["WSM", "FJI"]
    assert [exception.text for exception in threat.exceptions] == ["unless Samoa left"]


def test_breach_is_a_sources_word_with_its_voice_and_the_backer(path: Path) -> None:
    """What a source says would breach a resolution is noted with who says so, by whom, and who backed it."""
    with open_case(path) as case:
        (resolution,) = case.obligations(breached=True)
    (breach,) = resolution.breaches
    assert (breach.voices, breach.happened, [party.code for party in breach.by]) == (("WSM",), False, ["FJI"])
    assert [party.code for party in resolution.backers] == ["FJI"]
    assert resolution.goods == ("weapons",)
    assert breach.text.startswith("Samoa said")


def test_pact_runs_on_an_event_of_the_case(path: Path) -> None:
    """No event of the case sets the clause off: nobody was attacked."""
    with open_case(path) as case:
        (pact,) = case.obligations(kinds="pact")
        assert not any(pact.triggered_by(event) for event in case.events())


@pytest.mark.parametrize(("command", "heading"), [("exchanges", "Exchange"), ("obligations", "Obligation")])
def test_show_has_the_sentences_of_each(
    path: Path, capsys: pytest.CaptureFixture[str], command: str, heading: str
) -> None:
    """`dragoman show` of each of them prints the words it comes from between >> and <<."""
    for line in ask(path, capsys, command, "--format", "jsonl").splitlines():
        page = ask(path, capsys, "show", json.loads(line)["id"][:10])
        assert page.startswith(heading)
        assert ">>" in page and "<<" in page


def test_show_of_a_match_has_both_sides(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page of a match has the sentence of the want and that of the offer."""
    (line,) = ask(path, capsys, "exchanges", "--matches", "--format", "jsonl").splitlines()
    page = ask(path, capsys, "show", json.loads(line)["id"])
    assert "found by the program" in page
    assert page.count(">>") >= 2


@pytest.mark.parametrize("command", [["exchanges"], ["exchanges", "--matches"], ["obligations"]])
def test_csv_has_one_row_each(path: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    """CSV has a heading and as many rows as there are JSON lines."""
    rows = list(csv.reader(io.StringIO(ask(path, capsys, *command, "--format", "csv"))))
    lines = ask(path, capsys, *command, "--format", "jsonl").splitlines()
    assert len(rows) == len(lines) + 1
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    "ask_wrongly",
    [
        lambda case: case.exchanges(goods="gold teeth"),
        lambda case: case.exchanges(stages="dreamt"),
        lambda case: case.exchanges(certainties="sure"),
        lambda case: case.matches(goods="gold teeth"),
        lambda case: case.obligations(kinds="wish"),
    ],
)
def test_unknown_words_are_refused_with_those_that_exist(path: Path, ask_wrongly: object) -> None:
    """A good, stage, certainty or kind that there is none of is told so, with the list."""
    with open_case(path) as case:
        assert isinstance(case, Case) and callable(ask_wrongly)
        with pytest.raises(BadValue, match=r"there is no such .*; use one of"):
            ask_wrongly(case)


@pytest.mark.parametrize("command", ["exchanges", "obligations"])
def test_earlier_state_is_asked_likewise(path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """With --as-of a day before both articles were read there is nothing yet."""
    told = ask(path, capsys, command, "--as-of", "2001", "--clock", "read")
    assert f"No {command.removesuffix('s')} matches." in told


def test_misused_option_exits_with_2(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A good that is none is misuse: status 2, and no traceback."""
    assert "there is no such good" in ask(path, capsys, "exchanges", "--good", "teeth", status=2)
