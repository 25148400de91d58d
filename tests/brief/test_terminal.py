"""The brief in a terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dragoman.brief import render_terminal
from dragoman.brief.terminal import MOST_LINES, WIDTH
from dragoman.model import Standing, Theme
from tests.brief.builders import Told, arms_case, brief_of, document, says, who


def test_brief_of_a_small_case(tmp_path: Path) -> None:
    """A small case is told whole: dates in a column, standings as signs, sides of a dispute, numbered sources."""
    text = render_terminal(brief_of(arms_case(tmp_path)))
    for row in (
        "RUSSIA AND NORTH KOREA: A BRIEF",
        "  13 Sep 2023  +  Vladimir Putin and North Korea met [1]",
        "               +  Russia and North Korea signed a treaty [2]",
        "                  ! may be two events: told about 40 days apart",
        "               >  Vladimir Putin is to visit Turkey [2]",
        "  ?! Whether North Korea supplies Russia with artillery shells: alleged by the",
        "     North Korea to Russia: artillery shells, delivered (disputed) [1]",
        "     Iran to the Houthis: missiles, delivered [2]",
        "     Sanctions: The West on Russia [2]",
        "[2] The Note (repeats Northlight); no date; d2.txt",
        "  1 read without findings here; 1 not in English, unread",
    ):
        assert row in text.split("\n"), row
    assert "more:" not in text


def large_case(folder: Path) -> Told:
    """Return forty documents of a long text each, which tell more than two screens hold."""
    words = "and so on, as the ministers said at length, " * 8
    texts = {
        f"d{n:02}": f"On the day Russia attacked Iran {n} times {words}. Iran wants {n} radars {words}."
        for n in range(40)
    }
    told = Told(*(document(id_, text, published=date(2024, 1, 1)) for id_, text in texts.items()))
    for n, id_ in enumerate(texts):
        told.event(
            told.state(
                id_,
                f"Russia attacked Iran {n} times",
                "attacked",
                "ASSAULT",
                agents=who("RUS"),
                targets=who("IRN"),
                theme=Theme(text=f"thing {n}"),
                voices=says("RUS"),
            ),
            outcome="began",
        )
        told.event(
            told.state(
                id_, f"Iran wants {n} radars", "wants", "WANT", agents=who("IRN"), theme=Theme(text=f"{n} radars")
            ),
            standing=Standing.CONFIRMED,
        )
    return told


def test_two_screens_of_eighty_columns_at_most(tmp_path: Path) -> None:
    """A large case still fits two screens; what is left out is counted, with where to get it."""
    rows = render_terminal(brief_of(large_case(tmp_path).case(tmp_path))).split("\n")
    assert len(rows) <= MOST_LINES
    assert max(map(len, rows)) <= WIDTH
    assert any("more: dragoman brief --format markdown" in row for row in rows)
    assert any("more cited in the whole brief" in row for row in rows)


def test_documents_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Control characters and signs that turn the direction of writing don't reach the terminal."""
    text = "Russia \x1b[31mfired\x07 at \u202eIran\u202c" + "x" * 300 + "."
    told = Told(document("d", text, title="\x1b]0;title\x07 of it"))
    told.event(told.state("d", text, "fired", "ASSAULT", agents=who("RUS"), targets=who("IRN")))
    shown = render_terminal(brief_of(told.case(tmp_path)))
    assert not {"\x1b", "\x07", "\u202e", "\u202c"} & set(shown)
    assert max(map(len, shown.split("\n"))) <= WIDTH


def test_what_is_left_out_says_how_to_see_it(tmp_path: Path) -> None:
    """The count of lines left out names the command for the same brief in full."""
    text = render_terminal(brief_of(large_case(tmp_path).case(tmp_path), command="dragoman brief --case korea.case"))
    assert "more: dragoman brief --case korea.case --format markdown" in text


def test_all_wars_are_listed(tmp_path: Path) -> None:
    """Ties are cut to three rows, wars never."""
    codes = ("IRN", "TUR", "KOR", "PRK", "USA", "HOUTHIS")
    quotes = [f"{agent} is battling {target} for the islands" for agent in codes for target in codes if agent < target]
    told = Told(document("d1", ". ".join(quotes)))
    for quote in quotes:
        agent, target = quote.split()[0], quote.split()[3]
        told.event(told.state("d1", quote, "battling", "ASSAULT", agents=who(agent), targets=who(target)))
    text = " ".join(render_terminal(brief_of(told.case(tmp_path))).split())
    ties = text.partition("At war:")[2].partition("what the program makes of it")[0]
    assert ties.count(" against ") == len(quotes)
